import { type Finding, patternFinder } from './finding.js';
import { isCalledExample } from './is-example.js';

/** Between a word and what it announces: "is", "van mijn auto:", quotation marks. */
const BETWEEN = String.raw`(?:[ ]?(?:[:=#("'“‘]|(?:is|was|van|of|my|mijn|de|the|auto|car|nummer|number|nr|no)(?!\p{L})\.?)){0,6}[ ]?`;

const MONTH =
  '(?:jan|f[ée]v|feb|maa|mrt|mar|mär|apr|avr|mei|may|mai|jun|juin|jul|juil|aug|août|aout|sep|okt|oct|nov|dec|déc|dez)(?!\\d)\\p{L}{0,7}\\.?';
const YEAR = String.raw`(?:19|20)\d{2}`;
const DATE = [
  String.raw`1er[ ]${MONTH}[ ]${YEAR}`,
  String.raw`\d{1,2}(?:e|st|nd|rd|th|\.)?[ -](?:of )?${MONTH}[ -]?,?[ ]?${YEAR}`,
  String.raw`(?:1er|\d{1,2}(?:e|st|nd|rd|th|\.)?)[ ](?:of |de )?${MONTH}[ ]['’]?\d{2}(?!\d)`,
  String.raw`${MONTH}[ ]\d{1,2}(?:st|nd|rd|th)?,?[ ]${YEAR}`,
  String.raw`\d{1,2}(?<between>[./ -])\d{1,2}\k<between>(?:${YEAR}|['’]?\d{2})`,
  String.raw`${YEAR}(?<behind>[./-])\d{1,2}\k<behind>\d{1,2}`,
  String.raw`(?:0[1-9]|[12]\d|3[01])[ ]?(?:0[1-9]|1[0-2])[ ]?${YEAR}`,
].join('|');
const NUMBER_STEMS =
  'een|één|eerste|twee|tweede|drie|derde|vier|vierde|vijf|zes|zeven|acht|negen|tien|elf|twaalf|der|veer|twin|dertig|veertig|zestig|tachtig|tig|honderd|duizend|en|ën|de|ste|one|first|two|second|three|third|four|fif|five|six|seven|eight|nine|nin|ten|eleven|twelve|twelf|thir|for|twen|eigh|teen|ty|tieth|th|hundred|thousand|and|oh|ein|eins|zwei|drei|fünf|sech|sechs|sieb|sieben|neun|zehn|zwölf|zwan|vier|zig|ßig|hundert|tausend|und|ten|ter|premier|un|deux|trois|quatre|cinq|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingt|trente|quarante|cinquante|soixante|cent|mille|et';
const NUMBER_WORD = `(?:${NUMBER_STEMS}){1,6}`;
/** "zes mei negentienvijftig", "third of May nineteen sixty-one", "3 mei negentien zestig" */
const SPOKEN_DATE = String.raw`(?:\d{1,2}(?:e|st|nd|rd|th|\.)?|${NUMBER_WORD}(?:[ -]${NUMBER_WORD})?)[ ](?:of |van )?${MONTH}[ ](?:(?:(?:19|20)\d{2})|(?:negentien|tweeduizend|nineteen|two thousand|twenty|neunzehn|zweitausend|mille neuf|deux mille)(?:${NUMBER_WORD})?(?:[ -]${NUMBER_WORD}(?!\p{L})){0,4})(?!\p{L})`;
const BIRTH = String.raw`(?<!\p{L})(?:geboren|geboortedatum|geboortedag|geboortedata|geb\.?(?: ?dat(?:um|\.)?| ?dd\.?)?|gb\.? ?datum|geb\.? ?d\.?|geboortejaar|year of birth|geburtsjahr|verjaardag|jarig|born|date of birth|birth ?dates?|birthday|b-?day|d\.?o\.?b\.?|geburtsdatum|geburtstag|née?(?:\(e\))?(?: le)?|ne le|verjaar|verjaart|jahrgang|geb(?:oren)? am|date de naissance|anniversaire)(?!\p{L})`;
/** "born before 1 January 2006" is a rule, not a person. */
const NO_PERSON = String.raw`(?<!(?:voor|vóór|na|tussen|vanaf|sinds|t/m|tot|before|after|between|since|from|until|vor|nach|ab|avant|après)[ ])`;
/** From the word to the date: "in Utrecht op", "stond er foutief", no other number. */
const TO_DATE = String.raw`[^\n.!?\d]{0,40}?`;

