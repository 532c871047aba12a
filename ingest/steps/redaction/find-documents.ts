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
].join('|');
const BIRTH = String.raw`(?<!\p{L})(?:geboren(?: op)?|geboortedatum|geb\.?(?: datum)?|born(?: on)?|date of birth|birth ?date|birthday|dob|d\.o\.b\.|geburtsdatum|geburtstag|née? le|date de naissance)`;

/** Passports and identity cards: seven to ten letters and digits with two digits or more, such as NXR4B7C21. */
const DOCUMENT = String.raw`(?<!\p{L})(?:paspoort|passport|reisepass|id(?:entiteits)?[- ]?(?:kaart|bewijs|card)|identity card|personalausweis|rijbewijs|driving licen[cs]e|driver'?s licen[cs]e|führerschein|verblijfsdocument|documentnummer|passeport)(?:[- ]?(?:nummer|number|nr|no)\.?)?`;
const DOCUMENT_NUMBER = String.raw`(?<found>(?=[A-Z]*\d[A-Z]*\d)[A-Z\d]{7,10})(?![\p{L}\d-])`;

const PLATE_WORD =
  'kenteken(?:plaat|nummer)?s?|nummerplaat|license plate|licence plate|number plate|registration(?: number| plate)|kennzeichen';
/** The series of Dutch plates with their hyphens, British ones since 2001, German ones. */
const PLATE = [
  String.raw`(?=[A-Z\d-]*\d)(?=[A-Z\d-]*[A-Z])(?:[A-Z]{1,3}|\d{1,3})-(?:[A-Z]{1,3}|\d{1,3})-(?:[A-Z]{1,3}|\d{1,3})`,
  String.raw`[A-Z]{2}\d{2}[ ]?[A-Z]{3}`,
  String.raw`[A-ZÄÖÜ]{1,3}-[A-Z]{1,2}[ ]?\d{1,4}`,
].join('|');
/** Without hyphens only directly behind the word: six letters and digits of both sorts. */
const BARE_PLATE = String.raw`(?<found>(?=[A-Z]*\d)(?=\d*[A-Z])[A-Z\d]{6})(?![\p{L}\d-])`;

const finders = [
  patternFinder('birthDate', new RegExp(`${BIRTH}${BETWEEN}(?<found>${DATE})(?!\\d)`, 'dgiu')),
  patternFinder('documentNumber', new RegExp(`${DOCUMENT}${BETWEEN}${DOCUMENT_NUMBER}`, 'dgiu')),
  patternFinder(
    'numberPlate',
    new RegExp(
      `(?<=(?<!\\p{L})(?:${PLATE_WORD})[^\\n]{0,40})(?<![\\p{L}\\d-])(?:${PLATE})(?![\\p{L}\\d-])`,
      'dgiu',
    ),
  ),
  patternFinder('numberPlate', new RegExp(`(?<!\\p{L})(?:${PLATE_WORD})${BETWEEN}${BARE_PLATE}`, 'dgiu')),
];
const WORDS = new RegExp(`${BIRTH}|${DOCUMENT}|${PLATE_WORD}`, 'iu');

/** Birth dates, passport and licence numbers, number plates: each only beside the word that names it. */
export function findDocuments(text: string): Finding[] {
  return WORDS.test(text) ? finders.flatMap((find) => find(text)) : [];
}
