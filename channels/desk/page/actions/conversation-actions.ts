import type { DeskEnding, DeskFile, DeskMessage } from '../../../../bot/contracts/desk.js';
import { selectSeenId } from '../state/select.js';
import type { PendingReply } from '../state/state.js';
import type { ActOnConversation } from './act-on-conversation.js';
import type { DraftKeeper } from './draft-keeper.js';
import type { FileActions } from './file-actions.js';
import type { OpenConversation } from './open-conversation.js';
import type { Signs } from './sign-actions.js';
import type { DeskStore, Surroundings } from './surroundings.js';

type Reply = Pick<PendingReply, 'text' | 'key' | 'ending' | 'files'>;

/** What an agent does with a conversation. */
export function conversationActions(
  store: DeskStore,
  { api, newKey }: Pick<Surroundings, 'api' | 'newKey'>,
  open: OpenConversation,
  { act, refused }: ActOnConversation,
  {
    drafts,
    files,
    signs,
  }: {
    readonly drafts: DraftKeeper;
    readonly files: Pick<FileActions, 'giveBackChosen'>;
    readonly signs: Pick<Signs, 'typed'>;
  },
) {
  async function send(conversationId: string, reply: Reply): Promise<void> {
    const { text, key, ending } = reply;
    store.dispatch({ kind: 'reply-begun', conversationId, key, text, ending, files: reply.files });
    const answer = await api.reply(conversationId, reply, selectSeenId(store.get(), conversationId));
    if (answer.isOk) open.show(answer.value);
    else if (answer.failure.newer) return hold(conversationId, reply, answer.failure.newer);
    store.dispatch({ kind: 'reply-ended', conversationId, key, isSent: answer.isOk });
    if (!answer.isOk) await refused(answer.failure, conversationId);
    // The server forgot the draft with the reply; one that was on its way meanwhile may have come after it.
    else await drafts.keep(conversationId);
  }

  async function hold(conversationId: string, reply: Reply, newer: readonly DeskMessage[]): Promise<void> {
    const { key } = reply;
    store.dispatch({ kind: 'reply-held', conversationId, key, newer });
    // Where it went back into the box, its files go with it.
    const isKept = (store.get().pending[conversationId] ?? []).some((pending) => pending.key === key);
    if (!isKept) files.giveBackChosen(conversationId, reply.files ?? []);
    drafts.changed(conversationId);
    await open.read();
  }

  return {
    /** Reads the conversation on the screen anew: of what the bot has no news come. */
    look: (): Promise<void> => open.read(),
    /** Claims, takes, closes or gives back; resolves with whether it was done. */
    act: (conversationId: string, action: 'claim' | 'take' | 'close' | 'give-back'): Promise<boolean> =>
      act(conversationId, api.act(conversationId, action)),
    /** Takes a conversation from the agent who has it; resolves with whether it was done. */
    takeOver: (conversationId: string, fromAgentId: string): Promise<boolean> =>
      act(conversationId, api.takeOver(conversationId, fromAgentId)),
    /** Says whether the best guess answers the customer. */
    judge: (conversationId: string, isRight: boolean): Promise<boolean> =>
      act(conversationId, api.judge(conversationId, isRight)),
    draft(conversationId: string, text: string): void {
      store.dispatch({ kind: 'draft-changed', conversationId, text });
      drafts.changed(conversationId);
      if (text.trim() !== '') signs.typed(conversationId, 'reply');
    },
    /** Says something; with an ending, and leaves the conversation: both are done, or neither. */
    reply: (
      conversationId: string,
      text: string,
      ending?: DeskEnding,
      chosen?: readonly DeskFile[],
    ): Promise<void> => send(conversationId, { text, key: newKey(), ending, files: chosen }),
    /** Sends a reply again that did not come through. */
    replyAgain: send,
    dropReply: (conversationId: string, key: string): void =>
      store.dispatch({ kind: 'reply-dropped', conversationId, key }),
  };
}
