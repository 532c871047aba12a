import type { Finding } from './finding.js';

/** Words for each number from the first on, in Dutch, English, German and French. */
const UNITS = valuesOf(0, [
  'nul o oh zero nought null zéro',
  'een één one eins un',
  'twee two zwei zwo deux',
  'drie three drei trois',
  'vier four quatre',
  'vijf five fünf cinq',
  'zes six sechs',
  'zeven seven sieben sept',
  'acht eight huit',
  'negen nine neun neuf',
]);
const TEENS = valuesOf(10, [
  'tien ten zehn dix',
  'elf eleven onze',
  'twaalf twelve zwölf douze',
  'dertien thirteen dreizehn treize',
  'veertien fourteen vierzehn quatorze',
  'vijftien fifteen fünfzehn quinze',
  'zestien sixteen sechzehn seize',
  'zeventien seventeen siebzehn',
  'achttien eighteen achtzehn',
  'negentien nineteen neunzehn',
]);
const TENS = valuesOf(2, [
  'twintig twenty zwanzig vingt',
  'dertig thirty dreißig trente',
  'veertig forty vierzig quarante',
  'vijftig fifty fünfzig cinquante',
  'zestig sixty sechzig soixante',
  'zeventig seventy siebzig',
  'tachtig eighty achtzig',
  'negentig ninety neunzig',
]);

function valuesOf(first: number, words: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    words.flatMap((same, at) => same.split(' ').map((word) => [word, String(first + at)])),
  );
}

const units = Object.keys(UNITS).join('|');
const tens = Object.keys(TENS).join('|');
/** One spoken number; Dutch and German put the unit first: "zesentwintig". */
const WORD = `(?:(?:dubbel(?:e)?|double|triple|driedubbel)[ -])?(?:(?:${units})(?:en|ën|und|-en-| en | und )(?:${tens})|(?:${tens})(?:[ -](?:${units}))?|${Object.keys(TEENS).join('|')}|(?:${units})[ ]?(?:hundred|honderd)|${units})`;
const PART = String.raw`(?:${WORD}|\d{1,4})(?![\p{L}\d])`;
const RUN = new RegExp(
  String.raw`(?<![\p{L}\d])(?:(?:plus|\+) ?)?${PART}(?:[ ,.–-]{1,3}${PART}){2,14}`,
  'giu',
);
const SPOKEN = new RegExp(WORD, 'iu');
const EACH = new RegExp(String.raw`${WORD}|\d{1,4}`, 'giu');

/** National numbers have nine digits and more, and begin with a zero. */
const FEWEST_DIGITS = 9;
const MOST_DIGITS = 15;

const CITIZEN_DIGITS = new Set([8, 9]);
const CITIZEN_WORD =
  /(?<!\p{L})(?:bsn|burger ?service ?(?:nummer|nr)|sofi-?(?:nummer|nr))(?!\p{L})[^\n.!?\d]{0,20}$/iu;
const LONGEST_BEFORE = 50;

function isCitizenNumber(text: string, start: number): boolean {
  return CITIZEN_WORD.test(text.slice(Math.max(0, start - LONGEST_BEFORE), start));
}

/** Phone numbers in words, whole or in part: "nul zes, achttien …", "oh seven double seven …", and citizen numbers beside their word. */
export function findSpokenNumbers(text: string): Finding[] {
  return [...text.matchAll(RUN)].flatMap((match): Finding[] => {
    const written = match[0];
    if (!SPOKEN.test(written)) return [];
    const isAbroad = /^(?:plus|\+)/i.test(written);
    const digits = [...written.matchAll(EACH)].map(([word]) => digitsOf(word.toLowerCase())).join('');
    const isPhone =
      (digits.startsWith('0') || isAbroad) && digits.length >= FEWEST_DIGITS && digits.length <= MOST_DIGITS;
    if (CITIZEN_DIGITS.has(digits.length) && isCitizenNumber(text, match.index))
      return [{ kind: 'citizenNumber', start: match.index, end: match.index + written.length }];
    const isPublic = /^0(?:800|900|88)/.test(digits);
    return isPhone && !isPublic
      ? [{ kind: 'phone', start: match.index, end: match.index + written.length }]
      : [];
  });
}

function digitsOf(word: string): string {
  if (/^\d/.test(word)) return word;
  const repeated = /^(dubbele?|double|triple|driedubbel)[ -](.+)$/.exec(word);
  if (repeated) return digitsOf(repeated[2] ?? '').repeat(/^d(?:ubb|ou)/.test(repeated[1] ?? '') ? 2 : 3);
  const hundred = /^(.+?) ?(?:hundred|honderd)$/.exec(word);
  if (hundred) return `${digitsOf(hundred[1] ?? '')}00`;
  const whole = UNITS[word] ?? TEENS[word];
  if (whole !== undefined) return whole;
  const ten = Object.keys(TENS).find((name) => word.includes(name)) ?? '';
  const unit = word.replace(ten, '').replace(/(?:[- ]?en[- ]?|ën| ?und ?)$|[ -]/g, '');
  return `${TENS[ten] ?? ''}${UNITS[unit] ?? '0'}`;
}
