/**
 * How the values of a JSON file stand in it: `lines`, one a line (JSONL); `list`, in one array; `values`, one or more
 * objects over several lines.
 */
export type JsonForm = 'lines' | 'list' | 'values';

/** Tells the form by the beginning of the text, some of its lines at least. */
export function jsonFormOf(beginning: string): JsonForm {
  const lines = beginning
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const [first = '', second] = lines;
  // An array that ends where its line ends, with more behind it, is a row of JSONL, if not one that can be used.
  if (first.startsWith('[')) return second !== undefined && isJson(first) ? 'lines' : 'list';
  const goesOn = second !== undefined && /^["}]/.test(second) && !isJson(first);
  return first.startsWith('{') && goesOn ? 'values' : 'lines';
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
