import { ingestErrors } from '../../errors.js';

/** Looked at to tell text from anything else. */
const SAMPLE_BYTES = 8192;

/**
 * Refuses a file that is no UTF-8 text, by its first bytes.
 * @throws SOURCE_FILE_BINARY
 */
export function refuseBinary(path: string, start: Buffer): void {
  const sample = start.subarray(0, SAMPLE_BYTES);
  if (sample.includes(0) || !isUtf8Start(sample)) throw ingestErrors.SOURCE_FILE_BINARY({ path });
}

/** Whether the bytes are UTF-8; a character may be cut at the end. */
function isUtf8Start(bytes: Buffer): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}
