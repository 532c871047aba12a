import { type Finding, patternFinder } from './finding.js';

const WORD =
  '(?:wachtwoord|wachtw\\.?|(?<!\\p{L})ww|(?<!\\p{L})pw|password|passcode|passwort|kennwort|passwd|pwd|passphrase|wachtzin|netwerksleutel|netwerkcode|(?:wi-?fi|wlan)[- ]?(?:sleutel|code|key|schlüssel)|network key|mot de passe|mdp)';
/** What a maker gives to everybody is no secret: "het standaard wachtwoord is …". */
const NO_SECRET = String.raw`(?<!(?:standaard|default|fabrieks?|factory|voorbeeld|example|bijvoorbeeld|bijv\.|e\.g\.)[^\n.]{0,20})`;
const PATTERN = new RegExp(
  String.raw`${NO_SECRET}${WORD}(?:[ ](?:\p{Ll}{1,20}|I)){0,4}?(?:[ ](?:van mij|van [\p{L} ]{2,20}?|for [\p{L} ]{2,20}?|was|is|nu|now|lautet|ist|est|:|=))*(?:[ ]?[:=][ ]?|(?<=[ ](?:is|was|nu|now|lautet|ist|est))[ ]|[ ](?=["“‘])|(?<=${WORD})[ ](?=\p{L}+\d))["'“‘]?(?<found>[^\s"'“”‘’,;()<>[\]]{6,64})`,
  'dgiu',
);
const TECHNICAL =
  /^(?:https?:|base\d|sha-?\d|md5|utf-?\d|wpa|wep|wps|aes|ascii|ansi|oauth|rfc|\d+[\p{L}%+-]*$|\d+[-–]\d+)/iu;

const find = patternFinder('password', PATTERN, isSecret);

const CODE = String.raw`(?:pin(?:[- ]?code)?|pin number|puk(?:[- ]?code)?|(?:alarm|kluis|deur|voordeur|toegangs|ontgrendel|vergrendel|inlog|verificatie|bevestigings|sms-|beveiligings)code|(?:code|pincode) van (?:het|de|mijn|ons) (?:alarm|kluis|deur|voordeur|slot|telefoon|pas|sleutelkastje)|(?:alarm|door|gate|safe|access|unlock|entry|verification|login|one-time|security|lock ?box) code|cvc|cvv|geheimzahl)`;
const CODE_PATTERN = new RegExp(
  String.raw`${NO_SECRET}(?<!\p{L})${CODE}(?:[ ](?:van mij|was|is|nu|now|lautet|ist))*(?:[ ]?[:=][ ]?|(?<=[ ](?:is|was|nu|now|lautet|ist))[ ]|[ ](?=\d))["'“‘]?(?<found>\d{3,8})(?![\d.,]*\d|[ ]?(?:cijfers|digits|tekens|keer|times|minuten|minutes|euro|uur|hours?))`,
  'dgiu',
);
/** Those that makers set, and that stand in every manual. */
const TRIVIAL = /^(\d)\1+$|^1234(?:5(?:6(?:7(?:8)?)?)?)?$/;
const findCodes = patternFinder('password', CODE_PATTERN, (written) => !TRIVIAL.test(written));

/** Passwords and codes that somebody tells, by the word before them; plain words behind it ("is verlopen") are none. */
export function findPasswords(text: string): Finding[] {
  const passwords = find(text).map((finding) => ({
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
