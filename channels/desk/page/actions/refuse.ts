import type { Failure } from '../ask-server.js';
import type { DeskStore } from './surroundings.js';

/** Shows why something was not done. @param conversationId the conversation it was about; null for none */
export type Refuse = (failure: Failure, conversationId: string | null) => void;

/** @param onSessionEnded called in place of a notice when the session is over */
export function createRefuse(store: DeskStore, onSessionEnded: () => void): Refuse {
  return (failure, conversationId) => {
    if (failure.code === 'DeskSessionEnded') return onSessionEnded();
    if (failure.code === 'Unreachable' && conversationId === null) return; // The banner tells it.
    if (failure.code === 'DeskConversationUnknown' && conversationId !== null) {
      store.dispatch({ kind: 'conversation-gone', conversationId });
    }
    const { code, agentName, problem } = failure;
    store.dispatch({ kind: 'refused', notice: { conversationId, code, agentName, problem } });
  };
}