/** Who somebody is, before the day they are of. */
const PERSON =
  '(?:moeder|vader|oma|opa|zoon(?:tje)?|dochter(?:tje)?|vrouw|man|partner|kind|broer|zus|mother|father|mum|mom|dad|son|daughter|wife|husband|gran|nan|mutter|vater|sohn|tochter|frau|mann|oma|mère|père|fils|fille|femme|mari|enfant|kleinzoon|kleindochter|baby)';
const OF_PERSON = String.raw`(?<!\p{L})(?:(?:ik ben|ben ik|zij is|hij is|ze is|ich bin)[ ](?:van|uit|vom|op)[ ]|${PERSON}(?:[ ,]{1,2}\p{Lu}?\p{L}{1,20}){0,4}?,? (?:is|ist) (?:van|vom) |${PERSON}(?: \p{L}{1,20}){0,3} \((?:\d{1,3} (?:jaar|years?|jahre|ans),? )?)`;

/** Passports and identity cards: seven to ten letters and digits with two digits or more, such as NXR4B7C21. */
const DOCUMENT = String.raw`(?<!\p{L})(?:paspoort|pasp\.?(?= ?nr)|passport|reisepass|pass(?=[- ]?(?:nummer|nr|no))|id(?:entiteits)?[- ]?(?:kaart|bewijs|card)|id(?=[- ]?(?:nummer|number|nr|no|doc))|(?:mijn|my|mein|ma) id(?=[ ]?[:(])|id(?=[ :]{1,3}[A-Z]{2}[A-Z\d]{6}\d(?![\p{L}\d]))|(?:kopie|copy)(?: van| of)?(?: mijn| my)? id(?=[ ])|vreemdelingendocument|e-?id(?:[- ]?kaart)?(?= ?(?:is|[:(]))|identity (?:card|document)|(?:personal)?ausweis|rijbewijs|driving licen[cs]e|driver['’]?s? licen[cs]e|licen[cs]e (?:number|no\.?|nr\.?)|driving permit|passnummer|carte (?:nationale )?d['’]identité|cni|titre de séjour|permis(?: de conduire)?|v-?nummer|vreemdelingennummer|führerschein|verblijfs(?:document|vergunning|titel|kaart|pas)|aufenthaltstitel|residence permit|brp|visum|visa(?= ?(?:number|no|nr))|document(?=[- ]?(?:nummer|nr|number|no))|ausweisnummer|passeport)(?:[- ]?(?:nummer|number|nr|no|num[ée]ro|n°)\.?)?`;
const DOCUMENT_NUMBER = String.raw`(?<found>[A-Z9]{5}[ ]\d{6}[ ][A-Z\d]{3,5}|(?=[A-Z ]*\d[A-Z ]*\d)(?:[A-Z\d][ ]){7,9}[A-Z\d](?![ ][A-Z\d](?![\p{L}\d]))|(?=[A-Z]*\d[A-Z]*\d)[A-Z\d]{6,20}|[A-Z]{1,5}[ -]?\d{3}(?:[ -]?\d{2,4}){1,3}|(?=(?:[ -]?[A-Z\d]){8,20}(?![\p{L}\d]))(?:[A-Z]{1,2}[ -])?(?:[A-Z\d]*\d[A-Z\d]*[ -]){1,9}[A-Z\d]*\d[A-Z\d]*|\d{3}(?:[ .-]\d{2,7}){1,3})(?![\p{L}\d-])`;
/** From the word to its number: "… dat eindigt, met nummer". */
const TO_NUMBER = String.raw`[^\n.!?\d]{0,40}?(?<![\p{L}\d])`;
/** "NXR4B7C21 is mijn paspoortnummer" */
const NUMBER_FIRST = String.raw`(?<![\p{L}\d-])(?<found>(?=[A-Z]*\d[A-Z]*\d)[A-Z\d]{8,16})(?=[ ,(]{1,2}(?:(?:is|was|staat|ist|est|c'est)[ ])?(?:\p{L}{1,12}[ ]){0,3}${DOCUMENT})`;
/** The form of British driving licences, which nothing else has. */
const BRITISH_LICENCE =
  /(?<![\p{L}\d])[A-Z9]{5}[ ]?\d{6}[ ]?[A-Z9]{2}[A-Z\d]{3}(?![\p{L}\d])|(?<![\p{L}\d])[A-Z9]{5}[ ]\d{6}[ ][A-Z\d]{5}(?![\p{L}\d])/dgu;

