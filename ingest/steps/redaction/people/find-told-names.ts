import {
  CLOSING,
  FULL,
  GREETING,
  INITIAL,
  isKnownName,
  isOfSomebody,
  PART,
  PARTICLES,
} from '../find-names.js';
import { type Finding, patternFinder } from '../finding.js';
import { isFirstName } from '../first-names.js';
import { findInSentences } from './find-in-sentences.js';
import { findLooseNames } from './find-loose-names.js';

const MARK = String.raw`[*_"'“‘]{0,3}`;
const LINE = String.raw`(?<=\n|^(?=[-–—]))[ >]{0,3}[-–—~*_ ]{0,4}`;
const STAFF = String.raw`(?![ ](?:van|bij|from|at|of|vom|von|bei|de)[ ](?:de|het|the|der|dem|jullie|your|la|le|uw|onze|our)(?!\p{L}))`;
const SPEAKS = String.raw`(?:this is|it['’]s|dit is|hier(?: is| spreekt)?|u spreekt met|je spreekt met|met|hier (?:spricht|ist)|ici|c['’]est|[Ii]k ben|I['’]?a?m|ich bin|je suis)`;
const HELLO = String.raw`(?<=^|[\n.!?] ?)(?:[Hh](?:i|ello|allo|oi|ey|eya|iya)|[Dd]ag|[Gg]oede?(?:morgen|middag|navond|ndag)|[Gg]ood (?:morning|afternoon|evening|day)|[Gg]uten (?:Tag|Morgen|Abend)|[Bb]onjour|[Bb]onsoir)(?: all| there| allemaal| team| zusammen)?[,!.]?[ ]`;
const CONTACT = String.raw`(?=[*_]{0,2}[ ]?[,(:;–/-]?[ ]?(?:\(?(?:[Tt]el(?:efoon)?|[Mm]ob(?:iel|ile)?|[Pp]hone|[Ee]-?mail|[Mm]ail|[Gg]eb|[Gg]eboren|[Bb]orn|DOB|BSN|bsn|IBAN|[Kk]lantn|[Kk]undenn|[Cc]ustomer n|[Aa]ccount n|[Ww]oon(?:t|achtig)|[Ww]ohnhaft)(?!\p{Ll}{9})|\+\d|\(?0\d))`;
const SIGNS = String.raw`(?:(?:[Mm]et )?(?:[Vv]riendelijke|[Hh]artelijke|[Vv]eel|[Ww]arme|[Ll]ieve)? ?[Gg]roet(?:en|jes)?|[Mm]\.?v\.?[Gg]\.?|MVG|(?:[Mm]et )?[Vv]r\.? ?gr\.?|[Hh]?[Gg]r(?:tz?|tjs)?\.?|[Ll]iefs|[Hh]oogachtend|(?:[Kk]ind|[Bb]est|[Ww]arm)(?:est)? [Rr]egards|[Rr]egards|[Cc]heers|[Bb]est(?=,)|[Tt]hanks(?=,)|[Tt]a(?=,)|[Tt]hx(?=,)|[Mm]et dank(?=,)|[Mm]erci(?=,)|[Dd]anke(?=,)|[Yy]ours(?: sincerely| faithfully| truly)?|[Ss]incerely|[Ll]ove|(?:[Mm]it )?(?:[Ff]reundlichen?|[Vv]iele[n]?|[Ll]iebe[n]?|[Bb]esten?|[Ss]chöne[n]?|[Hh]erzliche[n]?) [Gg]r(?:ü(?:ß|ss)en?|uß)|[Gg]ruß|LG|VG|MfG|[Cc]ordialement|[Bb]ien à vous|[Bb]ises|[Aa]mitiés)`;

/** Of these the public knows the names. */
const KNOWN_BY_OFFICE =
  '(?:schrijver|schrijfster|auteur|zanger|zangeres|acteur|actrice|regisseur|minister|president|premier|burgemeester|koning|koningin|directeur|oprichter|author|writer|singer|actor|actress|director|mayor|king|queen|founder|inventor|uitvinder|ceo)';

