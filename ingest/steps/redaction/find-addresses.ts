import { type Finding, patternFinder } from './finding.js';

// Two capitals behind four digits are a postcode, unless they are a unit or a word; SA, SD and SS are never given out.
const NO_POSTCODE = '(?!SA|SD|SS|MB|GB|TB|KB|HZ|KM|CM|MM|TV|PC|EU|UK|US|NL|AM|PM|OK|OF|EN|IS|IN|OP|ID|IP)';
const POSTCODE = String.raw`(?<![\p{L}\d.,:/-])[1-9]\d{3}(?: ?${NO_POSTCODE}[A-Z]{2}|(?!mb|gb|tb|kb|hz|km|cm|mm|tv|am|pm)[a-z]{2})(?![\p{L}\d])`;
const HOUSE = String.raw`\d{1,5}(?:[ -]?[a-zA-Z](?![\p{L}\d])|[ -]\d{1,3}(?!\d))?`;
const HOUSE_WORD = String.raw`(?:(?:en |and |met |with )?(?:huisnummer|huisnr|house number|hnr|nummer|number|nr|no)\.?:? ?)`;
const STREET = String.raw`(?:\p{Lu}[\p{L}'.-]*[ ]){0,3}\p{Lu}?\p{L}*(?:straat|laan|weg|plein|gracht|kade|singel|dijk|hof|pad|dreef|plantsoen|steeg|markt|Street|Road|Lane|Avenue)[ ]`;

const finders = [
  // "3511 AB 12", "3511AB, huisnummer 12 bis"
  patternFinder(
    'address',
    new RegExp(
      String.raw`${POSTCODE}[ ]{0,2}(?:,|:|-|\/)?[ ]{0,2}${HOUSE_WORD}?${HOUSE}(?![\d.,]*\d|[ ]?(?:GB|MB|euro|EUR|€))`,
      'dgu',
    ),
  ),
  // "Dorpsstraat 12, 3511 AB Utrecht", "huisnummer 12, postcode 3511 AB"
  patternFinder(
    'address',
    new RegExp(
      String.raw`(?:${STREET})?(?<![\p{L}\d.,:/-])${HOUSE}(?:,|[ ]\/|[ ]-)?\s{1,2}(?:postcode[: ]{1,2}|postal code[: ]{1,2}|zip[: ]{1,2})?${POSTCODE}(?:[ ]{1,2}(?:Den |'s-)?\p{Lu}[\p{L}-]+)?`,
      'dgu',
    ),
  ),
];

/** Dutch postcodes with a house number before or behind them, the street included. A postcode alone is no address. */
export function findAddresses(text: string): Finding[] {
  return /\d{4}/.test(text) ? finders.flatMap((find) => find(text)) : [];
}
