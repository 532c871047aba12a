import { findStreets, NO_HOUSE } from './find-streets.js';
import { type Finding, patternFinder } from './finding.js';
import { endOfAddress, startOfAddress } from './places/address-rest.js';
import { findToldHouses } from './places/find-told-houses.js';
import { isPublicPlace } from './whose.js';

// Two capitals behind four digits are a postcode, unless they are a unit or a word; SA, SD and SS are never given out.
const NO_POSTCODE = '(?!SA|SD|SS|MB|GB|TB|KB|HZ|KM|CM|MM|TV|PC|EU|UK|US|NL|AM|PM|OK|OF|EN|IS|IN|OP|ID|IP)';
const POSTCODE = String.raw`(?<![\p{L}\d.,:/-])[1-9]\d{3}(?: ?${NO_POSTCODE}[A-Z]{2}|(?!mb|gb|tb|kb|hz|km|cm|mm|tv|am|pm)[a-z]{2}|[ ](?!(?:in|op|en|of|is|te|al|om|je|ik|we|ze|na|nu|zo|er|uw|bv|nv|[mgtk]b|[kcm]m|hz|kg|gr|ml|cl|dl|st|nr|no|at|to|by|or|an|if|it|my|us|de|la|le|du|et|un|ou|so|do|be|as|tv|am|pm|kw|mw|ah|va)(?!\p{L}))[a-z]{2}(?=[ ]\d))(?![\p{L}\d])`;
const HOUSE = String.raw`\d{1,5}(?:[ -]?[a-zA-Z](?![\p{L}\d])|[ -]\d{1,3}(?!\d))?`;
const HOUSE_WORD = String.raw`(?:(?:en |and |met |with )?(?:huisnummer|huisnr|house number|hnr|nummer|number|nr|no)\.?:? ?)`;
const STREET = String.raw`(?:\p{Lu}[\p{L}'.-]{0,24}[ ]){0,3}\p{Lu}?\p{L}*(?:straat|laan|weg|plein|gracht|kade|singel|dijk|hof|pad|dreef|plantsoen|steeg|markt|Street|Road|Lane|Avenue)[ ]`;

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

const NAME_OF_STREET = String.raw`(?:(?:de|het|den|der|van|ter|ten|'t|the)[ ]){0,2}(?:\p{Lu}[\p{L}'.-]{0,24}|(?:van|de|der|den|het|ter|ten|aan)(?=[ ]))(?:[ ](?:\p{Lu}[\p{L}'.-]{0,24}|(?:van|de|der|den|het|ter|ten|aan)(?=[ ]))){0,4}`;
const BARE_HOUSE = String.raw`\d{1,5}(?:[ -]?[a-zA-Z](?![\p{L}\d])|-\d{1,3}(?!\d)|[ ](?:bis|hs|huis|[IV]{1,3})(?!\p{L}))?`;
/** Who says so speaks of where somebody lives; "op de" and "at" alone lead to places and shops. */
const LIVES = String.raw`(?<!\p{L})(?:[Ww]oon(?:t|den?|achtig)?|[Ww]onen(?:d)?|[Gg]ewoond)[ ](?:\p{Ll}{1,20}[ ]){0,3}?(?:aan|op|at)[ ]`;
const LIVES_EN = String.raw`(?<!\p{L})(?:live|lives|lived|living|reside|resides|residing)[ ](?:\p{Ll}{1,20}[ ]){0,2}?(?:at|in|on)[ ](?:number[ ])?`;
const MY_ADDRESS = String.raw`(?<!\p{L})(?:[Mm](?:ijn|y)[ ](?:\p{Ll}{1,20}[ ])?|[Oo](?:ns|nze|ur)[ ](?:\p{Ll}{1,20}[ ])?|[Ww]oon|[Hh]uis|[Hh]ome[ ]|[Aa]flever|[Bb]ezorg|[Ff]actuur|[Aa]ansluit|[Ll]everings|[Bb]illing[ ]|[Dd]elivery[ ]|[Ss]hipping[ ]|[Ll]iefer|[Rr]echnungs|[Mm]eine )?(?:[Aa]dres|[Aa]ddress|[Aa]dresse|[Aa]nschrift)(?:[ ](?:is|was|ist|est)[ ]?|[ ]?[:=]\s?|[ ])`;
/** Where something is brought, or somebody has moved to. */
const BROUGHT = String.raw`(?<!\p{L})(?:(?:bezorg|aflever|gelever|geplaats|aangeslot|verhuis|langskom|langs|ligt|woon|delivered?|ship|shipped|send|sent|moved|moving|wohne|liefern)\p{L}*[ ](?:\p{Ll}{1,20}[ ]){0,3}?(?:op|bij|naar|aan|in|to|at|from|van|am|zu|der|nach))[ ]`;
const STREET_FIRST = `(?<found>${NAME_OF_STREET}[ ]${BARE_HOUSE})${NO_HOUSE}`;
const NUMBER_FIRST = String.raw`(?<found>\d{1,5}[a-zA-Z]?[ ](?:\p{Lu}[\p{L}'.-]{0,24})(?:[ ]\p{Lu}[\p{L}'.-]{0,24}){0,3})`;

