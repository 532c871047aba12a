/** Amounts of a text by what they count: money, time in hours, and whatever noun stands behind a number. */
export type Amounts = ReadonlyMap<string, readonly number[]>;

const NUMBERS = new Map(
  (
    'een 1,één 1,twee 2,drie 3,vier 4,vijf 5,zes 6,zeven 7,acht 8,negen 9,tien 10,elf 11,twaalf 12,veertien 14,vijftien 15,' +
    'twintig 20,dertig 30,vijftig 50,honderd 100,one 1,two 2,three 3,four 4,five 5,six 6,seven 7,eight 8,nine 9,ten 10,' +
    'eleven 11,twelve 12,fourteen 14,fifteen 15,twenty 20,thirty 30,fifty 50,hundred 100'
  )
    .split(',')
    .map((entry) => entry.split(' ') as [string, string]),
);
const NUMBER_WORD = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${[...NUMBERS.keys()].join('|')})(?![\\p{L}\\p{N}])`,
  'giu',
);
/** "A week" is one week; "a" before anything else counts nothing. */
const SINGLE = /(?<![\p{L}\p{N}])an? (?=(?:minute|hour|day|week|month|year)(?!\p{L}))/giu;

/** Hours in a unit of time; a year has twelve months. */
const HOURS: readonly (readonly [RegExp, number])[] = [
  [/^(?:sec|second)/u, 1 / 3600],
  [/^(?:min|minu)/u, 1 / 60],
  [/^(?:uur|uren|hour|hrs?$)/u, 1],
  [/^(?:werk)?dag|^days?$/u, 24],
  [/^(?:week|weken)/u, 168],
  [/^(?:maand|month)/u, 730],
  [/^(?:jaar|jaren|year)/u, 8760],
];
const SHARE = /^(?:%|procent|percent)/u;
/** Words behind a number that are not what it counts. */
const LINKS = new Set(
  'and or of en of to tot van for voor per met with the het die that which maal keer times'.split(' '),
);
const MONEY_SIGN = '€|£|\\$|eur(?:o|os)?|pounds?|dollars?|gbp|usd';
const WRITTEN = String.raw`\d{1,3}(?:[.,]\d{3})+(?:[.,]\d{1,2})?|\d+(?:[.,]\d+)?`;
const MONEY = new RegExp(
  String.raw`(?:€|£|\$)\s?(${WRITTEN})|(?<![\p{L}\p{N}])(${WRITTEN})(?:,-)?\s?(?:${MONEY_SIGN})(?!\p{L})`,
  'giu',
);
const COUNTED = new RegExp(
  String.raw`(?<![\p{L}\p{N}.,])(${WRITTEN})(?:\s?(?:-|–|tot|to|of|or)\s?(${WRITTEN}))?[\s-]?(%|(?:working |business |full |whole )?\p{L}+)`,
  'giu',
);
/** What costs nothing. */
export const FREE =
  /(?<![\p{L}\p{N}])(?:gratis|kosteloos|(?:is|are|for|it's|you get it) free(?! of (?:that|the|any))|free(?: of charge)?[.,;!)]|free of charge|at no cost|kost(?:en)?(?: \p{L}+){0,3} niets|costs?(?: \p{L}+){0,2} nothing|(?:geen|zonder) (?:extra )?kosten|no (?:extra )?(?:charge|cost|fee)s?)(?![\p{L}\p{N}])/iu;

/** What a text names, numbers written out included. */
export function amountsOf(text: string): Amounts {
  const plain = text
    .normalize('NFKC')
    .replace(SINGLE, '1 ')
    .replace(NUMBER_WORD, (word) => NUMBERS.get(word.toLowerCase()) ?? word);
  const found = new Map<string, number[]>();
  const add = (what: string, value: number) => found.set(what, [...(found.get(what) ?? []), value]);
  for (const [, before, behind] of plain.matchAll(MONEY)) add('money', numberIn(before ?? behind ?? ''));
  if (FREE.test(text)) add('money', 0);
  for (const [, low = '', high, word = ''] of plain.replace(MONEY, ' ').matchAll(COUNTED)) {
    const unit = unitOf(word.toLowerCase().replace(/^(?:working|business|full|whole) /, ''));
    if (!unit) continue;
    add(unit.what, numberIn(high ?? low) * unit.times);
  }
  return found;
}

/** How the amounts of two texts go together. */
export interface AmountsCompared {
  /** What both name an amount of, without any in common. */
  readonly apart: readonly string[];
  /** Whether one names an amount that the other, which has others of that kind, does not. */
  readonly isUneven: boolean;
}

/** Compares what two texts name; amounts of time are alike within a tenth: four weeks and a month are nearly one. */
export function compareAmounts(left: Amounts, right: Amounts): AmountsCompared {
  const apart: string[] = [];
  let isUneven = false;
  for (const [what, values] of left) {
    const others = right.get(what);
    if (!others) continue;
    const isIn = (value: number, among: readonly number[]) => among.some((other) => isAlike(value, other));
    if (!values.some((value) => isIn(value, others))) apart.push(what);
    const isWhole =
      values.every((value) => isIn(value, others)) || others.every((value) => isIn(value, values));
    if (!isWhole) isUneven = true;
  }
  return { apart, isUneven };
}

function isAlike(left: number, right: number): boolean {
  return (
    Math.abs(left - right) <= 0.001 + 0.0999 * Math.min(left, right) * (Math.max(left, right) > 24 ? 1 : 0)
  );
}

function unitOf(word: string): { readonly what: string; readonly times: number } | null {
  if (SHARE.test(word)) return { what: 'share', times: 1 };
  const time = HOURS.find(([pattern]) => pattern.test(word));
  if (time) return { what: 'time', times: time[1] };
  return word.length < 4 || LINKS.has(word) ? null : { what: word.slice(0, 5), times: 1 };
}

/** `1.000,50` and `1,000.50` alike. */
function numberIn(written: string): number {
  return Number(written.replace(/[.,](?=\d{3}(?:\D|$))/g, '').replace(',', '.'));
}
