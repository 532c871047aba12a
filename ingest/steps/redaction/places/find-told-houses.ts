import { type Finding, patternFinder } from '../finding.js';
import { BRITISH_POSTCODE } from './address-rest.js';

const CAPITAL = String.raw`\p{Lu}[\p{L}'’.-]{1,24}`;
const SMALL = String.raw`(?:van|de|der|den|het|ter|ten|'t|op|aan|in|the|of|des|du|la|le|les|von|zum|zur|am|an|'s)`;
/** One to five words of a street's name, the first with a capital or an article. */
const NAME = String.raw`(?:(?:De|Het|'t|Op|In|Aan|Am|An|Im|Zum|Zur|The)[ ])?${CAPITAL}(?:[ ](?:${SMALL}[ ]){0,2}${CAPITAL}){0,3}`;
const HOUSE = String.raw`\d{1,4}(?:[ ]?[a-zA-Z](?![\p{L}\d/])|[ ]?[-/][ ]?(?:\d{1,4}|[a-zA-Z]{1,3}|[IV]{1,3})(?![\p{L}\d]))?`;
const START = String.raw`(?<![\p{L}\d.,€£$-])`;
const PERSON =
  '(?:buren|buur(?:man|vrouw|meisje|jongen|en)?|overbuur\\p{Ll}*|familie|fam\\.|mevrouw|mevr\\.|mw\\.|meneer|dhr\\.|de heer|neighbou?rs?|mrs?\\.?|ms\\.?|nachbar\\p{Ll}*|familie|voisine?s?)';
const NUMBER_WORD = '(?:huisnummer|huisnr|nummer|number|nr|no|hausnummer|numéro|n°)\\.?';

