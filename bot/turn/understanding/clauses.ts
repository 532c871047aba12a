/** A part of an utterance with the mark that ended it. */
export interface Clause {
  readonly text: string;
  readonly mark: string;
}

/** Splits a text at sentence marks, commas and line breaks; a dot or comma inside a number or address stays. */
export function clausesOf(text: string): Clause[] {
  const clauses: Clause[] = [];
  const pattern = /(.+?)((?:[.!?;,:…]+(?=\s|$))|\n+|\s[-–—]\s|$)/gsu;
  for (const [, words = '', mark = ''] of text.matchAll(pattern)) {
    if (words.trim() !== '') clauses.push({ text: words.trim(), mark: mark.trim() });
  }
  return clauses;
}

/** Splits a clause at the connectives that join two wishes: "it is slow and I want an agent". */
export function partsOf(clause: string): string[] {
  return clause
    .split(/\s+(?:maar|dus|want|en|but|so|and|or|because)\s+/iu)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** Puts clauses together again as one line of text. */
export function joinClauses(clauses: readonly Clause[]): string {
  return clauses
    .map(({ text, mark }) => `${text}${mark === '' || mark === '-' ? '' : mark}`)
    .join(' ')
    .replace(/[,;:]$/u, '')
    .trim();
}
