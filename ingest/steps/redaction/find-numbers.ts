import { type Finder, type Finding, type PersonalKind, patternFinder } from './finding.js';

/** Numbers by the word before them. Dutch, English and German; `№`-words follow the noun. */
const NOUNS: readonly (readonly [PersonalKind, string])[] = [
  [
    'customerNumber',
    'klant(?:en)?|relatie|debiteur(?:en)?|contract|account|abonnements?|lidmaatschaps?|polis|customer|client|subscriber|membership|subscription|kunden|vertrags?',
  ],
  [
    'orderNumber',
    'order|bestel|bestellings?|ticket|case|zaak|dossier|meldings?|referentie|reference|afspraak|appointment|bestell?',
  ],
  ['invoiceNumber', 'factuur|facturen|nota|invoice|bill|rechnungs?'],
];
const NUMBER_WORD = String.raw`(?:[\s-]{0,2}(?:nummer|number|nr|no|num|code|id|ref|kenmerk)\.?)`;
const BETWEEN = String.raw`(?:\s*(?:[:=#]|is|was|van mij is|\*{1,2}|[("'“\x60])){0,4}\s*`;
/** Five digits or more, in one piece or in groups, with a few letters before them. */
const NUMBER = String.raw`(?<found>(?:[A-Z]{1,5}[-/]?)?\d(?:[ ./-]?\d){4,19})(?!\d)`;

const labelled: Finder[] = [
  ...NOUNS.map(([kind, nouns]) =>
    patternFinder(kind, new RegExp(`(?<!\\p{L})(?:${nouns})${NUMBER_WORD}${BETWEEN}${NUMBER}`, 'dgiu')),
  ),
  // "my account 12345678" without the word number.
  patternFinder(
    'customerNumber',
    new RegExp(`(?<!\\p{L})(?:account|klant|customer)${BETWEEN}(?=\\d(?:[ .-]?\\d){5})${NUMBER}`, 'dgiu'),
  ),
  patternFinder(
    'invoiceNumber',
    new RegExp(`(?<!\\p{L})(?:betalingskenmerk|payment reference)${BETWEEN}${NUMBER}`, 'dgiu'),
  ),
  patternFinder(
    'citizenNumber',
    new RegExp(
      String.raw`(?<!\p{L})(?:bsn|burger ?service ?(?:nummer|nr)|sofi-?nummer|citizen service number|social security number)(?:[- ]?(?:nummer|number|nr)\.?)?${BETWEEN}(?<found>\d(?:[ .-]?\d){7,8})(?!\d)`,
      'dgiu',
    ),
  ),
];

/** What a number is called that belongs to a thing or an event: a fault, a product, a program, an amount. */
const THING =
  'versie|version|serie|serial|build|model|artikel|article|firmware|release|fout|storing|error|fehler|status|code|exception|event|bug|issue|patch|driver|product|produkt|onderdeel|part|typenummer|sku|ean|isbn|hash|id|pid|offset|poort|port|bedrag|amount|prijs|price|totaal|total|saldo';
/** Nine digits on their own, in one piece or as 1234.56.789; behind a word for a thing's number they are that. */
const NINE_DIGITS = new RegExp(
  String.raw`(?<!(?:${THING})[^\n.;!?]{0,40})(?<![€$£] ?)(?<![\p{L}\d.,/_+-])(?:\d{9}|\d{4}([. ])\d{2}\1\d{3})(?![\p{L}\d_]|[.,/-]\d| ?(?:[€%]|euro|eur|bytes?|[kmg]b|keer|times|views|ms)(?!\p{L}))`,
  'dgiu',
);
/** Cards of banks, SIM cards, device numbers: 13 to 20 digits in one piece or in groups of four. */
const LONG =
  /(?<![\p{L}\d.,/_+-])(?!0)(?:\d{13,20}|\d{4}([ -])\d{4}\1\d{4}\1\d{1,8})(?![\p{L}\d_]|[.,/-]\d)/dgu;

const unlabelled: Finder[] = [
  patternFinder('citizenNumber', NINE_DIGITS, isCitizenNumber),
  patternFinder('longNumber', LONG, hasLuhnDigit),
];

/** Numbers that lead to one person: customer, order and invoice numbers, citizen service numbers, cards and devices. */
export function findNumbers(text: string): Finding[] {
  return /\d{2}/.test(text) ? [...labelled, ...unlabelled].flatMap((find) => find(text)) : [];
}

/** The 11-proof of the Dutch citizen service number: 9a + 8b + … + 2h − i divides by 11. */
function isCitizenNumber(written: string): boolean {
  const digits = digitsOf(written);
  if (digits.length !== 9 || digits.every((digit) => digit === 0)) return false;
  const sum = digits.reduce((total, digit, place) => total + digit * (place === 8 ? -1 : 9 - place), 0);
  return sum % 11 === 0;
}

/** The check digit of ISO/IEC 7812, which bank cards, SIM cards and IMEI numbers carry. */
function hasLuhnDigit(written: string): boolean {
  const sum = digitsOf(written)
    .reverse()
    .reduce((total, digit, place) => {
      const weighed = place % 2 === 1 ? digit * 2 : digit;
      return total + (weighed > 9 ? weighed - 9 : weighed);
    }, 0);
  return sum > 0 && sum % 10 === 0;
}

function digitsOf(written: string): number[] {
  return [...written.replace(/\D/g, '')].map(Number);
}
