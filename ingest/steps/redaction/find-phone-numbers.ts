import { findPhoneNumbersInText, isPossiblePhoneNumber, type PhoneNumber } from 'libphonenumber-js/max';
import type { Finding } from './finding.js';

/** Countries whose national way of writing is understood; a number is taken as soon as one of them knows it. */
const COUNTRIES = ['NL', 'GB', 'BE', 'DE'] as const;
const HOME = 'NL';

/** Numbers of companies: free, premium, shared cost and nationwide company numbers (0800, 0900, 088). They stay. */
const PUBLIC_TYPES = new Set(['TOLL_FREE', 'PREMIUM_RATE', 'SHARED_COST', 'UAN']);

/** International numbers that the library does not know as assigned: invented ones, new ranges, a digit mistyped. */
const INTERNATIONAL = /(?<![\p{L}\d+.,/])(?:\+|00)(?=[1-9])(?:[ ().-]{0,3}\d){9,15}(?![\d]|[.,]\d)/gu;

/** Fewer digits near each other are no phone number; most texts need no closer look. */
const DIGITS = /\d(?:[^\p{L}\d\n]{0,4}\d){7}/u;

/**
 * Mobile numbers that the library passes over: British ones of the ranges kept free for examples and films, and Dutch
 * ones right behind another number. Dates such as 06-12-2024 13:45 are none.
 */
const MOBILE =
  /(?<![\p{L}\d+]|\d[.,-])(?:07\d{3}[ -]?\d{3}[ -]?\d{3}|(?!06[-./]\d{1,2}[-./](?:19|20)\d{2}(?!\d))06(?:[ .–/-]{0,3}\d){8})(?!\d|[.,:-]\d)/gu;

/** Phone numbers of people: Dutch, Belgian, German and British ones as written at home, all others with their country code. */
export function findPhoneNumbers(text: string): Finding[] {
  if (!DIGITS.test(text)) return [];
  const dates = dateRanges(text);
  const national = findNational(text);
  const international = [...text.matchAll(INTERNATIONAL)]
    .filter((match) => isPossiblePhoneNumber(match[0].replace(/^00/, '+').replaceAll('(0)', '')))
    .filter((match) => !isPublicAbroad(match[0]))
    .map((match) => ({ start: match.index, end: match.index + match[0].length }));
  const mobile = [...text.matchAll(MOBILE)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
  return [...national, ...international, ...mobile]
    .filter(({ start, end }) => !dates.some(([from, to]) => from <= start && end <= to))
    .map((span) => ({ kind: 'phone', ...span }));
}

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
