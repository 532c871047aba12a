import { type Finding, patternFinder } from './finding.js';
import { isFirstName } from './first-names.js';

export const PARTICLES =
  "(?:(?:v\\.? ?d\\.?r?|v/d|à|van|de|der|den|het|ten|ter|te|el|al|ben|bin|von|vom|zu|zum|di|da|du|des|la|le|les|'t|’t|’s|in|op|aan|dos|del)[ ]){0,3}";
const CAPITAL_PARTICLE = "(?:(?:Van|De|Der|Den|Ten|Ter|Te|El|Al|Von|La|Le|Du|Mc|O['’])[ ]?){0,2}";
export const PART = String.raw`(?:\p{Lu}['’])?\p{Lu}[\p{L}'’]{0,24}\p{L}(?:-(?:van |de |der |den )?\p{Lu}?\p{L}{1,24}){0,3}`;
const TITLE = String.raw`(?:(?:[Dd]hr|[Hh]r|[Mm]evr|[Mm]w|[Mm]rs?|[Mm]s|[Dd]rs?|[Ii]r|[Ii]ng|[Pp]rof|[Mm]me)\.?|[Dd]e [Hh]eer|[Hh]eer|[Ff]am(?:ilie|\.)|[Mm]evrouw|[Mm]eneer|[Mm]ijnheer|[Mm]iss|[Hh]err[n]?|[Ff]rau|[Mm]onsieur|[Mm]adame)[ ]`;
/** Initials; of two letters only those that stand for a known name, or "Mijn naam is Jo. Ik …" would be one. */
export const INITIAL = String.raw`(?:\p{Lu}|Th|Ch|Chr|Ph|Joh|Jac|Fr|IJ|Ij|Tj|Sj|St|Wm|Alb|Corn|Gerh|Nic)\.[ ]?-?`;
const CAPITALISED = `(?:${TITLE}){0,3}(?:(?:${INITIAL}){1,6}${PARTICLES})?${PARTICLES}${CAPITAL_PARTICLE}${PART}(?:[ ](?:${INITIAL}){0,2}${PARTICLES}${PART}){0,3}`;
/** Two words at least, or initials with one. */
export const FULL = `(?:${TITLE}){0,2}(?:(?:${INITIAL}){1,6}${PARTICLES}${PART}(?:[ ]${PART})?|${PART}[ ](?:${INITIAL}){0,2}${PARTICLES}${CAPITAL_PARTICLE}${PART}(?:[ ]${PARTICLES}${PART}){0,2})`;

