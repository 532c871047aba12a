/** Opens with what is not so: "Not the whole wage.", "Nee, geen drie dagen: …". */
const DENIED =
  /^[^\p{L}]*(?:(?:nee|neen|nope|no|sorry|helaas|alleen|only)(?: hoor)?[,.: ]+)?(?:niet|geen|not)(?!\p{L}) ?((?:[\p{L}\p{N}€£$%'’-]+ ?){2,8})[.,:;!–-]/iu;
/** Words of fewer letters stand in any sentence. */
const FEWEST_LETTERS = 4;
const FEWEST_SHARED = 2;

/** Whether a text opens by denying words of an earlier one: "you give the whole wage" and "Not the whole wage. …". Plain words. */
export function deniesWords(earlier: string, later: string): boolean {
  const denied = wordsOf(DENIED.exec(later)?.[1] ?? '');
  const said = new Set(wordsOf(earlier));
  return denied.filter((word) => said.has(word)).length >= FEWEST_SHARED;
}

function wordsOf(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.filter((word) => word.length >= FEWEST_LETTERS || /\d/.test(word));
}
