import type { Thread } from '../sources/contracts.js';
import { isBodyTooLong, squeezeBody } from './bound-body.js';
import { sentencesOf } from './corrections/signs-of-change.js';
import { stripMarkdown } from './text/strip-markdown.js';
import { toMarkdown } from './to-markdown.js';

/** Parts of one text, and of one item, that are kept. */
const MOST_PARTS = 3;
const MOST_ASKED = 6;
/** A part is a few sentences: about what a customer types. In words. */
const PART_WORDS = 36;
const FEWEST_WORDS = 4;
/** One sentence beyond this is a log or a list. In characters. */
const LONGEST_SENTENCE = 400;
/** So much of a text is read, in characters. */
const READ = 6_000;

/** Others who have the same: "Same here, …". */
const SAME_HERE =
  /(?<![\p{L}\p{N}])(?:(?:precies |exact(?:ly)? )?(?:hetzelfde|dezelfde|zelfde|the same|same)(?: (?:hier|here|probleem|problem|issue|vraag|question|situatie|situation|boat|thing|as))?|hier ook|bij mij ook|ik (?:heb|krijg|wil|zit|loop)(?: \p{L}+){0,2} ook|ook (?:bij|hier)|me too|here too|i (?:also|too)|i have (?:this|that|it) too|\+1|ditto|idem)(?![\p{L}\p{N}])/iu;
/** Longer replies are answers. In words. */
const LONGEST_SAME = 90;

/** Sentences that say nothing of the question. */
const COURTESY =
  /^(?:[\s\W]*)(?:(?:hoi|hallo|hi|hello|hey|beste|dag|goede(?:morgen|middag|navond|ndag)|dear|good (?:morning|afternoon|evening))(?![\p{L}]).{0,40}|(?:alvast |heel erg |hartelijk )?(?:bedankt|dank)(?![\p{L}]).{0,60}|.{0,30}(?:thanks|thank you|cheers)(?![\p{L}]).{0,50}|(?:iemand (?:een )?idee|any ideas?|wie weet het|help|mvg|groet(?:en|jes)?|(?:kind|best) regards)\W{0,3}.{0,20})$/iu;

/**
 * What the asker wrote below the title, and others who have the same, in parts of a few sentences: further wordings of the
 * question that are searched and never shown. Plain text, not yet redacted; code, quotations and courtesies are left out.
 */
export function askedWords(thread: Thread): string[] {
  const own = partsOf(thread.body, thread);
  const others = thread.replies
    .filter(({ isAccepted, author }) => !isAccepted && author.name !== thread.asker)
    .map(({ body }) => plainWords(body, thread))
    .filter((text) => SAME_HERE.test(text.slice(0, 120)) && text.split(' ').length <= LONGEST_SAME)
    .flatMap((text) => inParts(text).slice(0, 1));
  return [...own, ...others].slice(0, MOST_ASKED);
}

function partsOf(body: string, thread: Thread): string[] {
  return inParts(plainWords(body, thread)).slice(0, MOST_PARTS);
}

function plainWords(body: string, { format, url }: Thread): string {
  const squeezed = squeezeBody(body);
  if (squeezed.trim() === '' || isBodyTooLong(squeezed, format)) return '';
  const markdown = toMarkdown(squeezed, format, url).replace(
    /^ {0,3}(```|~~~)[\s\S]*?(?:^ {0,3}\1.*$|$(?![\s\S]))/gm,
    ' ',
  );
  return stripMarkdown(markdown.replace(/^ {0,3}>.*$/gm, ' ').slice(0, READ));
}

/** Sentences joined until a part has enough words; what is too short by itself joins the part before it. */
function inParts(text: string): string[] {
  const parts: string[] = [];
  let words = PART_WORDS;
  for (const sentence of sentencesOf(text)) {
    if (sentence.length > LONGEST_SENTENCE || COURTESY.test(sentence)) continue;
    const count = sentence.split(' ').length;
    if (words + count > PART_WORDS && words >= FEWEST_WORDS) {
      parts.push(sentence);
      words = count;
    } else {
      parts.push(`${parts.pop() ?? ''} ${sentence}`.trim());
      words += count;
    }
  }
  return parts.filter((part) => part.split(' ').length >= FEWEST_WORDS);
}
