import { ingestErrors } from '../errors.js';

/** The error of a file that ends before what it holds is whole. */
export function cutOff(path: string, line: number, reason: string) {
  const advice = 'It may be cut off: get the file again, when whatever writes it is done.';
  return ingestErrors.SOURCE_FILE_BROKEN({ path, line, reason, advice });
}
