import { type Finding, patternFinder } from '../finding.js';

/** From the word to its number: "van mijn zoon is", "(", ":". */
const TO_NUMBER = String.raw`[^\n.!?\d]{0,30}?(?<![\p{L}\d])`;
const DUTCH_WORD = String.raw`(?:bsn|burger ?service ?(?:nummer|nr)\.?|sofi(?:-?(?:nummer|nr)\.?)?)`;

const finders = [
  // Beside its word the Dutch number counts without its check digit and in any grouping, before and behind.
  patternFinder(
    'citizenNumber',
    new RegExp(
      String.raw`(?<!\p{L})${DUTCH_WORD}(?!\p{L})${TO_NUMBER}(?<found>\d(?:[ .-]?\d){7,8})(?![.,]?\d)`,
      'dgiu',
    ),
  ),
  patternFinder(
    'citizenNumber',
    new RegExp(
      String.raw`(?<![\d.,-])\d{3}([ .-]?)\d{3}\1\d{3}(?=[ ](?:is|was|als|as)[ ](?:\p{L}{1,12}[ ]){0,2}${DUTCH_WORD})`,
      'dgiu',
    ),
  ),
  // Belgium: the date of birth, a number of the day, and 97 less what is left of both.
  patternFinder(
    'citizenNumber',
    /(?<![\d.,-])\d{2}[. ]\d{2}[. ]\d{2}[- ]\d{3}[. -]\d{2}(?!\d|[.,]\d)/dgu,
    isBelgian,
  ),
  patternFinder(
    'citizenNumber',
    new RegExp(
      String.raw`(?<!\p{L})(?:rijksregister(?:nummer|nr)?\.?|nationaal nummer|insz(?:[- ]nummer)?|num[ée]ro (?:national|de registre national)|registre national|niss|rrn)${TO_NUMBER}(?<found>\d{2}(?:[ .-]?\d){9})(?!\d)`,
      'dgiu',
    ),
  ),
  // Britain: National Insurance and NHS numbers.
  patternFinder(
    'citizenNumber',
    /(?<![\p{L}\d])[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z](?: \d{2} \d{2} \d{2} |\d{6})[A-D](?![\p{L}\d])/dgu,
  ),
  patternFinder(
    'citizenNumber',
    new RegExp(
      String.raw`(?<!\p{L})(?:NI|NINO|national insurance)(?:[ ](?:number|no\.?|nr\.?))?(?!\p{L})${TO_NUMBER}(?<found>[A-Z]{2}[ ]?\d{2}[ ]?\d{2}[ ]?\d{2}[ ]?[A-Z]?)(?![\p{L}\d])`,
      'dgiu',
    ),
  ),
  patternFinder(
    'citizenNumber',
    new RegExp(
      String.raw`(?<!\p{L})NHS(?:[ ](?:number|no\.?))?(?!\p{L})${TO_NUMBER}(?<found>\d{3}[ -]?\d{3}[ -]?\d{4})(?!\d)`,
      'dgiu',
    ),
  ),
  patternFinder(
    'citizenNumber',
    new RegExp(String.raw`(?<!\p{L})UTR(?!\p{L})${TO_NUMBER}(?<found>\d{5} ?\d{5})(?!\d)`, 'dgu'),
  ),
  // Ireland.
  patternFinder(
    'citizenNumber',
    new RegExp(String.raw`(?<!\p{L})PPSN?(?!\p{L})${TO_NUMBER}(?<found>\d{7}[A-Z]{1,2})(?![\p{L}\d])`, 'dgu'),
  ),
  // The United States.
  patternFinder(
    'citizenNumber',
    new RegExp(
      String.raw`(?<!\p{L})(?:ssn|social security(?:[ ](?:number|no\.?))?)(?!\p{L})${TO_NUMBER}(?<found>\d{3}[ -]?\d{2}[ -]?\d{4})(?!\d)`,
      'dgiu',
    ),
  ),
  // France: sex, year, month, place, and two digits that check it.
  patternFinder(
    'citizenNumber',
    /(?<![\d.,-])[12] ?\d{2} ?(?:0[1-9]|1[0-2]) ?(?:\d{2}|2[AB]) ?\d{3} ?\d{3}(?: ?\d{2})?(?![\d]|[.,]\d)/dgu,
    (found) => /\D/.test(found) || isFrench(found),
  ),
  // Germany: tax and social insurance.
  patternFinder(
    'citizenNumber',
    new RegExp(
      String.raw`(?<!\p{L})(?:steuer-?(?:id(?:entifikationsnummer|nr)?|nummer|nr)|idnr|sozialversicherungs(?:nummer|nr)|sv-?nummer|rentenversicherungsnummer)\.?(?!\p{L})${TO_NUMBER}(?<found>\d{2}[ ]?\d{2,6}(?:[ ]?[A-Z\d]{1,3}){2,4})(?![\p{L}\d])`,
      'dgiu',
    ),
  ),
];

/** Numbers that a state gives to a person: by their form and check digits where those are their own, else by their word. */
export function findCitizenNumbers(text: string): Finding[] {
  if (!/\d{2}/.test(text)) return [];
  return finders.flatMap((find) => find(text)).filter(({ start, end }) => !isExample(text, start, end));
}

/** 123456789, of which the sentence says that it stands for others. */
function isExample(text: string, start: number, end: number): boolean {
  return (
    text.slice(start, end).replace(/\D/g, '') === '123456789' &&
    /(?<!\p{L})(?:(?:bij)?voorbeeld|fictief|nep|example|sample|beispiel|exemple)(?!\p{L})/iu.test(
      text.slice(Math.max(0, start - 80), end + 80),
    )
  );
}

/** 97 less the rest of the first nine digits by 97, with a 2 before them for those born since 2000. */
function isBelgian(written: string): boolean {
  const digits = written.replace(/\D/g, '');
  const body = Number(digits.slice(0, 9));
  const check = Number(digits.slice(9));
  const isDotted = /^\d{2}\.\d{2}\.\d{2}-\d{3}\.\d{2}$/.test(written);
  return isDotted || check === 97 - (body % 97) || check === 97 - ((2_000_000_000 + body) % 97);
}

/** 97 less the rest of the first thirteen digits by 97. */
function isFrench(written: string): boolean {
  const digits = written.replace(/\s/g, '');
  return digits.length === 15 && Number(digits.slice(13)) === 97 - (Number(digits.slice(0, 13)) % 97);
}
