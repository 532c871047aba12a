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
  return (text) => {
    const findings: Finding[] = [];
    // Not matchAll: that copies the pattern, and large ones then have to be compiled anew, again and again.
    pattern.lastIndex = 0;
    for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
      const [start, end] = match.indices?.groups?.found ?? [match.index, match.index + match[0].length];
      if (isReal(text.slice(start, end))) findings.push({ kind, start, end });
      if (match[0] === '') pattern.lastIndex += 1;
    }
    return findings;
  };
}
