import { type Finding, patternFinder } from './finding.js';

// Markdown may have put a backslash before an underscore. The lookbehind keeps the search linear on long runs.
const PLAIN =
  /(?<![\p{L}\d._%+'\\-])(?:[\p{L}\d._%+'-]|\\_){1,64} ?@ ?(?:[\p{L}\d](?:[\p{L}\d-]{0,62}))(?:\.[\p{L}\d-]{2,63}){1,4}/dgu;

const DOT = String.raw`(?: ?\\?[([{<] ?(?:dot|punt|punkt|point|\.) ?\\?[)\]}>] ?| (?:dot|punt|punkt|point|stip) | ?\. ?)`;
const SPOKEN_DOT = String.raw`(?: ?\\?[([{<] ?(?:dot|punt|punkt|point|\.) ?\\?[)\]}>] ?| (?:dot|punt|punkt|point) )`;
const TAIL = String.raw`(?:nl|com|org|net|be|de|fr|eu|uk|info|me|io|at|ch|lu|pl|es|it|ie|dk|se|no|co)(?![\p{L}\d])`;
const HOST = String.raw`[\p{L}\d][\p{L}\d-]{0,30}`;
const JOINER = String.raw`(?:[._+-]|\\_| ?[([](?:dot|punt|underscore|streepje|dash)[)\]] ?| (?:dot|punt|punkt|point|underscore|streepje|liggend streepje|laag streepje|dash|minus|koppelteken) )`;
const LOCAL = String.raw`(?<![\p{L}\d._+-])[\p{L}\d]{1,32}(?:${JOINER}[\p{L}\d]{1,32}){0,4}`;
/** Nobody writes "[at]" or "apenstaartje" of anything else. */
const SURE_AT = String.raw`(?: ?\\?[([{<] ?(?:at|apenstaart(?:je)?|@|ät|arobase) ?\\?[)\]}>] ?| (?:apenstaart(?:je)?|apestaart(?:je)?|arobase|klammeraffe|@) )`;
const POST_OFFICES = String.raw`(?:gmail|googlemail|hotmail|outlook|live|msn|yahoo|icloud|aol|ziggo|kpnmail|xs4all|planet|home|gmx|web|proton|protonmail|orange|telenet|skynet|btinternet)`;

/** "jan (at) example (dot) nl", "jan apenstaartje example.nl" */
const SPELLED = new RegExp(`${LOCAL}${SURE_AT}${HOST}(?:${DOT}${HOST}){0,2}${DOT}${TAIL}`, 'dgiu');
/** "jan at example dot nl": a bare "at" only where the dot is spelled too, or of those who give mailboxes to everybody. */
const SPOKEN = new RegExp(
  `${LOCAL} at (?:${HOST}(?:${SPOKEN_DOT}${HOST}){0,1}${SPOKEN_DOT}${TAIL}|${POST_OFFICES}${DOT}${TAIL}(?:${DOT}${TAIL})?)`,
  'dgiu',
);

/** Mailboxes of a company, which many read. */
const ROLES = new Set(
  (
    'info information informatie contact contactformulier klantenservice klantcontact klanten klant service services support ' +
    'help helpdesk servicedesk helpline care customerservice customercare customer customers enquiries hello hallo sales ' +
    'verkoop inkoop administratie admin boekhouding finance facturen factuur billing invoices accounts bestellingen bestelling ' +
    'orders order retour retouren returns refunds garantie warranty storing storingen melding meldingen meldpunt pers press ' +
    'media privacy avg gdpr fg dpo security abuse phishing fraude fraud spam email mail nieuwsbrief newsletter webmaster ' +
    'postmaster noreply donotreply reply office kantoor receptie reception balie team webshop shop store vacatures jobs hr ' +
    'klachten complaints feedback kundenservice kontakt bestellung rechnung post gemeente bezwaar loket afspraak planning'
  ).split(' '),
);
const PRIVATE_HOST = new RegExp(String.raw`@ ?(?:[\p{L}\d-]+\.)*${POST_OFFICES}\.[\p{L}.]+$`, 'iu');

function isOfSomebody(written: string): boolean {
  const names = (written.split('@')[0] ?? '')
    .toLowerCase()
    .replace(/\\/g, '')
    .trim()
    .split(/[._+-]/);
  const isRole = names.some((name) => ROLES.has(name)) && names.length <= 3;
  return !isRole || PRIVATE_HOST.test(written);
}

const finders = [
  patternFinder('email', PLAIN, isOfSomebody),
  patternFinder('email', SPELLED),
  patternFinder('email', SPOKEN),
];

/** E-mail addresses of people, also spelled with (at) and (dot) or in words. Mailboxes of companies stay. */
export function findEmails(text: string): Finding[] {
  return /@|at|apen|arobase|klammer|apest/i.test(text) ? finders.flatMap((find) => find(text)) : [];
}
