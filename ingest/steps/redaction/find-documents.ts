import { type Finding, patternFinder } from './finding.js';

/** Between a word and what it announces: "is", "van mijn auto:", quotation marks. */
const BETWEEN = String.raw`(?:[ ]?(?:[:=#("'“‘]|(?:is|was|van|of|my|mijn|de|the|auto|car|nummer|number|nr|no)(?!\p{L})\.?)){0,6}[ ]?`;

const MONTH =
  '(?:jan|feb|maa|mrt|mar|mär|apr|mei|may|mai|jun|jul|aug|sep|okt|oct|nov|dec|dez)(?!\\d)\\p{L}{0,7}\\.?';
const YEAR = String.raw`(?:19|20)\d{2}`;
const DATE = [
  String.raw`\d{1,2}(?:e|st|nd|rd|th|\.)?[ -](?:of )?${MONTH}[ -]?,?[ ]?${YEAR}`,
  String.raw`${MONTH}[ ]\d{1,2}(?:st|nd|rd|th)?,?[ ]${YEAR}`,
  String.raw`\d{1,2}(?<between>[./ -])\d{1,2}\k<between>(?:${YEAR}|\d{2})`,
  String.raw`${YEAR}(?<behind>[./-])\d{1,2}\k<behind>\d{1,2}`,
  String.raw`(?:0[1-9]|[12]\d|3[01])[ ]?(?:0[1-9]|1[0-2])[ ]?${YEAR}`,
].join('|');
const BIRTH = String.raw`(?<!\p{L})(?:geboren|geboortedatum|geboortedag|geboortedata|geb\.?(?: ?dat(?:um|\.)?)?|verjaardag|jarig|born|date of birth|birth ?dates?|birthday|b-?day|dob|d\.o\.b\.|geburtsdatum|geburtstag|né\(?e?\)? le|date de naissance|anniversaire)(?!\p{L})`;
/** "born before 1 January 2006" is a rule, not a person. */
const NO_PERSON = String.raw`(?<!(?:voor|vóór|na|tussen|vanaf|sinds|t/m|tot|before|after|between|since|from|until|vor|nach|ab|avant|après)[ ])`;
/** From the word to the date: "in Utrecht op", "stond er foutief", no other number. */
const TO_DATE = String.raw`[^\n.!?\d]{0,40}?`;

/** Passports and identity cards: seven to ten letters and digits with two digits or more, such as NXR4B7C21. */
const DOCUMENT = String.raw`(?<!\p{L})(?:paspoort|passport|reisepass|id(?:entiteits)?[- ]?(?:kaart|bewijs|card)|identity card|personalausweis|rijbewijs|driving licen[cs]e|driver['’]?s licen[cs]e|driving permit|passnummer|carte d['’]identité|titre de séjour|permis de conduire|v-nummer|vreemdelingennummer|führerschein|verblijfsdocument|documentnummer|passeport)(?:[- ]?(?:nummer|number|nr|no)\.?)?`;
const DOCUMENT_NUMBER = String.raw`(?<found>(?=[A-Z]*\d[A-Z]*\d)[A-Z\d]{7,16}|\d{3}(?:[ ]\d{2,3}){2,3})(?![\p{L}\d-])`;
/** From the word to its number: "… dat eindigt, met nummer". */
const TO_NUMBER = String.raw`[^\n.!?\d]{0,40}?(?<![\p{L}\d])`;
/** The form of British driving licences, which nothing else has. */
const BRITISH_LICENCE = /(?<![\p{L}\d])[A-Z9]{5}\d{6}[A-Z9]{2}[A-Z\d]{3}(?![\p{L}\d])/dgu;

const PLATE_WORD =
  'kenteken(?:plaat|nummer)?s?|nummerplaat|license plate|licence plate|number plate|registration(?: number| plate)|kennzeichen|nummernschild|(?:plaque )?d.immatriculation|immatriculation|(?:car|my|vehicle|the) reg|reg(?:istration)? (?:no|nr|number|is)|reg(?=[ :]+[A-Z]{2}\\d)';
