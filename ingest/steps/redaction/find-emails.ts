import { type Finding, patternFinder } from './finding.js';

// Markdown may have put a backslash before an underscore. The lookbehind keeps the search linear on long runs.
const PLAIN =
  /(?<![\p{L}\d._%+'\\-])(?:[\p{L}\d._%+'-]|\\_){1,64} ?@ ?(?:[\p{L}\d](?:[\p{L}\d-]{0,62}))(?:\.[\p{L}\d-]{2,63}){1,4}/dgu;

const DOT = String.raw`(?: ?\\?[([{<] ?(?:dot|punt|punkt|point|\.) ?\\?[)\]}>] ?| (?:dot|punt|punkt|point|stip) | ?[-_](?:dot|punt|punkt|point)[-_] ?| ?\. ?)`;
const SPOKEN_DOT = String.raw`(?: ?\\?[([{<] ?(?:dot|punt|punkt|point|\.) ?\\?[)\]}>] ?| (?:dot|punt|punkt|point) )`;
const TAIL = String.raw`(?:example|online|shop|email|cloud|app|dev|biz|xyz|eu|frl|amsterdam|brussels|gent|vlaanderen|berlin|london|nl|com|org|net|be|de|fr|eu|uk|info|me|io|at|ch|lu|pl|es|it|ie|dk|se|no|co)(?![\p{L}\d])`;
const HOST = String.raw`[\p{L}\d][\p{L}\d-]{0,30}`;
const PARTICLE = '(?:(?:van|de|der|den|ten|ter|von|el|al|vd|la|le) ){0,2}';
const JOINER = String.raw`(?:[._+-]|\\_| ?[([](?:dot|punt|underscore|streepje|dash)[)\]] ?| (?:dot|punt|punkt|point|underscore|unterstrich|bindestrich|tiret|streepje|liggend streepje|laag streepje|dash|hyphen|minus|koppelteken|plus) ${PARTICLE})`;
const LOCAL = String.raw`(?<![\p{L}\d._+-])[\p{L}\d]{1,32}(?:${JOINER}[\p{L}\d]{1,32}){0,5}`;
const AT_WORD =
  '(?:apenstaart(?:je)?|apestaart(?:je)?|aapje|slingeraap|arobase|arrobas|klammeraffe|affenschwanz|at[- ](?:sign|symbol|teken))';
/** Nobody writes "[at]" or "apenstaartje" of anything else. */
const SURE_AT = String.raw`(?: ?\\?[([{<] ?(?:at|a|@|ät|æt|${AT_WORD}) ?\\?[)\]}>] ?| ?[-_](?:at|ät)[-_] ?|,?(?: (?:en|and|und|et|dan|then|dann|puis|een|an|the|le|la|ein)){0,3} \(?${AT_WORD}\)?,?(?: (?:en|and|und|et|dan|then|dann|puis)){0,2} | @ | ?@(?=${HOST} (?:dot|punt|punkt|point) )| ?@@ ?|@(?=[\p{L}\d-]{2,30},(?:nl|com|be|de|fr)(?!\p{L})))`;
const POST_OFFICES = String.raw`(?:gmail|googlemail|hotmail|outlook|live|msn|yahoo|icloud|aol|ziggo|kpnmail|xs4all|planet|home|gmx|web|proton|protonmail|orange|telenet|skynet|btinternet)`;

const COMMA_DOT = '(?:,(?=(?:nl|com|be|de|fr)(?!\\p{L})))';
/** "jan (at) example (dot) nl", "jan apenstaartje example.nl" */
const SPELLED = new RegExp(
  `${LOCAL}${SURE_AT}${HOST}(?:${DOT}${HOST}){0,2}(?:${DOT}${TAIL}(?:${DOT}${TAIL})?|${COMMA_DOT}${TAIL})`,
  'dgiu',
);
/** "jan at example dot nl": a bare "at" only where the dot is spelled too, or of those who give mailboxes to everybody. */
const SPOKEN = new RegExp(
  `${LOCAL} (?:at|ät|chez|bij) (?:${HOST}(?:${SPOKEN_DOT}${HOST}){0,1}${SPOKEN_DOT}${TAIL}|${POST_OFFICES}${DOT}${TAIL}(?:${DOT}${TAIL})?)`,
  'dgiu',
);

