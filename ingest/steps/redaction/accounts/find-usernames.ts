import { type Finding, patternFinder } from '../finding.js';

const NETWORK =
  'skype|insta(?:gram)?|twitter|tiktok|snap(?:chat)?|discord|telegram|psn|gamertag|xbox(?: live)?|steam|facebook|fb|revolut|paypal|tikkie|mastodon|bluesky|threads|reddit|github|linkedin|twitch|signal|venmo|monzo';
const WORD = String.raw`(?:gebruikers?(?:naam|id)|user ?(?:name|id)|in ?log(?:naam|id|[- ]?code)|login(?:[ -]?(?:naam|name|id))?|account ?(?:naam|name)|user(?= ?[:=]| \S{3,30} (?:en |and )?(?:wachtwoord|ww|pw|password|passwort)(?!\p{L}))|gebruiker(?= ?[:=])|(?:mijn|m'n|my|mein) (?:account|konto)(?= heet| is called| heißt| ?[:=])|(?:psn|xbox|game|player|speler|apple|steam|epic)[- ]?id|nick(?:name)?|handle(?= ?[:=]| is )|scherm ?naam|screen ?name|benutzer(?:name|kennung)|nutzername|kennung|anmeldename|identifiant|pseudo|nom d['’]utilisateur)`;
const AS = String.raw`(?:(?:in ?log|aan ?meld|ingelogd|aangemeld|inloggen|aanmelden|registreer|geregistreerd|log(?:ged|ging)?[ -]?in|sign(?:ed|ing)?[ -]?in|signed up|registered|known|bekend|angemeldet|anmelden|einloggen|connecté)\p{Ll}{0,3}(?:[ ]\p{Ll}{1,12}){0,4}[ ](?:als|as|en tant que))`;
const IS = String.raw`(?:[ ]?[:=]|[ ](?:is|was|met|with|mit|heet|heißt|is called|ist|lautet|est|van mij is|van mij|of|user|name|naam|handle|account|id)(?!\p{L}))*[ ]{0,2}["'“‘]?`;
/** A word of letters alone may be any word: a digit, an underscore or a dot within tells a name that somebody chose. */
const NAME = String.raw`(?=[\p{L}\d]{0,30}(?:\d|[._-][\p{L}\d]))(?<found>@?[\p{L}\d](?:[\p{L}\d._-]|\\_){2,30}[\p{L}\d])(?![\p{L}\d@]|[.]\p{L}|[ ]?%)`;
const HANDLE = String.raw`(?<![\p{L}\d@.\\/])@[\p{L}\d](?:[\p{L}\d._-]|\\_){2,30}[\p{L}\d_](?![\p{L}\d@])`;

/** Dates, versions, file names and words for what is meant: no names. */
const NO_NAME =
  /^@?(?:\d[\d.,:/-]*$|v?\d+\.\d|e-?mail|wi-?fi|user-?name|log-?in|pass-?word|[\p{L}\d_-]+\.(?:nl|com|be|de|fr|org|net|eu|uk|exe|pdf|zip|html?|php|txt|json|jpe?g|png)$|(?:2fa|sso|3d|4k|mp[34]|md5|ipv?[46]|usb-?c|admin\d?$|root$|guest$))/iu;
const isName = (found: string) => !NO_NAME.test(found);

const named = [
  patternFinder('username', new RegExp(String.raw`(?<!\p{L})${WORD}${IS}${NAME}`, 'dgiu'), isName),
  patternFinder('username', new RegExp(String.raw`(?<!\p{L})${AS}[ ]["'“‘]?${NAME}`, 'dgiu'), isName),
  patternFinder(
    'username',
    new RegExp(
      String.raw`(?<!\p{L})(?:${NETWORK})(?:[ ]?[:=]|[ ](?:is|user|name|naam|handle|account|id|:))+[ ]?["'“‘]?${NAME}`,
      'dgiu',
    ),
    isName,
  ),
  // "my username is patholmes": behind "is" or a colon and before the end of the clause a word of letters is one too.
  patternFinder(
    'username',
    /(?<=(?<!\p{L})(?:(?:mijn|m'n|my|meine?|mon) (?:\p{Ll}{1,12} )?|(?=\p{L}+ ?[:=]))(?:user|gebruikersnaam|username|user name|inlognaam|login|nickname|handle|benutzername|identifiant|pseudo)(?: is| ist| est|:| =) ?["'“‘]?)@?[\p{L}\d._-]{4,31}(?=["'”’]?(?:[ ]*(?:[,;)\n]|[.](?!\p{L})|$)|[ ](?:en|and|und|et|maar|but)[ ]))/dgiu,
    (found) =>
      isName(found) &&
      !/^(?:niet|weg|kwijt|fout|geblokkeerd|vergeten|verplicht|required|admin|beheerder|root|guest|gast|uw|jouw|your|zie|see|mail|naam|name|user|invullen|gone|wrong|locked|blocked|forgotten|lost|unknown|onbekend|verlopen|correct)/i.test(
        found,
      ),
  ),
];
const findHandles = patternFinder('username', new RegExp(HANDLE, 'dgu'), isName);

/** Somebody who speaks of what is theirs, in the words before a handle. */
const OWN =
  /(?<!\p{L})(?:mijn|m'n|mn|ik(?: ben| heet)?|my|mine|i['’]?m|i am|me|ich|mein\p{Ll}{0,2}|mon|je suis|dm|user|handle|insta)(?!\p{L})[^\n.!?]{0,60}$/iu;
/** The company's own account, which everybody may write to. */
const PUBLIC =
  /(?<!\p{L})(?:volg|volgen|ons|onze|our|us|follow|via|tweet naar|tweet|contact|helpdesk|webcare|support|service|official|officieel|officiële|team|folgen|unser\p{Ll}{0,2})(?!\p{L})/iu;
const ROLE = /(?:care|help|support|service|klanten|_nl$|nederland|official|team|info|nieuws|news)/i;
const BEFORE = 70;

/** Names of accounts that belong to somebody: behind a word for one, and handles of which somebody says that they are theirs. */
export function findUsernames(text: string): Finding[] {
  const handles = !text.includes('@')
    ? []
    : findHandles(text).filter(({ start, end }) => {
        const before = text.slice(Math.max(0, start - BEFORE), start);
        return OWN.test(before) && !PUBLIC.test(before) && !ROLE.test(text.slice(start, end));
      });
  return [...named.flatMap((find) => find(text)), ...handles];
}
