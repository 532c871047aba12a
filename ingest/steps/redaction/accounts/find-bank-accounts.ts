import { type Finding, patternFinder } from '../finding.js';

const IS = String.raw`(?:[ ]?[:=#(]|[ ](?:is|was|ist|est|no\.?|number|nummer|nr\.?)(?!\p{L}))*[ ]{0,2}`;
const SORT_CODE = String.raw`\d{2}(?<mark>[ -]?)\d{2}\k<mark>\d{2}(?![\d-]|[.,]\d)`;
/** From one number of an account to the word of the other: ", account number", " / acc". */
const NEAR = String.raw`[^\n\d]{0,30}`;

const finders = [
  // The United Kingdom: six digits for the bank, eight for the account, in either order.
  patternFinder(
    'iban',
    new RegExp(String.raw`(?<!\p{L})(?:sort(?:[ -]?code)?|s\/?c)${IS}(?<found>${SORT_CODE})`, 'dgiu'),
  ),
  patternFinder(
    'iban',
    new RegExp(
      String.raw`(?<=(?<!\p{L})(?:sort(?:[ -]?code)?|s\/?c)${IS}\d{2}[ -]?\d{2}[ -]?\d{2}${NEAR})(?<![\d-])\d{8}(?!\d|[.,]\d)`,
      'dgiu',
    ),
  ),
  patternFinder(
    'iban',
    new RegExp(String.raw`(?<![\d-])\d{8}(?=${NEAR}(?<!\p{L})(?:sort|s\/?c)(?!\p{L}))`, 'dgiu'),
  ),
  // Six digits with hyphens and eight beside them are that without a word as well.
  patternFinder('iban', /(?<![\d-])\d{2}-\d{2}-\d{2}[ ,/]{1,3}\d{8}(?!\d|[.,]\d)/dgu),
  patternFinder('iban', /(?<=(?<!\p{L})rekening bij (?:de |het )?\p{L}{2,12},? )\d{6,10}(?!\d|[.,]\d)/dgiu),
  // The United States: nine digits for the bank, and the account behind it.
  patternFinder(
    'iban',
    new RegExp(
      String.raw`(?<!\p{L})(?:routing|aba)(?:[ ](?:number|no\.?|code))?${IS}(?<found>\d{9})(?!\d)`,
      'dgiu',
    ),
  ),
  // Germany before IBAN: Kontonummer and Bankleitzahl.
  patternFinder(
    'iban',
    new RegExp(
      String.raw`(?<!\p{L})(?:konto(?:nummer|[- ]?nr)?\.?|blz|bankleitzahl)${IS}(?<found>\d(?:[ ]?\d){5,9})(?!\d)`,
      'dgiu',
    ),
  ),
  // "bank account 4417 2290", "rekening 41.71.64.300": by its word, in the groups that accounts had before IBAN.
  patternFinder(
    'iban',
    new RegExp(
      String.raw`(?<!\p{L})(?:gironummer|giro(?=[ :]+\d)|(?:bank ?|spaar ?|tegen ?|betaal ?)?rekening(?:[- ]?(?:nummer|nr)\.?)?|bank account(?: number| no\.?)?|account (?:number|no\.?)|acc(?:t|ount)?\.? no\.?|numéro de compte)${IS}(?<found>\d{2}\.\d{2}\.\d{2}\.\d{3}|\d(?:[ .]?\d){6,15})(?!\d|[.,]\d|[ ]?(?:euro|€))`,
      'dgiu',
    ),
  ),
  // With the word beside it a number that a typing error made invalid is one all the same.
  patternFinder(
    'iban',
    new RegExp(
      String.raw`(?<!\p{L})(?:iban|rekening|konto|account|compte)(?:[- ]?(?:nummer|number|nr)\.?)?${IS}(?<found>[A-Z]{2}[ ]?\d{2}[ .-]?(?:[A-Z]{4}[ .-]?)?(?:[ .-]?\d[\dA-Z]{0,3}){2,7})(?![\p{L}\d])`,
      'dgiu',
    ),
    (found) => found.replace(/\D/g, '').length >= 10 && !/BANK|VOOR|XXXX/i.test(found),
  ),
];

/** Bank accounts that are no IBAN, by the words beside them: sort codes, routing numbers, accounts of before. */
export function findBankAccounts(text: string): Finding[] {
  return /\d{2}/.test(text) &&
    /sort|s\/?c|\d{2}-\d{2}-\d{2}|routing|aba|giro|konto|blz|bankleit|rekening|acc|compte|iban/i.test(text)
    ? finders.flatMap((find) => find(text))
    : [];
}
