import { contradictsItself } from './corrections/find-corrections.js';
import { stripMarkdown } from './text/strip-markdown.js';

const WORD = '(?:edit|update|bewerkt|bijgewerkt|aanvulling|correctie|correction|rectificatie|addendum)';
/** Opens a paragraph or line, with a number, a date, or who did it: "**EDIT 2 (mei 2024):**", "UPDATE 2024". */
const OPENS_LINE = new RegExp(
  String.raw`(?:^|\n)[ \t]*(?:[-*+>#]+[ \t]*)?(?:\*\*|__|\*|_)?\[?${WORD}\]?(?=[ \t]*(?:\d|\(|\*|_|:|-|–|—|!|\.|door|by|van|of|on|op|\p{L}{3,9} \d{4}|\n))`,
  'giu',
);
/** Behind a sentence only in capitals or with a colon, because "Update the app" is advice. */
const BEHIND_SENTENCE =
  /(?<=[.!?)][ \t])(?:(?:\*\*|__)?(?:EDIT|UPDATE)\b|(?:\*\*|__)?(?:Edit|Update|Correctie|Correction|Aanvulling)(?=[^\n.!?]{0,24}:))/gu;

/** An answer whose author came back on it. */
interface EditedAnswer {
  /** What they wrote last, in Markdown. */
  readonly edit: string;
  /** What they wrote first and no longer stand behind. */
  readonly before: string;
}

/**
 * Tells the edit of an answer in Markdown from what it takes back; null where there is none, or where it only adds to
 * the answer and stays a part of it.
 */
export function ownEdit(markdown: string): EditedAnswer | null {
  const places = [...markdown.matchAll(OPENS_LINE), ...markdown.matchAll(BEHIND_SENTENCE)]
    .map(({ index }) => index)
    .sort((one, other) => one - other)
    .filter((place) => markdown.slice(0, place).trim() !== '');
  for (const place of places) {
    const before = markdown.slice(0, place).trim();
    const edit = markdown.slice(place).trim();
    if (contradictsItself(stripMarkdown(before), stripMarkdown(edit))) return { edit, before };
  }
  return null;
}
