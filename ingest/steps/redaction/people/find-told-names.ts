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

const MARK = String.raw`[*_"'“‘]{0,3}`;
const LINE = String.raw`(?<=\n)[ >]{0,3}[-–—~*_ ]{0,4}`;
const STAFF = String.raw`(?![ ](?:van|bij|from|at|of|vom|von|bei|de)[ ](?:de|het|the|der|dem|jullie|your|la|le|uw|onze|our)(?!\p{L}))`;
const SPEAKS = String.raw`(?:this is|it['’]s|dit is|hier(?: is| spreekt)?|u spreekt met|je spreekt met|met|hier (?:spricht|ist)|ici|c['’]est|[Ii]k ben|I['’]?a?m|ich bin|je suis)`;
const HELLO = String.raw`(?<=^|[\n.!?] ?)(?:[Hh](?:i|ello|allo|oi|ey|eya|iya)|[Dd]ag|[Gg]oede?(?:morgen|middag|navond|ndag)|[Gg]ood (?:morning|afternoon|evening|day)|[Gg]uten (?:Tag|Morgen|Abend)|[Bb]onjour|[Bb]onsoir)(?: all| there| allemaal| team| zusammen)?[,!.]?[ ]`;
const CONTACT = String.raw`(?=[*_]{0,2}[ ]?[,(:;–/-]?[ ]?(?:\(?(?:[Tt]el(?:efoon)?|[Mm]ob(?:iel|ile)?|[Pp]hone|[Ee]-?mail|[Mm]ail|[Gg]eb|[Gg]eboren|[Bb]orn|DOB|BSN|bsn|IBAN|[Kk]lantn|[Kk]undenn|[Cc]ustomer n|[Aa]ccount n|[Ww]oon(?:t|achtig)|[Ww]ohnhaft)(?!\p{Ll}{9})|\+\d|\(?0\d))`;
const SIGNS = String.raw`(?:(?:[Mm]et )?(?:[Vv]riendelijke|[Hh]artelijke|[Vv]eel|[Ww]arme|[Ll]ieve)? ?[Gg]roet(?:en|jes)?|[Mm]\.?v\.?[Gg]\.?|MVG|(?:[Mm]et )?[Vv]r\.? ?gr\.?|[Hh]?[Gg]r(?:tz?|tjs)?\.?|[Ll]iefs|[Hh]oogachtend|(?:[Kk]ind|[Bb]est|[Ww]arm)(?:est)? [Rr]egards|[Rr]egards|[Cc]heers|[Bb]est(?=,)|[Tt]hanks(?=,)|[Mm]erci(?=,)|[Dd]anke(?=,)|[Yy]ours(?: sincerely| faithfully| truly)?|[Ss]incerely|[Ll]ove|(?:[Mm]it )?(?:[Ff]reundlichen?|[Vv]iele[n]?|[Ll]iebe[n]?|[Bb]esten?|[Ss]chöne[n]?|[Hh]erzliche[n]?) [Gg]r(?:ü(?:ß|ss)en?|uß)|[Gg]ruß|LG|VG|MfG|[Cc]ordialement|[Bb]ien à vous|[Bb]ises|[Aa]mitiés)`;

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
    new RegExp(String.raw`${LINE}(?<found>${FULL}|${PART})(?=${MARK}[ ]?(?:[xX]{1,5})?[.!]?[ ]?$)`, 'dgu'),
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
  patternFinder('name', new RegExp(`(?<![\\p{L}\\d])(?<found>${FULL})${CONTACT}`, 'dgu'), isKnownName),
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

/** What is named after people, and works of people who are known. */
const NAMED_AFTER =
  /^[ -]?(?:university|straat|laan|weg|plein|kade|school|college|lyceum|ziekenhuis|hospital|museum|huis|house|brug|bridge|stadion|stadium|arena|park|hal|station|prijs|award|foundation|stichting|fonds|universiteit|university|instituut|institute|kerk|church|festival|show|collectie|tunnel|theater|theatre|b\.?v\.?|n\.?v\.?|ltd|gmbh|& )/i;
const KNOWN_PEOPLE =
  /(?:schrijver|schrijfster|auteur|zanger(?:es)?|acteur|actrice|presentator|presentatrice|schilder|componist|regisseur|minister|wethouder|burgemeester|directeur|ceo|president|koning|koningin|professor|trainer|coach|voetballer|dj|author|writer|singer|actor|actress|artist|painter|composer|director|mayor|minister|king|queen|chairman|founder|boek|roman|song|liedje|album|film|serie|concert|podcast|optreden|tour|book|novel|movie|playlist|station|expositie|tentoonstelling|lied|buch|livre|chanson|autobiografie|musical|voorstelling|te leen|halte|stop|vernoemd|named after|werkt bij|works at|medewerker|helpdesk|webcare|monteur|moderator|collega van|onze collega|experts?|redacteur|woordvoerder|spokes\p{L}+|(?<!\p{L})(?:cd|cds|lp|dvd|single|vinyl|hit|gedicht|stripboek|strip|schilderij|beeld|standbeeld|statue|painting|poem)(?!\p{L}))/iu;
