import type { Hit } from '../../../index/contracts/search.js';
import type { Decision } from '../contracts.js';

/** The item that a decision answers from; null where it gives no answer. */
export function hitOf(decision: Decision): Hit | null {
  const isAnswer = decision.kind === 'answer' || decision.kind === 'answer-with-doubt';
  return isAnswer ? decision.hit : null;
}
