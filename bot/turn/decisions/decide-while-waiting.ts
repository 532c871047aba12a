import type { SearchResult } from '../../../index/contracts/search.js';
import type { Decision, DecisionFacts, TurnState, Wish } from '../contracts.js';
import { wordsOf } from '../understanding/normalise.js';
import { isOnlyDetails } from '../understanding/only-details.js';
import { topicWordsOf } from '../understanding/topic-words.js';
import { usableHits } from './decide-from-hits.js';
import { wasQuotedTwice } from './quoted.js';

/**
 * What to do for a customer who waits for a person: what is surely known is answered, all else is kept for the agent, which is
 * told once; who asks for the person or the place again is told the place; thanks are returned; waiting can be stopped. Who was
 * promised an answer, with nobody there, is answered in doubt as well: hours lie before them.
 */
export function decideWhileWaiting(
  wish: Wish,
  state: TurnState,
  found: SearchResult | null,
  { promise = null }: Pick<DecisionFacts, 'promise'>,
): Decision {
  if (wish.kind === 'person') return { kind: 'still-waiting', isTold: false };
  // What the company says of itself is sure, whoever comes next.
  if (wish.kind === 'company-fact') return { kind: 'tell-fact', fact: wish.fact };
  if (wish.kind === 'choice') {
    const { value } = wish;
    if (value.action === 'cancel-request' || value.action === 'decline-person')
      return { kind: 'keep-with-bot' };
    if (value.action === 'end-conversation' || value.action === 'start-anew') return { kind: value.action };
    if (value.action === 'send-transcript') return { kind: 'send-transcript', file: null };
    if (value.action === 'feedback' && value.isHelpful) return { kind: 'thank-for-feedback' };
    if (value.action === 'request-person') return { kind: 'still-waiting', isTold: false };
  }
  if (wish.kind === 'small-talk' && wish.talk === 'thanks') return { kind: 'small-talk', talk: 'thanks' };
  // Who told of danger stays in the queue until they leave it in so many words.
  if (wish.kind === 'act' && wish.act === 'let-go' && state.toldDangers.length === 0)
    return { kind: 'keep-with-bot' };
  if (wish.kind === 'act') return { kind: 'still-waiting', isTold: false };
  if (wish.kind === 'question') {
    if (asksForPlace(wish.text)) return { kind: 'still-waiting', isTold: false };
    const answer = isAsked(wish.text) ? answerIn(state, found, promise !== null) : null;
    if (answer) return answer;
  }
  return { kind: 'still-waiting', isTold: state.hasToldWaiting, ...(tellsMatter(wish) ? TELLS_MATTER : {}) };
}

const TELLS_MATTER = { tellsMatter: true } as const;

/** Whether an agent learns what it is about: no number or name alone, and no "are you still there?". */
function tellsMatter(wish: Wish): boolean {
  if (wish.kind !== 'question' && wish.kind !== 'company-matter') return false;
  return topicWordsOf(wish.text).length > 0 && !isOnlyDetails(wish.text);
}

function answerIn(state: TurnState, found: SearchResult | null, isDoubtTold: boolean): Decision | null {
  const [top] = found ? usableHits(found) : [];
  if (!found || !top || wasQuotedTwice(top, state)) return null;
  const { probability } = top.confidence;
  if (probability >= found.bands.answer) return { kind: 'answer', hit: top };
  const isTold = isDoubtTold && probability >= found.bands.doubt;
  return isTold ? { kind: 'answer-with-doubt', hit: top, alternatives: [] } : null;
}

const ASKING = /\?|\b(hoe|wat|waar|wanneer|waarom|welke?|wie|hoeveel|how|what|where|when|why|which|who)\b/i;

/** Whether it is asked: what a waiting customer tells is for the agent. */
function isAsked(text: string): boolean {
  return ASKING.test(text);
}

const QUEUE_WORDS =
  /^(wacht(en|rij|tijd)?|beurt|rij|plek|plaats|nummer|eerste|\d{1,2}|wait(ing)?|turn|queue|line|place|position|number|one|first|says)$/;

const TIME_WORDS = /^(lang|snel|duurt|wanneer|long|soon|when)$/;

/** "How long do I have to wait?", "will it take long?": about the wait and nothing else. */
function asksForPlace(text: string): boolean {
  const words = wordsOf(text);
  const speaksOfIt = words.some((word) => QUEUE_WORDS.test(word) || TIME_WORDS.test(word));
  return (
    text.trim().endsWith('?') && speaksOfIt && topicWordsOf(text).every((word) => QUEUE_WORDS.test(word))
  );
}
