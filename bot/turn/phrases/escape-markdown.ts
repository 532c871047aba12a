import { oneLine } from '../understanding/normalise.js';

/**
 * Makes a name or question from outside safe inside Markdown: on one line, every character that Markdown or HTML gives
 * a meaning behind a backslash (CommonMark 0.31 §2.4), so that it reads as it was written.
 */
export function escapeMarkdown(text: string): string {
  return oneLine(text)
    .replace(/[\\`*_{}[\]()<>#|~!&]/g, '\\$&')
    .replace(/(^|\s)([-+]|\d+[.)])(?=\s)/g, '$1\\$2');
}
