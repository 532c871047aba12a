/** A sign that a reader does not see: controls, zero width, soft hyphens, variation selectors, the frame of a keycap. */
const UNSEEN =
  /^(?:(?![\n\t])\p{Cc}|\p{Cf}|[\ufe00-\ufe0f]|\u034f|\u115f|\u1160|\u20e3|\u3164|\uffa0|\p{Surrogate})$/u;
const BLANK = /^[\s\u2800]$/u;

/**
 * One code point as a reader takes it: blanks of every width are a space, digits of every script 0 to 9, dashes a
 * hyphen, full-width and other compatibility forms the plain ones (NFKC); '' for what nobody sees.
 */
export function readableSign(sign: string): string {
  if (/^[!-~\n]$/.test(sign)) return sign;
  if (UNSEEN.test(sign)) return '';
  if (BLANK.test(sign)) return ' ';
  if (/^[\p{Pd}\u2212]$/u.test(sign)) return '-';
  const plain = sign.normalize('NFKC');
  return /^\p{Nd}$/u.test(plain) ? digitOf(plain) : plain.replace(/\s/g, ' ');
}

/** Unicode gives each script its ten digits in a row, so the digits before one in its row are its value. */
function digitOf(sign: string): string {
  const point = sign.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 9 && /^\p{Nd}$/u.test(String.fromCodePoint(point - value - 1))) value += 1;
  return String(value);
}