const finders = [
  // "Hi, this is Priya, …": behind a salutation whoever speaks says their name.
  patternFinder(
    'name',
    new RegExp(
      String.raw`${HELLO}${SPEAKS}[ ]${MARK}(?<found>${FULL}|${PART})(?=[*_]{0,2}[ ]?(?:[,.!;:(\n-]|$)|[*_]{0,2}[ ](?:from|uit|van|here|hier|speaking|aus|de|again|en|and|weer)(?!\p{L}))`,
      'dgu',
    ),
    isOfSomebody,
  ),
  // A closing and a name, and nothing more in the line.
  patternFinder(
    'name',
    new RegExp(
      String.raw`(?<![\p{L}\p{N}])${SIGNS}(?: van)?[ ]?[,.!:-]{0,3}(?:[ ]{1,2}|[ ]?\n[ ]?)${MARK}(?<found>(?:${PART}[ ](?:en|and|&|und|et)[ ])?(?:(?:${INITIAL}){1,4}[ ]?${PARTICLES}${PART}|${FULL}|${PART}))(?=${MARK}[ ]?(?:[xX]{1,5}|[:;]-?\)|\([^)\n]{0,30}\))?[ ]?[.!]?[ ]?(?:\n|$))`,
      'dgu',
    ),
    isOfSomebody,
  ),
  // "Thanks! Th. à Campo"
  patternFinder(
    'name',
    new RegExp(
      String.raw`(?<![\p{L}\p{N}])${CLOSING}[ ]?[,.!:-]{0,3}[ ]{1,2}(?<found>(?:${INITIAL}){1,4}[ ]?${PARTICLES}${PART})`,
      'dgu',
    ),
    isOfSomebody,
  ),
  // A line that holds a name alone.
  patternFinder(
    'name',
    new RegExp(
      String.raw`${LINE}\(?(?<found>${FULL}|${PART})(?=${MARK}\)?(?: \p{Lu}\.)?[ ]?(?:[xX]{1,5}|[:;]-?[)D])?[.!]?[ ]?$)`,
      'dgu',
    ),
    isKnownName,
  ),
  // "That was it, Jan-Willem. Good luck": who is spoken to, or who speaks.
  patternFinder(
    'name',
    new RegExp(
      String.raw`(?<=\p{Ll},[ ])(?<found>${FULL}|${PART})(?=[.!?]?[ ]?(?:\n|$)|[.!?][ ]\p{Lu})`,
      'dgu',
    ),
    isKnownName,
  ),
  // "The fitter, Priya Shah, left": whoever does something in somebody's house, but not who wrote or rules something.
  patternFinder(
    'name',
    new RegExp(
      String.raw`(?<=(?<!\p{L})(?:[Dd]e|[Ee]en|[Mm]ijn|[Oo]nze|[Tt]he|[Mm]y|[Oo]ur|[Aa]n?)[ ](?!${KNOWN_BY_OFFICE})\p{Ll}{3,20},[ ])(?<found>${FULL})(?=,[ ]\p{Ll})`,
      'dgu',
    ),
    isKnownName,
  ),
  // "Tante Riek", "uncle Bernie": rare names too.
  patternFinder(
    'name',
    new RegExp(
      String.raw`(?<!\p{L})(?:[Tt]ante|[Oo]om|[Oo]pa|[Oo]ma|[Uu]ncle|[Aa]unt(?:ie)?|[Gg]randma|[Gg]randpa|[Nn]an|[Nn]eef|[Nn]icht)[ ](?<found>${PART})(?=[ ](?:\p{Ll}|\()|[,.!?;:]|$)`,
      'dgu',
    ),
    isOfSomebody,
  ),
  // "Roos en ik", "me and Priya"
  patternFinder(
    'name',
    new RegExp(
      String.raw`(?<!\p{L})(?<found>${PART})(?=[ ](?:en ik|en mijzelf|and I|and me|and myself|und ich|et moi)(?!\p{L}))`,
      'dgu',
    ),
    isKnownName,
  ),
  patternFinder(
    'name',
    new RegExp(
      String.raw`(?<!\p{L})(?:[Ii]k en|[Mm]e and|[Mm]yself and|[Ii]ch und|[Mm]oi et)[ ](?<found>${FULL}|${PART})`,
      'dgu',
    ),
    isKnownName,
  ),
  // "Agnieszka's number", "name Olu Bankole" as a field of several
  patternFinder(
    'name',
    new RegExp(
      String.raw`(?<![\p{L}\d])(?<found>${PART})(?=['’]s (?:number|phone|mobile|account|contract|address|house|nummer|telefoon|adres|rekening|contract|router|modem|flat|email))`,
      'dgu',
    ),
    isKnownName,
  ),
  patternFinder(
    'name',
    new RegExp(String.raw`(?<=[,;|(][ ]?)(?:[Nn]ame|[Nn]aam|[Nn]om)[ ]${MARK}(?<found>${FULL})`, 'dgu'),
    isOfSomebody,
  ),
  // "Sanne belde", "Fatima at number 12": what only people do, or where they live.
  patternFinder(
    'name',
    new RegExp(
      String.raw`(?<![\p{L}\d"“‘/-])(?<found>${PART})(?=[ ](?:belde|mailde|appte|schreef mij|zei|zegt dat|woont|woonde|is overleden|overleed|tekende|called me|phoned|emailed|texted me|said|says|lives|lived|passed away|signed for|told me|sagte|wohnt|wohnte|rief|m['’]a|habite|(?:van|op|from|at) (?:nummer|nr|number|no)\.? ?\d)(?!\p{L}))${STAFF}`,
      'dgu',
    ),
    isKnownName,
  ),
  // "ask for Wim", but staff may be asked for.
  patternFinder(
    'name',
    new RegExp(
      String.raw`(?<!(?:desk|balie|loket|winkel|service|receptie|shop|support|counter|kantoor|office|filiaal|klantenservice)(?!\p{L})[^\n.!?]{0,40})(?<!\p{L})(?:[Vv]ra(?:ag|gen) (?:dan |maar |even )?naar|[Aa]sk(?:ing)? for|[Ff]ragen? (?:Sie )?nach|[Dd]emande[rz]?)[ ](?<found>${FULL}|${PART})${STAFF}`,
      'dgu',
    ),
    isKnownName,
  ),
  // "Kim Nguyen, tel. …"
  patternFinder(
    'name',
    new RegExp(`(?<![\\p{L}\\d])(?<found>${FULL})(?!\\p{L})${CONTACT}`, 'dgu'),
    isKnownName,
  ),
  patternFinder(
    'name',
    new RegExp(
      String.raw`(?<!\p{L})(?:(?:[Mm]ijn|[Oo]nze|[Mm]y|[Mm]eine|[Mm]es) (?:gegevens|details|daten|coordonnées)|[Gg]egevens van|[Nn]aam en adres|[Nn]ame and address|[Kk]lant|[Cc]ustomer|[Bb]ewoner|[Hh]uurder|[Rr]eiziger|[Vv]erzekerde|[Pp]ati[ëe]nt|[Pp]assagier|[Kk]unde|[Kk]undin|[Mm]ieter|[Tt]enant|[Cc]lient|[Ee]igenaar|[Oo]wner|[Bb]estuurder|[Dd]river|[Aa]anvrager|[Aa]pplicant|[Ii]ndiener|[Mm]elder|[Ee]rven van|[Nn]abestaanden van|[Ww]eduwe|[Ww]edu?wnaar|[Gg]emachtigde|[Mm]edebewoner|[Cc]ontractant|[Cc]ontracthouder)[ ]?:?[ ]${MARK}(?<found>${FULL}|(?:${INITIAL}){1,4}[ ]?${PARTICLES}${PART})`,
      'dgu',
    ),
    (found) => isKnownName(found) || (/^\p{Lu}\./u.test(found) && isOfSomebody(found)),
  ),
  // "signed for by W. Kuipers", "van D. Aydın"
  patternFinder(
    'name',
    new RegExp(
      String.raw`(?<!\p{L})(?:door|van|aan|met|bij|voor|by|from|to|with|for|von|mit|bei|für|par|chez|heet)[ ](?<found>(?:\p{Lu}\.[ ]?){1,4}${PARTICLES}${PART})(?![\p{L}\d])`,
      'dgu',
    ),
    (found) => isOfSomebody(found) && !/^(?:[BN]\.[VO]|U\.[SK]|V\.S|E\.U)\./.test(found),
  ),
  // "Beste Roos en Karel"
  patternFinder(
    'name',
    new RegExp(`${GREETING}(?<found>${PART}[ ](?:en|and|und|et|&)[ ]${PART})(?=[ ]?[,!\\n:])`, 'dgu'),
    isKnownName,
  ),
];

