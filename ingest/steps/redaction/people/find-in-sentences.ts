import { FULL, isKnownName, isOfSomebody, RELATIVE } from '../find-names.js';
import { type Finding, patternFinder } from '../finding.js';
import { isFirstName } from '../first-names.js';
import { isOfPublic } from './known-people.js';

const findFull = patternFinder(
  'name',
  new RegExp(`(?<![\\p{L}\\d"“„'‘*_@#/.-])(?<found>${FULL})(?![\\p{L}\\d"”/]|['’](?!s ))`, 'dgu'),
  isOfSomebody,
);
/** What people do, behind a name; and the words before one that is no thing. */
const PERSONAL_AFTER =
  /^[ ,]{1,2}(?:heeft|had|belde|zei|zegt|woont|woonde|kwam|schreef|mailde|tekende|ontving|nam|staat|stond|krijgt|kreeg|betaalt|wil|wilde|overleed|overleden|verhuis\p{L}*|moet|kan|kon|called|said|says|signed|has|lives|lived|told|wrote|picked|took|answered|wants|paid|pays|moved|died|passed|hat|sagte|wohnt|wohnte|möchte|a \p{L}+é|habite|op nummer|at number|van nummer|from number|hiernaast|hierboven|verderop|van (?:boven|beneden|hiernaast|de overkant|\p{Ll}{3,5} (?:huizen|deuren|hoog))|next door|upstairs|downstairs|across the|\(\d)/iu;
const PERSONAL_BEFORE =
  /(?:^|[^\p{L}])(?:van|aan|door|namens|samen met|(?:gesproken|sprak|spreek|gebeld|getrouwd|gemaild|contact(?: gehad)?|afgesproken|afspraak|woon) met|(?:spoke|spoken|talked|speaking|speak|married|appointment|live|living|arranged) (?:with|to)|collega|colleague|buurman|buurvrouw|neighbour|voor|for|kan|kunnen|could|can|heeft|did|naar|tussen|geadresseerd aan|bezorgd bij|afgegeven bij|from|to|by|behalf of|addressed to|sent to|belongs to|is|von|an|par|à|chez|bei|bij)[ ]$/iu;
/** "(mijn schoonvader)" tells a person whatever else stands around. */
const RELATIVE_AFTER = new RegExp(
  String.raw`^,? ?[(,] ?(?:mijn|m'n|onze|zijn|haar|my|our|his|her|meine?n?|unsere?n?|ma|mon) (?:\p{Ll}{1,14} )?${RELATIVE}(?!\p{L})`,
  'u',
);

/** What goes on so speaks of a person, known name or not: ", she has …", "(sister)". */
const PERSON_AFTER =
  /^,? (?:hij|zij|ze|he|she|whose?|er|sie|elle) (?:is|was|heeft|had|zit|zat|woont|has|lives|works|ist|hat|est|a|kan|kon|can|could|wil|wants|paid|zei|said|belde|got|gets|kreeg|krijgt)(?!\p{L})|^ \((?:zus|broer|zoon|dochter|vrouw|man|moeder|vader|partner|oma|opa|buurman|buurvrouw|sister|brother|son|daughter|wife|husband|mother|father|neighbour|Schwester|Bruder|Sohn|Tochter|Frau|Mann|Mutter|Vater|(?:account |card|policy ?)?holder|klant|huurder|contractant|customer|tenant)\)/u;

/** An article makes it a thing, and a preposition of place a place: "een Jack Wolfskin", "in Saint Helena". */
const THING_BEFORE =
  /(?<!\p{L})(?:de|het|een|'t|the|an?|der|die|das|den|dem|eine?[mnr]?|le|la|les|une?|deze|dit|this|that|elke|each|per|mijn|my|je|your|op|in|at|langs|near|merk|brand|type|model)[ ]$/iu;
/** What goes on behind the name of a person; behind that of a thing stands what it is: "een Hugo Boss jas". */
const GOES_ON =
  /^(?:$|['’]s |[ ]?[,.;:!?()\n"”]|[ ](?:en|of|die|heeft|had|is|was|wil|kan|kon|moet|ging|kwam|ook|al|niet|nog|nu|toen|van|om|met|voor|aan|bij|dat|omdat|maar|want|terug|\p{Ll}{0,3}ge\p{Ll}{2,12}|doet|deed|zegt|krijgt|kreeg|staat|woont|belt|mailt|betaalt|gebruikt|komt|gaat|vindt|weet|denkt|werkt|mag|zit|zat|zou|zal|wordt|werd|reist|huurt|kocht|stuurt|stuurde|vroeg|vraagt|opende|bestelde|gaf|geeft|verklaart|moest|uit|daar|mij|me|ons|zelf|eerder|gisteren|vandaag|and|or|who|has|wants|can|could|will|would|did|does|also|already|not|back|for|on|at|from|with|about|to|that|because|but|then|now|gave|got|told|said|opened|pays|uses|bought|ordered|went|came|rang|sent|asked|needs|thinks|works|must|may|should|might|booked|paid|never|again|yesterday|today|as|und|oder|der|die|hat|ist|war|kann|will|auch|nicht|von|mit|für|an|zurück|aus|et|ou|qui|est|était|peut|aussi|pour|avec|pas|n['’]a)(?!\p{L}))/u;
/** Before these stands what is asked for, sent or named: with what goes on behind it a person. */
const GIVEN_BEFORE =
  /(?:(?<!\p{L})(?:via|with|mit|avec|met|cc|vraag|ask|tell|ring|bel|help|zeg)|\p{Ll}[ ]?:)[ ]$/iu;
/** Somebody who tells of themselves or theirs, in the words around. */
const TELLS =
  /(?<!\p{L})(?:ik|mij|me|mijn|m['’]n|mn|wij|we|ons|onze|hij|zij|ze|hem|haar|hen|i|my|our|us|he|she|him|her|his|they|ich|mir|mein\p{Ll}*|wir|unser\p{Ll}*|er|sie|ihr\p{Ll}*|je|j['’]\p{Ll}+|mon|ma|mes|nous|elle)(?!\p{L})/iu;
const AROUND = 60;
const TOLD_AROUND = 110;

const BEGINNING = /(?<=^|[.!?\n][ ]?)\p{Lu}\p{Ll}+(?=[ ])/gu;

/** The first word of a sentence small where it is no first name: "Brief van Jan Smit" holds a name from its third word on. */
function withPlainBeginnings(text: string): string {
  return text.replace(BEGINNING, (word) => {
    const small = word.toLowerCase();
    return isFirstName(word) || small.length !== word.length ? word : small;
  });
}

/** A common first name with a family name in running text, where the words around it are those of a person, not of a work or a street. */
export function findInSentences(text: string): Finding[] {
  return findFull(withPlainBeginnings(text)).filter(({ start, end }) => {
    const before = text.slice(Math.max(0, start - AROUND), start);
    const after = text.slice(end, end + AROUND);
    if (/^An |\p{Lu}{2}[^ ]*$/u.test(text.slice(start, end))) return false;
    if (RELATIVE_AFTER.test(after)) return true;
    if (isOfPublic(text, start, end)) return false;
    if (PERSON_AFTER.test(after) && !THING_BEFORE.test(before)) return true;
    if (!isKnownName(text.slice(start, end))) return false;
    if (/\d/.test(after.slice(0, 5)) && !/^ ?\(/.test(after)) return false;
    return (
      PERSONAL_AFTER.test(after) ||
      PERSONAL_BEFORE.test(before) ||
      (GOES_ON.test(after) &&
        !THING_BEFORE.test(before) &&
        (GIVEN_BEFORE.test(before) || isTold(text, start, end)))
    );
  });
}

function isTold(text: string, start: number, end: number): boolean {
  return TELLS.test(
    `${text.slice(Math.max(0, start - TOLD_AROUND), start)}|${text.slice(end, end + TOLD_AROUND)}`,
  );
}
