/** A kind of personal data; each has its word in every language of `labels.ts`. */
export type PersonalKind =
  | 'email'
  | 'iban'
  | 'phone'
  | 'address'
  | 'name'
  | 'customerNumber'
  | 'orderNumber'
  | 'invoiceNumber'
  | 'citizenNumber'
  | 'longNumber'
  | 'birthDate'
  | 'documentNumber'
  | 'numberPlate'
  | 'ipAddress'
  | 'macAddress'
  | 'password'
  | 'username';

/** Where personal data stands in a text. */
export interface Finding {
  readonly kind: PersonalKind;
  /** Index of the first character. */
  readonly start: number;
  /** Index behind the last character. */
  readonly end: number;
}

/** Looks for one sort of personal data; pure. */
export type Finder = (text: string) => Finding[];

/** A finder for the whole match of a pattern (with the flags `g` and `d`), or of its group `found` where it has one. */
export function patternFinder(
  kind: PersonalKind,
  pattern: RegExp,
  isReal: (found: string) => boolean = () => true,
): Finder {
  return (text) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const [start, end] = match.indices?.groups?.found ?? [match.index, match.index + match[0].length];
      return isReal(text.slice(start, end)) ? [{ kind, start, end }] : [];
    });
}