const finders = [
  // A name and a number before a town with its code, whatever the street is called: "Meent 9, 3011 JP Rotterdam".
  patternFinder(
    'address',
    new RegExp(
      String.raw`${START}${NAME}[ ]${HOUSE}(?:[ ](?:bus|bte|boîte)[ ]\w{1,4})?,?[ ]{1,2}(?:\n[ ]?)?(?=(?:[1-9]\d{3}[ ]?[A-Z]{2}(?![\p{L}\d])|(?:B-|D-|F-|L-|A-)?[1-9]\d{3,4}[ ]\p{Lu}\p{Ll}{2,}))`,
      'dgu',
    ),
  ),
  // "12 The Ridings, Harrogate HG1 4AA", "Rose Cottage, Mill Lane, Ludlow SY8 3AB"
  patternFinder(
    'address',
    new RegExp(
      String.raw`${START}(?:\d{1,4}[a-zA-Z]?[ ]|(?=(?:${CAPITAL}[ ]){1,2}(?:Cottage|House|Farm|Barn|Lodge|Villa|Court|Mill)))${CAPITAL}(?:[ ]${CAPITAL}){0,3}(?:,[ ]${CAPITAL}(?:[ ]${CAPITAL}){0,2}){0,3},?[ ](?:\n[ ]?)?${BRITISH_POSTCODE}`,
      'dgu',
    ),
  ),
  // "The Old Forge, Church Lane, Kirby LE14 2TA": houses with a name, before a full code.
  patternFinder(
    'address',
    new RegExp(
      String.raw`${START}(?:The[ ])?${CAPITAL}(?:[ ]${CAPITAL}){0,2}(?:,[ ]${CAPITAL}(?:[ ]${CAPITAL}){0,2}){1,3},?[ ](?:\n[ ]?)?${BRITISH_POSTCODE}`,
      'dgu',
    ),
  ),
  // "14-II Ceintuurbaan", "221 Keizersgracht": the number first before a Dutch street.
  patternFinder(
    'address',
    new RegExp(
      String.raw`${START}(?:(?:nr|nummer|no|number)\.? )?\d{1,4}(?:[ -]?(?:[a-zA-Z]|[IV]{1,3}|hs|bis)(?![\p{L}\d]))?[ ]\p{Lu}[\p{L}'-]{2,24}(?:straat|laan|gracht|kade|singel|plein|baan|dreef|steeg|plantsoen|weg|dijk|straße|strasse|allee|gasse)(?![\p{L}\d])`,
      'dgu',
    ),
    (found) => !/(?:snelweg|rijbaan|spoorbaan|landingsbaan|startbaan|busbaan)$/i.test(found),
  ),
  // "rue du Moulin 8": Belgians and Swiss write the number behind.
  patternFinder(
    'address',
    /(?<!\p{L})(?:[Rr]ue|[Aa]venue|[Aa]v\.|[Bb]oulevard|[Bb]d|[Cc]haussée|[Cc]hemin|[Aa]llée|[Pp]lace|[Qq]uai|[Ii]mpasse|[Ss]entier|[Cc]los|[Rr]oute)[ ](?:(?:de|du|des|la|le|les|de la|saint|sainte)[ ]|(?:de )?l['’]|d['’]){0,2}\p{Lu}[\p{L}'’-]{0,24}(?:[ -](?:de |du |des |la )?\p{Lu}[\p{L}'’-]{0,24}){0,3},?[ ](?:n°[ ]?)?\d{1,4}[ ]?[a-zA-Z]?(?![\p{L}\d])/dgu,
  ),
  // "bij de familie … op nummer 27", "my neighbour at number 16"
  patternFinder(
    'address',
    new RegExp(
      String.raw`(?<=(?<!\p{L})${PERSON}(?!\p{L})[^\n.!?\d]{0,40}?(?:op|van|at|from|bij|auf|von|au|du|de|in|aan|,)[ ](?:de |het )?)${NUMBER_WORD}[ ]?\d{1,4}[ ]?[a-zA-Z]?(?![\p{L}\d]|[.,:]\d|[ ]?%)`,
      'dgiu',
    ),
  ),
  patternFinder(
    'address',
    new RegExp(
      String.raw`(?<=(?<!\p{L})(?:ik|wij|we|i|ich) (?:woon|wonen|zit|zitten|live|wohne|wohnen)(?!\p{L})[^\n.!?\d]{0,30}?(?:op|at|auf|in)[ ])${NUMBER_WORD}[ ]?\d{1,4}[ ]?[a-zA-Z]?(?![\p{L}\d]|[.,:]\d)`,
      'dgiu',
    ),
  ),
  // "ik woon in de Akkerwinde 12", "wij zitten op 't Zand 4", "we live in 14 The Paddocks"
  patternFinder(
    'address',
    new RegExp(
      String.raw`(?<=(?<!\p{L})(?:[Ii]k|[Ww]ij|[Ww]e|[Zz]e|[Zz]ij|[Hh]ij|[Ii]ch|[Ww]ir|[Ww]ij zijn) (?:woon|wonen|woont|zit|zitten|wohne|wohnen|verhuisd|verhuis|verhuizen)(?!\p{L})(?:[ ]\p{Ll}{1,12}){0,4}?[ ](?:op|in|aan|naar|am|an|nach)[ ](?:de |het |der |den |dem )?)${NAME}[ ]${HOUSE}(?![\p{L}\d]|[.,:]\d|[ ]?(?:jaar|jaren|maanden|weken|dagen|uur|km|jahre?)(?!\p{L}))`,
      'dgu',
    ),
  ),
  // "bij ons aan de Singel 210", "aan de Singel 210 bij ons thuis"
  patternFinder(
    'address',
    new RegExp(
      String.raw`(?<=(?<!\p{L})(?:[Bb]ij (?:ons|mij)|[Hh]ier(?: bij ons)?|[Tt]huis|[Oo]n(?:s|ze) (?:huis|flat|woning)|[Mm]ijn (?:huis|flat|woning)|[Mm]y (?:house|flat|place)|(?:[Dd]e|[Ee]en|[Mm]ijn|[Oo]nze|[Tt]he) (?:woning|flat|huurwoning|appartement)(?=[ ]\p{Lu}))(?:(?:[ ]\p{Ll}{2,12}){0,2}[ ](?:aan|op|in|at|on)[ ](?:de |het )?| \(| (?=\p{Lu})))${NAME}[ ]${HOUSE}(?![\p{L}\d]|[.,:]\d|[ ]?(?:jaar|maanden|weken|dagen|uur|km|GB|MB|euro|keer)(?!\p{L}))`,
      'dgu',
    ),
  ),
  // "Kastanjelaan nr. 12", "Kastanjelaan, huisnummer 12"
  patternFinder(
    'address',
    new RegExp(
      String.raw`(?<![\p{L}\d])(?:(?:${CAPITAL}|van|de|der|den)[ ]){0,3}\p{L}{3,24}(?:straat|laan|gracht|kade|singel|plein|dreef|steeg|plantsoen|weg|dijk|hof|pad|straße|allee),?[ ](?:op |met |mit |with )?${NUMBER_WORD}[ ]?${HOUSE}(?![\p{L}\d]|[.,:]\d)`,
      'dgu',
    ),
  ),
  // American ones without a word for the street's kind, before a town with its state and code.
  patternFinder(
    'address',
    new RegExp(
      String.raw`${START}\d{1,5}[ ](?:[NSEW]\.?[ ])?${CAPITAL}(?:[ ]${CAPITAL}){0,3}(?:,?[ ](?:Apt|Unit|Suite|Ste|#)\.?[ ]?[A-Z\d]{1,5})?,[ ]${CAPITAL}(?:[ ]${CAPITAL}){0,2},?[ ][A-Z]{2}[ ]\d{5}(?:-\d{4})?(?!\d)`,
      'dgu',
    ),
  ),
];

/** Houses that are told by what stands around them: the code of the post, somebody who lives there, the word number. */
export function findToldHouses(text: string): Finding[] {
  return finders.flatMap((find) => find(text));
}
