/** What is typed of a name behind an "@" before the caret, and where the "@" stands; null where none is being typed. */
export function nameTyped(
  text: string,
  caret: number,
): { readonly at: number; readonly beginning: string } | null {
  const before = text.slice(0, caret);
  const at = before.lastIndexOf('@');
  if (at < 0 || /[\p{L}\p{N}]$/u.test(before.slice(0, at))) return null;
  const beginning = before.slice(at + 1);
  return beginning.length <= 80 && !/[\n@]/.test(beginning)
    ? { at, beginning: beginning.toLowerCase() }
    : null;
}

/** A text in which a name stands in place of what was typed of it. */
export function withName(text: string, caret: number, name: string): string {
  const typed = nameTyped(text, caret);
  return typed === null ? text : `${text.slice(0, typed.at)}@${name} ${text.slice(caret).trimStart()}`;
}
