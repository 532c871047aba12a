import { setMaxListeners } from 'node:events';
import { delay } from '../../index/platform/clock.js';
import type { Lanes } from '../../index/platform/lanes.js';
import { inSpan } from '../../index/platform/telemetry/spans.js';
import type { Activity } from '../contracts/activities.js';
import type { Transport } from '../contracts/channels.js';
import type { Background } from '../conversations/background.js';
import type { Addressed, Conversation } from '../conversations/conversation.js';
import type { ConversationChanges } from '../conversations/conversation-changes.js';
import type { Timers } from '../conversations/timers.js';
import type { Outbox } from '../outbox/outbox.js';
import { findConversation } from '../store/conversations.js';
import { type PendingMessage, pendingMessages } from '../store/messages/inbox.js';
import { countAttempt } from '../store/messages/messages.js';
import { giveUp, greetCustomer, type TurnEnd, type TurnParts, takeTurn } from '../take-turn.js';
import { looksUnfinished } from '../turn/turn.js';
import { createFairTurns, type FairTurns, TURNS } from './fair-turns.js';
import { groupMessages } from './group-messages.js';
import type { RecordedMessage } from './inbox.js';
import type { IncomingActivity } from './incoming-activity.js';
import type { IncomingMessage } from './incoming-message.js';
import { showTyping } from './show-typing.js';
import { wordsToUnderstand } from './words-to-understand.js';

export interface InboxWorkerParts extends TurnParts {
  readonly outbox: Outbox;
  readonly timers: Timers;
  readonly changes: ConversationChanges;
  readonly background: Background;
  readonly lanes: Lanes;
  /** Tells a customer that something failed when not even the store can be written. */
  readonly apologiseUnwritten: (activity: Activity, transport: Transport) => Promise<void>;
}

/** A message that is in the inbox, as it was read. */
export interface MessageInInbox extends RecordedMessage {
  readonly message: IncomingMessage;
}

/** Handles what is in the inbox, one turn at a time in each conversation. */
export interface InboxWorker {
  /**
   * Handles a message that was just written into the inbox, once its words are whole, with those before it; resolves when
   * its turn has ended. What failed is handled again by `retry`.
   * @throws when the store failed
   */
  answer(recorded: MessageInInbox, incoming: IncomingActivity): Promise<void>;
  /**
   * Welcomes somebody who came in, a moment later where this arrival told no language: channels tell an arrival in pieces
   * (Teams by two activities, Web Chat by one of its start and one of its page), and the other may name it.
   */
  welcome(conversationId: string, transport: Transport, locale: string | null): Promise<void>;
  /**
   * Handles all that a stopped program left in conversations, whose customers may not be there any more. Never throws; `retry`
   * comes to what failed.
   * @param begun those of them whose turn a run before this began and did not end: they come last and one by one, so that
   *   whoever only stood beside a message that ends the program is not taken for it
   */
  handleAll(conversationIds: readonly string[], begun?: readonly string[]): Promise<void>;
  /**
   * Handles conversations, and those that could not be written before: on a full disk, say. Never throws for those that
   * fail again, which come with the next call.
   */
  retry(conversationIds: readonly string[]): Promise<void>;
  /** Whether a turn of a conversation is under way, or `retry` will come to it. */
  isHandling(conversationId: string): boolean;
  /** Waits no longer for more words. */
  stop(): void;
}

/** The activity that is handled now, by whose transport its customer is there. */
interface Current {
  readonly incoming: IncomingActivity;
  readonly replyToId: string | null;
}

interface FairParts extends InboxWorkerParts {
  readonly fairly: FairTurns;
}

/** Nobody notices half a second before a greeting. */
const LONGEST_WAIT_FOR_LOCALE_MS = 500;
/** A message whose turn was begun so often after a start, and did not end, is not tried again: with its first that is three times. */
const MOST_RESUMES = 2;

export function createInboxWorker(parts: InboxWorkerParts): InboxWorker {
  const { lanes, settings, log, store, outbox } = parts;
  const fairly = createFairTurns(TURNS);
  const stopping = new AbortController();
  // Everybody whose words may go on waits with it; Node warns above ten.
  setMaxListeners(0, stopping.signal);
  /** Conversations with messages in the inbox whose turn could not be written. */
  const unwritten = new Set<string>();

  function handle(
    conversationId: string,
    last: number,
    current: Current | null,
    isLeft = false,
  ): Promise<void> {
    return lanes.serially(conversationId, async () => {
      const isWritten = await handleUpTo({ ...parts, fairly }, conversationId, last, current, isLeft);
      if (!isWritten) unwritten.add(conversationId);
    });
  }

  /** What fails here would be waited for by nobody: `retry` comes to it. */
  async function handleEach(conversationIds: readonly string[], isLeft = false): Promise<void> {
    const handleRest = async (conversationId: string) => {
      try {
        await handle(conversationId, Number.POSITIVE_INFINITY, null, isLeft);
      } catch (error) {
        unwritten.add(conversationId);
        log.warn('A conversation still cannot be written.', { conversationId, error });
      }
    };
    await Promise.all(conversationIds.map(handleRest));
  }

  return {
    async answer({ conversation, sequence, message }, incoming) {
      try {
        announceToDesk(parts, conversation);
        if (mayGoOn(conversation, message)) await delay(settings.COLLECT_MESSAGES_MS, stopping.signal);
        await handle(conversation.id, sequence, { incoming, replyToId: message.activityId });
      } catch (error) {
        unwritten.add(conversation.id);
        throw error;
      }
    },

    async welcome(conversationId, transport, locale) {
      if (locale === null) {
        await delay(Math.min(settings.COLLECT_MESSAGES_MS, LONGEST_WAIT_FOR_LOCALE_MS), stopping.signal);
      }
      await lanes.serially(conversationId, async () => {
        const before = await findConversation(store, conversationId);
        if (!before) return;
        const { conversation } = await greetCustomer(parts, before, locale);
        if (conversation) await outbox.drain(conversationId, { transport, replyToId: null, conversation });
      });
    },

    async handleAll(conversationIds, begun = []) {
      await handleEach(
        conversationIds.filter((id) => !begun.includes(id)),
        true,
      );
      for (const id of begun) await handleEach([id], true);
    },

    async retry(conversationIds) {
      const ids = new Set([...conversationIds, ...unwritten]);
      unwritten.clear();
      await handleEach([...ids]);
    },

    isHandling: (conversationId) => lanes.isBusy(conversationId) || unwritten.has(conversationId),

    stop: () => stopping.abort(),
  };
}

