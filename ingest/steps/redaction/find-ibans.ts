import { countrySpecs, isValidIBAN } from 'ibantools';
import type { Finding } from './finding.js';

/** Some put a blank behind the country too; the check digits tell it from two words. */
const START = /(?<![\p{L}\d])[A-Z] ?[A-Z][ .-]?\d ?\d(?=[ .-]?[A-Z\d])/giu;
/** A Dutch IBAN whatever its check digits: a typing error does not make it less personal. */
const DUTCH = /^NL\d{2}(?!BANK|XXXX|VOOR)[A-Z]{4}\d{10}$/;
const LONGEST_IBAN = 34;

/** Bank account numbers: valid IBANs of every country, in one piece or in groups, and all that look like Dutch ones. */
export function findIbans(text: string): Finding[] {
  return [...text.matchAll(START)].flatMap((match) => {
    const length = countrySpecs[match[0].replace(' ', '').slice(0, 2).toUpperCase()]?.chars;
    if (!length || length > LONGEST_IBAN) return [];
    const candidate = take(text, match.index, length);
    if (!candidate) return [];
    const isIban = isValidIBAN(candidate.signs) || DUTCH.test(candidate.signs);
    return isIban ? [{ kind: 'iban', start: match.index, end: candidate.end }] : [];
  });
}

/** So many letters and digits from `start`, single separators skipped; null where the text has no such run. */
function take(text: string, start: number, length: number): { signs: string; end: number } | null {
  let signs = '';
  let end = start;
  while (signs.length < length) {
    const sign = text[end];
    if (sign === undefined) return null;
    if (/[a-z\d]/i.test(sign)) signs += sign.toUpperCase();
    else if (!/[ .-]/.test(sign) || !/[a-z\d]/i.test(text[end + 1] ?? '')) return null;
    end += 1;
  }
  return /[\p{L}\d]/u.test(text[end] ?? '') ? null : { signs, end };
}
