import { type Finding, patternFinder } from './finding.js';
import { isPublicPlace } from './whose.js';

const UNIT =
  'jaar|jaren|maand|maanden|week|weken|dag|dagen|uur|minuten|min|km|kilometer|meter|m²|keer|euro|GB|MB|Mbit|procent|stuks|personen|apparaten|years?|months?|weeks?|days?|hours?|minutes?|miles|times|percent|people';
/** "Texel 3 jaar" and "Galaxy 21 ultra" are no house numbers. */
export const NO_HOUSE = String.raw`(?![ ]?(?:${UNIT}|[€%])(?![\p{L}\d]))(?![\d.,:]*\d)`;
const HOUSE = String.raw`\d{1,4}(?:[ ]?[a-zA-Z](?![\p{L}\d/])|[ ]?[-/][ ]?(?:\d{1,3}|[a-zA-Z]|[IV]{1,3}|hs|bis)(?![\p{L}\d])|[ ](?:bis|hs|huis|zw|rd|zwart|rood|boven|beneden|[IV]{1,3}|\d ?hoog)(?!\p{L}))?`;
const CAPITAL = String.raw`\p{Lu}[\p{L}'.-]{0,24}`;
const FEW_CAPITALS = `(?:(?:${CAPITAL}|'[ts])[ ](?:(?:${CAPITAL}|van|de|der|den|het|ter|ten|'t|'s)[ ]){0,3})?`;

/** Compounds with these endings are streets, of most other things only with a capital. */
const DUTCH_END =
  '(?:straat|laan|weg|plein|gracht|kade|singel|dijk|hof|pad|dreef|plantsoen|steeg|erf|boulevard|wal|hofje|straatweg|plaats|oord|haven|baan|kamp|weide|akker|hoeve|brink|park|rade|stede|werf|wetering|vaart|sloot|meent|kwartier|poten|veste|zoom|velden|(?:west|oost|zuid|noord|stads|buiten|binnen)ring|(?:vis|boter|kaas|hout|vee|groen|oude|nieuw|koe|brood|appel|ganzen|hooi|turf|garen|eier)markt)';
const SURE_END = '(?:str\\.|straat|straatje|laan|gracht|singel|plein|plantsoen|dreef|straatweg)';
/** "Meidoorn-" and "straat" on the next line. */
const BROKEN = String.raw`(?:(?<=\p{L}-)[ ]?\n)?`;
const GERMAN_END = '(?:straße|strasse|str\\.|weg|platz|gasse|allee|(?<![aeiouü])ring|damm|ufer|stieg)';
const ENGLISH_END =
  '(?:Street|St|Road|Rd|Lane|Ln|Avenue|Ave|Close|Drive|Crescent|Terrace|Gardens|Way|Court|Place|Square|Grove|Hill|Mews|Row|Walk|Green|Rise|Parade|Boulevard|Blvd|Circle|Cir|Parkway|Pkwy|Highway|Trail|Ct|Dr|Pl|Wharf|Quay|Vale|View|Meadows?|Croft|Fold|Mount|Approach|Embankment|Gate)';
const FRENCH_KIND =
  '(?:rue|chaussée|sentier|clos|résidence|lotissement|avenue|av\\.|boulevard|bd|impasse|chemin|allée|place|quai|route|square|cours)';

/** They end like streets and have versions, sizes and numbers. */
const NO_STREET =
  /(?:snelweg|omweg|uitweg|keypad|touchpad|thinkpad|launchpad|notepad|mousepad|trackpad|ipad|rijksmuseum|halfweg|werkplaats|standplaats|parkeerplaats|zitplaats|woonplaats|luchthaven|provincie|onderweg|luchtweg|hostingplaats|laadplaats|overweg|busbaan|spoorweg|rijbaan|startbaan|spoorbaan|kegelbaan|luchtvaart|scheepvaart|ruimtevaart|superzoom|(?:vakantie|attractie|wagen|pret|bedrijven|zonne|windmolen|dieren|speel|recreatie|bungalow)park|tweede kamer)(?!\p{L})/iu;

