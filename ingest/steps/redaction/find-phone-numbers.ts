import { findPhoneNumbersInText, isPossiblePhoneNumber, type PhoneNumber } from 'libphonenumber-js/max';
import { findSpokenNumbers } from './find-spoken-numbers.js';
import type { Finding } from './finding.js';
import { isPublicPlace } from './whose.js';

/** Countries whose national way of writing is understood; a number is taken as soon as one of them knows it. */
const COUNTRIES = ['NL', 'GB', 'BE', 'DE'] as const;
const HOME = 'NL';

/** Numbers of companies: free, premium, shared cost and nationwide company numbers (0800, 0900, 088). They stay. */
const PUBLIC_TYPES = new Set(['TOLL_FREE', 'PREMIUM_RATE', 'SHARED_COST', 'UAN']);

/** International numbers that the library does not know as assigned: invented ones, new ranges, a digit mistyped. */
const INTERNATIONAL = /(?<![\p{L}\d+.,/])(?:\+|00|plus )(?=[1-9])(?:[ ().-]{0,3}\d){9,15}(?![\d]|[.,]\d)/gu;

/** Fewer digits near each other are no phone number; most texts need no closer look. */
const DIGITS = /\d(?:[^\p{L}\d\n]{0,4}\d){7}/u;

/**
 * Mobile numbers that the library passes over: British ones of the ranges kept free for examples and films, and Dutch
 * ones right behind another number. Dates such as 06-12-2024 13:45 are none.
 */
const MOBILE =
  /(?<![\p{L}\d+]|\d[.,-])(?:0 ?7(?:[ ./-]?\d){9}|(?!06[-./]\d{1,2}[-./](?:19|20)\d{2}(?!\d))\(?[0oO]6\)?(?:[ .–/_-]{0,3}\d){8})(?!\d|[.,:-]\d)/gu;

