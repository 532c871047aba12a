import type { Failure } from '../ask-server.js';
import type { OpenConversation } from './open-conversation.js';
import type { Refuse } from './refuse.js';
import type { Signs } from './sign-actions.js';
import type { DeskStore, Surroundings } from './surroundings.js';

/** What agents write for colleagues, and where they are mentioned. */
export function noteActions(
  store: DeskStore,
  { api, newKey }: Pick<Surroundings, 'api' | 'newKey'>,
  open: OpenConversation,
  refuse: Refuse,
  signs: Pick<Signs, 'typed'>,
) {
  return {
    /** A key for a note, which it keeps when it is sent again. */
    noteKey: (): string => newKey(),
    /** The agent types a note. */
    typesNote: (conversationId: string): void => signs.typed(conversationId, 'note'),
    /** Keeps a note; resolves with why not, null when it went well. */
    async addNote(conversationId: string, text: string, key: string): Promise<Failure | null> {
      const answer = await api.addNote(conversationId, text, key);
      if (!answer.isOk) {
        if (answer.failure.code === 'DeskSessionEnded') refuse(answer.failure, conversationId);
        return answer.failure;
      }
      open.show(answer.value);
      return null;
    },
    /** The agent looks at a conversation in which they are mentioned. */
    async sawMentions(conversationId: string): Promise<void> {
      const answer = await api.sawMentions(conversationId);
      if (answer.isOk) store.dispatch({ kind: 'mentions-read', mentions: answer.value.mentions });
    },
  };
}
