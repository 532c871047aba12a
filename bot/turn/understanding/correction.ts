/** "I mean …", "typo: …" in front, and "… I mean" behind. */
const IN_FRONT =
  /^\s*(?:(?:nee|no|sorry|oeps|oops|wacht|wait)[\s,.:!]+)*(?:ik bedoel(?:de)?|i mean|i meant|typo|typefout|tikfout)[\s,.:!]+(?=\S)/iu;
const BEHIND = /(?<![\s,])[\s,]+(?:ik bedoel|bedoel ik|i mean|i meant)\s*[.!]{0,9}\s*$/iu;

/**
 * What a customer means who corrects themselves ("sorry, I meant Switzerland"), without the words that say so; null where
 * nothing is corrected.
 */
export function correctionIn(text: string): string | null {
  const meant = text.replace(IN_FRONT, '').replace(BEHIND, '').trim();
  return meant === '' || meant === text.trim() ? null : meant;
}