/**
 * Handles waiting messages, question by question. One that goes on after message number `last` is left to the message
 * that ends it: several short messages in a row are one question, and the newest of them takes it up.
 * @returns false where a turn could not be written
 */
async function handleUpTo(
  parts: FairParts,
  conversationId: string,
  last: number,
  current: Current | null,
  isLeft: boolean,
): Promise<boolean> {
  const { store, outbox } = parts;
  const pending = await pendingMessages(store, conversationId);
  if (pending.length === 0) return true;
  const before = await findConversation(store, conversationId);
  if (!before) return true;
  const groups = groupMessages(pending, goesOn(before)).filter((group) =>
    group.every((message) => message.sequence <= last),
  );
  if (groups.length === 0) return true;
  const typing = isTypingShown(parts, before, current) ? showTyping(current.incoming, parts.clock) : null;
  let after: Addressed = before;
  for (const [place, group] of groups.entries()) {
    // Each further question is a turn of its own.
    const conversation = place === 0 ? before : await findConversation(store, conversationId);
    if (!conversation) return true;
    const end = await handleGroup(parts, conversation, group, isLeft);
    // What shows that the bot types must not arrive after its answer.
    await typing;
    if (end.result === 'left') return true;
    if (end.result === 'changed') return handleUpTo(parts, conversationId, last, current, isLeft);
    if (end.result === 'unwritten') {
      if (current) await parts.apologiseUnwritten(current.incoming.activity, current.incoming.transport);
      return false;
    }
    if (!end.conversation) return true;
    after = end.conversation;
    await outbox.drain(conversationId, current ? liveIn(current, after) : undefined);
  }
  tellChanges(parts, before, after);
  return true;
}

async function handleGroup(
  parts: FairParts,
  conversation: Conversation,
  group: readonly PendingMessage[],
  isLeft: boolean,
): Promise<TurnEnd> {
  const isPoison = group.some((message) => message.attempts >= MOST_RESUMES);
  const isSuspect = isLeft || group.some((message) => message.attempts > 0);
  if (isSuspect && !isPoison) {
    const ids = group.map(({ id }) => id);
    await countAttempt(parts.store, ids);
  }
  const facts = { 'bot.channel': conversation.channelId, 'bot.messages': group.length };
  // Channels that tell no address know their customers by themselves.
  const from = conversation.reference.addressKey ?? conversation.id;
  return parts.fairly.take(from, () =>
    inSpan('turn', facts, () =>
      isPoison ? giveUp(parts, conversation, group) : takeTurn(parts, conversation, group),
    ),
  );
}

function liveIn({ incoming, replyToId }: Current, conversation: Addressed) {
  return { transport: incoming.transport, replyToId, conversation };
}

/**
 * Not beside an agent, not where nothing is sent now, and not to somebody who waits for one and was told so: most of what they
 * write then is kept for the agent, and the bot says nothing.
 */
function isTypingShown(
  { doors }: InboxWorkerParts,
  conversation: Conversation,
  current: Current | null,
): current is Current {
  if (current === null || conversation.state === 'with-agent') return false;
  if (conversation.state === 'waiting' && conversation.turnState?.hasToldWaiting) return false;
  return doors.heldUntil(current.incoming.transport.door) === null;
}

function tellChanges(parts: InboxWorkerParts, before: Conversation, after: Addressed): void {
  announceToDesk(parts, after);
  if (before.state === after.state) return;
  // Others may have moved up in the queue.
  parts.changes.announce(after.id);
  void parts.background.run(() => parts.timers.runDue());
}

function announceToDesk({ changes }: InboxWorkerParts, conversation: Addressed): void {
  if (conversation.state !== 'with-bot') changes.announce(conversation.id);
}

/** Whether more words may follow that belong to a message. */
function mayGoOn(conversation: Conversation, { details, text }: IncomingMessage): boolean {
  if (conversation.state === 'with-agent' || details.value !== null) return false;
  return goesOn(conversation)(text);
}

/** Whether more words are to be expected after a text; the words of a choice that stands open need none. */
function goesOn(conversation: Conversation): (text: string) => boolean {
  const choices = conversation.turnState?.openChoices ?? [];
  const titles = new Set(choices.map((choice) => choice.title.toLowerCase()));
  return (text) => !titles.has(text.trim().toLowerCase()) && looksUnfinished(wordsToUnderstand(text));
}
