/**
 * Text as every channel takes it: line breaks as `\n`, no control characters but breaks and tabs, and U+FFFD in place of
 * half a surrogate pair, which cannot be written in UTF-8.
 */
export function readable(text: string): string {
  return text
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(CONTROL, '')
    .replace(/\p{Surrogate}/gu, '\ufffd');
}

/** Text on one line, without marks that turn the direction of what follows; for names, titles and questions. */
export function readableLine(text: string): string {
  return readable(text)
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

const CONTROL = /(?![\t\n])\p{Cc}/gu;