const START = String.raw`(?<![\p{L}\p{N}])`;
const QUOTE = String.raw`[*_"'“‘]{0,3}`;
const LEAD = String.raw`${START}(?:[Mm](?:ijn|'n|n) (?:volledige |achter|voor)?naam is|[Ii]k heet|[Hh]eet ik|[Ww]ij heten|[Mm](?:ijn|'n|n) (?:volledige |achter|voor|meisjes)?naam(?= ?:)|[Rr]oepnaam|[Mm]eisjesnaam|[Gg]enaamd|[Ii] am called|[Mm]y (?:full |sur|last |first |maiden )?name(?: is|'s|’s|(?= ?:))|[Nn]ée?(?= \p{Lu})|[Ii]ch heiße|[Mm]ein [Nn]ame ist|[Jj]e m['’]appelle|[Mm]on nom est|[Tt]\.?[nab]\.?v\.?|[Tt]en name van|[Tt]er attentie van|[Ff]\.?a\.?o\.?|[Ff]or (?:the )?attention of|(?:[Hh]is|[Hh]er|[Ww]hose) name is|(?:[Zz]ijn|[Hh]aar) naam is|(?:[Aa]|[Ee]en) (?:certain|zekere)|[Aa]ttn\.?)[ :]{1,2}${QUOTE}`;
/** What stands in a form, or in somebody's name. */
const HELD = String.raw`${START}(?:[Oo]p (?:de )?naam (?:van|:)|[Ss]taat (?:nog )?op naam|[Ii]n (?:the )?names? of|[Aa]uf (?:den|meinen) Namen(?: von)?|[Aa]u nom de|(?:[Rr]ekening|[Aa]ccount|[Cc]ontract|[Kk]aart|[Pp]as|[Pp]olis|[Kk]enteken)houd(?:st)?er|(?:[Aa]ccount|[Cc]ard|[Pp]olicy|[Bb]ill) ?holder|[Cc]ardholder|(?:[Kk]onto)?[Ii]nhaber(?:in)?|[Tt]itulaire(?: du compte)?|[Gg]etekend(?: door)?|[Uu]nterzeichnet(?: von)?|[Tt]enaamstelling|[Cc]ontactpersoon|[Aa]fzender|[Oo]ntvanger|[Gg]eadresseerde|[Pp]assenger|[Rr]ecipient|[Ss]ender|[Ss]igned(?: by)?|[Oo]ndertekend(?: door)?|[Oo]ndergetekende|[Uu]ndersigned|(?:[Nn]ame|[Nn]aam) (?:on|op) (?:the|my|de|het|mijn) \p{Ll}{3,14}(?= (?:is|was|says))|(?:(?:[Vv]oor|[Aa]chter)?[Nn]aam|(?:[Ff]ull |[Ff]irst |[Ll]ast |[Ss]ur)?[Nn]ame|Nom)(?=[ ]?[:=]))[ ]?(?::|=|is|was)?[ ]{0,2}${QUOTE}(?:(?:mijn|m'n|my|onze|our|meine[rn]?) \p{Ll}+ )?`;
export const RELATIVE =
  "(?:vrouw|man|echtgeno(?:ot|te)|partner|vriend(?:in)?|dochter|zoon|zoontje|dochtertje|kind|moeder|vader|ma|pa|oma|opa|broer|zus(?:je)?|zwager|schoon(?:moeder|vader|zoon|dochter|zus)|tante|oom|neef|nicht|buur(?:man|vrouw|meisje|jongen)|collega(?:['’]?s)?|vriendinnen|vrienden|buren|zussen|broers|huisgenoot|huurder|ex(?:-(?:man|vrouw))?|wife|husband|daughter|son|mother|father|mum|mom|dad|brother|sister|gran(?:dmother|dfather|ny)?|grandma|grandpa|nan|aunt|uncle|niece|nephew|neighbou?rs?|colleagues?|friends|sisters|brothers|flatmate|housemate|roommate|landlord|landlady|tenant|friend|girlfriend|boyfriend|fianc[ée]e?|[Ff]rau|[Mm]ann|[Tt]ochter|[Ss]ohn|[Mm]utter|[Vv]ater|[Nn]achbar(?:in)?|[Bb]ruder|[Ss]chwester|[Ff]reund(?:in)?|kinderen|kids|children|twins|tweeling|ouders|parents|eltern|enfants|zoons|dochters|sons|daughters|(?:klein|stief|pleeg)(?:zoon|dochter|kind|moeder|vader)|mantelzorger|bewindvoerder|verhuurder|grand(?:son|daughter|child)|(?:step|mother-in-|father-in-)(?:son|daughter|mother|father|law)|carer|nana|[Oo]ma|[Oo]pa|[Ee]nkel(?:in)?|[Ss]chwiegermutter|[Ss]chwiegervater|[Vv]ermieter(?:in)?|[Mm]itbewohner(?:in)?|[Kk]olleg(?:e|in)|grand-mère|grand-père|beau-père|belle-mère|frère|sœur|soeur|copine|copain|voisine|colocataire|collègue|femme|mari|fille|fils|mère|père|voisin)";
