import { isKnownName, isOfSomebody, RELATIVE } from '../find-names.js';
import { type Finding, patternFinder } from '../finding.js';
import { isFirstName } from '../first-names.js';

const WORD = String.raw`\p{Lu}[\p{L}'’-]{1,24}`;
const SMALL = String.raw`(?:(?:van|de|der|den|ten|ter|te|el|al|ben|von|la|le|du|di|da|dos|v\.?d\.?) ){0,3}`;
const NAME = `${WORD}(?: ${SMALL}${WORD}){0,3}`;
const BEHIND_NAME = String.raw`(?=[ ]?(?:[,.;:!?)\n]|[xX]{1,5}(?!\p{L})|$))`;
const CLOSING = String.raw`(?<![\p{L}\d])(?:(?:met |veel |lieve |vriendelijke |hartelijke |de ){0,3}groet(?:en|jes)?|m\.?v\.?g\.?|vr\.? ?gr\.?|h?gr(?:tz?|tjs|jes)?\.?|liefs|doei|ciao|bye|dag|(?:kind|best|warm) ?(?:regards|wishes)|regards|cheers|ta|thanks|thx|love|xx+|lg|vg|mfg|(?:liebe |viele |schöne )?gr(?:üße|uesse|uß)|cdt|bises)(?: van| von| from| de)?(?: all| everyone| allemaal)?`;

