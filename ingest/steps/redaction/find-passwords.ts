import { type Finding, patternFinder } from './finding.js';

const WORD =
  '(?:wachtwoord(?:je)?|wachtw\\.?|(?<!\\p{L})ww|(?<!\\p{L})pw|password|passcode|passwort|kennwort|passwd|pwd|(?<!\\p{L})pass(?= ?[:=])|passphrase|wachtzin|netwerksleutel|netwerkcode|netzwerkschlüssel|(?:wi-?fi|wlan)[- ]?(?:sleutel|code|key|schlüssel|pass|pin)|network (?:security )?key|(?:wpa2?|wep)[- ]?(?:sleutel|key)|mot de passe|mdp|clé (?:wi-?fi|réseau|wpa))';
/** What a maker gives to everybody is no secret: "het standaard wachtwoord is …". */
const NO_SECRET = String.raw`(?<!(?:standaard|default|fabrieks?|factory|voorbeeld|example|bijvoorbeeld|bijv\.|e\.g\.)[^\n.]{0,20})`;
const IS = "(?:is|was|nu|now|lautet|ist|est|c['’]est|wird|set to|veranderd in|gewijzigd in)";
const PATTERN = new RegExp(
  String.raw`${NO_SECRET}${WORD}(?:['’]s)?(?:[ ](?:\p{Ll}{1,20}|I)){0,4}?(?:[ ](?:van mij|van [\p{L} ]{2,20}?|for [\p{L} ]{2,20}?|${IS}|:|=))*(?:[ ]?[:=][ ]?|[ ][-–][ ](?=\p{L}+[!@#$%&*?+=_.-]?\d)|(?<=[ ]${IS})[ ]|[ ](?=["“‘])|(?<=${WORD}(?:['’]s)?(?:[ ](?:wi-?fi|wlan|thuis|hotspot|modem|router))?)[ ](?=\p{L}+[!@#$%&*?+=_.-]?\d|\d+\p{L}))["'“‘]?(?<found>[^\s"'“”‘’,;()<>[\]]{6,64})`,
  'dgiu',
);
const TECHNICAL =
  /^(?:https?:|base\d|sha-?\d|md5|utf-?\d|wpa|wep|wps|aes|ascii|ansi|oauth|rfc|\d+[\p{L}%+-]*$|\d+[-–]\d+)/iu;
/** Plain words that say something of a password. */
const SAID_OF_IT =
  /^(?:niet|geen|al|nog|ook|weg|kwijt|fout|onjuist|verkeerd|verlopen|vergeten|gewijzigd|veranderd|gelijk|nodig|verplicht|geldig|ongeldig|correct|juist|goed|zie|staat|minimaal|minstens|maximaal|hetzelfde|leeg|onbekend|te|uw|jouw|je|de|het|een|op|in|wachtwoord|password|passwort|beheerder|admin\p{L}*|gewoon|opnieuw|automatisch|hoofdlettergevoelig|not|no|wrong|incorrect|invalid|expired|forgotten|changed|required|needed|see|same|empty|blank|unknown|your|the|a|an|on|at|case|too|now|reset|lost|gone|safe|secure|secret|weak|strong|falsch|abgelaufen|vergessen|geändert|siehe|nicht|das|der|die|ihr|dein|expiré|oublié|incorrecte?|erroné|voir|le|la|votre|ton|inconnu|\p{L}{0,20}(?:tekens|characters|zeichen))$/iu;
const MY = String.raw`(?<=(?<!\p{L})(?:mijn|m'n|mn|ons|onze|my|our|meine?|unser|mon|notre|wi-?fi|wlan|het|the|das|le)[ -](?:\p{L}{1,12}[ -]){0,2}?)`;
const CLAUSE_END = String.raw`(?=["'”’]?(?:[.!?]?[ ]*(?:[,;)\n]|$)|[.!?](?!\p{L})|[ ](?:en|and|und|et|maar|but|mais|aber)[ ]))`;

