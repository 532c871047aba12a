import type { HandoffReason } from '../../../contracts/desk.js';
import type { TurnState } from '../../contracts.js';
import { phrasesOf } from '../../phrases/phrases-of.js';
import type { ReplyBase } from '../reply.js';

/**
 * A word of understanding in front of what an annoyed customer is told about a person, once in a conversation; what is
 * said of a complaint holds one already.
 * @returns the words, '' for none, and what is remembered of them
 */
export function sympathyFor(
  parts: ReplyBase,
  reason: HandoffReason,
): { readonly words: string; readonly changes: Partial<TurnState> } {
  const { understanding, state } = parts;
  if (reason === 'complaint' || reason === 'abuse') return { words: '', changes: { hasSympathised: true } };
  if (state.hasSympathised || !isStillAnnoyed(parts)) return { words: '', changes: {} };
  return {
    words: `${phrasesOf(understanding.language).sympathy} `,
    changes: { hasSympathised: true },
  };
}

/** A tap or a request for a person goes on with what they were annoyed about; another question need not. */
function isStillAnnoyed({ understanding: { wish, mood }, state }: ReplyBase): boolean {
  return (
    mood === 'annoyed' || (state.mood === 'annoyed' && (wish.kind === 'choice' || wish.kind === 'person'))
  );
}
