import type { DeskMessage } from '../../../../bot/contracts/desk.js';
import { ownValue } from '../words/own-value.js';
import { withDraft } from './drafts.js';
import type { DeskState } from './state.js';

/** A reply that the server held back, and what came that its author had not seen. */
interface HeldReply {
  readonly conversationId: string;
  readonly key: string;
  readonly newer: readonly DeskMessage[];
}

/**
 * Gives a reply that was held back to its author again, and shows what came: in the box, to be changed, unless another one
 * is typed there already. It was not said, so that it may go under another key.
 */
export function replyHeld(state: DeskState, { conversationId, key, newer }: HeldReply): DeskState {
  const pending = state.pending[conversationId] ?? [];
  const reply = pending.find((candidate) => candidate.key === key);
  const isBoxFree = (state.drafts[conversationId] ?? '').trim() === '';
  const left =
    reply && isBoxFree
      ? pending.filter((candidate) => candidate !== reply)
      : pending.map((candidate) =>
          candidate === reply ? { ...candidate, state: 'unsent' as const } : candidate,
        );
  const given = reply && isBoxFree ? withDraft(state, conversationId, reply.text) : state;
  return {
    ...withMessages(given, conversationId, newer),
    pending: { ...state.pending, [conversationId]: left },
    held: { ...state.held, [conversationId]: newer },
  };
}

/** Forgets why a reply was held back: it goes again, or it is given up. */
export function withoutHeld(state: DeskState, conversationId: string): DeskState {
  return { ...state, held: { ...state.held, [conversationId]: [] } };
}

/** They are on the screen with the word that holds the reply back, whenever the whole conversation is read. */
function withMessages(state: DeskState, id: string, newer: readonly DeskMessage[]): DeskState {
  const conversation = ownValue(state.conversations, id);
  if (!conversation) return state;
  const known = new Set(conversation.messages.map((message) => message.id));
  const messages = [...conversation.messages, ...newer.filter((message) => !known.has(message.id))];
  return { ...state, conversations: { ...state.conversations, [id]: { ...conversation, messages } } };
}