const findPhrase = [
  // "password: sunflower", "my password is Sunshine": a word alone, at the end of what is said.
  patternFinder(
    'password',
    new RegExp(
      String.raw`${NO_SECRET}(?<!\p{L})${WORD}(?:['’]s)?[ ]?[:=][ ]?["'“‘]?(?<found>[\p{L}\d-]{5,40})${CLAUSE_END}`,
      'dgiu',
    ),
    isChosen,
  ),
  patternFinder(
    'password',
    new RegExp(
      String.raw`${NO_SECRET}${MY}${WORD}(?:['’]s|[ ]${IS})(?:[ ](?:gewoon|altijd|dus|just|simply|always|still|einfach|immer))?[ ](?<found>[\p{L}\d-]{5,40})${CLAUSE_END}`,
      'dgiu',
    ),
    (found) =>
      isChosen(found) && (/\p{Lu}/u.test(found) || !/(?:d|t|en|ed|é|ig|lijk|bar|able)$/u.test(found)),
  ),
  // "the password you gave me, Swan-44, does nothing"
  patternFinder(
    'password',
    new RegExp(
      String.raw`${NO_SECRET}(?<!\p{L})${WORD}(?:[ ]\p{L}{1,14}){0,6},[ ](?<found>[^\s"'“”‘’,;()<>[\]]{6,40})(?=,)`,
      'dgiu',
    ),
    isSecret,
  ),
  // "I set the password to Sunshine44"
  patternFinder(
    'password',
    new RegExp(
      String.raw`(?<!\p{L})(?:set|changed?|reset|zet|gezet|veranderde?|wijzigde|gewijzigd|ingesteld|geändert)(?: \p{L}{1,12}){0,4} ${WORD}(?: \p{L}{1,10}){0,2} (?:to|in|naar|op|auf|als|as) (?<found>[^\s"'“”‘’,;()<>[\]]{6,40})`,
      'dgiu',
    ),
    isSecret,
  ),
  // In quotation marks it may have blanks.
  patternFinder(
    'password',
    new RegExp(
      String.raw`${NO_SECRET}(?<!\p{L})${WORD}(?:[ ]\p{L}{1,12}){0,3}?(?:[ ]?[:=])?[ ](?:"(?<found>[^"\n]{4,60})"|[“„]([^”“\n]{4,60})[”“]|'([^'\n]{4,60})')`,
      'dgiu',
    ),
    (found) =>
      !/ (?:is|niet|not|invalid|incorrect|verlopen|vergeten|wijzigen|forgotten|change|vergessen) ?|vergeten|forgot|onjuist|wijzigen/i.test(
        found,
      ),
  ),
  // "… with Sunshine44 as the password", "Sunshine44 is my password"
  patternFinder(
    'password',
    new RegExp(
      String.raw`(?<![\p{L}\d@.])(?<found>[^\s"'“”‘’,;()<>[\]]{5,40})["'”’]?[ ](?:als|as|comme|(?:is|was|ist|est)[ ](?:mijn|het|ons|my|the|our|mein|das|mon|le))[ ](?:(?:het|the|my|mijn|mon|wi-?fi|wlan|\p{L}{2,12}-)[ -]?){0,2}${WORD}(?!\p{L})`,
      'dgiu',
    ),
    isSecret,
  ),
  // "network Loft, key Sunshine44", "wifi heet Zolder, code zolder2014zolder"
  patternFinder(
    'password',
    new RegExp(
      String.raw`(?<=(?<!\p{L})(?:wi-?fi|wlan|netwerk|network|ssid|hotspot|router|modem|netzwerk|réseau)(?!\p{L})[^\n]{0,60}(?<!\p{L}))(?:code|key|sleutel|schlüssel|clé)(?:[ ]${IS})?[ ]?[:=]?[ ]?["'“‘]?(?<found>[^\s"'“”‘’,;()<>[\]]{6,64})`,
      'dgiu',
    ),
    (found) => /^\d{8,24}$/.test(found) || (isSecret(found) && !/^[A-Z]{1,4}-?\d+$/.test(found)),
  ),
];

const findKnown = patternFinder('password', PATTERN, isSecret);

