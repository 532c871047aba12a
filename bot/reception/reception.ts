import { randomUUID } from 'node:crypto';
import { type Clock, delay } from '../../index/platform/clock.js';
import { isCoded } from '../../index/platform/errors.js';
import type { Lanes } from '../../index/platform/lanes.js';
import type { Activity } from '../contracts/activities.js';
import type { Origin, Transport } from '../contracts/channels.js';
import type { Background } from '../conversations/background.js';
import { type Addressed, type Conversation, findConversation } from '../conversations/conversation.js';
import type { ConversationChanges } from '../conversations/conversation-changes.js';
import type { Timers } from '../conversations/timers.js';
import type { Live } from '../outbox/live.js';
import type { Outbox } from '../outbox/outbox.js';
import { type PendingMessage, pendingMessages } from '../store/inbox.js';
import { countAttempts } from '../store/messages.js';
import { giveUp, greet, type TurnParts, takeTurn } from '../take-turn.js';
import { looksUnfinished } from '../turn/turn.js';
import { groupMessages } from './group-messages.js';
import { recordIncoming, recordVisit } from './inbox.js';
import { type IncomingMessage, readIncoming } from './incoming-message.js';
import { recoverMissed } from './recover-missed.js';
import { resolveRating } from './resolve-rating.js';
import { resolveTap } from './resolve-tap.js';

export interface ReceptionParts extends TurnParts {
  readonly outbox: Outbox;
  readonly timers: Timers;
  readonly changes: ConversationChanges;
  readonly background: Background;
  readonly lanes: Lanes;
  /** Tells a customer that something failed when not even the store can be written. */
  readonly apologiseUnwritten: (activity: Activity, transport: Transport) => Promise<void>;
}

/** Takes in what customers say, one turn at a time in each conversation. */
export interface Reception {
  /** Writes a message into the inbox and handles it; resolves when its turn has ended. Never throws. */
  receive(activity: Activity, transport: Transport, origin?: Origin): Promise<void>;
  /** Writes a message into the inbox; its turn goes on by itself. Throws when it could not be written. */
  accept(activity: Activity, transport: Transport, origin?: Origin): Promise<void>;
  /** Welcomes somebody who came in. Never throws. */
  welcome(activity: Activity, transport: Transport, origin?: Origin): Promise<void>;
  /** Takes up messages that a stopped program left; returns how to handle them. Call it before new ones come in. */
  takeUpLeft(): Promise<() => Promise<void>>;
  /** Tries again to answer messages that were taken in while the store could not be written, on a full disk say. */
  retryUnwritten(): Promise<void>;
  /** Waits no longer for more words and lets running turns finish. */
  stop(): Promise<void>;
}

/** A message that is in the inbox. */
interface Taken {
  readonly conversation: Conversation;
  readonly sequence: number;
  readonly incoming: IncomingMessage;
}

/** How far back a start looks for messages that were confirmed but not taken in. */
const RECOVER_MS = 86_400_000;

/** How long an answer waits for the sign that the bot types. */
const LONGEST_TYPING_MS = 2_000;

/** A message that brought the program down this often is not tried again. */
const MOST_RESUMES = 3;

