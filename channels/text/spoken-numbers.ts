import type { SpokenLanguage } from '../../bot/contracts/messages.js';

/** How marks between words and numbers are read out. */
interface NumberWords {
  readonly star: string;
  readonly hash: string;
  readonly plus: string;
  readonly euro: string;
  readonly to: string;
  readonly next: string;
}

const WORDS: Readonly<Record<SpokenLanguage, NumberWords>> = {
  nl: { star: 'sterretje', hash: 'hekje', plus: 'plus', euro: 'euro', to: 'tot', next: 'dan' },
  en: { star: 'star', hash: 'hash', plus: 'plus', euro: 'euros', to: 'to', next: 'then' },
};

/** A code that is dialled: `*#06#`, `##002#`, `*101*2#`. */
const DIALLED = /(?<![\w*#])[*#]{1,3}\d[\d*#]*#/g;
/** Amounts such as `€ 12,50`, `€12.50`, `€ 12,-`. */
const AMOUNT = /€\s?(\d[\d.]*?)(?:[.,](\d{2}|-+))?(?![\d.,]*\d)/g;
/** A telephone number: seven digits or more in groups, from a 0 or a +. */
const TELEPHONE = /(?<![\w.,/])(?:\+|0)(?:[\d]|[ -](?=\d)|[()](?=[\d ]))*\d(?![\w/])/g;
const FEWEST_TELEPHONE_DIGITS = 7;
/** A number that is a name, not an amount: a code, a customer number. */
const LONG_NUMBER = /(?<![\w.,:])\d{5,}(?![\w.,:]*\d)/g;
/** `9-17`, `09:00–17:00`, `3 - 5`, and no date. */
const RANGE = /(?<![\w-])(\d{1,2}(?::\d{2})?)\s?[-–]\s?(\d{1,3}(?::\d{2})?)(?![\w-])/g;
/** From one menu to the next. */
const ARROW = /\s*(?:->|=>|→|➜|»|(?<=\S\s)>(?=\s\S))\s*/g;

/**
 * Writes numbers and paths through menus as they are said: telephone numbers and codes digit by digit, amounts with their
 * currency behind, "to" between, "then" for an arrow.
 */
export function spokenNumbers(text: string, language: SpokenLanguage): string {
  const words = WORDS[language];
  return text
    .replace(DIALLED, (code) => Array.from(code, (sign) => signOf(sign, words)).join(' '))
    .replace(AMOUNT, (_, whole: string, cents: string | undefined) => {
      const rest = cents === undefined || !/^\d/.test(cents) || cents === '00' ? '' : ` ${cents}`;
      return `${whole} ${words.euro}${rest}`;
    })
    .replace(TELEPHONE, (number) => {
      const digits = number.replace(/\D/g, '').length;
      return digits < FEWEST_TELEPHONE_DIGITS ? number : inGroups(number, words);
    })
    .replace(LONG_NUMBER, (number) => Array.from(number).join(' '))
    .replace(RANGE, `$1 ${words.to} $2`)
    .replace(ARROW, `, ${words.next} `);
}

function inGroups(number: string, words: NumberWords): string {
  const groups = number.split(/[ ()-]+/).filter((group) => group !== '');
  return groups.map((group) => Array.from(group, (sign) => signOf(sign, words)).join(' ')).join(', ');
}

function signOf(sign: string, words: NumberWords): string {
  if (sign === '*') return words.star;
  if (sign === '#') return words.hash;
  return sign === '+' ? words.plus : sign;
}
