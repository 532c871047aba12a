/** What was tried is said not to have helped: "the fixed address did nothing". */
const DID_NOT_HELP =
  /(?<!\p{L})(?:did(?: \p{L}+)? (?:nothing|not help|no good)|didn['’]t (?:help|work|do (?:it|anything))|made no difference|no difference|not the (?:cause|culprit|problem)|hielp(?: \p{L}+){0,3} niet(?:s)?|(?:deed|haalde|maakte)(?: \p{L}+){0,2} (?:niks|niets|geen verschil)(?: uit)?|werkte(?: \p{L}+){0,2} niet|lag(?: \p{L}+)? niet aan|was het(?: dus)? niet)(?!\p{L})/iu;
/** What it was in the end. */
const IT_WAS =
  /(?<!\p{L})(?:(?:het |dat |it |this )?(?:bleek|bleken|turned out)|(?:het )?(?:lag|kwam)(?: \p{L}+){0,3} (?:aan|door)|(?:boosdoener|oorzaak|culprit|cause|real problem|answer)(?: \p{L}+){0,2} (?:was|is)|(?:the|de|het|my|mijn) \p{L}+ (?:was|were|had)(?! (?:fine|ok|clean|good|schoon|goed|prima)(?!\p{L}))|(?:met|with|na|after|without|zonder) (?:\p{L}+ ){1,6}(?:is|was|werkt|works|doet|lukt)|uiteindelijk|in the end|what (?:worked|fixed|helped|did it)|wat (?:werkte|hielp))(?!\p{L})/iu;
/** And that it works since. */
const WORKS_SINCE =
  /(?<!\p{L})(?:sindsdien|sinds|nu|gewoon|weer|eindelijk|opgelost|verholpen|gelukt|(?:is|was) het over|(?:is|was) het weg|verdwenen|since|now|again|finally|solved|fixed|sorted|gone|(?:been|is|are|runs?|works?) (?:fine|perfect\p{L}*|ok|great))(?!\p{L})/iu;

/**
 * What somebody who asked found out after an answer, in plain words: the cause or cure `'instead'` of the answer where they say that
 * it did not help, `'besides'` where they only name another one; null where they tell neither.
 */
export function foundOut(text: string): 'instead' | 'besides' | null {
  if (!IT_WAS.test(text) || !WORKS_SINCE.test(text)) return null;
  return DID_NOT_HELP.test(text) ? 'instead' : 'besides';
}
