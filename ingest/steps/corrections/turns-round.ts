/** A number with what it counts. */
interface Amount {
  readonly unit: string;
  readonly value: string;
}

const NUMBER = '\\d{1,3}(?:[.,\\s]\\d{3})+(?:[.,]\\d{1,2})?|\\d+(?:[.,]\\d+)?';
const MONEY = new RegExp(
  `(?:€|£|eur)\\s?(${NUMBER})|\\$(${NUMBER})(?=[\\s.,;:!?)]|$)|(${NUMBER})(?:,-)?\\s?(?:€|euro?s?\\b|eur\\b|dollars?\\b|pounds?\\b)`,
  'giu',
);
/** What somebody paid, with the unit left out: "ik heb 39 betaald", "we paid 12". */
const PAID = new RegExp(
  `(${NUMBER}) (?:betaald|kwijt|afgerekend)|(?:paid|pay|betaal(?:de|t)?|kost(?:te)?) (${NUMBER})(?![\\p{L}\\p{N}%])(?! (?:\\p{L}{1,3} )?(?:keer|times|dag|day|week|maand|month))`,
  'giu',
);
/** Round amounts are spelled out before what they count: "vijftig euro". */
const SPELLED_VALUES: ReadonlyMap<string, string> = new Map(
  (
    'tien 10, vijftien 15, twintig 20, vijfentwintig 25, dertig 30, veertig 40, vijftig 50, ' +
    'zestig 60, vijfenzeventig 75, honderd 100, tweehonderd 200, duizend 1000, een 1, twee 2, ' +
    'ten 10, fifteen 15, twenty 20, thirty 30, forty 40, fifty 50, sixty 60, hundred 100, ' +
    'drie 3, vier 4, vijf 5, zes 6, two 2, three 3, four 4, five 5, six 6, seven 7'
  )
    .split(', ')
    .map((pair) => pair.split(' ') as [string, string]),
);
const SPELLED = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${[...SPELLED_VALUES.keys()].join('|')})(?= (?:euro|pounds?|dollars?|quid|dag|week|we[ek]k|maand|uur|days?|weeks?|months?|hours?))`,
  'giu',
);
const FREE =
  /(?<![\p{L}\p{N}])(?:gratis|kosteloos|free|kost(?:en)?(?:\s+\p{L}+){0,5} niets|costs?(?:\s+\p{L}+){0,3} nothing|(?:geen|zonder) (?:extra )?kosten|no (?:extra )?(?:charge|cost|fee)s?|niets meer op je rekening)(?![\p{L}\p{N}])/iu;
const UNITS: readonly (readonly [string, string])[] = [
  ['minute', 'minu(?:ut|ten|te|tes)|min'],
  ['hour', 'uur|uren|hours?|hrs?'],
  ['day', '(?:werk)?dag(?:en)?|(?:working |business )?days?'],
  ['week', 'we(?:ek|ken)|weeks?'],
  ['month', 'maand(?:en)?|months?'],
  ['year', 'jaar|jaren|years?'],
  ['gigabyte', 'gb|gigabytes?'],
  ['megabyte', 'mb|megabytes?'],
  ['speed', 'mbit(?:/s)?|mbps|gbit(?:/s)?|gbps'],
  ['share', '%|procent|per ?cent'],
  ['times', 'keer|maal|times'],
  ['people', 'persoon|personen|people|apparaten|devices'],
];
const COUNTED = UNITS.map(
  ([unit, pattern]) => [unit, new RegExp(`(${NUMBER})[\\s-]?(?:${pattern})(?![\\p{L}])`, 'giu')] as const,
);

/** Whether two texts name different amounts of the same: € 10 and free, 14 days and 30 days. */
export function namesOtherAmount(earlier: string, later: string): boolean {
  const [before, after] = [amountsIn(earlier), amountsIn(later)];
  return after.some(
    ({ unit, value }) =>
      before.some((other) => other.unit === unit) &&
      !before.some((other) => other.unit === unit && other.value === value),
  );
}

const DENIED =
  /(?<!\p{L})(?:niet|geen|not|rather than|instead of|in plaats van|i\.p\.v\.|ipv)(?: (?:meer|langer|no longer|on|in|op|per|na|after|until|tot|at|by|vanaf|from|the|de|het|€|£|\$)){0,3} ?[€£$]? ?(\d[\d.,:]*\d|\d)/giu;

/** Whether a text denies a number that an earlier one names and gives another: "since 2027, not in 2030". */
export function deniesValue(earlier: string, later: string): boolean {
  const numbersOf = (text: string) => (text.match(/\d[\d.,:]*\d|\d/g) ?? []).map(plainNumber);
  const before = new Set(numbersOf(earlier));
  const denied = [...later.matchAll(DENIED)].map((match) => plainNumber(match[1] ?? ''));
  return (
    denied.some((number) => before.has(number)) && numbersOf(later).some((number) => !before.has(number))
  );
}

/** The same of prices alone, where both name one; what is free costs nothing. */
export function namesOtherPrice(earlier: string, later: string): boolean {
  const pricesIn = (text: string) => amountsIn(text).filter(({ unit }) => unit === 'money');
  const before = pricesIn(earlier);
  return (
    before.length > 0 && pricesIn(later).some(({ value }) => !before.some((other) => other.value === value))
  );
}

/** Whether a text names a price, a time or another amount with what it counts. */
export function namesAmount(text: string): boolean {
  return amountsIn(text).length > 0;
}

function amountsIn(written: string): Amount[] {
  const text = written.replace(SPELLED, (word) => SPELLED_VALUES.get(word.toLowerCase()) ?? word);
  const money = [...text.matchAll(MONEY), ...text.matchAll(PAID)].map((match) => ({
    unit: 'money',
    value: plainNumber(match[1] ?? match[2] ?? match[3] ?? ''),
  }));
  const counted = COUNTED.flatMap(([unit, pattern]) =>
    [...text.matchAll(pattern)].map((match) => ({ unit, value: plainNumber(match[1] ?? '') })),
  );
  return [...money, ...(FREE.test(text) ? [{ unit: 'money', value: '0' }] : []), ...counted];
}

/** `1.000,50` and `1,000.50` alike; cents that are none go. */
function plainNumber(written: string): string {
  return written
    .replace(/\s/g, '')
    .replace(/[.,](?=\d{3}(?:\D|$))/g, '')
    .replace(',', '.')
    .replace(/\.0+$/, '');
}

const YES =
  /^[\s*_]*(?:ja|jawel|jazeker|zeker|yes|yep|yeah|sure|absolutely|good news|goed nieuws)(?![\p{L}\p{N}])/iu;
const NO =
  /^[\s*_]*(?:nee|neen|helaas|nope|no(?! (?:need|worries|problem))|sorry|unfortunately|afraid)(?![\p{L}\p{N}])/iu;
const DENIES =
  /(?<![\p{L}\p{N}])(?:(?:kan|kun|kunt|kunnen|mag|mogen|gaat|lukt|werkt|zit|is|heeft|levert|wordt|bestaat)(?:\s+\p{L}+){0,5} (?:niet|geen|nergens)|niet (?:mogelijk|toegestaan|ondersteund)|nog niet|geen \p{L}+|can.?t|cannot|can not|does ?n.t|is ?n.t|are ?n.t|not (?:possible|allowed|supported|available|included)|verboden|geweigerd|forbidden|banned|prohibited|only (?:included|available)|none of|alleen (?:bij|voor|in))(?![\p{L}\p{N}])/iu;
const AFFIRMS =
  /(?<![\p{L}\p{N}])(?:wél|(?:kan|kun|kunt|kunnen|mag|mogen) (?:je|u|jij|we|ze|dit|dat|het)|(?:je|u|ze|we|they|we) (?:kan|kun|kunt|kunnen|mag|mogen|can|may)|(?:they|it|you|we) (?:do|does|will)(?! not|n['’]t)|(?:dat|het|ze|die) (?:kan|doen|doet|mag|gaat) (?:nu|wel|inmiddels|tegenwoordig)|allows?|permitted|welcome|welkom|wel degelijk|nu wel|(?:kan|mag|werkt|lukt|gaat)(?:\s+\p{L}+){0,3} (?:wel|nu|gewoon|met|via)|mogelijk|toegestaan|inbegrepen|in alle|voor alle|beschikbaar|ondersteunt?|is er|works?|does work|possible|allowed|supported|available|included|part of all|can now|you can|has)(?![\p{L}\p{N}])/iu;

/** `yes`, `no`, or null where the beginning of an answer says neither. */
export function openingVerdict(text: string): 'yes' | 'no' | null {
  const opening = text.slice(0, 240);
  if (NO.test(opening)) return 'no';
  if (YES.test(opening)) return 'yes';
  return null;
}

/** Whether an answer says no where a later text says yes, or the other way round. */
export function turnsVerdict(earlier: string, later: string): boolean {
  const before = openingVerdict(earlier);
  const after = openingVerdict(later);
  if (before !== null && after !== null) return before !== after;
  const opening = earlier.slice(0, 300);
  const denied = before === 'no' || (before === null && DENIES.test(opening));
  const affirmed = before === 'yes' || (before === null && !DENIES.test(opening) && AFFIRMS.test(opening));
  const deniesNow =
    after === 'no' ||
    (after === null && DENIES.test(later) && !AFFIRMS.test(later) && !DENIES.test(later.slice(0, 160)));
  const affirmsNow =
    after === 'yes' || (after === null && AFFIRMS.test(later) && !DENIES.test(later.slice(0, 160)));
  return (denied && affirmsNow) || (affirmed && deniesNow);
}