/** Cars, and what is done with them. */
const VEHICLE =
  /(?<!\p{L})(?:auto(?:'s)?|wagen|bus(?:je)?|bestel(?:bus|auto)|camper|caravan|aanhanger|motor|scooter|brommer|voertuig\p{L}*|park(?:eer|eren|ing|ed|en|geb)\p{L}*|parking|kenteken\p{L}*|\p{L}{0,20}plaat|vergunning|rdw|apk|lease\p{L}*|laadpaal|laadpas|laad(?:t|en)|slagboom|tol\p{L}*|milieuzone|garage|verzeker\p{L}*|schade\p{L}*|boete\p{L}*|car|van|vehicle|permit|fine|mot|dvla|toll|congestion|barrier|insur\p{L}*|fahrzeug|pkw|garage|voiture|véhicule|stationnement|rijdt|rijd|reed|drives?|driving)(?!\p{L})/iu;
/** The series of Dutch plates with their hyphens, British ones since 2001, German ones. */
const PLATE = [
  String.raw`(?=[A-Z\d-]*\d)(?=[A-Z\d-]*[A-Z])(?:[A-Z]{1,3}|\d{1,3})-(?:[A-Z]{1,3}|\d{1,3})-(?:[A-Z]{1,3}|\d{1,3})`,
  String.raw`[A-Z]{2}\d{2}[ ]?[A-Z]{3}`,
  String.raw`[A-ZÄÖÜ]{1,3}-[A-Z]{1,2}[ ]?\d{1,4}`,
].join('|');
/** Belgian plates beside those, and French ones. */
const PLATE_ABROAD = String.raw`[12]-[A-Z]{3}-\d{3}|[A-Z]{2}-\d{3}-[A-Z]{2}`;
/** In a text about a car the form is enough: the series of Dutch plates have six signs. */
const ANY_PLATE = new RegExp(
  String.raw`(?<!(?:model|type|versie|version|code|artikel|product)[^\n.;]{0,15})(?<![\p{L}\d-])(?:(?=(?:[A-Z\d]-?){6}(?![A-Z\d-]))(?=[A-Z-]*\d)(?=[\d-]*[A-Z])(?:[A-Z]{1,3}|\d{1,3})-(?:[A-Z]{1,3}|\d{1,3})-(?:[A-Z]{1,3}|\d{1,3})|${PLATE_ABROAD}|[A-Z]{2}\d{2}[ ]?[A-Z]{3}|[A-ZÄÖÜ]{1,3}-[A-Z]{1,2}[ ]\d{1,4}[EH]?)(?![\p{L}\d-])`,
  'dgu',
);
/** Without hyphens only directly behind the word: six letters and digits of both sorts. */
const BARE_PLATE = String.raw`(?<found>(?=[A-Z]*\d)(?=\d*[A-Z])[A-Z\d]{6})(?![\p{L}\d-])`;

const finders = [
  patternFinder(
    'birthDate',
    new RegExp(`${BIRTH}(?:${BETWEEN}|${TO_DATE})${NO_PERSON}(?<found>${DATE})(?!\\d)`, 'dgiu'),
  ),
  // "3-4-2010 geboren"
  patternFinder(
    'birthDate',
    new RegExp(`(?<![\\d./-])(?<found>${DATE})(?=,? (?:is |ben )?(?:geboren|born|geboorte))`, 'dgiu'),
  ),
  // "… in plaats van 1975-02-20": the second of two.
  patternFinder(
    'birthDate',
    new RegExp(
      String.raw`(?<=${BIRTH}[^\n.!?]{0,80}(?:in plaats van|en niet|maar niet|maar|of|instead of|and not|not|but|statt|sondern|au lieu du)[ ])(?<found>${DATE.replaceAll('between', 'between2').replaceAll('behind', 'behind2')})(?!\d)`,
      'dgiu',
    ),
  ),
  patternFinder(
    'documentNumber',
    new RegExp(`${DOCUMENT}(?:${BETWEEN}|${TO_NUMBER})${DOCUMENT_NUMBER}`, 'dgiu'),
  ),
  patternFinder(
    'numberPlate',
    new RegExp(
      `(?<=(?<!\\p{L})(?:${PLATE_WORD})[^\\n]{0,40})(?<![\\p{L}\\d-])(?:${PLATE}|${PLATE_ABROAD})(?![\\p{L}\\d-])`,
      'dgiu',
    ),
  ),
  patternFinder('numberPlate', new RegExp(`(?<!\\p{L})(?:${PLATE_WORD})${BETWEEN}${BARE_PLATE}`, 'dgiu')),
];
const WORDS = new RegExp(`${BIRTH}|${DOCUMENT}|${PLATE_WORD}`, 'iu');

const findPlates = patternFinder('numberPlate', ANY_PLATE);

/**
 * Birth dates, passport and licence numbers, number plates: each only beside the word that names it, number plates in a text
 * about a car too.
 */
export function findDocuments(text: string): Finding[] {
  const named = WORDS.test(text) ? finders.flatMap((find) => find(text)) : [];
  const plates = /[A-Z\d]-?[A-Z\d]/.test(text) && VEHICLE.test(text) ? findPlates(text) : [];
  return [...named, ...plates, ...patternFinder('documentNumber', BRITISH_LICENCE)(text)];
}
