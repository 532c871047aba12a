import type { DeskEnding, DeskFile, DeskMessage } from '../../../../bot/contracts/desk.js';
import type { ConversationReply } from '../../contracts.js';
import type { ApiResult, Failure } from '../ask-server.js';
import { selectSeenId } from '../state/select.js';
import type { PendingReply } from '../state/state.js';
import type { DraftKeeper } from './draft-keeper.js';
import type { FileActions } from './file-actions.js';
import type { OpenConversation } from './open-conversation.js';
import type { Refuse } from './refuse.js';
import type { Signs } from './sign-actions.js';
import type { DeskStore, Surroundings } from './surroundings.js';

/** Failures that show the page to be behind. */
const BEHIND: ReadonlySet<string> = new Set([
  'DeskConversationTaken',
  'DeskConversationOffered',
  'DeskCannotReach',
]);

type Reply = Pick<PendingReply, 'text' | 'key' | 'ending' | 'files'>;

/** What an agent does with a conversation. */
export function conversationActions(
  store: DeskStore,
  { api, newKey }: Pick<Surroundings, 'api' | 'newKey'>,
  open: OpenConversation,
  refuse: Refuse,
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
  async function act(
    conversationId: string,
    acting: (id: string) => Promise<ApiResult<ConversationReply>>,
  ): Promise<boolean> {
    store.dispatch({ kind: 'notice-closed' });
    const answer = await acting(conversationId);
    if (answer.isOk) open.show(answer.value);
    else await refuseAction(answer.failure, conversationId);
    return answer.isOk;
  }

  async function refuseAction(failure: Failure, conversationId: string): Promise<void> {
    refuse(failure, conversationId);
    // Somebody else was first, or the channel takes nothing any more: show how it stands now.
    if (BEHIND.has(failure.code)) await open.read();
  }

  async function send(conversationId: string, reply: Reply): Promise<void> {
    const { text, key, ending } = reply;
    store.dispatch({ kind: 'reply-begun', conversationId, key, text, ending, files: reply.files });
    const answer = await api.reply(conversationId, reply, selectSeenId(store.get(), conversationId));
    if (answer.isOk) open.show(answer.value);
    else if (answer.failure.newer) return hold(conversationId, reply, answer.failure.newer);
    store.dispatch({ kind: 'reply-ended', conversationId, key, isSent: answer.isOk });
    if (!answer.isOk) await refuseAction(answer.failure, conversationId);
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
      act(conversationId, (id) => api.act(id, action)),
    /** Takes a conversation from the agent who has it; resolves with whether it was done. */
    takeOver: (conversationId: string, fromAgentId: string): Promise<boolean> =>
      act(conversationId, (id) => api.takeOver(id, fromAgentId)),
    /** Says whether the best guess answers the customer. */
    judge: (conversationId: string, isRight: boolean): Promise<boolean> =>
      act(conversationId, (id) => api.judge(id, isRight)),
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
