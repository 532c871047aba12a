import type { Hit, SearchResult } from '../../../index/contracts/search.js';
import type { HandoffReason, Mood } from '../../contracts/desk.js';
import type { Decision, TurnState, Understanding, Wish } from '../contracts.js';
import { normalise, wordsOf } from '../understanding/normalise.js';
import { topicWordsOf } from '../understanding/topic-words.js';
import { asksDetail, mayHold } from './detail-in-thread.js';
import { LIMITS } from './limits.js';
import { wasQuotedTwice } from './quoted.js';

/**
 * What to do with what was found for a question, by the bands of the release. An annoyed customer is not asked back: one
 * more question is what they can bear least.
 */
export function decideFromHits(
  found: SearchResult,
  state: TurnState,
  mood: Mood,
  wish: Pick<Extract<Wish, { kind: 'question' }>, 'text' | 'sounds'>,
  { foreign = null }: Pick<Understanding, 'foreign'> = {},
): Decision {
  const { text, sounds } = wish;
  const hits = usableHits(found).filter(({ item }) => mayHold(item.answer, text));
  const [top, ...others] = hits;
  const probability = top?.confidence.probability ?? 0;
  if (top && probability >= found.bands.doubt && wasQuotedTwice(top, state))
    return { kind: 'offer-person', reason: 'not-helpful' };
  if (top && probability >= found.bands.answer) return { kind: 'answer', hit: top };
  // What is found in a language that the model hardly reads is a guess, and a list in another helps its customer little.
  if (foreign && !READ_LANGUAGES.has(foreign)) return { kind: 'offer-person', reason: 'no-match' };
  if (top && probability >= found.bands.doubt) {
    return { kind: 'answer-with-doubt', hit: top, alternatives: alternativesIn(others) };
  }
  if (sounds === 'off-topic') return { kind: 'small-talk', talk: 'off-topic' };
  const options = optionsIn(hits);
  // A list of nothing but what was just shown is no way on.
  const isShown = options.every(({ item }) => item.id === state.answer?.itemId);
  // A price of what was just told is in no list of other questions.
  const isDetail = asksDetail(text, state);
  const isWorthAsking = probability >= found.bands.askBack && canAskBack(state) && !isShown && !isDetail;
  if (isWorthAsking && mood === 'calm') return { kind: 'ask-back', options };
  if (
    sounds === 'unclear' ||
    (saysLittle(text) && mood === 'calm' && state.misses === 0 && canAskBack(state))
  )
    return { kind: 'ask-for-words' };
  return { kind: 'offer-person', reason: isWorthAsking ? 'mood' : whyNone(hits, found) };
}

/** Languages beside Dutch and English that the model was tuned on. */
const READ_LANGUAGES: ReadonlySet<string> = new Set(['de', 'fr']);
/** In words. */
const LITTLE = 2;

/** "wifi!!!", "tv help": what it is about, and not what is wrong. A person would ask. */
function saysLittle(text: string): boolean {
  return wordsOf(text).length <= LITTLE && topicWordsOf(text).length === 1;
}

/** Why nothing that was found can be told: nothing is about it, several are as well as one, or it is not sure enough. */
function whyNone([top, second]: readonly Hit[], { bands }: SearchResult): HandoffReason {
  if (!top || top.confidence.probability < bands.askBack) return 'no-match';
  const behind = second?.confidence.probability ?? 0;
  return behind >= LIMITS.tie * top.confidence.probability ? 'near-tie' : 'not-sure';
}

/** Hits with an answer to quote, each question once. */
export function usableHits(found: SearchResult): Hit[] {
  const seen = new Set<string>();
  return found.hits.filter((hit) => {
    const question = normalise(hit.item.question);
    // The answer, not the passage: that is chosen when it is looked at, for what is shown only.
    if (hit.item.answer.trim() === '' || seen.has(question)) return false;
    seen.add(question);
    return true;
  });
}

/** Never twice in a row, and not to somebody who went without an answer for a while. */
function canAskBack(state: TurnState): boolean {
  const hasJustAsked = state.openChoices.some(({ value }) => value.action === 'none-of-these');
  return !hasJustAsked && state.misses < LIMITS.misses;
}

function alternativesIn(others: readonly Hit[]): Hit[] {
  return others
    .filter(({ confidence }) => confidence.probability >= LIMITS.alternativeProbability)
    .slice(0, LIMITS.alternatives);
}

function optionsIn(hits: readonly Hit[]): Hit[] {
  return hits
    .filter(({ confidence }, index) => index === 0 || confidence.probability >= LIMITS.optionProbability)
    .slice(0, LIMITS.options);
}
