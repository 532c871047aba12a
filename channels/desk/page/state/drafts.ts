import { DRAFT_LIMIT } from '../../limits.js';
import type { DeskState } from './state.js';

/** The draft of a conversation that the server does not keep yet; null where it keeps what there is. */
export function textToKeep(
  { drafts, keptDrafts, pending }: Pick<DeskState, 'drafts' | 'keptDrafts' | 'pending'>,
  conversationId: string,
): string | null {
  const text = (drafts[conversationId] ?? '').slice(0, DRAFT_LIMIT);
  if (text === (keptDrafts[conversationId] ?? '')) return null;
  // Sending empties the box: until the reply was said, what the server keeps is all that a reload would leave of it.
  if (text.trim() === '' && (pending[conversationId] ?? []).length > 0) return null;
  return text;
}

/**
 * Makes what the server keeps due for the box of the conversation on the screen, unless the page has newer words of it.
 * Only a conversation that was opened just now: what is read later must not set back what is typed meanwhile.
 */
export function withDraftDue(state: DeskState): DeskState {
  const { screen } = state;
  if (screen.kind !== 'desk' || screen.place.kind !== 'conversation') return { ...state, draftDue: null };
  const { conversationId } = screen.place;
  const { drafts, keptDrafts, pending } = state;
  const isClean = (drafts[conversationId] ?? '') === (keptDrafts[conversationId] ?? '');
  const isDue = isClean && (pending[conversationId] ?? []).length === 0;
  return { ...state, draftDue: isDue ? conversationId : null };
}

/** Puts what the server keeps into the box where it is due. */
export function draftRead(state: DeskState, conversationId: string, text: string): DeskState {
  if (state.draftDue !== conversationId) return state;
  return {
    ...withDraft(state, conversationId, text),
    keptDrafts: { ...state.keptDrafts, [conversationId]: text },
  };
}

/** What is in the box now; from here on it is the page that knows best. */
export function withDraft(state: DeskState, conversationId: string, text: string): DeskState {
  const draftDue = state.draftDue === conversationId ? null : state.draftDue;
  return { ...state, draftDue, drafts: { ...state.drafts, [conversationId]: text } };
}