const OF_FAMILY = String.raw`${START}(?:[Mm](?:ijn|'n|n)|[Oo]nze|[Oo]ns|[Zz]ijn|[Hh]aar|[Mm]y|[Oo]ur|[Hh]is|[Hh]er|[Mm]eine?[rnm]?|[Uu]nsere?|[Mm]on|[Mm]a) (?:\p{Ll}{1,20} )?${RELATIVE}(?: (?:heet|is called|is named|heißt|s['’]appelle)|,)? ${QUOTE}`;
/** The same before a full name only: "Ik ben Nederlander", "I'm British". */
const INTRODUCED = String.raw`${START}(?:[Ii]k ben|[Hh]ier(?: is| spreekt)?|(?:[Uu]|[Jj]e) spreekt met|[Ii]['’]?m|[Ii] am|[Ii]ch bin|[Jj]e suis|[Dd]it is|[Tt]his is|[Ii]t['’]s|[Ii]t is|[Ss]peaking to|[Ss]igned|[Hh]ier ist) ${QUOTE}`;
export const GREETING = String.raw`(?:(?<=^|[\n.!?>][ ]?)|(?<=["“‘*_]))(?:[Hh](?:oi|i|[eé]|allo|ello|ey|eey|eya|iya)|[Bb]este|[Dd]ag|[Gg]eachte|[Gg]oede(?:morgen|middag|navond|ndag)|[Dd]ear|[Gg]ood (?:morning|afternoon|evening)|[Ll]iebe[r]?|[Ss]ehr geehrte[rn]?|[Gg]uten (?:Tag|Morgen|Abend)|[Bb]onjour|[Ss]alut|[Cc]h(?:er|ère))[ ]`;
export const CLOSING = String.raw`(?:(?:[Mm]et )?(?:[Vv]riendelijke|[Hh]artelijke|[Vv]eel|[Dd]e|[Ww]arme|[Ll]ieve)? ?[Gg]roet(?:en|jes)?|[Mm]\.?v\.?[Gg]\.?|MVG|[Hh]?[Gg]r(?:tz?|tjs|oetn?)?\.?|[Vv]r\.? ?gr\.?|[Ll]iefs|[Hh]oogachtend|[Aa]lvast bedankt|[Bb]edankt|[Dd]ank(?: u| je)?(?: wel)?|(?:[Kk]ind(?:est)?|[Bb]est|[Ww]arm(?:est)?|[Mm]any)? ?(?:[Rr]egards|[Ww]ishes|[Tt]hanks)|[Cc]heers|[Aa]ll the best|[Tt]hank you|[Tt]hx|(?:[Yy]ours )?(?:[Ss]incerely|[Ff]aithfully|[Tt]ruly)|(?:[Mm]it )?(?:[Ff]reundlichen|[Vv]iele[n]?|[Ll]iebe[n]?|[Bb]esten?|[Ss]chöne[n]?|[Hh]erzliche[n]?)? ?[Gg]r(?:ü(?:ß|ss)en?|uß)|[Cc]ordialement|[Bb]ien à vous|[Mm]erci(?: d['’]avance)?|[Xx]x+)`;
const SPACE = '[ ]';

/** Words that stand where names stand: companies and their people, everybody, things with a name. */
const NO_NAMES = new Set(
  (
    'team teams support service services klantenservice klantcontact helpdesk webcare redactie beheer beheerder moderator forum community customer ' +
    'customers care klant klanten allemaal all everyone everybody iedereen folks guys mensen leden members lezer lezers reader readers buren ' +
    'neighbour neighbours sir madam heer mevrouw meneer dames heren ladies gentlemen sirs collega collegas colleagues relatie bewoner bewoners resident ' +
    'residents huurder huurders reiziger reizigers traveller passenger patiënt patient ouder ouders parents parent student google alexa siri cortana assistant home bixby ' +
    'windows microsoft apple samsung android ios iphone ipad linux chrome firefox safari edge office outlook gmail facebook whatsapp instagram youtube netflix spotify amazon sony ' +
    'philips bosch siemens tesla lg hp dell asus acer lenovo nokia huawei xiaomi fritz box wifi internet maps play store cloud drive bluetooth ' +
    'nederland nederlander nederlandse dutch british english engels german deutsch duits french belg belgian belgisch american polish pools turks marokkaans european europe ' +
    'engeland duitsland frankrijk belgië amsterdam rotterdam utrecht london berlin paris januari februari maart april mei juni juli augustus september oktober november december ' +
    'january february march may june july august october maandag dinsdag woensdag donderdag vrijdag zaterdag zondag monday tuesday wednesday thursday friday saturday sunday ' +
    'de het een the this that dit dat deze die als ik je u wij we it if ik uw your my mijn onze our alleen only ook also maar but dus so ' +
    'gemeente bank verzekeraar energie energy telecom water rail railways council royal british national bv nv ltd gmbh vof group company shop store winkel webshop afdeling department ' +
    'oplossing antwoord vraag question answer option optie plan pro plus premium basic max mini ultra smart connect online app online-shop kerst christmas new nieuw happy prettige ' +
    'university universiteit university college school hospital arena stadium stichting vereniging belastingdienst ' +
    'zorg post mail expert superuser vrijwilliger volunteer fan gebruiker user eigenaar owner beginner internet instellingen settings'
  ).split(' '),
);
/** What may follow "mijn naam is" in lower case without being a name: "… niet bekend", "… fout gespeld". */
const NO_NAME =
  'niet|nog|al|ook|op|in|fout|verkeerd|onjuist|goed|juist|gewijzigd|veranderd|anders|bekend|not|still|already|wrong|incorrect|misspelled|misspelt|spelled|on|the|a|an|now|different|listed|missing|changed|known|written';