const FAMOUS =
  /(?:rutte|verstappen|cruijff|carmiggelt|frank|dickens|rowling|shakespeare|beethoven|bach|mozart|einstein|swift|sheeran|jackson|mandela|trump|biden|obama|merkel|macron|musk|bezos|gates|jobs|appel|mulisch|borsato|meeuwis|froger|mccartney|lennon|bowie|prince|newton|edison|tesla|volta|bell|hazes|doorman|rembrandt|heijn|linders|hornby|christie|king|potter|watson|holmes|bond|kant|marx)$/iu;
/** Places are called after people: "Victoria Park". */
const PLACE =
  /[ -](?:park|street|road|lane|avenue|station|stadium|square|bridge|hall|house|centre|center|hospital|school|college|church|market|hotel|tower|plein|straat|laan|weg|kade|haven|brug|platz|straße)$/iu;
const AROUND = 60;
const findFull = patternFinder(
  'name',
  new RegExp(`(?<![\\p{L}\\d"“„'‘*_@#/.-])(?<found>${FULL})(?![\\p{L}\\d"”'’/])`, 'dgu'),
  isKnownName,
);
/** What people do, behind a name; and the words before one that is no thing. */
const PERSONAL_AFTER =
  /^[ ,]{1,2}(?:heeft|had|belde|zei|zegt|woont|woonde|kwam|schreef|mailde|tekende|ontving|nam|staat|stond|krijgt|kreeg|betaalt|wil|wilde|overleed|overleden|verhuis\p{L}*|moet|kan|kon|called|said|says|signed|has|lives|lived|told|wrote|picked|took|answered|wants|paid|pays|moved|died|passed|hat|sagte|wohnt|wohnte|möchte|a \p{L}+é|habite|op nummer|at number|van nummer|from number|\(\d|\((?:mijn|m'n|onze|zijn|haar|my|our|his|her|meine?|ma|mon) \p{Ll})/iu;
const PERSONAL_BEFORE =
  /(?:^|[^\p{L}])(?:van|aan|door|namens|samen met|(?:gesproken|sprak|spreek|gebeld|getrouwd|gemaild|contact(?: gehad)?|afgesproken|afspraak|woon) met|(?:spoke|spoken|talked|speaking|speak|married|appointment|live|living|arranged) (?:with|to)|collega|colleague|buurman|buurvrouw|neighbour|voor|for|kan|kunnen|could|can|heeft|did|naar|tussen|geadresseerd aan|bezorgd bij|afgegeven bij|from|to|by|behalf of|addressed to|sent to|belongs to|is|von|an|par|à|chez|bei|bij)[ ]$/iu;

const BEGINNING = /(?<=^|[.!?\n][ ]?)\p{Lu}\p{Ll}+(?=[ ])/gu;

/** The first word of a sentence small where it is no first name: "Brief van Jan Smit" holds a name from its third word on. */
function withPlainBeginnings(text: string): string {
  return text.replace(BEGINNING, (word) => {
    const small = word.toLowerCase();
    return isFirstName(word) || small.length !== word.length ? word : small;
  });
}

/** A common first name with a family name in running text, where the words around it are those of a person, not of a work or a street. */
function inRunningText(text: string): Finding[] {
  return findFull(withPlainBeginnings(text)).filter(({ start, end }) => {
    const found = text.slice(start, end);
    const before = text.slice(Math.max(0, start - AROUND), start);
    const after = text.slice(end, end + AROUND);
    if (/^An |\p{Lu}{2}[^ ]*$/u.test(found)) return false;
    if (
      NAMED_AFTER.test(after) ||
      KNOWN_PEOPLE.test(before + after) ||
      FAMOUS.test(found) ||
      PLACE.test(found)
    )
      return false;
    if (/\d/.test(after.slice(0, 5)) && !/^ ?\(/.test(after)) return false;
    return PERSONAL_AFTER.test(after) || PERSONAL_BEFORE.test(before);
  });
}

const SECOND = new RegExp(
  String.raw`[ ](?:en|and|&|e\/o|und|et|of|or)[ ](?<second>(?:${INITIAL}){1,4}[ ]?${PARTICLES}${PART}|${FULL}|${PART})`,
  'uy',
);
const GIVEN = new RegExp(String.raw`,[ ](?<second>${PART})(?:[ ]${PART}){0,3}`, 'uy');
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
  for (const pattern of [SECOND, GIVEN, TITLE_BEHIND]) {
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
  const found = [...finders.flatMap((find) => find(text)), ...inRunningText(text)];
  return [...found, ...others].map((finding) => withTheOther(text, finding));
}