/** Phone numbers of people: Dutch, Belgian, German and British ones as written at home, all others with their country code. */
export function findPhoneNumbers(text: string): Finding[] {
  const spoken = findSpokenNumbers(text);
  if (!DIGITS.test(text)) return spoken;
  const dates = dateRanges(text);
  const national = findNational(text);
  const international = [...text.matchAll(INTERNATIONAL)]
    .filter((match) => isPossiblePhoneNumber(match[0].replace(/^(?:00|plus )/, '+').replaceAll('(0)', '')))
    .filter((match) => !isPublicAbroad(match[0]))
    .map((match) => ({ start: match.index, end: match.index + match[0].length }));
  const mobile = [...text.matchAll(MOBILE)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
  const abroad = NEIGHBOURS.flatMap((form) =>
    [...text.matchAll(form)]
      .filter(([written]) => !FREE.test(written))
      .map((match) => ({ start: match.index, end: match.index + match[0].length })),
  );
  const called = [...text.matchAll(CALLED)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
  const labelled = [...text.matchAll(LABELLED)].map((match) => {
    const [start = 0, end = 0] = match.indices?.groups?.found ?? [];
    return { start, end };
  });
  const found = [...national, ...international, ...mobile, ...abroad, ...called, ...labelled]
    .filter(({ start, end }) => !dates.some(([from, to]) => from <= start && end <= to))
    .filter(({ start, end }) => !isPublicNumber(text, start, end) && !isExample(text, start, end))
    .map((span): Finding => ({ kind: 'phone', ...span }));
  return [...found, ...spoken];
}

/** Numbers that count up, of which the sentence says that they stand for others. */
function isExample(text: string, start: number, end: number): boolean {
  const digits = text.slice(start, end).replace(/\D/g, '');
  const isMadeUp = /^(?:00?31)?0?(?:612345678|123456789|6(\d)\1{7})$/.test(digits);
  return isMadeUp && SAYS_EXAMPLE.test(text.slice(Math.max(0, start - 80), end + 80));
}
const SAYS_EXAMPLE =
  /(?<![\p{L}@.])(?:(?:bij)?voorbeeld|nep|example|e\.g\.|fake|beispiel|exemple|placeholder)(?!\p{L}|\.\p{L})/iu;

const VOICEMAIL = /voicemail[^\n.!?]{0,60}$/i;

/** What a network runs for everybody, … */
const CENTRE = /(?<!\p{L})(?:sms-?centrale|service ?cent(?:er|re)|smsc|sms-?zentrale)[^\n.!?]{0,30}$/iu;
/** … and Belgian numbers of companies: 070, 078. */
const BELGIAN_SERVICE =
  /^(?:\+32 ?|0032 ?|0)(?:78)[ /.]?1[5-9](?:[ .]?\d{2}){2}$|^(?:\+32 ?|0032 ?|0)70[ /.](?:\d{2}[ .]){2}\d{2}$/;
/** A company's own number by the words before it; a mobile number is somebody's, unless the voicemail answers there. */
function isPublicNumber(text: string, start: number, end: number): boolean {
  if (CENTRE.test(text.slice(Math.max(0, start - 60), start))) return true;
  if (BELGIAN_SERVICE.test(text.slice(start, end))) return true;
  const isMobile = /^[(]?(?:0|\+31|0031|31)[ ().-]{0,4}(?:\(?0\)?)?[ ().-]{0,3}6/.test(
    text.slice(start, end),
  );
  return isMobile
    ? VOICEMAIL.test(text.slice(Math.max(0, start - 80), start))
    : isPublicPlace(text, start, end);
}

/** Service numbers of the neighbours and ours, which a label beside them does not make personal. */
const SERVICE = String.raw`(?!\(?(?:0 ?800|0 ?90\d|088|084[345]|087|03\d{2}|08\d{2}|0 8\d{2}|1[48]00|1233|\+\d{2}[ -]?(?:800|900|88)))`;
const FREE = /^\(?(?:0 ?800|0 ?90\d|088|084[345]|087|03\d{2}|018\d{2}|1[48]00|09 ?69)/;
/** Fixed lines abroad in the groups that are usual there, which no date and no version has. */
const NEIGHBOURS: readonly RegExp[] = [
  // French ones in pairs, but not the service numbers with 08.
  /(?<![\p{L}\d.,/+-])0[1-79](?:[ .-]\d{2}){4}(?![\d]|[.,:-]\d)/gu,
  // French ones in one piece, which no Dutch number is.
  /(?<![\p{L}\d.,/+-])0[1-57]\d{8}(?![\d]|[.,:-]\d)/gu,
  // Belgian ones: 02 234 56 78, 09/234.56.78, 016 12 34 56.
  /(?<![\p{L}\d.,/+-])0(?:[2349][ /.-]{1,3}\d{3}|[1-9]\d[ /.-]{1,3}\d{2})[ .]\d{2}[ .]\d{2}(?![\d]|[.,:-]\d)/gu,
  // British ones: 01632 960417, 020 7946 0958, (0161) 496 0123.
  /(?<![\p{L}\d.,/+-])(?:\(0(?:1\d{2,4}|2\d{1,2})\)|0(?:1\d{2,4}|2\d{1,2}))[ -]\d{3,4}[ -]?\d{3,4}(?![\d]|[.,:-]\d)/gu,
  // German ones with a stroke: 0221 / 48 11 937, 089/123456.
  /(?<![\p{L}\d.,/+-])\(?0[2-9]\d{1,3}\)?(?: ?\/ ?| ?- ?)\d{2,4}(?: ?\d{2,4}){1,3}(?![\d]|[.,:/-]\d)/gu,
  // German ones in groups of two and more: 089 12 34 56 78, 040 7654321, 0171 2345678.
  /(?<![\p{L}\d.,/+-])\(?0(?:[1-9]\d{1,3})\)?(?:[ ]\d{2,3}){3,5}(?![\d]|[.,:-]\d)/gu,
  /(?<![\p{L}\d.,/+-])01[567]\d[ /-]?\d{7,8}(?![\d]|[.,:-]\d)/gu,
  // British mobile numbers with the zero in brackets: (0) 7700 900 123.
  /(?<![\p{L}\d.,/+-])\(0\) ?7\d{3} ?\d{3} ?\d{3}(?![\d]|[.,:-]\d)/gu,
  // American ones: (415) 555-0137, 212-555-0184; 800 and the like are free.
  /(?<![\p{L}\d.,/+-])(?:\(?1\)?[ -])?(?:\((?!8(?:00|88|77|66|55|44|33))[2-9]\d{2}\) ?|(?!8(?:00|88|77|66|55|44|33))[2-9]\d{2}[-.])[2-9]\d{2}[-.]\d{4}(?![\d]|[.,:-]\d)/gu,
];
const LABEL = String.raw`(?:(?:mobiele? |vaste? )?telefoon(?:nummer|nr)?|tel|telnr|telno|mobiel(?:nummer|tje)?|gsm(?:[- ]?nummer)?|06[- ]?nummer|whats ?app(?: ?nummer)?|phone(?: ?(?:number|no))?|mobile(?: ?(?:number|no))?|cell(?: ?phone)?|telefon(?:nummer)?|handy(?:nummer)?|mobilnummer|téléphone|tél|portable)`;
/** "call me on 415 555 0134": what is said to be called counts in groups of three, three and four. */
const CALLED =
  /(?<=(?<!\p{L})(?:call|ring|text|phone|reach|dial|bel|app|sms|number is|nummer is|nr is|cell|contact)(?!\p{L})[^\n.!?\d]{0,30})(?<![\p{L}\d.,/+-])(?!8(?:00|88|77|66|55|44|33))[2-9]\d{2} [2-9]\d{2} \d{4}(?![\d]|[.,:-]\d)/giu;
/** Beside its word a number counts however it is written. */
const LABELLED = new RegExp(
  String.raw`(?<!\p{L})${LABEL}\.?[ ]?(?:[:=#]|is|van mij is|ist|lautet|est|was)?[ ]{0,2}${SERVICE}(?<found>[(+]?\d(?:[ ()./-]{0,3}\d){7,14})(?!\d|[.,]\d)`,
  'dgiu',
);

const DAY = String.raw`(?:0?[1-9]|[12]\d|3[01])`;
const MONTH = `(?:0?[1-9]|1[0-2])`;
const YEAR = String.raw`(?:(?:19|20)?\d{2})`;
const BETWEEN_DATES = String.raw`[.]? ?(?:-|t\/m|tot(?: en met)?|to|until|bis|\/|en|and|und) ?`;
/** "03.07 - 17.07.15", "1-6-2024 t/m 30-6-2024": two dates written with one separator each. */
const DATE_RANGE = new RegExp(
  String.raw`(?<![\d.,/-])${DAY}([./-])${MONTH}(?:\1${YEAR})?${BETWEEN_DATES}${DAY}([./-])${MONTH}(?:\2${YEAR})?(?!\d)`,
  'gi',
);

function dateRanges(text: string): (readonly [start: number, end: number])[] {
  return [...text.matchAll(DATE_RANGE)]
    .filter((match) => !/^06-/.test(match[0]))
    .map((match) => [match.index, match.index + match[0].length] as const);
}

/** What `isWrittenAsPhone` takes begins so; the library is not asked about other digits. */
const NATIONAL_START = /(?:\+|0|31|6)(?:[^\p{L}\d\n]{0,4}\d){7}/u;

/** The library's time grows with the square of a run of digits, so it reads so many characters at once, … */
const READ_AT_ONCE = 250;
/** … and so many before and behind them, of which a number may be a part. */
const AROUND = 64;

function findNational(text: string): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  for (let from = 0; from < text.length; from += READ_AT_ONCE) {
    const offset = Math.max(0, from - AROUND);
    const piece = text.slice(offset, from + READ_AT_ONCE + AROUND);
    if (!NATIONAL_START.test(piece)) continue;
    for (const country of COUNTRIES) {
      for (const { number, startsAt, endsAt } of findPhoneNumbersInText(piece, country)) {
        const start = offset + startsAt;
        const end = offset + endsAt;
        const isHere = start >= from && start < from + READ_AT_ONCE;
        if (isHere && isPersonal(number, country) && isWrittenAsPhone(text, start, end))
          found.push({ start, end });
      }
    }
  }
  return found;
}

/** Fixed lines of the neighbours have so many lengths that dates look like them: of those only mobile numbers count. */
function isPersonal(number: PhoneNumber, country: string): boolean {
  const type = number.getType() ?? '';
  return country === HOME || number.country !== country ? !PUBLIC_TYPES.has(type) : type === 'MOBILE';
}

/** Free and premium numbers with a country code, such as +31 800 0420. */
function isPublicAbroad(written: string): boolean {
  return /^(?:\+|00)(?:31|32|49|44)[ ().-]*(?:\(0\))?[ ().-]*(?:800|808|88|90\d|18\d{2})/.test(written);
}

/**
 * A phone number begins with 0, + or a country code; bare digits are an order or a serial number, digits with three
 * points and no leading 0 a version or an IP address, and what a unit or a currency stands beside is an amount.
 */
function isWrittenAsPhone(text: string, start: number, end: number): boolean {
  const written = text.slice(start, end);
  const digits = written.replace(/\D/g, '');
  const isFull =
    /^[(]?(?:\+|0)/.test(written) || /^31[1-9]\d{8}$/.test(digits) || /^6[1-9]\d{7}$/.test(digits);
  const before = text.slice(Math.max(0, start - 12), start);
  const after = text.slice(end, end + 8);
  const isAmount = /[€$£]\s*$/.test(before) || /^\s*(?:€|euro\b|eur\b|GB\b|MB\b)/i.test(after);
  const isVersion = /(?:\bv|versie|version|firmware|build|release)\.?\s*$/i.test(before);
  const isLonger = /\d\.$|\p{L}[./]$|[\p{L}\d_]$/u.test(before) || /^[.:]?\d|^\.\d/.test(after);
  const isDate = /^\d{1,2}[-./ ]\d{1,2}[-./ ]\d{4}$/.test(written);
  return isFull && !isDate && !isAmount && !isVersion && !isLonger;
}
