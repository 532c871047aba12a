import { stripMarkdown } from '../text/strip-markdown.js';
import { sentencesOf } from './signs-of-change.js';
import { sharedSubjects, subjectWords } from './subject-words.js';
import { namesAmount, namesOtherAmount, openingVerdict, turnsVerdict } from './turns-round.js';

/** Shorter sentences lean on their neighbours. */
const FEWEST_WORDS = 6;
/** Opens what needs the sentence before it. */
const LEANS =
  /^[^\p{L}]*(?:dan|dat|die|daarna|daar|hij|zij|ze|dit|deze|then|that|those|it|they|this|these|after that|so|dus)(?!\p{L})/iu;
/** The whole of what was said is taken back. */
const TAKES_ALL_BACK =
  /(?<!\p{L})(?:(?:vergeet|negeer|forget|ignore|disregard)(?!\p{L})|(?:alles|all of|everything|none of)(?!\p{L})[^.!?]{0,40}(?:niet|wrong|outdated|true|right|anders))/iu;

/**
 * The sentences of an answer that a correction leaves standing: it speaks of another one. Only what states an amount is kept, since
 * what says "yes, just do that" may be just what is no longer so. Markdown in, Markdown out; '' where nothing is sure to hold.
 * @param by whose correction it is: authors who edit their own answer leave in it what holds
 * @param asked what the thread asks, whose words say nothing of which part is meant
 */
export function stillHolds(
  answer: string,
  correction: string,
  asked: string,
  by: 'own' | 'other' = 'other',
): string {
  const corrected = stripMarkdown(correction);
  if (/\n\s*(?:[-*+|>]|\d{1,3}[.)]\s|```)/.test(`\n${answer}`) || TAKES_ALL_BACK.test(corrected)) return '';
  const title = subjectWords(asked);
  const own = (text: string) => new Set([...subjectWords(text)].filter((word) => !title.has(word)));
  const said = own(corrected);
  const sentences = answer
    .split('\n')
    .flatMap(sentencesOf)
    .map((sentence) => ({ sentence, plain: stripMarkdown(sentence) }));
  const isMeant = (plain: string) =>
    sharedSubjects(own(plain), said) > 0 ||
    namesOtherAmount(plain, corrected) ||
    openingVerdict(plain) !== null ||
    turnsVerdict(plain, corrected);
  if (!sentences.some(({ plain }) => isMeant(plain))) return '';
  return sentences
    .filter(
      ({ plain }) =>
        !isMeant(plain) &&
        (by === 'own' || namesAmount(plain)) &&
        !LEANS.test(plain) &&
        plain.split(' ').length >= FEWEST_WORDS,
    )
    .map(({ sentence }) => sentence)
    .join(' ');
}
