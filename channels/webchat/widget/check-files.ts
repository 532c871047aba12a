import type { WidgetWords } from './words/words.js';

export const ACCEPTED_FILES = 'image/png,image/jpeg,image/gif,image/webp,application/pdf';

const MOST_FILES = 5;
const MOST_MEGABYTES = 5;

/** What is wrong with files that the customer chose, in their words; null when they can be sent. The server decides. */
export function checkFiles(
  files: readonly Pick<File, 'name' | 'type' | 'size'>[],
  words: WidgetWords,
): string | null {
  if (files.length > MOST_FILES) return words.tooManyFiles(MOST_FILES);
  for (const { name, type, size } of files) {
    if (!ACCEPTED_FILES.split(',').includes(type)) return words.fileNotAllowed(name);
    if (size > MOST_MEGABYTES * 1024 * 1024) return words.fileTooLarge(name, MOST_MEGABYTES);
  }
  return null;
}
