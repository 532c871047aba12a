import { isSmallWord } from './small-words.js';

/** What a number counts or measures, where it is not the name of one of a kind. */
const MEASURE =
  'euro|cent|uur|uren|dag|wek|week|maand|jaar|min|sec|hour|day|month|year|mb|gb|tb|km|kg|gram|cm|meter|keer|times?|people|persons?|personen|mensen|nacht|night|pm|am|procent|percent';
/** A word and the number behind it: "Box 3", "article 1.1", "plan 8", "iPhone13". */
const NUMBERED = new RegExp(
  `(?<![\\p{L}\\p{N}.,])(\\p{L}{2,20})[ -]?(\\d{1,4}(?:\\.\\d{1,3})?\\p{L}?)(?![\\p{L}\\p{N}%]|[.,:]\\d| ?[€%]| (?:${MEASURE}))`,
  'gu',
);
/** The generation of a network: "4G". */
const GENERATION = /(?<![\p{L}\p{N}])(\d{1,2})(g)(?![\p{L}\p{N}])/giu;

/**
 * Whether a question names one of a kind by its number and the item has others of that kind and not this one: what is so with
 * Box 2, article 1.1 or 5G is no answer about Box 3, article 1.2 or 4G. Sums, times and amounts are no names.
 *
 * On the fields of `fit` and `choose` it meets no control, and 9 of 7,200 other questions.
 * @param answered question and answer of the item
 */
export function namesOtherNumber(question: string, answered: string): boolean {
  const asked = numberedIn(question);
  if (asked.length === 0) return false;
  const held = new Map<string, Set<string>>();
  for (const { kind, number } of numberedIn(answered)) {
    const numbers = held.get(kind) ?? new Set();
    held.set(kind, numbers.add(number));
  }
  return asked.some(({ kind, number }) => held.has(kind) && held.get(kind)?.has(number) === false);
}

/** A name with its number as the customer wrote it, which the item's question has without any: "Box 3" beside "the Box". */
export function unknownNumber(
  question: string,
  { title, answer }: { title: string; answer: string },
): string | null {
  const heading = title.toLowerCase();
  // A device that a customer tells beside is mostly none of the title's.
  const asked = numberedIn(question).filter(
    ({ written, kind }) => /^\p{Lu}/u.test(written) && heading.includes(kind),
  );
  // Most questions name none, and an answer may be long.
  if (asked.length === 0) return null;
  const held = numberedIn(`${title}\n${answer}`);
  const isHeld = ({ kind, number }: Numbered) =>
    held.some((other) => other.kind === kind && other.number === number);
  return asked.find((numbered) => !isHeld(numbered))?.written ?? null;
}

interface Numbered {
  readonly written: string;
  readonly kind: string;
  readonly number: string;
}

function numberedIn(text: string): Numbered[] {
  const whole = text.normalize('NFKC');
  const named = [...whole.matchAll(NUMBERED)].map(([written, kind = '', number = '']) => ({
    written,
    kind: kind.toLowerCase(),
    number: number.toLowerCase(),
  }));
  const generations = [...whole.matchAll(GENERATION)].map(([written, number = '', kind = '']) => ({
    written,
    kind: kind.toLowerCase(),
    number,
  }));
  return [...named.filter(({ kind }) => !isSmallWord(kind)), ...generations];
}
