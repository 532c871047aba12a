import { stripMarkdown } from '../text/strip-markdown.js';
import { onlySaysOutdated, sentencesOf, signsOfChange } from './signs-of-change.js';

/** A longer sentence is a paragraph without full stops. */
const LONGEST = 400;

/**
 * The sentence of a correction, in Markdown, that says what is otherwise: "Since 2023 it does work". It belongs to
 * whatever part of the correction is shown. Null where no single sentence says it.
 */
export function whatChanged(answer: string): string | null {
  const blocks = answer
    .split(/\n[ \t]*\n/)
    .filter((block) => !/^\s*(?:[-*+>#|]|\d{1,3}[.)]\s|```)/.test(block));
  for (const sentence of blocks.flatMap((block) => sentencesOf(block))) {
    const plain = stripMarkdown(sentence);
    const { isDated, isByNow, isWrong } = signsOfChange(plain);
    if (!(isDated || isByNow || isWrong) || onlySaysOutdated(plain)) continue;
    const isWhole = [/\*\*/g, /`/g, /\[/g].every((mark) => (sentence.match(mark) ?? []).length % 2 === 0);
    const isLink = /\[[^\]]*\]\([^)]*\)/.test(sentence);
    if (sentence.length <= LONGEST && (isWhole || isLink)) return sentence;
  }
  return null;
}
