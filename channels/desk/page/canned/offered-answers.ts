import type { SpokenLanguage } from '../../../../bot/contracts/messages.js';
import type { CannedAnswer } from '../../../../bot/contracts/tools/desk-canned.js';
import { folded } from '../state/palette/find-commands.js';

/** What is typed of a shortcut: where its "/" stands, and what follows it in lower case. */
export interface TypedShortcut {
  readonly at: number;
  readonly beginning: string;
}

/** Answers offered while a shortcut is typed: as many as are read at a glance. */
const MOST_OFFERED = 6;
/** Answers of a search that are listed. */
const MOST_FOUND = 50;

/** What is typed of a shortcut before the caret; null where none is being typed. A "/" within a word begins none. */
export function shortcutTyped(text: string, caret: number): TypedShortcut | null {
  const found = /(?:^|\s)\/([\p{L}\p{N}-]{0,30})$/u.exec(text.slice(0, caret));
  const beginning = found?.[1];
  if (beginning === undefined) return null;
  return { at: caret - beginning.length - 1, beginning: beginning.toLowerCase() };
}

/** Answers in a language whose shortcut begins with what is typed, the one that is it first. */
export function offeredAnswers(
  answers: readonly CannedAnswer[],
  language: SpokenLanguage,
  beginning: string,
): readonly CannedAnswer[] {
  return answers
    .filter((answer) => answer.language === language && answer.shortcut.startsWith(beginning))
    .sort((a, b) => Number(b.shortcut === beginning) - Number(a.shortcut === beginning))
    .slice(0, MOST_OFFERED);
}

/** Answers in which every word occurs, those in the customer's language first. */
export function findAnswers(
  answers: readonly CannedAnswer[],
  language: SpokenLanguage,
  words: string,
): readonly CannedAnswer[] {
  const wanted = folded(words).trim().split(/\s+/u);
  return answers
    .filter(({ shortcut, title, text }) => {
      const whole = folded(`/${shortcut} ${title} ${text}`);
      return wanted.every((word) => whole.includes(word));
    })
    .sort((a, b) => Number(b.language === language) - Number(a.language === language))
    .slice(0, MOST_FOUND);
}
