import type { SearchResult } from '../../../index/contracts/search.js';
import type { Decision, DecisionFacts, TurnState, Wish } from '../contracts.js';
import { usableHits } from './decide-from-hits.js';
import { wasQuotedTwice } from './quoted.js';
import { putSimply, readOn, tellStep } from './read-on.js';

/** What follows from what a customer does with what was just said: it leads on from there, never to something else. */
export function decideAct(
  { act, text }: Pick<Extract<Wish, { kind: 'act' }>, 'act' | 'text'>,
  state: TurnState,
  found: SearchResult | null,
  facts: DecisionFacts,
): Decision {
  if (act === 'let-go') return { kind: 'let-go' };
  if (facts.handoff === 'offered') return { kind: 'offer-person', reason: state.offered ?? 'not-helpful' };
  const isChoosing = state.openChoices.some(({ value }) => value.action === 'none-of-these');
  if (isChoosing && act === 'not-understood') return { kind: 'ask-for-words' };
  if (isChoosing || !state.answer) return { kind: 'offer-person', reason: 'not-sure' };
  const step = act === 'not-solved' ? null : tellStep(text, state.answer, facts);
  const simply = act === 'not-understood' ? putSimply : readOn;
  const part = step ?? simply(state.answer, facts);
  const another = act === 'not-understood' ? null : anotherAnswer(state, found);
  const after = act === 'next' || act === 'not-understood' ? { after: act } : {};
  return part ?? another ?? { kind: 'offer-person', reason: 'not-helpful', ...after };
}

/**
 * The next best answer, once.
 * @param from it must be this likely; where not given, as likely as an answer in doubt
 */
export function anotherAnswer(
  state: TurnState,
  found: SearchResult | null,
  from = found?.bands.doubt ?? 1,
): Decision | null {
  if (!found || state.rejectedItemIds.length > 0) return null;
  const next = usableHits(found).find((hit) => !wasQuotedTwice(hit, state));
  return next && next.confidence.probability >= from
    ? { kind: 'answer-with-doubt', hit: next, alternatives: [] }
    : null;
}