const SECOND = new RegExp(
  String.raw`[ ](?:en|and|&|e\/?o|und|et|of|or)[ ](?<second>(?:${INITIAL}){1,4}[ ]?${PARTICLES}${PART}|${FULL}|${PART})`,
  'uy',
);
const GIVEN = new RegExp(String.raw`,[ ](?<second>${PART})(?:[ ]${PART}){0,3}`, 'uy');
/** "Kees de B.", "De Bruijn - van Es": more of the same name. */
const REST =
  /[ ](?:(?:van|de|der|den|ten|ter|von) ){0,2}\p{Lu}\.(?=[ ]?(?:[,;!?)\n]|$)|[ ]\p{Ll})|[ ]\p{Lu}[ ]\p{Lu}\p{Ll}{2,20}(?![\p{L}])|[ ]?-[ ]?(?:(?:van|de|der|den|ten|ter) ){1,3}\p{Lu}\p{L}{1,24}|[ ]-[ ]\p{Lu}\p{L}{1,24}(?=\n|$)/uy;
const TITLE_BEHIND =
  /[ ]?\((?:dr|mr|mrs|ms|miss|dhr|mevr|mw|m\/v|hij|zij|she\/her|he\/him|they\/them|ing|ir|drs|prof|msc|bsc)\.?\)/iuy;