/** "Am Alten Markt 6a" */
const GERMAN_PLACE = String.raw`(?:Am|An der|An den|Im|In der|Zum|Zur|Auf dem|Auf der|Unter den|Beim)[ ]\p{Lu}[\p{L}-]+(?:[ ]\p{Lu}[\p{L}-]+)?[ ]\d{1,4}[ ]?[a-z]?(?![\p{L}\d])`;

/** A street with a house number, known by the words before it alone. */
const streets = [
  patternFinder('address', new RegExp(`(?:${LIVES}|${MY_ADDRESS})${STREET_FIRST}`, 'dgu')),
  patternFinder('address', new RegExp(`(?:${LIVES_EN}|${MY_ADDRESS})${NUMBER_FIRST}`, 'dgu')),
  patternFinder(
    'address',
    new RegExp(`${LIVES_EN}${STREET_FIRST}`, 'dgu'),
    (found) => !/ (?:19|20)\d{2}$/.test(found),
  ),
  patternFinder('address', new RegExp(`${BROUGHT}${STREET_FIRST}`, 'dgu')),
  patternFinder(
    'address',
    new RegExp(
      `(?:${MY_ADDRESS}|${BROUGHT}|(?:[Ii]ch wohne|[Ww]ir wohnen|[Ww]ohnhaft)(?: \\p{Ll}{2,12}){0,2} )(?<found>${GERMAN_PLACE})`,
      'dgu',
    ),
  ),
];

/** Nobody lives in one. */
const POST_BOX = /(?:postbus|antwoordnummer|p\.? ?o\.? ?box|freepost|b\.?p\.?|boîte postale|postfach)\s*$/i;

const BOX_WITHIN = /^(?:postbus|antwoordnummer|p\.? ?o\.? ?box|postfach|freepost)(?!\p{L})/iu;

/**
 * Postcodes with a house number before or behind them, the street included; streets with a number, but not those of shops
 * and offices. A postcode or a street alone is no address.
 */
export function findAddresses(text: string): Finding[] {
  if (!/\d/.test(text)) return [];
  const postcodes = /\d{4}/.test(text) ? finders.flatMap((find) => find(text)) : [];
  const told = [...streets.flatMap((find) => find(text)), ...findToldHouses(text)];
  const found = [...postcodes, ...told].filter(
    ({ start, end }) =>
      !POST_BOX.test(text.slice(Math.max(0, start - 20), start)) &&
      !BOX_WITHIN.test(text.slice(start, end)) &&
      !isPublicPlace(text, start, end),
  );
  return [...found, ...findStreets(text)].map(({ kind, start, end }) => ({
    kind,
    start: startOfAddress(text, start),
    end: endOfAddress(text, text[end - 1] === ' ' ? end - 1 : end),
  }));
}
