import type { Clock } from '../../index/platform/clock.js';
import type { Lanes } from '../../index/platform/lanes.js';
import type { Log } from '../../index/platform/log.js';
import type { Background } from '../conversations/background.js';
import type { Conversation } from '../conversations/conversation.js';
import type { ConversationChanges } from '../conversations/conversation-changes.js';
import type { IncomingActivity } from '../reception/incoming-activity.js';
import { type IncomingDetails, readIncoming } from '../reception/incoming-message.js';
import type { ConversationStore } from '../store/conversation-store.js';
import {
  advanceSequence,
  conversationIdOf,
  findConversation,
  lockConversation,
} from '../store/conversations.js';
import { deleteFiles } from '../store/files/files.js';
import { insertUnlessKnown, rewriteWords } from '../store/messages/messages.js';
import { findSaid, type SaidMessage, saidLately } from '../store/messages/said-words.js';
import type { Write } from '../store/store.js';
import { tellsDangerInWords } from '../turn/turn.js';
import type { VerdictRecorder } from '../verdicts/verdict-recorder.js';
import { forgetWords } from './forget-words.js';
import { speaksWith } from './speaks-with.js';

export interface CorrectionParts {
  readonly conversationStore: ConversationStore;
  readonly clock: Clock;
  readonly log: Log;
  readonly lanes: Lanes;
  readonly background: Background;
  readonly changes: ConversationChanges;
  readonly verdicts: Pick<VerdictRecorder, 'inTurn'>;
  /** Handles all that waits in the inbox of a conversation. Never throws. */
  readonly handle: (conversationId: string) => Promise<void>;
  /** Takes a message that never came in as one that is new; resolves when it is kept. */
  readonly acceptNew: (incoming: IncomingActivity) => Promise<void>;
}

/** What customers change of what they said. Both resolve when it is kept, and throw when it could not be. */
export interface Corrections {
  /** The customer took a message back: its words go from everywhere, and nothing is answered any more. */
  takeBack(incoming: IncomingActivity): Promise<void>;
  /** The customer changed a message. @param incoming what it says now, under the id that it had */
  correct(incoming: IncomingActivity): Promise<void>;
}

/** Words that were said until a moment ago, and are not any more. */
interface Gone {
  readonly conversation: Conversation;
  readonly said: SaidMessage;
  /** Whether what stands there now is to be answered. */
  readonly isAnswered: boolean;
}

type Changed = Gone | null | 'unknown';

export function createCorrections(parts: CorrectionParts): Corrections {
  const { conversationStore, clock, changes } = parts;
  const store = conversationStore.tables;

  /** Runs a change on the message that an activity is about; null where nothing changed, `unknown` where it never came in. */
  async function change(
    { activity, transport }: IncomingActivity,
    apply: (write: Write, conversation: Conversation, said: SaidMessage | null) => Promise<Changed>,
  ): Promise<Changed> {
    const { reference, activityId } = readIncoming(activity, transport.door);
    const of = { channelId: reference.channelId, conversationId: reference.conversation.id };
    const conversationId = activityId === null ? null : await conversationIdOf(store, of);
    if (conversationId === null || activityId === null) return 'unknown';
    return store.transaction().execute(async (write) => {
      const conversation = await lockConversation(write, conversationId, clock.now().toISOString());
      if (!conversation) return 'unknown';
      return apply(write, conversation, await findSaid(write, conversationId, activityId));
    });
  }

  return {
    async takeBack(incoming) {
      const at = clock.now().toISOString();
      const gone = await change(incoming, (write, conversation, said) =>
        said ? empty(write, conversation, said, at) : keepPlace(write, conversation, incoming, at),
      );
      if (gone === null || gone === 'unknown') return;
      changes.announce(gone.conversation.id);
      void parts.background.run(() => forgetBehind(parts, gone));
    },

    async correct(incoming) {
      const at = clock.now().toISOString();
      const { text } = readIncoming(incoming.activity, incoming.transport.door);
      const gone = await change(incoming, async (write, conversation, said) => {
        if (said === null) return 'unknown';
        if (said.details.takenBackAt || said.text === text) return null;
        return rewrite(write, conversation, said, { text, at });
      });
      // Out of order, or never delivered: then it is heard now, and its first form will be known by its id.
      if (gone === 'unknown') return parts.acceptNew(asMessage(incoming));
      if (gone === null) return;
      changes.announce(gone.conversation.id);
      void parts.background.run(async () => {
        await forgetBehind(parts, gone);
        if (gone.isAnswered) await parts.handle(gone.conversation.id);
      });
    },
  };
}

