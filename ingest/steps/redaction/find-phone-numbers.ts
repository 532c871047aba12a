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
  const national = COUNTRIES.flatMap((country) =>
    findPhoneNumbersInText(text, country).filter(
      ({ number, startsAt, endsAt }) =>
        isPersonal(number, country) && isWrittenAsPhone(text, startsAt, endsAt),
    ),
  ).map(({ startsAt, endsAt }) => ({ start: startsAt, end: endsAt }));
  const international = [...text.matchAll(INTERNATIONAL)]
    .filter((match) => isPossiblePhoneNumber(match[0].replace(/^00/, '+').replaceAll('(0)', '')))
    .filter((match) => !isPublicAbroad(match[0]))
    .map((match) => ({ start: match.index, end: match.index + match[0].length }));
  const mobile = [...text.matchAll(MOBILE)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
  return [...national, ...international, ...mobile].map((span) => ({ kind: 'phone', ...span }));
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
