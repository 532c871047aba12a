import { type Finding, patternFinder } from './finding.js';

const WORD =
  '(?:wachtwoord|password|passwort|kennwort|passwd|pwd|passphrase|wachtzin|netwerksleutel|wi-?fi-?sleutel|mot de passe)';
/** What a maker gives to everybody is no secret: "het standaard wachtwoord is …". */
const NO_SECRET = String.raw`(?<!(?:standaard|default|fabrieks?|factory|voorbeeld|example|bijvoorbeeld|bijv\.|e\.g\.)[^\n.]{0,20})`;
const PATTERN = new RegExp(
  String.raw`${NO_SECRET}${WORD}(?:[ ](?:van mij|was|is|nu|now|:|=))*(?:[ ]?[:=][ ]?|(?<=[ ](?:is|was|nu|now))[ ])["'“‘]?(?<found>[^\s"'“”‘’,;()<>[\]]{6,64})`,
  'dgiu',
);
const TECHNICAL =
  /^(?:https?:|base\d|sha-?\d|md5|utf-?\d|wpa|wep|wps|aes|ascii|ansi|oauth|rfc|\d+[\p{L}%+-]*$|\d+[-–]\d+)/iu;

const find = patternFinder('password', PATTERN, isSecret);

/** Passwords that somebody tells, by the word before them; plain words behind it ("is verlopen") are none. */
export function findPasswords(text: string): Finding[] {
  return find(text).map((finding) => ({
    ...finding,
    end: finding.start + text.slice(finding.start, finding.end).replace(/[.:?]+$/, '').length,
  }));
}

/** Letters with digits, or with signs among them. */
function isSecret(written: string): boolean {
  const word = written.replace(/[.:?!]+$/, '');
  if (TECHNICAL.test(written) || /[/[\]]/.test(word)) return false;
  return /\p{L}/u.test(word) && (/\d/.test(word) || /[@#$%^&*!?+=_~][\p{L}\d]/u.test(word));
}