const finders = [
  // "Hoi allemaal, Rens hier"
  patternFinder(
    'name',
    new RegExp(
      String.raw`(?<=(?:^|[\n.!?] ?)(?:\p{Lu}\p{Ll}{1,12}(?: \p{Ll}{2,10}){0,2}[,!.]? )?)(?<found>${NAME})(?= (?:hier|here|again|weer|speaking|ici|(?:in|from|uit|aus|de) \p{Lu}\p{Ll}+[.!,])(?![\p{L}]))`,
      'dgu',
    ),
    isKnownName,
  ),
  // "Ik (Truida Mol, 81) …", "my dad (Bernard Cope)"
  patternFinder(
    'name',
    new RegExp(
      String.raw`(?<=(?<!\p{L})(?:[Ii]k|I|[Ww]ij|[Mm]yself|[Mm]e|[Ii]ch|[Mm]oi|(?:[Mm]ijn|[Oo]nze|[Mm]y|[Oo]ur|[Mm]eine?|[Mm]on|[Mm]a) \p{Ll}{2,16}),? ?\()(?<found>${NAME})(?=[,)])`,
      'dgu',
    ),
    (found) => (found.includes(' ') ? isOfSomebody(found) : isKnownName(found)),
  ),
  // "@Priscilla bedankt": who is answered.
  patternFinder(
    'name',
    new RegExp(String.raw`(?<![\p{L}\d.@])@(?<found>${WORD})(?![\p{L}\d_@.])`, 'dgu'),
    isKnownName,
  ),
  // "Thank you so much Beatriz, that …"
  patternFinder(
    'name',
    new RegExp(
      String.raw`(?<=(?<!\p{L})(?:[Tt]hanks|[Tt]hank you|[Tt]hx|[Tt]a|[Bb]edankt|[Dd]ank(?: ?je| ?u)?|[Mm]erci|[Dd]anke)(?: wel| so much| very much| a lot| again| heel erg| hartelijk| nogmaals| alvast| schön| beaucoup| sehr| ook| allemaal)?,? )(?<found>${NAME})(?=[ ]?(?:[,.;:!?\n]|$)| (?:dat|voor|that|for|het|it|ik|i|und|pour|für|xx?)(?!\p{L}))`,
      'dgu',
    ),
    isKnownName,
  ),
  // "Yours faithfully\nT W Ashcroft", "i.A. Sabine Kohl"
  patternFinder(
    'name',
    new RegExp(
      String.raw`(?<=(?:[Rr]egards|[Ff]aithfully|[Ss]incerely|[Tt]ruly|[Ww]ishes|[Tt]hanks|[Gg]roet(?:en|jes)?|[Cc]heers|[Gg]rüßen?),? ?\n[ ]?)(?<found>(?:\p{Lu} ){1,3}${SMALL}${WORD})(?=[ ]?(?:[,.]|\n|$))`,
      'dgu',
    ),
    isOfSomebody,
  ),
  patternFinder(
    'name',
    new RegExp(
      String.raw`(?<=(?:[Gg]rüßen?|[Gg]ruß|[Gg]roet(?:en)?|[Rr]egards|[Ff]aithfully|[Ss]incerely|MfG),?[ \n]{1,2}(?:i\. ?[AV]\.|p\.?p\.|[Nn]amens|[Oo]\/b) )(?<found>${NAME})${BEHIND_NAME}`,
      'dgu',
    ),
    isOfSomebody,
  ),
  // "maar ik heet Frans", "she is called Olwen": people, as products have a name too.
  patternFinder(
    'name',
    new RegExp(
      String.raw`(?<=(?<!\p{L})(?:[Ii]k|[Hh]ij|[Zz]ij|[Zz]e|die|maar|and|but|[Hh]e|[Ss]he|who|I['’]m|I am|[Ee]r|[Ss]ie) (?:heet|heette|is called|am called|called|is named|heißt|hieß) (?:eigenlijk |voluit |ook |actually )?)(?<found>${NAME})`,
      'dgu',
    ),
    isKnownName,
  ),
  // "Onze hulp Mariola", but not a pet or a thing.
  patternFinder(
    'name',
    new RegExp(
      String.raw`(?<=(?<!\p{L})(?:[Mm]ijn|[Oo]nze|[Mm]y|[Oo]ur|[Mm]eine?|[Uu]nsere?|[Mm]on|[Mm]a) (?!(?:hond|kat|poes|cat|dog|paard|horse|pony|auto|car|router|modem|app|robot|boot|boat|assistent|merk|tv|\p{L}+s|monteur|medewerker|collega['’]?s|adviseur|expert|specialist|agent|technician|engineer|advisor|driver|chauffeur|conducteur|moderator|Hund|Katze|chat|chien)(?!\p{L}))\p{Ll}{3,18} )(?<found>${NAME})`,
      'dgu',
    ),
    isKnownName,
  ),
  // "Can you tell Olwen her modem is here?"
  patternFinder(
    'name',
    new RegExp(
      String.raw`(?<=(?<!\p{L})(?:[Tt]ell|[Aa]sk|[Hh]elp|[Ii]t was) )(?<found>${NAME})(?= (?:her|his|who|that|if|whether|to)(?!\p{L}))`,
      'dgu',
    ),
    isKnownName,
  ),
  // "Corrie, heb jij …?", "Arjen bedankt!", "… Bronagh xx"
  patternFinder(
    'name',
    new RegExp(
      String.raw`(?<=(?:^|[.!?\n] ?))(?<found>${WORD})(?=, (?:heb|kun|kan|wil|weet|bedankt|dank|jij|je|did|have|do|could|can|thanks|thank|hast|kannst|danke|merci)(?!\p{L})| (?:bedankt|dank je|thanks|thank you|danke|merci)(?!\p{L})| ?[xX]{1,4}[ ]?(?:\n|$))`,
      'dgu',
    ),
    isKnownName,
  ),
  // "dat Tygo uit mijn klas", "from Glenys down the road"
  patternFinder(
    'name',
    new RegExp(
      String.raw`(?<=\p{Ll} )(?<found>${NAME})(?= (?:(?:uit|van|from|in) (?:mijn|onze|ons|my|our) \p{Ll}|down the road|next door|upstairs|downstairs|hiernaast|van hiernaast|van boven|van beneden))`,
      'dgu',
    ),
    isKnownName,
  ),
  // As banks and railways print it: "MISS K OLUWOLE"
  patternFinder(
    'name',
    /(?<![\p{L}\d])(?:MRS?|MISS|MS|DHR|MEVR|MW|HERR|FRAU|DE HEER|MEVROUW)\.? (?<found>(?:\p{Lu}\.? ){0,3}\p{Lu}['’\p{Lu}-]{2,24}(?: \p{Lu}['’\p{Lu}-]{2,24})?)(?!\p{L})/dgu,
  ),
  // "achternaam Oosterveld, voornaam Jitske"
  patternFinder(
    'name',
    new RegExp(
      String.raw`(?<=(?<!\p{L})(?:[Aa]chternaam|[Vv]oornaam|[Ss]urname|[Ff]irst name|[Ll]ast name|[Vv]orname|[Nn]achname|[Pp]rénom|(?:staat|staan|geboekt|geregistreerd) onder(?= (?:Van|De|Den|Ter|Ten) )) )(?<found>(?:(?:Van|De|Den|Ter|Ten) (?:de[nr]? )?)?${NAME})`,
      'dgu',
    ),
    isOfSomebody,
  ),
  // "De buurvrouw Toos"
  patternFinder(
    'name',
    new RegExp(
      String.raw`(?<=(?<!\p{L})(?:[Dd]e|[Hh]et|[Tt]he|[Dd]ie|[Dd]er|[Ll]a|[Ll]e) ${RELATIVE} )(?<found>${NAME})`,
      'dgu',
    ),
    isKnownName,
  ),
  // "Aan: R. Hartog" in the head of a letter; a line with a name alone above other lines.
  patternFinder(
    'name',
    new RegExp(
      String.raw`(?<=(?:^|\n)(?:Aan|To|Van|From|An|Von|À) ?: )(?<found>(?:\p{Lu}\. ?){0,3}${SMALL}${NAME})(?=[ ]?(?:\n|$))`,
      'dgu',
    ),
    isOfSomebody,
  ),
  patternFinder(
    'name',
    new RegExp(`(?<=^)(?<found>${WORD} ${SMALL}${WORD})(?=\\n\\p{L})`, 'dgu'),
    isKnownName,
  ),
  // "This is Yusra Dahir writing"
  patternFinder(
    'name',
    new RegExp(
      String.raw`(?<=(?:This is|Dit is|Hier is|Hier) )(?<found>${NAME})(?= (?:writing|calling|speaking|typing))`,
      'dgu',
    ),
    isOfSomebody,
  ),
  // As a card has it: "M A DE WIT"
  patternFinder(
    'name',
    /(?<=(?:[Kk]aarthouder|[Cc]ard ?holder|[Aa]ccount ?holder|[Nn]ame on (?:the )?card|[Nn]aam op (?:de )?(?:kaart|pas))[: ]{1,2})(?<found>(?:\p{Lu}\.? ){0,3}\p{Lu}{2,24}(?: \p{Lu}{2,24}){0,2})(?!\p{L})/dgu,
  ),
  // "dat T. Ouwehand getekend heeft": one initial behind a word that no sentence ends with.
  patternFinder(
    'name',
    new RegExp(
      String.raw`(?<=(?<![\p{L}]|\p{Lu} )(?:dat|die|en|of|als|toen|omdat|want|[Cc]ollega|and|that|when|if|because|[Cc]olleague|via|namens|op|is|was|und|dass|weil|[Kk]ollege|et|que) )(?<found>\p{Lu}\. ?${SMALL}(?!(?:Het|De|Een|Dan|Dat|Dit|Daar|Daarna|Als|Ik|Wij|We|Je|U|Er|Maar|En|Of|Ook|Nu|In|Op|Bij|Voor|Met|Na|Om|Zo|Toen|Wie|Wat|Waar|The|This|That|Then|If|You|It|They|On|At|For|And|But|So|Also|As|A|An|When|How|Der|Die|Das|Ein|Dann|Wenn|Es|Le|La|Les|Il|Vous|Je)(?!\p{L}))${WORD})`,
      'dgu',
    ),
    isOfSomebody,
  ),
  // As airlines write it: "JANSEN/PETRA MRS".
  patternFinder(
    'name',
    /(?<![\p{L}\d/])\p{Lu}['’\p{Lu}-]{1,24}\/\p{Lu}{2,24}(?: ?\p{Lu}{2,12})? (?:MRS?|MS|MISS|MSTR|DHR|MEVR|HERR|FRAU)(?!\p{L})/dgu,
  ),
  // "dochter van Antoon Slegers", "the widow of …"
  patternFinder(
    'name',
    new RegExp(
      String.raw`(?<=(?<!\p{L})(?:zoon|dochter|vrouw|man|partner|weduwe|weduwnaar|moeder|vader|buurman|buurvrouw|kleinkind|mantelzorger|son|daughter|wife|husband|widow|widower|mother|father|neighbour|carer|Sohn|Tochter|Frau|Mann|Witwe|fils|fille|femme|mari|veuve) (?:van|of|to|von|de) )(?<found>${WORD} ${SMALL}${WORD})`,
      'dgu',
    ),
    isKnownName,
  ),
];

