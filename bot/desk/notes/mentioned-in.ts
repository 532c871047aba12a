import type { NoteAgent } from '../../contracts/tools/desk-notes.js';

/** Accounts that one note can mention. */
const MOST_MENTIONED = 20;

/**
 * Whom a note mentions: every account whose name stands behind an "@", whole. Of "Jan" and "Jan de Wit" the longer name that
 * fits counts; accounts of the same name are all meant.
 */
export function mentionedIn(text: string, accounts: readonly NoteAgent[]): NoteAgent[] {
  const words = text.toLowerCase();
  const byLength = [...accounts].sort((a, b) => b.name.length - a.name.length);
  const found = new Set<NoteAgent>();
  for (let at = words.indexOf('@'); at >= 0; at = words.indexOf('@', at + 1)) {
    const behind = words.slice(at + 1, at + 101);
    const longest = byLength.find(({ name }) => isWholeName(behind, name.toLowerCase()));
    if (!longest) continue;
    for (const account of byLength) {
      if (account.name.toLowerCase() === longest.name.toLowerCase()) found.add(account);
    }
  }
  return [...found].slice(0, MOST_MENTIONED);
}

function isWholeName(text: string, name: string): boolean {
  return name !== '' && text.startsWith(name) && !/^[\p{L}\p{N}]/u.test(text.slice(name.length));
}
