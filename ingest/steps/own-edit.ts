import { contradictsItself } from './corrections/find-corrections.js';
import { stripMarkdown } from './text/strip-markdown.js';

const WORD =
  '(?:edit|update|bewerkt|bijgewerkt|aanvulling|correctie|correction|rectificatie|addendum|toevoeging|aanpassing|nagekomen)';
/** Opens a paragraph or line, with a number, a date, or who did it: "**EDIT 2 (mei 2024):**", "UPDATE 2024". */
const OPENS_LINE = new RegExp(
  String.raw`(?:^|\n)[ \t]*(?:[-*+>#]+[ \t]*)?(?:\*\*|__|\*|_)?(?:\\?\[)?${WORD}(?:\\?\])?(?=[ \t]*(?:\d|,|\(|\*|_|:|-|–|—|!|\.|door|by|van|of|on|op|\p{L}{3,9} \d{4}|\n))`,
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
  /** Whether they say so of all of it, and not of a sentence only. */
  readonly isAllOld: boolean;
}

/**
 * Tells the edit of an answer in Markdown from what it takes back; null where there is none, or where it only adds to
 * the answer and stays a part of it.
 */
export function ownEdit(markdown: string): EditedAnswer | null {
  const onTop = editOnTop(markdown);
  if (onTop) return onTop;
  const places = [...markdown.matchAll(OPENS_LINE), ...markdown.matchAll(BEHIND_SENTENCE)]
    .map(({ index }) => index)
    .sort((one, other) => one - other)
    .filter((place) => markdown.slice(0, place).trim() !== '');
  for (const place of places) {
    const before = markdown.slice(0, place).trim();
    const edit = markdown.slice(place).trim();
    if (contradictsItself(stripMarkdown(before), stripMarkdown(edit)))
      return { edit, before, isAllOld: false };
  }
  return null;
}

/** Says of what stands below that it is the old text. */
const OLD_BELOW =
  /(?<!\p{L})(?:onderstaande?|hieronder|below|(?:rest|text) of (?:this|the) (?:post|answer))(?!\p{L})[^.!?]{0,400}(?:klopt? niet|niet meer|achterhaald|verouderd|oud|outdated|no longer|wrong|obsolete|stopped|doesn|does not|old)|(?<!\p{L})(?:skip|ignore|forget|sla|negeer|vergeet)(?: \p{L}+){1,4} (?:bit|bits|part|step|steps|paragraph|rest|deel|stuk|stap|stappen|alinea|over)(?!\p{L})|(?:niet meer|outdated|obsolete|no longer)[^.!?]{0,400}(?:below|onderstaande?|hieronder)/iu;
const OLD_OPENS =
  /^[^\p{L}]*(?:(?:oude?|oorspronkelijke?|originele?|eerdere?) (?:tekst|antwoord|bericht|reactie|post)|(?:old|original|previous|earlier) (?:text|answer|post|reply|message))(?!\p{L})/iu;
/** What stands below is done otherwise by now; "it works on tablets now too" only adds. */
const IS_NOW =
  /(?<!\p{L})(?:(?:dit|dat|het|this|it|that|you|je|u)(?: \p{L}+){0,2} (?:nu|tegenwoordig|inmiddels|voortaan|now|nowadays)|(?:kan|gaat|moet|werkt|hoeft|can|works) (?:nu|tegenwoordig|inmiddels|voortaan|now)|(?:no longer|niet meer) (?:needed|necessary|nodig))(?!\p{L})/iu;
const ADDS_ONLY = /(?<!\p{L})(?:ook|also|too|as well|nog steeds|still|daarnaast)(?!\p{L})/iu;
const RULE = /^(?:\* ?\* ?\*|-{3,}|_{3,}|={3,})$/;
const OPENS = new RegExp(OPENS_LINE.source, 'iu');

/** An edit that stands above what it takes back; null where the answer does not open with one, or where it only adds. */
function editOnTop(markdown: string): EditedAnswer | null {
  const text = markdown.trim();
  const opening = OPENS.exec(text);
  if (opening?.index !== 0) return null;
  const blocks = text.split(/\n[ \t]*\n/).map((block) => block.trim());
  const marked = blocks.findIndex((block, at) => at > 0 && (RULE.test(block) || OLD_OPENS.test(block)));
  const cut = marked > 0 ? marked : 1;
  const edit = blocks.slice(0, cut).join('\n\n');
  const before = blocks
    .slice(cut)
    .filter((block) => !RULE.test(block))
    .join('\n\n');
  if (before === '') return null;
  const plain = stripMarkdown(edit);
  const isOld =
    OLD_BELOW.test(plain) ||
    OLD_OPENS.test(before) ||
    (IS_NOW.test(plain) && !ADDS_ONLY.test(plain)) ||
    contradictsItself(stripMarkdown(before), plain);
  const isAllOld = OLD_BELOW.test(plain) || OLD_OPENS.test(before) || IS_NOW.test(plain);
  return isOld ? { edit: withoutPointer(edit), before, isAllOld } : null;
}

/** The sentence that only says that what stands below is old goes with it. */
function withoutPointer(edit: string): string {
  const kept = edit.replace(
    /(?<=[.!?]["”)]?\s)(?:de |het |the )?(?:onderstaande?|hieronder|below|rest)[^.!?\n]{0,80}(?:klopt? niet|niet meer|achterhaald|verouderd|outdated|no longer|wrong|obsolete)[^.!?\n]{0,40}[.!?]/iu,
    '',
  );
  return kept.trim();
}