const FIRST = new RegExp(
  String.raw`(?<![\p{L}\d])(?<first>(?:${INITIAL}){1,4}[ ]?${PART}|${PART})[ ](?:en|and|&|e\/o|und|et)[ ]$`,
  'u',
);
const LONGEST_FIRST = 40;

/** A name with what belongs to it: "A. Ali e/o B. Hassan", "Ömer en Aylin Yıldırım", "De Wit, Johanna", "(Dr)". */
function withTheOther(text: string, { kind, start, end }: Finding): Finding {
  let to = end;
  for (const pattern of [REST, SECOND, GIVEN, TITLE_BEHIND]) {
    pattern.lastIndex = to;
    const match = pattern.exec(text);
    const second = match?.groups?.second;
    const isPart = match && (second === undefined || /^\p{Lu}\./u.test(second) || isKnownName(second));
    if (isPart) to += match[0].length;
  }
  const from = Math.max(0, start - LONGEST_FIRST);
  const first = FIRST.exec(text.slice(from, start));
  const name = first?.groups?.first ?? '';
  const isFirst =
    first &&
    isOfSomebody(name) &&
    (isFirstName(name) || /^\p{Lu}\./u.test(name) || isAfterClosing(text, from + first.index));
  return { kind, start: isFirst ? from + first.index : start, end: to };
}

const AFTER_CLOSING = new RegExp(String.raw`${SIGNS}(?: van| from| von)?[ ]?[,.!:]?[ \n]{1,2}$`, 'u');

function isAfterClosing(text: string, at: number): boolean {
  return AFTER_CLOSING.test(text.slice(Math.max(0, at - LONGEST_FIRST), at));
}

/** Names that are told by where they stand, and what belongs to those and to the `others` that were found. */
export function findToldNames(text: string, others: readonly Finding[]): Finding[] {
  const found = [...finders.flatMap((find) => find(text)), ...findInSentences(text), ...findLooseNames(text)];
  return [...found, ...others].map((finding) => withTheOther(text, finding));
}
