import type { Clock } from '../../index/platform/clock.js';
import type { Log } from '../../index/platform/log.js';
import type { Background } from '../conversations/background.js';
import type { ConversationChanges } from '../conversations/conversation-changes.js';
import type { Timers } from '../conversations/timers.js';
import type { Outbox } from '../outbox/outbox.js';
import { lockConversation } from '../store/conversations.js';
import { limboRows } from '../store/handoffs/limbo-rows.js';
import type { Store } from '../store/store.js';
import type { AgentPresence } from './agent-presence.js';
import { findLimbo, type Limbo, type LimboFacts } from './find-limbo.js';
import { type LimboRules, repairLimbo } from './repair-limbo.js';

export interface WatchdogParts extends Omit<LimboRules, 'now' | 'routing'> {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly changes: ConversationChanges;
  readonly background: Background;
  readonly timers: Timers;
  readonly outbox: Outbox;
  readonly presence: Pick<AgentPresence, 'attendance' | 'hasPage'>;
  readonly reception: Pick<LimboFacts, 'isHandling'> & {
    handle(conversationId: string): Promise<void>;
  };
}

/** Watches over conversations that nothing would move on any more. */
export interface LimboWatchdog {
  /** Finds what is in limbo, repairs and logs it, a batch a time. @returns how many were found */
  repair(): Promise<number>;
}

/** How many are repaired at a time: where thousands are stuck, turns must not wait for all of them. */
const BATCH = 100;

/** A message is on its way for less than this. */
const ON_ITS_WAY_MS = 60_000;

/** How far back conversations are looked through for a hand-off that is not there: each was looked at when it was new. */
const LOOK_BACK_MS = 86_400_000;

/** Why something is in limbo is a fault of the program, so each is an error in the log; again only after it was gone. */
export function createLimboWatchdog(parts: WatchdogParts): LimboWatchdog {
  const { store, clock, log, changes, background, timers, outbox, presence, reception } = parts;
  const facts: LimboFacts = {
    hasPage: (agentId) => presence.hasPage(agentId),
    isSending: (conversationId) => outbox.isSending(conversationId),
    isHandling: (conversationId) => reception.isHandling(conversationId),
    awaitsWord: parts.rules.firstWordMs !== null,
    routing: parts.rules.routing,
  };
  /** What was found the last time, as it was told. */
  let told = new Set<string>();

  async function look(on: Store): Promise<Limbo[]> {
    const now = clock.now().getTime();
    const before = (ms: number) => new Date(now - ms).toISOString();
    const times = {
      at: before(0),
      messagesBefore: before(ON_ITS_WAY_MS),
      activeSince: before(LOOK_BACK_MS),
    };
    return findLimbo(await limboRows(on, times), facts);
  }

  return {
    async repair() {
      const found = await look(store);
      const keys = new Set(found.map(keyOf));
      told = new Set([...told].filter((key) => keys.has(key)));
      const fresh = found.filter((limbo) => !told.has(keyOf(limbo)));
      // Those that no repair helped come last: they must not keep others from theirs.
      const others = found.filter((limbo) => told.has(keyOf(limbo)));
      for (const limbo of [...fresh, ...others].slice(0, BATCH)) await repairOne(limbo);
      if (found.length > 0) void background.run(() => timers.runDue());
      return found.length;
    },
  };

  async function repairOne(limbo: Limbo): Promise<void> {
    const { kind, conversationId } = limbo;
    const isNew = !told.has(keyOf(limbo));
    told.add(keyOf(limbo));
    try {
      if (kind === 'unsent') {
        if (isNew) log.error('Messages that nothing would have sent are sent now.', { ...limbo });
        void background.run(() => outbox.drain(conversationId));
        return;
      }
      if (kind === 'unheard') {
        if (isNew) log.error('A message that nobody was handling is handled now.', { ...limbo });
        void background.run(() => reception.handle(conversationId));
        return;
      }
      if (!(await repairInStore(limbo))) return;
      if (isNew) log.error('A conversation was in limbo and is repaired.', { ...limbo });
      changes.announce(conversationId);
      void background.run(() => outbox.drain(conversationId));
    } catch (error) {
      if (isNew) log.error('A conversation is in limbo and could not be repaired.', { ...limbo, error });
    }
  }

  /** @returns false where it went on by itself meanwhile, or another repair helped it as well */
  function repairInStore(limbo: Limbo): Promise<boolean> {
    return store.transaction().execute(async (write) => {
      const isStill = (await look(write)).some((other) => keyOf(other) === keyOf(limbo));
      if (!isStill) return false;
      const now = clock.now();
      const conversation = await lockConversation(write, limbo.conversationId, now.toISOString());
      if (!conversation) return false;
      await repairLimbo(write, conversation, limbo, { ...parts, routing: parts.rules.routing, now });
      return true;
    });
  }
}

function keyOf({ kind, conversationId, handoffId }: Limbo): string {
  return [kind, conversationId, handoffId ?? ''].join(' ');
}
