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
    if (!ACCEPTED_FILES.split(',').includes(type)) return refusalOf(name, words);
    if (size > MOST_MEGABYTES * 1024 * 1024) return words.fileTooLarge(name, MOST_MEGABYTES);
  }
  return null;
}

/** The two that people send most, with what to do; browsers often know no type for them. */
function refusalOf(name: string, words: WidgetWords): string {
  if (/\.hei[cf]$/i.test(name)) return words.heicNotAllowed(name);
  return /\.(docx?|odt|pages)$/i.test(name) ? words.wordNotAllowed(name) : words.fileNotAllowed(name);
}
