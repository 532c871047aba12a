import type { Decision, TurnState, Wish } from '../contracts.js';

/**
 * What to do for a customer who waits for a person: the bot answers nothing any more. Messages are kept for the agent,
 * which is told once; who asks for the person again is told the place again; waiting can be stopped.
 */
export function decideWhileWaiting(wish: Wish, state: TurnState): Decision {
  if (wish.kind === 'person') return { kind: 'still-waiting', isTold: false };
  // What the company says of itself is sure, whoever comes next.
  if (wish.kind === 'company-fact') return { kind: 'tell-fact', fact: wish.fact };
  if (wish.kind === 'choice') {
    const { value } = wish;
    if (value.action === 'cancel-request' || value.action === 'decline-person')
      return { kind: 'keep-with-bot' };
    if (value.action === 'feedback' && value.isHelpful) return { kind: 'thank-for-feedback' };
    if (value.action === 'request-person') return { kind: 'still-waiting', isTold: false };
  }
  return { kind: 'still-waiting', isTold: state.hasToldWaiting };
}