const LOWER = String.raw`(?!(?:${NO_NAME})(?!\p{L}))\p{Ll}{2,24}(?:[ ](?!(?:${NO_NAME}|en|and|ik|i|maar|but)(?!\p{L}))\p{Ll}{2,24}){1,3}(?=[ ]*(?:[,.;!\n]|$|[ ](?:en|and)[ ]))`;

const TITLES = new RegExp(TITLE, 'gu');
const PARTICLE = /^(?:de|het|den|der|van|the|te|ten|ter)$/i;

/** "Dr. Oetker"; and "UK", "ZwaluwAPN": no name has two capitals and no more, or ends in some. */
const CODE_WORD =
  /(?<!\p{L})(?:Dr|Mr|Mister)\.? (?:Oetker|Martens|Whippy|Muscle|Pepper|Proper|Dre|Phil|Ringe|Bean|Robot)(?!\p{L})|(?<![\p{L}.])\p{Lu}{2}(?![\p{L}.])|\p{Ll}\p{Lu}{2}/u;

/** Words beside a name of which the first alone may tell a company from a person. */
export function isOfSomebody(found: string): boolean {
  if (CODE_WORD.test(found)) return false;
  const words = found.replace(TITLES, '').match(/[\p{L}'’-]+/gu) ?? [];
  return (
    !words.some(
      (word, at) => NO_NAMES.has(word.toLowerCase()) && !(PARTICLE.test(word) && at < words.length - 1),
    ) || /^\p{Lu}\./u.test(found)
  );
}

export function isKnownName(found: string): boolean {
  return isOfSomebody(found) && isFirstName(/[\p{L}'’-]+/u.exec(found)?.[0] ?? '');
}

/** Behind "with" and "this is" stand things with a name as well: there the first must be a first name. */
const KNOWN_ONLY = /^(?:dit is|this is|it['’]s|it is|hier is|hier ist)$/i;

/** A single name after "I am" stands before these. */
const GOES_ON = String.raw`(?=['’]s |[ ]*(?:[,.;:!?)\n*_"”]|$|[ ](?:en|uit|van|met|hier|and|from|here|speaking|und|aus|et|de)(?!\p{L})))`;
const END = String.raw`(?=[ ]*(?:[,.;:!?)\n*_"”]|$|[ ]-))`;
const finders = [
  patternFinder(
    'name',
    new RegExp(`${LEAD}(?<found>${CAPITALISED})`, 'dgu'),
    (found) =>
      !/^(?:Stichting|Vereniging|Gemeente|Belastingdienst|Waterschap|Klantenservice)(?!\p{L})/u.test(found),
  ),
  patternFinder('name', new RegExp(`${LEAD}(?<found>${LOWER})`, 'dgu')),
  patternFinder('name', new RegExp(`${HELD}(?<found>${FULL}|${CAPITALISED}${END})`, 'dgu'), isOfSomebody),
  // Products have a name as well: "under the name Zwaluw Duo".
  patternFinder(
    'name',
    new RegExp(`${START}(?:[Uu]nder the name(?: of)?|[Oo]nder de naam) ${QUOTE}(?<found>${FULL})`, 'dgu'),
    isKnownName,
  ),
  patternFinder('name', new RegExp(`${OF_FAMILY}(?<found>${FULL}|${PART})`, 'dgu'), isOfSomebody),
  // "mevrouw De Wit-Karssen", "Mr Papadopoulos"
  patternFinder(
    'name',
    new RegExp(
      String.raw`${START}(?<found>(?:${TITLE}){1,3}(?:(?:${INITIAL}){1,6})?${PARTICLES}${CAPITAL_PARTICLE}${PART}(?:[ ]${PARTICLES}${PART}){0,2})`,
      'dgu',
    ),
    isOfSomebody,
  ),
  // "A.Th. de Visser": two initials and more, or one with a particle.
  patternFinder(
    'name',
    new RegExp(
      String.raw`(?<![\p{L}\p{N}.])(?!(?:[BNV]\.[VO]|P\.S|N\.B|U\.[SK]|E\.U|D\.D|T\.[AN]\.V|P\.O|V\.O\.F|A\.U\.B)\.)(?<found>(?:${INITIAL}){2,6}${PARTICLES}${PART}(?:[ ]${PARTICLES}${PART})?|(?:${INITIAL})(?:van|de|der|den|ten|ter|von|el|'t)[ ]${PARTICLES}${PART})`,
      'dgu',
    ),
    isOfSomebody,
  ),
  patternFinder('name', new RegExp(`${GREETING}(?<found>${FULL})${END}`, 'dgu'), isOfSomebody),
  patternFinder(
    'name',
    new RegExp(
      `${GREETING}(?<found>${PART})(?:${END}|(?=[ ](?:van|from|uit|en|and|op|on)(?!\\p{L})))`,
      'dgu',
    ),
    isKnownName,
  ),
  // A name below a closing, or behind it.
  patternFinder(
    'name',
    new RegExp(
      String.raw`${START}${CLOSING}[ ]?[,.!]*[ ]?\n\s{0,6}${QUOTE}(?<found>${CAPITALISED})(?=[ ]*(?:[,.!*_|(]|\n|$))`,
      'dgu',
    ),
    isOfSomebody,
  ),
  patternFinder(
    'name',
    new RegExp(
      String.raw`${START}${CLOSING}(?: van)?${SPACE}?[,.!:-]?${SPACE}{1,2}(?<found>${FULL}|${CAPITALISED})`,
      'dgu',
    ),
    isKnownName,
  ),
  patternFinder(
    'name',
    new RegExp(
      String.raw`${START}${CLOSING}${SPACE}?[,.!:]?${SPACE}{1,2}(?<found>${FULL})(?=[ ]*(?:[.,!(]|\n|$))`,
      'dgu',
    ),
    isOfSomebody,
  ),
];

const INTRODUCTION = new RegExp(`(?<lead>${INTRODUCED})(?<found>(?:${FULL}|${PART})${GOES_ON})`, 'dgu');

/** Names that somebody introduces themselves with, is greeted by or signs with, that something stands in, or with a title or initials. */
export function findPlainNames(text: string): Finding[] {
  return [...finders.flatMap((find) => find(text)), ...introduced(text)].filter(
    ({ start, end }) => !isTitleOfAWork(text, start, end),
  );
}

/** "Mister Owl" in quotation marks, with a title and no more, is a song, a character or a shop. */
function isTitleOfAWork(text: string, start: number, end: number): boolean {
  const isQuoted = /["“„‘]$/.test(text.slice(0, start).slice(-1)) && /^["”’]/.test(text.slice(end));
  return isQuoted && new RegExp(`^${TITLE}`, 'u').test(text.slice(start, end));
}

/** Somebody who says who they are: a full name, or a first name that is common. */
function introduced(text: string): Finding[] {
  return [...text.matchAll(INTRODUCTION)].flatMap((match): Finding[] => {
    const { lead = '', found = '' } = match.groups ?? {};
    const [start, end] = match.indices?.groups?.found ?? [0, 0];
    const isFull = / /.test(found) && !KNOWN_ONLY.test(lead.trim().replace(/[*_"'“‘]+$/, ''));
    return (isFull ? isOfSomebody(found) : isKnownName(found)) ? [{ kind: 'name', start, end }] : [];
  });
}
