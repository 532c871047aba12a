/** What says of a number or a date that it stands for others. */
const SAYS_EXAMPLE =
  /(?<![\p{L}@.])(?:(?:bij)?voorbeeld|bijv|fictief|nep|example|e\.g\.|fake|sample|such as|test(?:kaart|card| ?card|nummer)?|sandbox|looks? like|ziet eruit als|zien eruit als|zoals|formaat|notatie|dag-maand|day-month|tag-monat|format|dd[-/.]mm|tt\.mm|jj[-/.]mm|beispiel|z\. ?b\.|exemple|placeholder)(?!\p{L}|\.\p{L})/iu;
const OWN = /(?<!\p{L})(?:mijn|m'n|mn|my|mein\p{Ll}{0,2}|mon|ma|ik ben|i am|i was)(?!\p{L})/iu;
const AROUND = 60;

/** Whether the words around a place call what stands there an example, and nobody calls it theirs. */
export function isCalledExample(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - AROUND), start);
  return SAYS_EXAMPLE.test(text.slice(Math.max(0, start - AROUND), end + AROUND)) && !OWN.test(before);
}
