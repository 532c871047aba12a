import { countrySpecs, isValidIBAN } from 'ibantools';
import type { Finding } from './finding.js';

/** Some put a blank behind the country too; the check digits tell it from two words. */
const START = /(?<=(?<![\p{L}\d])(?:iban)?)[A-Z] ?[A-Z][ .-]?\d ?\d(?=[ .-]?[A-Z\d])/giu;
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
    return isIban && !isPublicAccount(text, match.index, candidate)
      ? [{ kind: 'iban', start: match.index, end: candidate.end }]
      : [];
  });
}

/** Accounts at the bank of Dutch municipalities, and those that their sentence gives to an authority or a company. */
function isPublicAccount(
  text: string,
  start: number,
  { signs, end }: { signs: string; end: number },
): boolean {
  const before = /[^\n!?]*$/.exec(text.slice(Math.max(0, start - 90), start))?.[0] ?? '';
  const after = /^[^\n!?]*/.exec(text.slice(end, end + 60))?.[0] ?? '';
  if (/^NL\d\dBNGH/.test(signs)) return true;
  const isOwn = /(?<!\p{L})(?:mijn|my|mein\p{Ll}{0,2}|mon|ma|onze|ons|our|ik|i)(?!\p{L})/iu.test(before);
  return (
    !isOwn && (HOLDER.test(before) || HOLDER.test(after.slice(0, after.search(/(?<!t\.?n\.?v)[.;]\s|$/))))
  );
}

/** Whose account everybody may know. */
const HOLDER =
  /(?<!\p{L})(?:(?:t\.?n\.?v\.?|ten name van|van|of|name of|payable to|der|des|au nom de)[ ](?:(?:de|het|the|der|stichting|la|le)[ ])?(?:[\p{L}&-]{1,20}[ ]){0,2}(?:gemeente|belastingdienst|cjib|stichting|vereniging|waterschap|bedrijf|incasso\p{Ll}*|fonds|goed doel|giro ?555|council|hmrc|charity|foundation|finanzamt|stadt|tr[ée]sor public|mairie|b\.?v\.?|n\.?v\.?|ltd|limited|plc|gmbh|ag|s\.?a\.?)|(?:gemeente|belastingdienst|cjib|stichting|waterschap) \p{Lu}\p{L}+)(?![\p{L}])/iu;

/** So many letters and digits from `start`, single separators skipped; null where the text has no such run. */
function take(text: string, start: number, length: number): { signs: string; end: number } | null {
  let signs = '';
  let end = start;
  while (signs.length < length) {
    const sign = text[end];
    if (sign === undefined) return null;
    if (/[a-z\d]/i.test(sign)) signs += sign.toUpperCase();
    else if (!/[ ./-]/.test(sign) || !/[a-z\d]/i.test(text[end + 1] ?? '')) return null;
    end += 1;
  }
  return /[\p{L}\d]/u.test(text[end] ?? '') ? null : { signs, end };
}