const LOCK =
  '(?:alarm|kluis(?:je)?|deur|voordeur|achterdeur|poort|hek|slot|garage|telefoon|pas|sleutelkast(?:je)?|sleutelkluis(?:je)?|berging|schuur|portiek|slagboom|gate|door|front door|safe|key ?safe|lock ?box|lock|shed|garage|building|entrance|tür|haustür|tor|tresor|schlüsseltresor|porte|portail|immeuble|coffre|alarme)';
const CODE = String.raw`(?:pin(?:[- ]?code)?|pin number|puk(?:[- ]?code)?|(?:alarm|kluis|deur|voordeur|poort|sleutelkastjes?|toegangs|ontgrendel|vergrendel|inlog|verificatie|bevestigings|activerings|sms-|tan-|beveiligings|schuif|cijfer|zugangs|tür|sicherheits|bestätigungs)[- ]?code|(?:code|pincode|combinatie|combination)(?: \p{Ll}{2,5}){0,2} (?:van|voor|to|for|of|on|der|für|de|du)(?: (?:het|de|mijn|ons|onze|the|my|our|die|das|den|la|le|l['’])){0,1} ?${LOCK}|(?:alarm|door|gate|safe|access|unlock|entry|verification|login|one-time|security|confirmation|lock ?box|key ?safe) code|key ?safe|lock ?box|sleutelkluisje|sleutelkastje|schlüsseltresor|passcode|digicode|cvc2?|cvv2?|otp|geheimzahl|code (?:pin|porte|secret|d['’]accès|confidentiel))`;
const CODE_PATTERN = new RegExp(
  String.raw`${NO_SECRET}(?<!\p{L})${CODE}(?:[ ](?:van mij|(?:van|of|for|voor|für|de|du) (?:(?:mijn|ons|onze|het|de|my|our|the|die|das|mein|la|le|mon|ma) )?\p{L}{2,15}(?: \p{Ll}{2,12})?|was|is|nu|now|lautet|ist|est|code|heeft code|met code|opens with))*(?:[ ]?[:=(][ ]?|(?<=[ ](?:is|was|nu|now|lautet|ist|est|code|with))[ ]|[ ](?=[\dA-Z]))["'“‘]?(?<found>\d{3}[ -]\d{3}|[A-Z]?\d{2,8}[A-Z]?\d{0,4}[#*]?|\d(?:[ -]\d){3,7})(?![\d.,]*\d|[ -]?(?:cijfer(?:s|ige)?|digits?|stellig\p{Ll}*|tekens|characters|keer|times|minuten|minutes|euro|uur|hours?|zeichen|ziffern|chiffres))`,
  'dgiu',
);
/** Those that makers set, and that stand in every manual. */
const TRIVIAL = /^(\d)\1+$|^1234(?:5(?:6(?:7(?:8)?)?)?)?$/;
const findCodes = patternFinder(
  'password',
  CODE_PATTERN,
  (written) => !TRIVIAL.test(written) && written.replace(/\D/g, '').length >= 3,
);

/** Passwords and codes that somebody tells, by the word before them; plain words behind it ("is verlopen") are none. */
export function findPasswords(text: string): Finding[] {
  const passwords = [findKnown, ...findPhrase]
    .flatMap((find) => find(text))
    .map((finding) => ({
      ...finding,
      end: finding.start + text.slice(finding.start, finding.end).replace(/[.:?]+$/, '').length,
    }));
  return [...passwords, ...findCodes(text)];
}

/** Letters with digits, or with signs among them. */
function isSecret(written: string): boolean {
  const word = written.replace(/[.:?!]+$/, '');
  if (TECHNICAL.test(written) || /[/[\]]/.test(word)) return false;
  return /\p{L}/u.test(word) && (/\d/.test(word) || /[@#$%^&*!?+=_~][\p{L}\d]/u.test(word));
}

/** A word that somebody chose, none that says something of the password. */
function isChosen(written: string): boolean {
  return !SAID_OF_IT.test(written) && !TECHNICAL.test(written);
}
