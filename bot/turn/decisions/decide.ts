import { parseAnswer } from '../../../index/answers/parse-answer.js';
import type { Hit, SearchResult } from '../../../index/contracts/search.js';
import type { ChoiceValue } from '../../contracts/messages.js';
import type { Decision, DecisionFacts, TurnState, Understanding, Wish } from '../contracts.js';
import { anotherAnswer, decideAct } from './decide-act.js';
import { decideByDangerBefore, decideDanger } from './decide-danger.js';
import { decideFromHits, usableHits } from './decide-from-hits.js';
import { decideWhileWaiting } from './decide-while-waiting.js';
import { detailInThread } from './detail-in-thread.js';
import { readOn, tellStep } from './read-on.js';

/**
 * Chooses what to do: a pure function of what the customer wants, the state and what was found.
 *
 * @param found what `searchFor` asked for; null when it asked for nothing or the search failed
 */
export function decide(
  { wish, mood, foreign = null }: Understanding,
  state: TurnState,
  found: SearchResult | null,
  facts: DecisionFacts,
): Decision {
  // Danger comes before everything: an open offer, a wait, a search that failed.
  if (wish.kind === 'danger') return decideDanger(wish.danger);
  if (facts.handoff === 'waiting') return decideWhileWaiting(wish, state, found, facts);
  const { commentsOn = null } = state;
  if (commentsOn !== null && NOT_COMMENTS[wish.kind] !== true)
    return { kind: 'keep-comment', handoffId: commentsOn };
  switch (wish.kind) {
    case 'question':
      if (wish.asksIfStillTrue && state.answer) return decidePick(state.answer.itemId, found, facts);
      return (
        (state.answer && tellStep(wish.text, state.answer, facts)) ??
        detailInThread(wish.text, state, found, facts) ??
        (found ? decideFromHits(found, state, mood, wish, { foreign }) : withoutSearch(facts))
      );
    case 'act':
      return decideAct(wish, state, found, facts);
    case 'company-matter':
      return decideCompanyMatter(wish, state, found, facts);
    case 'person':
      return decideByDangerBefore(state) ?? { kind: 'hand-over', reason: 'asked' };
    case 'choice':
      return decideChoice(wish.value, state, found, facts);
    case 'company-fact':
      return { kind: 'tell-fact', fact: wish.fact };
    case 'small-talk':
      return { kind: 'small-talk', talk: wish.talk };
    case 'lapsed-choice':
      return { kind: 'say-lapsed' };
    default:
      return { kind: 'ask-for-words' };
  }
}

/** What is never a comment on a hand-off, though one was asked for. */
const NOT_COMMENTS: Readonly<Partial<Record<Wish['kind'], true>>> = {
  choice: true,
  'lapsed-choice': true,
  person: true,
  'files-only': true,
  nothing: true,
};

/** Where there is no index yet, trying again helps nobody: a person takes over. */
function withoutSearch({ isSearchable }: DecisionFacts): Decision {
  return isSearchable === false ? { kind: 'hand-over', reason: 'not-ready' } : { kind: 'apologise' };
}

/** By rule a person, unless the wording leaves doubt and the search has none. */
function decideCompanyMatter(
  wish: Extract<Wish, { kind: 'company-matter' }>,
  state: TurnState,
  found: SearchResult | null,
  facts: DecisionFacts,
): Decision {
  if (wish.isClear || facts.isSearchable === false) return { kind: 'hand-over', reason: wish.reason };
  const [top] = found ? usableHits(found) : [];
  // Who tells a matter after an answer does not want the same answer.
  const isNew = top?.item.id !== state.answer?.itemId;
  if (found && top && isNew && top.confidence.probability >= found.bands.answer) {
    return { kind: 'answer', hit: top };
  }
  return { kind: 'offer-person', reason: wish.reason };
}

function decideChoice(
  value: ChoiceValue,
  state: TurnState,
  found: SearchResult | null,
  facts: DecisionFacts,
): Decision {
  switch (value.action) {
    case 'pick-item':
      return decidePick(value.itemId, found, facts);
    case 'none-of-these':
      return { kind: 'offer-person', reason: 'no-match' };
    case 'request-person':
      return (
        decideByDangerBefore(state) ?? {
          kind: 'hand-over',
          reason: (facts.handoff === 'offered' && state.offered) || 'asked',
        }
      );
    case 'decline-person':
    case 'cancel-request':
      return { kind: 'keep-with-bot' };
    case 'end-conversation':
    case 'start-anew':
      return { kind: value.action };
    case 'send-transcript':
      return { kind: 'send-transcript', file: null };
    case 'stays-solved':
      // What is not solved comes back as if its customer had asked for the person again.
      return value.isSolved
        ? { kind: 'thank-for-solved' }
        : (decideByDangerBefore(state) ?? { kind: 'hand-over', reason: 'asked' });
    case 'feedback':
      return decideFeedback(value, state, found, facts);
    case 'score-handoff':
      return { kind: 'thank-for-score', handoffId: value.handoffId };
    case 'comment-on-handoff':
      return { kind: 'ask-comment', handoffId: value.handoffId };
  }
}

/** The question that the customer chose; the caller saw to it that it was offered. What they chose is sure, whatever the search thinks of it. */
function decidePick(itemId: string, found: SearchResult | null, facts: DecisionFacts): Decision {
  const hit = found && usableHits(found).find(({ item }) => item.id === itemId);
  if (hit) return { kind: 'answer', hit };
  if (facts.isSearchable === false) return withoutSearch(facts);
  const item = facts.findItem(itemId);
  if (item === null || item.answer === '') return { kind: 'offer-person', reason: 'not-sure' };
  const tree = parseAnswer(item.answer);
  const whole: Hit = {
    item,
    confidence: { probability: 1, reason: 'clear' },
    passage: item.answer,
    trees: { passage: tree, whole: tree },
    isPart: false,
  };
  return { kind: 'answer', hit: whole };
}

/** "No" leads to the next best answer once or to what is left of this one, then to a person. A word on an older answer is only noted. */
function decideFeedback(
  value: Extract<ChoiceValue, { action: 'feedback' }>,
  state: TurnState,
  found: SearchResult | null,
  facts: DecisionFacts,
): Decision {
  if (value.isHelpful || state.answer?.turnId !== value.turnId) return { kind: 'thank-for-feedback' };
  const person: Decision = { kind: 'offer-person', reason: 'not-helpful' };
  if (state.rejectedItemIds.length > 0) return person;
  // Who says that this one did not help gets what could be meant as well, before a person is offered.
  return anotherAnswer(state, found, found?.bands.askBack) ?? readOn(state.answer, facts) ?? person;
}