/** Mailboxes of a company, which many read. */
const ROLES = new Set(
  (
    'voorlichting communicatie bezwaar inspraak ombudsman studio bezoek reserveren reserveringen bookings events ' +
    'info information informatie contact contactformulier klantenservice klantcontact klanten klant service services support ' +
    'help helpdesk servicedesk helpline care customerservice customercare customer customers enquiries hello hallo sales ' +
    'verkoop inkoop administratie admin boekhouding finance facturen factuur billing invoices accounts bestellingen bestelling ' +
    'orders order retour retouren returns refunds garantie warranty storing storingen melding meldingen meldpunt pers press ' +
    'media privacy avg gdpr fg dpo security abuse phishing fraude fraud spam email mail nieuwsbrief newsletter webmaster ' +
    'postmaster noreply donotreply reply office kantoor receptie reception balie team webshop shop store vacatures jobs hr ' +
    'klachten complaints feedback kundenservice kontakt bestellung rechnung post gemeente bezwaar loket afspraak planning ' +
    'redactie burgerzaken vergunningen belastingen presse presseteam datenschutz ombudsmann ombudsman ombudsdienst reclamation ' +
    'reclamations serviceclient commercial aide assistance property switching membership members ledenadministratie ledenservice ' +
    'donateurs secretariaat bestuur penningmeester tickets booking bookings reserveren reserveringen reservations events marketing ' +
    'communicatie communications legal juridisch compliance zakelijk business technik techniek technical vertrieb einkauf ' +
    'buchhaltung bewerbung karriere recrutement werkenbij hosting noc abonnementen abo opzeggen verhuizen schade claims polis ' +
    'hypotheken pensioen bugs developers api status cert archief bibliotheek museum groepen educatie consumers consumenten'
  ).split(' '),
);
/** "omgevingsloket", "lostproperty": what many do together. */
const ROLE_END =
  /\p{L}{3}(?:service|dienst|desk|loket|team|zaken|kantoor|balie|administratie|property|care|office|support|redactie|info)$/iu;
const PRIVATE_HOST = new RegExp(String.raw`@ ?(?:[\p{L}\d-]+\.)*${POST_OFFICES}\.[\p{L}.]+$`, 'iu');

/** What stands in a field or a manual in the place of an address. */
const PLACEHOLDER =
  /^(?:jouw|uw|je|your|my|mijn|ihr|dein|votre|ton)?[._-]?(?:naam|name|nom|e-?mail(?:adres|address)?|voornaam[._-]achternaam|first[._-]?name[._-]last[._-]?name|vorname[._-]nachname|prenom[._-]nom|voorbeeld|example|beispiel|exemple|john[._-]doe|jane[._-]doe|max[._-]mustermann|erika[._-]mustermann|jean[._-]dupont|gebruiker(?:snaam)?|user(?:name)?|someone|somebody|iemand|xxx+|abc|test)$/i;

function isOfSomebody(written: string): boolean {
  if (PLACEHOLDER.test((written.split('@')[0] ?? '').trim())) return false;
  const names = (written.split('@')[0] ?? '')
    .toLowerCase()
    .replace(/\\/g, '')
    .trim()
    .split(/[._+-]/);
  const isRole = names.some((name) => ROLES.has(name) || ROLE_END.test(name)) && names.length <= 3;
  return !isRole || PRIVATE_HOST.test(written);
}

const finders = [
  patternFinder('email', PLAIN, isOfSomebody),
  patternFinder('email', SPELLED),
  patternFinder('email', SPOKEN),
];

/** E-mail addresses of people, also spelled with (at) and (dot) or in words. Mailboxes of companies stay. */
export function findEmails(text: string): Finding[] {
  return /@|at|ät|apen|arobas|klammer|apest|aapje|slinger|bij|chez|\(a\)/i.test(text)
    ? finders.flatMap((find) => find(text))
    : [];
}