const patterns: readonly string[] = [
  // "Burgemeester Loefplein 70a", "Van Speijkstraat 8 bis", "Prins Hendrikkade 55", "Oude Gracht 188"
  String.raw`(?<![\p{L}\d])(?:${FEW_CAPITALS}\p{Lu}[\p{L}'-]{2,24}${BROKEN}${DUTCH_END}(?:[ ](?:Oost|West|Noord|Zuid|ZZ|NZ|OZ|WZ))?|${FEW_CAPITALS}\p{Lu}[\p{L}'.-]{0,24}[ ](?:Straat|Laan|Weg|Plein|Gracht|Kade|Singel|Dijk|Hof|Pad|Markt|Wal|straat|laan|weg|plein|gracht|kade|singel|dijk|hof|markt|haven))[ ]${HOUSE}${NO_HOUSE}`,
  // "Laan van Meerdervoort 12"
  String.raw`(?<![\p{L}\d])(?:Laan|Plein|Singel|Weg|Hof|Straat|Markt|Kade)[ ](?:van|der|van de|van der|van den|van het|aan de)[ ]${FEW_CAPITALS}\p{Lu}[\p{L}'-]{1,24}[ ]${HOUSE}${NO_HOUSE}`,
  // "dorpsstraat 12" typed in a hurry
  String.raw`(?<![\p{L}\d])\p{Ll}{3,24}${SURE_END}[ ]${HOUSE}${NO_HOUSE}`,
  String.raw`(?<![\p{L}\d])(?:\p{Lu}[\p{L}.]{0,24}[ -]){0,3}(?:\p{Lu}[\p{L}-]{2,24}${GERMAN_END}|\p{Lu}[\p{L}-]{1,24}[ ](?:Straße|Str\.|Weg|Platz|Allee|Gasse|Ring|Damm))[ ]?\d{1,4}[ ]?[a-z]?(?![\p{L}\d])${NO_HOUSE}`,
  // "Flat 3, 29 Castle Street", "7b St. Anne's Terrace"
  String.raw`(?<![\p{L}\d.,€£$-])(?:(?:Flat|Apartment|Apt|Unit|Room)\.? \d{1,4}[a-z]?,? )?(?:(?:number|no\.?) )?\d{1,4}(?:\/\d{1,3}|[a-zA-Z])?,?[ ](?:(?:\p{Lu}[\p{L}'’.-]{0,24}|of|the)(?:[ ]|[ ]?\n(?=\p{Lu}))){1,3}${ENGLISH_END}(?![\p{L}\d])`,
  // "Flat 12, Millbank House"
  String.raw`(?<![\p{L}\d])(?:[Ff]lat|[Aa]partment|[Aa]pt|[Uu]nit)\.? \d{1,4}[a-zA-Z]?,? (?:\p{Lu}[\p{L}'’.-]{1,24} ){1,3}(?:House|Court|Mansions?|Buildings?|Tower|Point|Lodge|Heights|Apartments|Place|Wharf|Mill)(?![\p{L}\d])`,
  // "15 rue des Lilas"
  String.raw`(?<![\p{L}\d.,€£$-])\d{1,4}(?: ?(?:bis|ter|[A-D](?!\p{L})))?,? ${FRENCH_KIND} (?:(?:de|du|des|la|le|les|de la|saint|sainte)[ ]|(?:de )?l['’]|d['’]){0,2}\p{Lu}[\p{L}'’-]{0,24}(?:[ -](?:de |du |des |la )?\p{Lu}[\p{L}'’-]{0,24}){0,3}`,
  // "SW9 7QJ, number 12"
  String.raw`(?<![\p{L}\d])[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2},? (?:(?:house )?(?:number|no\.?|nr\.?|flat|huisnummer) ?)\d{1,4}[a-zA-Z]?(?![\p{L}\d])`,
  // A British postcode is a handful of houses.
  String.raw`(?<=(?:[Mm]y|[Oo]ur) post ?code(?: is)?:? )[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}(?![\p{L}\d])`,
  // "30 High St, SW1A 1AA": a British postcode beside its house number.
  String.raw`(?<![\p{L}\d])\d{1,4}[a-zA-Z]?(?:,| )[ ]?(?:\p{L}{1,24}[ ]){0,3}(?:,[ ])?[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}(?![\p{L}\d])`,
];
const finders = patterns.map((pattern) =>
  patternFinder('address', new RegExp(pattern, 'dgu'), (found) => !NO_STREET.test(found)),
);

/** Streets with a house number, by the forms that streets have; those of shops, offices and authorities stay. */
export function findStreets(text: string): Finding[] {
  return finders.flatMap((find) => find(text)).filter(({ start, end }) => !isPublicPlace(text, start, end));
}
