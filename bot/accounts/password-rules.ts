import { botErrors } from '../errors.js';
import { isCommonPassword } from './guessable/common-passwords.js';

export const SHORTEST_PASSWORD = 10;
/** Fewer different signs than this in a whole password are soon tried through. */
const FEWEST_SIGNS = 4;

/** Whose password it is to be. */
export interface PasswordOwner {
  readonly name: string;
  readonly email: string;
}

/**
 * Refuses passwords that are tried first: too short, a few signs over and over, a row of the keyboard, a common one, a common
 * word, the owner's own name or address, the company's name, each also with digits and marks around it (NIST SP 800-63B, 5.1.1.2: length, and a list of
 * what is commonly used, expected or one's own; no rules on kinds of signs).
 * @param companyNames such as that of the company and of its bot
 * @throws PASSWORD_TOO_SHORT, PASSWORD_GUESSABLE
 */
export function checkPassword(
  password: string,
  owner: PasswordOwner,
  companyNames: readonly string[] = [],
): void {
  const length = [...password].length;
  if (length < SHORTEST_PASSWORD) {
    throw botErrors.PASSWORD_TOO_SHORT({ minimum: SHORTEST_PASSWORD, length });
  }
  // As it is hashed (`passwords.ts`), in small letters: what differs in those only is as easily tried.
  const text = password.normalize('NFKC').toLowerCase();
  if (new Set(text).size < FEWEST_SIGNS) throw botErrors.PASSWORD_GUESSABLE({ reason: 'few-signs' });
  const forms = formsOf(text);
  if (forms.some(isRow)) throw botErrors.PASSWORD_GUESSABLE({ reason: 'row' });
  const own = ownWords(owner);
  if (forms.some((form) => isMadeOf(form, own))) throw botErrors.PASSWORD_GUESSABLE({ reason: 'own' });
  const company = companyNames.flatMap(wordsOf);
  if (forms.some((form) => isMadeOf(form, [...own, ...company]))) {
    throw botErrors.PASSWORD_GUESSABLE({ reason: 'company' });
  }
  const isCommon = (form: string) => COMMON.has(form) || isCommonPassword(form);
  if (forms.some(isCommon)) throw botErrors.PASSWORD_GUESSABLE({ reason: 'common' });
}

/** Signs in the order of keyboards and of the alphabet. */
const ROWS = [
  '01234567890123456789012345678901234567890',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiopasdfghjklzxcvbnm',
  'qwertzuiopasdfghjklyxcvbnm',
  'azertyuiopqsdfghjklmwxcvbn',
  '1q2w3e4r5t6y7u8i9o0p',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm',
  'qazwsxedcrfvtgbyhnujm',
].flatMap((row) => [row, [...row].reverse().join('')]);

function isRow(text: string): boolean {
  return ROWS.some((row) => row.includes(text));
}

/** Words that common passwords are made of, without the digits and marks around them; all from published lists. */
const COMMON: ReadonlySet<string> = new Set(
  `password passwords passwort wachtwoord motdepasse passphrase mypassword newpassword mijnwachtwoord geheim secret
   welkom welcome letmein changeme changeit veranderen iloveyou ikhouvanjou lovelove trustno trustnoone whatever
   qwerty qwertz azerty qwertyuiop qwertzuiop azertyuiop asdfghjkl zxcvbnm qwertyasdf asdfqwer abcdef abcabc qazwsx
   admin administrator administration administrateur beheerder supervisor superuser root user gebruiker guest testtest
   default temporary tijdelijk support helpdesk desk agent medewerker login inloggen hello hallo hallohallo
   football voetbal baseball basketball superman batman pokemon starwars dragon monkey princess sunshine shadow master
   computer internet samsung liverpool chelsea arsenal barcelona feyenoord ajaxajax nederland holland amsterdam rotterdam
   summer winter autumn spring zomer herfst lente januari februari maandag januari december november september october
   corvette mustang mercedes ferrari michelle jennifer jordan michael charlie thomas daniel ashley nicole jessica
   blahblah blablabla passpass testing something nothing freedom forever family friends flower fuckyou`.split(
    /\s+/,
  ),
);

/** What a password may be a dressing of: as it is, what it repeats, and either without what stands around its letters. */
function formsOf(text: string): string[] {
  const whole = [text, unitOf(text)].filter((form) => form !== '');
  const bare = whole.flatMap((form) => {
    const letters = form.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
    return [letters, unitOf(letters)];
  });
  const plain = bare.flatMap((form) => [form, withoutDisguise(form)]);
  const letters = plain.map((form) => unitOf(lettersOf(form)));
  return [...new Set([...whole, ...plain, ...letters])].filter((form) => form !== '');
}

/** What a text is made of by repeating it; the text itself where it repeats nothing. */
function unitOf(text: string): string {
  const length = (text + text).indexOf(text, 1);
  return text.slice(0, Math.max(length, 0));
}

const DISGUISES: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'l',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
  '€': 'e',
};

/** "p@ssw0rd" as "password". */
function withoutDisguise(text: string): string {
  return [...text].map((sign) => DISGUISES[sign] ?? sign).join('');
}

function lettersOf(text: string): string {
  return text.replace(/[^\p{L}]/gu, '');
}

/** Own words shorter than this stand in many a good sentence: "An" must not forbid anything that is bare "an". */
const SHORTEST_OWN = 3;

function ownWords({ name, email }: PasswordOwner): string[] {
  const address = normal(email);
  const local = address.split('@')[0] ?? '';
  return [address, lettersOf(address), ...wordsOf(name), ...wordsOf(local)].filter(
    (word) => word.length >= SHORTEST_OWN,
  );
}

/** A name whole, and the words in it, each also as its letters alone. */
function wordsOf(name: string): string[] {
  const whole = normal(name);
  const parts = [whole, ...whole.split(/[^\p{L}\p{N}]+/u)];
  return parts.flatMap((part) => [part, lettersOf(part)]).filter((word) => word.length >= SHORTEST_OWN);
}

function normal(text: string): string {
  return text.trim().normalize('NFKC').toLowerCase();
}

/** Whether a text is one of these words, or two of them in a row. */
function isMadeOf(form: string, words: readonly string[]): boolean {
  const forms = [form, lettersOf(form)];
  return forms.some((text) =>
    words.some((word) => text === word || (text.startsWith(word) && words.includes(text.slice(word.length)))),
  );
}