/** In small letters a name is told by its line alone: "gr sjaak", "naam: r.j. hoogland". */
const SMALL_SIGNED = new RegExp(
  String.raw`${CLOSING}[ ]?[,.!]{0,2}[ \n]{1,2}(?<found>(?<first>\p{Ll}{3,14})(?: (?:en|and|und|&) \p{Ll}{3,14}| ${SMALL}(?!x+(?!\p{L}))\p{Ll}{3,20}(?=[ ]?[.!x]{0,3}$)| \p{Ll}\.)?)(?=[ ]?(?:[xX]{1,5}|[.!])?[ ]?(?:\n|$))`,
  'dgiu',
);
const SMALL_FIELD =
  /(?<![\p{L}\d])(?:(?:voor|achter)?naam|name|nom|voornaam en achternaam) ?[:=] ?(?<found>(?:\p{Ll}\. ?){1,4}(?:(?:van|de|der|den|ten|ter|el|von) ){0,3}\p{Ll}{2,24})/dgiu;
/** "het abonnement van lotte smeets, mijn zusje" */
const SMALL_RELATIVE = new RegExp(
  String.raw`(?<=(?<!\p{L})(?:van|voor|of|for|von|für) )(?<found>(?<first>\p{Ll}{3,14})(?: ${SMALL}\p{Ll}{3,20})?)(?=,? \(?(?:mijn|onze|my|our|meine?) ${RELATIVE}(?!\p{L}))`,
  'dgiu',
);
/** First names that end a line as words do: "dag dan", "thanks will". */
const ALSO_WORDS = new Set(
  'an dan ben bill mark may bas door jet rose roos bo ad cor joost anders bob sam kim max lies mia storm'.split(
    ' ',
  ),
);

function smallNames(text: string): Finding[] {
  const signed = [...text.matchAll(SMALL_SIGNED)].flatMap((match): Finding[] => {
    const first = match.groups?.first ?? '';
    const [start, end] = match.indices?.groups?.found ?? [0, 0];
    return isFirstName(first) && !ALSO_WORDS.has(first.toLowerCase()) ? [{ kind: 'name', start, end }] : [];
  });
  const relatives = [...text.matchAll(SMALL_RELATIVE)].flatMap((match): Finding[] => {
    const [start, end] = match.indices?.groups?.found ?? [0, 0];
    const first = match.groups?.first ?? '';
    return isFirstName(first) && !ALSO_WORDS.has(first) ? [{ kind: 'name', start, end }] : [];
  });
  return [...signed, ...relatives, ...patternFinder('name', SMALL_FIELD)(text)];
}

/** Names by looser signs of a letter: who is thanked, answered or signs in small letters, in brackets behind "I". */
export function findLooseNames(text: string): Finding[] {
  return [...finders.flatMap((find) => find(text)), ...smallNames(text)];
}