const PLATE_WORD =
  'plaque|plate|kent\\.(?= )|kenteken(?:plaat|nummer)?s?|nummerplaat|nummerbord|license plate|licence plate|number plate|registration(?: number| plate)|kennzeichen|nummernschild|(?:plaque )?d.immatriculation|immatriculation|(?:car|my|vehicle|the) reg|reg(?:istration)? (?:no|nr|number|is)|reg(?=[ :]{1,5}[A-Z]{2} ?\\d)';
/** Cars, and what is done with them. */
const VEHICLE =
  /(?<!\p{L})(?:auto(?:'s|tje)?|(?:winter|zomer)?banden|wagen|bus(?:je)?|bestel(?:bus|auto)|camper|caravan|aanhanger|motor(?:fiets)?|scooter|brommer|oldtimer|voertuig\p{L}*|(?:\p{L}{1,12})?park(?:eer|eren|ing|ed|en|geb|schein|ausweis)\p{L}*|parking|geparkeerd|kenteken\p{L}*|\p{L}{0,20}plaat|vergunning|blauwe zone|blue badge|rdw|apk|lease\p{L}*|laadpaal|laadpas|laad(?:t|en)|slagboom|tol\p{L}*|milieuzone|umweltzone|zone de faibles|garage|flitser|flitspaal|geflitst|trajectcontrole|cjib|wegenwacht|pech(?:hulp)?|anwb|adac|tank(?:pas|te|en)?|inruil\p{L}*|uitrit|oprit|verzeker\p{L}*|schade\p{L}*|boete\p{L}*|cars?|banger|van|lorry|truck|vehicle|motor(?:bike|cycle)|permit|fine|pcn|mot|dvla|v5c?|ulez|toll|congestion|clean air|anpr|breakdown|barrier|dashcam|sat ?nav|insur\p{L}*|fahrzeug\p{L}*|pkw|strafzettel|garage|voiture|véhicule|stationn\p{L}*|carte grise|amende|péage|rijdt|rijd|rij|rijden|reed|gereden|vignet|kent\.|wrakauto|sloop|drives?|driving|opel|volvo|toyota|peugeot|renault|citro[eë]n|fiat|kia|bmw|tesla|skoda|škoda|seat|ford|mazda|nissan|hyundai|audi|vw|volkswagen|mercedes|suzuki|dacia|honda|vauxhall|golf|polo|clio|fiesta|corsa|leaf|zoe)(?!\p{L})/iu;
/** The series of Dutch plates with their hyphens, British ones since 2001 and of before, German ones. */
const PLATE = [
  String.raw`(?=[A-Z\d-]*\d)(?=[A-Z\d-]*[A-Z])(?:[A-Z]{1,3}|\d{1,3})-(?:[A-Z]{1,3}|\d{1,3})-(?:[A-Z]{1,3}|\d{1,3})`,
  String.raw`(?=(?:[A-Z\d][ ]?){6}(?![A-Z\d]))(?=[A-Z ]*\d)(?=[\d ]*[A-Z])(?:[A-Z]{1,3}|\d{1,3})[ ](?:[A-Z]{1,3}|\d{1,3})[ ](?:[A-Z]{1,3}|\d{1,3})`,
  String.raw`[A-Z]{2}[ ]?\d{2}[ ]?[A-Z]{3}`,
  String.raw`[A-Z]\d{1,3}[ ]?[A-Z]{3}`,
  String.raw`[A-Z]{3}[ ]?\d{1,3}[A-Z]`,
  String.raw`(?!(?:is|was|ist|van|der|of|my|no|nr|en|op|de|the|for|as|als|met|mit|and|or|to|und|et)[ ])[A-ZÄÖÜ]{1,3}[- :][A-Z]{1,2}[ -]?\d{1,4}[EH]?`,
].join('|');
/** Belgian plates beside those, and French ones. */
const PLATE_ABROAD = String.raw`[1-9]-[A-Z]{3}-\d{3}|[1-9][ ]?[A-Z]{3}[ ]?\d{3}|[A-Z]{2}[- ]\d{3}[- ][A-Z]{2}|[A-Z]{2}\d{3}[A-Z]{2}`;
/** In a text about a car the form is enough: the series of Dutch plates have six signs. */
const DUTCH_LETTERS = '[BDFGHJKLMNPRSTVWXYZ]';
const ANY_PLATE = new RegExp(
  String.raw`(?<!(?:model|type|versie|version|code|artikel|product)[^\n.;]{0,15})(?<![\p{L}\d-]|\d[.,])(?:(?=(?:[A-Z\d]-?){6}(?![A-Z\d-]))(?=[A-Z-]*\d)(?=[\d-]*[A-Z])(?:[A-Z]{1,3}|\d{1,3})-(?:[A-Z]{1,3}|\d{1,3})-(?:[A-Z]{1,3}|\d{1,3})|[1-9]-[A-Z]{3}-\d{3}|[A-Z]{2}-\d{3}-[A-Z]{2}|[A-Z]{2}\d{2}[ ]?[A-Z]{3}|[A-Z]\d{3} [A-Z]{3}|[A-Z]{3} \d{3}[A-Z]|[A-ZÄÖÜ]{1,3}-[A-Z]{1,2}[ ]\d{1,4}[EH]?|\d{1,2}${DUTCH_LETTERS}{3}\d|${DUTCH_LETTERS}\d{3}${DUTCH_LETTERS}{2}|${DUTCH_LETTERS}{2}\d{3}${DUTCH_LETTERS}|${DUTCH_LETTERS}{3}\d{2}${DUTCH_LETTERS}|\d{2}${DUTCH_LETTERS}{4}|${DUTCH_LETTERS}{4}\d{2}|${DUTCH_LETTERS}{2}\d{2}${DUTCH_LETTERS}{2})(?![\p{L}\d-]|[.,]\d)`,
  'dgu',
);
/** In small letters with their hyphens: "gb-482-k". */
const SMALL_PLATE =
  /(?<![\p{L}\d-])(?:[a-z]{1,2}-\d{3}-[a-z]{1,2}|\d{1,2}-[a-z]{2,3}-\d{1,2}|[a-z]{2}-\d{2}-[a-z]{2}|[a-z]{2}-[a-z]{2}-\d{2}|\d{2}-[a-z]{2}-[a-z]{2}|[1-9]-[a-z]{3}-\d{3})(?![\p{L}\d-])/dgu;
/** Without hyphens only directly behind the word: six letters and digits of both sorts. */
const BARE_PLATE = String.raw`(?<found>(?=[A-Z]*\d)(?=\d*[A-Z])[A-Z\d]{5,7})(?![\p{L}\d-])`;

const finders = [
  patternFinder(
    'birthDate',
    new RegExp(`${BIRTH}(?:${BETWEEN}|${TO_DATE})${NO_PERSON}(?<found>${DATE})(?!\\d)`, 'dgiu'),
  ),
  patternFinder(
    'birthDate',
    new RegExp(
      `${BIRTH}(?:${BETWEEN}|${TO_DATE})${NO_PERSON}(?<![\\p{L}\\d])(?<found>${SPOKEN_DATE})`,
      'dgiu',
    ),
  ),
  patternFinder(
    'birthDate',
    /(?<!\p{L})(?:geboortejaar|year of birth|geburtsjahr|jahrgang)(?:[ ]?[:=]|[ ](?:is|was|ist))?[ ](?<found>(?:19|20)\d{2})(?!\d)/dgiu,
  ),
  // A day without its year only where somebody speaks of themselves or theirs.
  patternFinder(
    'birthDate',
    new RegExp(
      String.raw`(?<!\p{L})(?:(?:mijn|m'n|my|meine?|mon|haar|zijn|her|his) (?:\p{Ll}{1,14} )?(?:verjaardag|geboortedag|birthday|geburtstag|anniversaire)|(?:ik|hij|zij|ze|zoon|dochter) (?:ben|is) jarig)(?:[ ](?:is|was|ist|est|op|on|the|am|der|le|valt|falls)){0,3}[ ](?<found>\d{1,2}(?:e|st|nd|rd|th|\.)?[ ](?:of )?${MONTH}|${MONTH}[ ]\d{1,2}(?:st|nd|rd|th)?)(?![\p{L}\d])`,
      'dgiu',
    ),
  ),
  patternFinder(
    'birthDate',
    new RegExp(
      String.raw`(?<!\p{L})(?:(?:i|we|he|she|son|daughter|wife|husband|mother|father) (?:was|were|is)|(?:ik|zij|hij|ze) (?:ben|is)|zoon is|dochter is) (?:born|geboren) in (?<found>${MONTH}[ ]${YEAR}|${YEAR})(?!\d)`,
      'dgiu',
    ),
  ),
  // "ik ben van 3-4-1951", "mijn moeder, Riet, is van 3-4-1938", "dochter (3-4-2015)", "° 3/4/1951"
  patternFinder(
    'birthDate',
    new RegExp(`${OF_PERSON}(?<![\\p{L}\\d])(?<found>${DATE}|${SPOKEN_DATE})(?![\\d])`, 'dgiu'),
  ),
  patternFinder('birthDate', new RegExp(`(?:°[ ]?|\\(\\*[ ]?)(?<found>${DATE})(?!\\d)`, 'dgiu')),
  // "ik word 65 op 3 oktober 2026"
  patternFinder(
    'birthDate',
    new RegExp(
      String.raw`(?<!\p{L})(?:(?:word|wordt|werd|turn|turns|turned|werde|wird|wurde) \d{1,3}(?: jaar| jahre)? (?:op|on|am|in) (?:the )?|(?:leeftijd|age|alter)[: ]{1,2}\d{1,3}(?: jaar| years| jahre)? \()(?<found>${DATE})(?!\d)`,
      'dgiu',
    ),
  ),
  // "3-4-2010 geboren"
  patternFinder(
    'birthDate',
    new RegExp(
      `(?<![\\d./-])(?<found>${DATE})(?=,? \\(?(?:is |ben |was |als |as |ist |est |= ?){0,2}(?:mijn |my |the |mein |ma |haar |zijn |her |his |onze |de )?(?:geb(?:oren|oorte\\p{L}*|\\.)|born|birth|date of birth|dob|date de naissance))`,
      'dgiu',
    ),
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
  patternFinder('documentNumber', new RegExp(NUMBER_FIRST, 'dgiu')),
  patternFinder(
    'numberPlate',
    new RegExp(
      `(?<=(?<!\\p{L})(?:${PLATE_WORD})[^\\n]{0,40})(?<![\\p{L}\\d-])(?:${PLATE}|${PLATE_ABROAD})(?![\\p{L}\\d-])`,
      'dgiu',
    ),
  ),
  patternFinder('numberPlate', new RegExp(`(?<!\\p{L})(?:${PLATE_WORD})${BETWEEN}${BARE_PLATE}`, 'dgiu')),
];
const WORDS = new RegExp(
  `°|(?:wor|turn|wer|wird|wurde)[dt]{0,2} \\d|leeftijd|alter|age|\\(\\*|${BIRTH}|${OF_PERSON}|${DOCUMENT}|${PLATE_WORD}`,
  'iu',
);

const plateFinders = [patternFinder('numberPlate', ANY_PLATE), patternFinder('numberPlate', SMALL_PLATE)];

/**
 * Birth dates, passport and licence numbers, number plates: each only beside the word that names it, number plates in a text
 * about a car too.
 */
export function findDocuments(text: string): Finding[] {
  const named = WORDS.test(text) ? finders.flatMap((find) => find(text)) : [];
  const plates =
    /[A-Z\d]-?[A-Z\d]/i.test(text) && VEHICLE.test(text) ? plateFinders.flatMap((find) => find(text)) : [];
  const told = [...named, ...plates].filter(
    ({ start, end }) => !isCalledExample(text, start, end) && !isOfAThing(text, start),
  );
  return [...told, ...patternFinder('documentNumber', BRITISH_LICENCE)(text)];
}

/** "The company was born on …": no person. */
const THING_BORN =
  /(?:^|[.!?\n] ?)(?:The|Het|Das|De|Der|Die|Le|La) (?!(?:kind|kindje|child|baby|man|vrouw|woman|boy|girl|jongen|meisje|dochter|zoon|klant|customer|patiënt|patient|Kind|Mann|Frau|fils|fille)(?!\p{L}))\p{L}{3,20} (?:werd|was|is|wurde|est) (?:born|geboren|née?) (?:on|op|am|le|in) $/u;

function isOfAThing(text: string, start: number): boolean {
  return THING_BORN.test(text.slice(Math.max(0, start - 80), start));
}
