/** The console, as much of it as the SDK uses. */
interface Printer {
  error(...words: unknown[]): void;
}

const quieted = new WeakSet<Printer>();

/**
 * Keeps the SDK from printing, past the log, what it says of each token that it refuses: anybody may send such tokens as often as
 * they like. The door tells of refused calls itself, now and then.
 * @param printer only tests give another one than the console
 */
export function quietSdk(printer: Printer = console): void {
  if (quieted.has(printer)) return;
  quieted.add(printer);
  const print = printer.error.bind(printer);
  printer.error = (...words) => {
    if (!isOfRefusedToken(words[0])) print(...words);
  };
}

/** `jwtTokenExtractor.js` of botframework-connector 4.23 prints these two. */
function isOfRefusedToken(said: unknown): boolean {
  if (typeof said === 'string') return said.startsWith('Error finding key for token');
  return said instanceof Error && said.name === 'TokenExpiredError';
}