export function createReception(parts: ReceptionParts): Reception {
  const { store, clock, log, settings, outbox, doors, timers, changes, background, lanes } = parts;
  const stopping = new AbortController();
  /** Conversations with messages in the inbox whose turn could not be written. */
  const unwritten = new Set<string>();
  /** Whether a message may not even have reached the inbox. */
  let hasMissed = false;
  return {
    receive: (activity, transport, origin) =>
      guarded(activity, transport, async () => {
        const taken = await take(activity, transport, origin);
        if (taken) await answered(taken, activity, transport);
      }),

    async accept(activity, transport, origin) {
      const taken = await take(activity, transport, origin);
      if (taken) void guarded(activity, transport, () => answered(taken, activity, transport));
    },

    welcome: (activity, transport, origin) =>
      guarded(activity, transport, async () => {
        const id = await recordVisit(
          store,
          readIncoming(activity, transport.door, origin),
          clock.now().toISOString(),
        );
        await lanes.serially(id, async () => {
          const before = await findConversation(store, id);
          if (!before) return;
          const { conversation } = await greet(parts, before);
          if (conversation) await outbox.drain(id, { transport, replyToId: null, conversation });
        });
      }),

    async takeUpLeft() {
      await recover();
      const ids = await store.transaction().execute(countAttempts);
      if (ids.length > 0)
        log.info('Messages left by the last run are handled now.', { conversations: ids.length });
      return async () => {
        await Promise.all(
          ids.map((id) => lanes.serially(id, () => handleUpTo(id, Number.POSITIVE_INFINITY, null))),
        );
      };
    },

    async retryUnwritten() {
      if (hasMissed) {
        hasMissed = false;
        for (const id of await recover()) unwritten.add(id);
      }
      const ids = [...unwritten];
      unwritten.clear();
      await Promise.all(
        ids.map((id) =>
          lanes
            .serially(id, () => handleUpTo(id, Number.POSITIVE_INFINITY, null))
            .catch((error: unknown) => {
              unwritten.add(id);
              log.warn('A conversation still cannot be written.', { conversationId: id, error });
            }),
        ),
      );
    },

    async stop() {
      stopping.abort();
      await background.idle();
    },
  };

  /** Writes a message into the inbox; null for one that came before, or that says nothing. */
  async function take(activity: Activity, transport: Transport, origin?: Origin): Promise<Taken | null> {
    const rated = await resolveRating(store, readIncoming(activity, transport.door, origin));
    if (rated === null) return null;
    const incoming = await resolveTap(store, rated);
    const received = await recordIncoming(store, incoming, clock.now().toISOString());
    return received === null || incoming.isOverheard ? null : { ...received, incoming };
  }

  /** Answers a message that was taken in; where that fails, it is tried again with what could not be written. */
  async function answered(taken: Taken, activity: Activity, transport: Transport): Promise<void> {
    try {
      await answer(taken, activity, transport);
    } catch (error) {
      unwritten.add(taken.conversation.id);
      throw error;
    }
  }

  async function answer(
    { conversation, sequence, incoming }: Taken,
    activity: Activity,
    transport: Transport,
  ): Promise<void> {
    announceToDesk(conversation);
    const isWhole =
      conversation.state === 'with-agent' ||
      incoming.details.value !== null ||
      !goesOn(conversation)(incoming.text);
    if (!isWhole) await delay(settings.COLLECT_MESSAGES_MS, stopping.signal);
    const live = { transport, replyToId: incoming.activityId };
    const { id } = conversation;
    await lanes.serially(id, () => handleUpTo(id, sequence, { activity, live }));
  }

  /**
   * Handles waiting messages, question by question. One that goes on after message number `last` is left to the message
   * that ends it: several short messages in a row are one question, and the newest of them takes it up.
   */
  async function handleUpTo(
    conversationId: string,
    last: number,
    current: { readonly activity: Activity; readonly live: Live } | null,
  ): Promise<void> {
    const pending = await pendingMessages(store, conversationId);
    if (pending.length === 0) return;
    const before = await findConversation(store, conversationId);
    if (!before) return;
    const groups = groupMessages(pending, goesOn(before)).filter((group) =>
      group.every((message) => message.sequence <= last),
    );
    if (groups.length === 0) return;
    const isHeld = current !== null && doors.heldUntil(current.live.transport.door) !== null;
    const isTyping = current !== null && before.state !== 'with-agent' && !isHeld;
    const typing = isTyping ? showTyping(current.activity, current.live.transport, clock) : Promise.resolve();
    let seen: Conversation | null = before;
    let after: Addressed | null = before;
    for (const group of groups) {
      seen ??= await findConversation(store, conversationId);
      if (!seen) return;
      const end = await handle(seen, group);
      const { result } = end;
      // Each further question is a turn of its own.
      seen = null;
      after = end.conversation;
      // What shows that the bot types must not arrive after its answer.
      await typing;
      if (result === 'left') return;
      if (result === 'unwritten') {
        unwritten.add(conversationId);
        if (current) await parts.apologiseUnwritten(current.activity, current.live.transport);
        return;
      }
      if (!after) return;
      await outbox.drain(conversationId, current ? { ...current.live, conversation: after } : undefined);
    }
    announceToDesk(after);
    if (before.state === after.state) return;
    // Others may have moved up in the queue.
    changes.announce(conversationId);
    void background.run(() => timers.runDue());
  }

  async function recover(): Promise<string[]> {
    const now = clock.now();
    const since = new Date(now.getTime() - RECOVER_MS).toISOString();
    try {
      return await recoverMissed(store, since, now.toISOString());
    } catch (error) {
      hasMissed = true;
      throw error;
    }
  }

  function announceToDesk(conversation: Addressed): void {
    if (conversation.state !== 'with-bot') changes.announce(conversation.id);
  }

  function handle(conversation: Conversation, group: readonly PendingMessage[]) {
    const isPoison = group.some((message) => message.attempts >= MOST_RESUMES);
    return isPoison ? giveUp(parts, conversation, group) : takeTurn(parts, conversation, group);
  }

  function guarded(activity: Activity, transport: Transport, task: () => Promise<void>): Promise<void> {
    return background.run(async () => {
      try {
        await task();
      } catch (error) {
        if (isCoded(error, 'ACTIVITY_MALFORMED')) return log.warn('An activity was left out.', { error });
        hasMissed = true;
        log.error('An activity could not be handled.', { conversationId: activity.conversation?.id, error });
        await parts.apologiseUnwritten(activity, transport);
      }
    });
  }
}

/** Whether more words are to be expected after a text; the words of a choice that stands open need none. */
function goesOn(conversation: Conversation): (text: string) => boolean {
  const choices = conversation.turnState?.openChoices ?? [];
  const titles = new Set(choices.map((choice) => choice.title.toLowerCase()));
  return (text) => !titles.has(text.trim().toLowerCase()) && looksUnfinished(text);
}

async function showTyping(activity: Activity, transport: Transport, clock: Clock): Promise<void> {
  const typing: Activity = {
    type: 'typing',
    id: randomUUID(),
    ...(activity.channelId === undefined ? {} : { channelId: activity.channelId }),
    ...(activity.serviceUrl === undefined ? {} : { serviceUrl: activity.serviceUrl }),
    ...(activity.recipient === undefined ? {} : { from: activity.recipient }),
    ...(activity.from === undefined ? {} : { recipient: activity.from }),
    ...(activity.conversation === undefined ? {} : { conversation: activity.conversation }),
  };
  // A channel that cannot show it loses nothing.
  const facts = { speaker: { kind: 'bot' as const, name: '' }, customerWroteAt: clock.now().toISOString() };
  const giveUp = new AbortController();
  const sending = transport.send(typing, facts).catch(() => {});
  // An answer must not wait for it on a slow line.
  await Promise.race([sending, delay(LONGEST_TYPING_MS, giveUp.signal)]);
  giveUp.abort();
}
