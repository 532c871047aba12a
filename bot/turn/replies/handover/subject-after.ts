import type { TurnState } from '../../contracts.js';
import { hitOf } from '../../decisions/hit-of.js';
import { questionInContext } from '../../decisions/search-for.js';
import { isOnlyDetails, looksLikeName } from '../../understanding/only-details.js';
import type { DecidedBase } from '../reply.js';

type Parts = Pick<DecidedBase, 'decision' | 'understanding' | 'state' | 'found'>;

/** What is talked about after a turn: the question, what was rejected for it, and the answer that feedback is about. */
export function subjectAfter(parts: Parts): Pick<TurnState, 'question' | 'rejectedItemIds' | 'answer'> {
  const question = questionAfter(parts);
  // Feedback leads on to the next answer for the question talked about: an answer to another one must not.
  const answer = question === parts.state.question ? parts.state.answer : null;
  return { question, rejectedItemIds: rejectedAfter(parts), answer };
}

/**
 * The question talked about after this turn: the one whose result was taken, with the question before or without; where
 * nothing is shown, as the wording tells.
 */
export function questionAfter(parts: Parts): string | null {
  const { wish } = parts.understanding;
  const { state } = parts;
  if (addsDetails(parts)) return state.question;
  if (wish.kind === 'question' && wish.asksIfStillTrue) return state.question;
  if (wish.kind === 'question') return goesOn(parts) ? questionInContext(wish.text, state) : wish.text;
  if (wish.kind === 'company-matter') return wish.text;
  // What somebody said in danger is no question: nothing is searched with it later, and nothing is learned from it.
  if (wish.kind === 'danger') return null;
  if (wish.kind === 'person') return wish.topic ?? state.question;
  // An older list may be tapped: what is said of the answer then belongs to the question that the list was for.
  if (wish.kind === 'choice' && wish.value.action === 'pick-item')
    return wish.offer?.question ?? state.question;
  return state.question;
}

/** The items not to show again for it: a new question begins with none. */
function rejectedAfter(parts: Parts): readonly string[] {
  const { wish } = parts.understanding;
  const { state, decision } = parts;
  if (addsDetails(parts)) return state.rejectedItemIds;
  if (wish.kind === 'company-matter' || (wish.kind === 'question' && !goesOn(parts))) return [];
  // Who asks for what comes next, or says that it did not help, is shown something else.
  if (wish.kind === 'act' && state.answer && decision.kind === 'answer-with-doubt')
    return added(state, [state.answer.itemId]);
  if (wish.kind !== 'choice') return state.rejectedItemIds;
  const { value } = wish;
  if (value.action === 'pick-item' && questionAfter(parts) !== state.question) return [];
  const shown = state.answer?.itemId;
  if (value.action === 'feedback' && !value.isHelpful && shown !== undefined) return added(state, [shown]);
  if (value.action === 'none-of-these') return added(state, listedItems(state));
  return state.rejectedItemIds;
}

function goesOn({ decision, understanding: { wish }, found }: Parts): boolean {
  if (wish.kind !== 'question') return false;
  if (found?.hasContext || (decision.kind === 'answer' && decision.isInThread)) return true;
  // Where nothing is shown, only the wording tells, and both questions help the agent more than one.
  const isShown = hitOf(decision) !== null || decision.kind === 'ask-back';
  return (wish.isFollowUp || looksLikeName(wish.text)) && !isShown;
}

/** Whether a number, an address or a name is given for what was asked before: that stays what is talked about. */
function addsDetails({ understanding: { wish }, state, decision }: Parts): boolean {
  if (state.question === null || hitOf(decision) !== null) return false;
  return (wish.kind === 'question' || wish.kind === 'company-matter') && isOnlyDetails(wish.text);
}

function listedItems({ openChoices }: TurnState): string[] {
  return openChoices.flatMap(({ value }) => (value.action === 'pick-item' ? [value.itemId] : []));
}

function added({ rejectedItemIds }: TurnState, more: readonly string[]): string[] {
  return [...new Set([...rejectedItemIds, ...more])];
}