function asMessage({ activity, ...rest }: IncomingActivity): IncomingActivity {
  return { ...rest, activity: { ...activity, type: 'message' } };
}

/** What is left of a message that was taken back: its place, and when it was. */
async function empty(
  write: Write,
  conversation: Conversation,
  said: SaidMessage,
  at: string,
): Promise<Gone | null> {
  const { details } = said;
  if (details.takenBackAt) return null;
  const left: IncomingDetails = { value: null, files: [], locale: details.locale, takenBackAt: at };
  await deleteFiles(
    write,
    details.files.flatMap(({ id }) => id ?? []),
  );
  await rewriteWords(write, said.id, { text: '', status: 'handled', message: JSON.stringify(left) });
  await forgetWords(write, conversation, said);
  return { conversation, said, isAnswered: false };
}

/** What is taken back before it came in will be known by its id when it comes. */
async function keepPlace(
  write: Write,
  conversation: Conversation,
  { activity, transport }: IncomingActivity,
  at: string,
): Promise<null> {
  const { activityId, customerName } = readIncoming(activity, transport.door);
  const details: IncomingDetails = { value: null, files: [], locale: null, takenBackAt: at };
  await insertUnlessKnown(write, {
    conversationId: conversation.id,
    sequence: await advanceSequence(write, conversation.id, 1),
    direction: 'in',
    speakerKind: 'customer',
    speakerName: customerName,
    text: '',
    message: details,
    activityId,
    status: 'handled',
    createdAt: at,
    handledAt: at,
  });
  return null;
}

/**
 * Gives a message its new words. They are answered where they are the newest that the customer said and no person has the
 * conversation; danger always is. What waits for its turn is answered by it.
 */
async function rewrite(
  write: Write,
  conversation: Conversation,
  said: SaidMessage,
  { text, at }: { readonly text: string; readonly at: string },
): Promise<Gone> {
  const { details, id, turnId } = said;
  const isWaiting = said.status === 'received';
  const [newest] = await saidLately(write, conversation.id, 1);
  const isBots = conversation.state !== 'with-agent' && conversation.state !== 'waiting';
  const isAnswered = !isWaiting && ((isBots && newest?.id === id) || tellsDangerInWords(text));
  const changed: IncomingDetails = {
    ...details,
    correctedAt: at,
    ...(isAnswered && turnId !== null ? { correctsTurnId: turnId } : {}),
  };
  await rewriteWords(write, id, {
    text,
    message: JSON.stringify(changed),
    ...(isAnswered ? { status: 'received' } : {}),
  });
  await forgetWords(write, conversation, said);
  return { conversation, said, isAnswered: isAnswered || isWaiting };
}

/**
 * What a turn that was under way wrote meanwhile, verdicts, and what SQLite keeps of rows that were overwritten.
 */
async function forgetBehind(parts: CorrectionParts, { conversation, said }: Gone): Promise<void> {
  const { conversationStore, clock, lanes } = parts;
  const { tables, verdicts } = conversationStore;
  const { id } = conversation;
  await lanes.serially(id, async () => {
    if (!(await findConversation(tables, id))) return;
    await tables.transaction().execute(async (write) => {
      const current = await lockConversation(write, id, clock.now().toISOString());
      if (current) await forgetWords(write, current, said);
    });
  });
  await parts.verdicts.inTurn(id, () =>
    verdicts.forgetQuestions(verdicts.pseudonym('conversation', id), (question) =>
      speaksWith(question, said.text),
    ),
  );
  await conversationStore.purge();
  parts.changes.announce(id);
}
