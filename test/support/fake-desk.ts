import { randomUUID } from 'node:crypto';
import type { DeliveryProblem } from '../../bot/contracts/channels.js';
import type {
  BestGuess,
  BotPause,
  Desk,
  DeskAgent,
  DeskConversation,
  DeskEntry,
  DeskMessage,
  DeskOutcome,
  DoorNotice,
  HandoffHolder,
} from '../../bot/contracts/desk.js';
import { queueRank } from '../../bot/handoff/queue-order.js';
import { inWords } from './in-words.js';

/** A desk in memory that follows the rules of the real one, with a hand on the customers' side. */
export interface FakeDesk extends Desk {
  /** A customer begins to wait; returns the id of the conversation. */
  customerWaits(
    changes?: Partial<DeskEntry>,
    messages?: readonly Partial<DeskMessage>[],
    guess?: BestGuess | null,
  ): string;
  customerWrites(conversationId: string, text: string): void;
  /** The same, before any page learns of it. */
  customerWritesUnseen(conversationId: string, text: string): void;
  /** A colleague writes in a conversation. */
  colleagueWrites(conversationId: string, name: string, text: string): void;
  /** How far the newest message came, and why it failed. */
  newestCame(conversationId: string, delivery: DeskMessage['delivery'], problem?: DeliveryProblem): void;
  /** How long the customer can be answered, and whether they can be reached. */
  reachBecomes(conversationId: string, reach: Partial<Pick<DeskEntry, 'replyUntil' | 'isUnreachable'>>): void;
  /** Doors that do not send from now on; no conversation changes with them. */
  setNotices(notices: readonly DoorNotice[]): void;
  setPause(pause: BotPause | null): void;
  /** The replies that reached the desk, in order. */
  readonly replies: string[];
  /** What was told of agents: `present`, `left` or `signed out`, and whose id, in order. */
  readonly presence: readonly (readonly [string, string])[];
  /** From when on the agent of a conversation counts as away. */
  agentAway(conversationId: string, awayFrom: string | null): void;
  /** Refuses the next claim so. */
  refuseNextClaim(outcome: DeskOutcome): void;
  /** Makes the next action of an agent fail inside. */
  failNext(error: unknown): void;
}

const ENDED = {
  close: { state: 'solved' },
  'give-back': { state: 'with-bot', holder: null },
} as const;

/** Creates an empty desk. @param now the time it writes down */
export function createFakeDesk(now: () => Date): FakeDesk {
  const conversations = new Map<string, DeskConversation>();
  const listeners = new Set<(conversationId: string) => void>();
  const replies: string[] = [];
  const saidUnder = new Map<string, string>();
  const drafts = new Map<string, string>();
  const presence: (readonly [string, string])[] = [];
  let nextError: unknown = null;
  let nextRefusal: DeskOutcome | null = null;
  let isQuiet = false;
  let notices: readonly DoorNotice[] = [];
  let pause: BotPause | null = null;

  function change(id: string, entry: Partial<DeskEntry>, messages: readonly DeskMessage[] = []): void {
    const old = conversations.get(id);
    if (!old) return;
    conversations.set(id, {
      ...old,
      entry: { ...old.entry, ...entry },
      messages: [...old.messages, ...messages],
    });
    if (!isQuiet) for (const listener of listeners) listener(id);
  }

  function customerWrites(id: string, text: string): void {
    const name = conversations.get(id)?.entry.customerName ?? '';
    change(id, { customerWroteAt: now().toISOString() }, [message({ name, text })]);
  }

  function message(changes: Partial<DeskMessage>): DeskMessage {
    return {
      id: randomUUID(),
      from: 'customer',
      name: 'Anna',
      text: '',
      tree: null,
      at: now().toISOString(),
      delivery: changes.from === 'bot' || changes.from === 'agent' ? 'sent' : null,
      problem: null,
      source: null,
      ...changes,
    };
  }

  /** Does `act` if the conversation is with this agent, otherwise tells who has it. */
  function asOwner(id: string, agent: DeskAgent, act: () => void): DeskOutcome {
    if (nextError !== null) {
      const error = nextError;
      nextError = null;
      throw error;
    }
    const entry = conversations.get(id)?.entry;
    if (!entry) return { kind: 'unknown-conversation' };
    if (entry.state !== 'with-agent' || !isHeldBy(entry, agent.id)) return conflict(entry);
    act();
    return { kind: 'done' };
  }

  return {
    replies,
    presence,
    failNext(error) {
      nextError = error;
    },
    async entries() {
      return [...conversations.values()]
        .map(({ entry }) => entry)
        .filter(({ state }) => state === 'waiting' || state === 'with-agent')
        .sort(
          (a, b) =>
            queueRank(a.priority, a.returnedAt !== null) - queueRank(b.priority, b.returnedAt !== null) ||
            a.waitingSince.localeCompare(b.waitingSince),
        );
    },
    follow() {
      return { read: () => this.entries() };
    },
    notices: () => notices,
    pause: () => pause,
    setNotices(next) {
      notices = next;
    },
    setPause(next) {
      pause = next;
    },
    async conversation(id) {
      return conversations.get(id) ?? null;
    },
    refuseNextClaim(outcome) {
      nextRefusal = outcome;
    },
    async claim(id, agent) {
      const refusal = nextRefusal;
      nextRefusal = null;
      if (refusal) return refusal;
      const entry = conversations.get(id)?.entry;
      if (!entry) return { kind: 'unknown-conversation' };
      if (entry.state !== 'waiting') return conflict(entry);
      const text = `${agent.name} neemt het gesprek over.`;
      const taken = { state: 'with-agent', holder: asHolder(agent), offer: null } as const;
      change(id, { ...taken, claimedAt: now().toISOString() }, [
        message({ from: 'bot', name: 'Zwaluw-bot', ...inWords(text) }),
      ]);
      return { kind: 'done' };
    },
    async take(id, agent) {
      const entry = conversations.get(id)?.entry;
      if (!entry) return { kind: 'unknown-conversation' };
      if (entry.state === 'with-agent') return conflict(entry);
      const problem = whyNot(entry, now());
      if (problem !== null) return { kind: 'cannot-reach', problem };
      change(id, { state: 'with-agent', holder: asHolder(agent), claimedAt: now().toISOString() });
      return { kind: 'done' };
    },
    async takeOver(id, agent, from) {
      const entry = conversations.get(id)?.entry;
      if (!entry) return { kind: 'unknown-conversation' };
      const isAway = entry.awayFrom !== null && entry.awayFrom <= now().toISOString();
      const mayTake = isHeldBy(entry, from) && (agent.role === 'administrator' || isAway);
      if (entry.state !== 'with-agent' || !mayTake) return conflict(entry);
      const claim = { holder: asHolder(agent), claimedAt: now().toISOString() };
      const text = `${agent.name} helpt u nu verder.`;
      change(id, { ...claim, awayFrom: null }, [
        message({ from: 'bot', name: 'Zwaluw-bot', ...inWords(text) }),
      ]);
      return { kind: 'done' };
    },
    async present(agentId) {
      presence.push(['present', agentId]);
    },
    async left(agentId) {
      presence.push(['left', agentId]);
    },
    async signedOut(agentId) {
      presence.push(['signed out', agentId]);
      for (const { entry } of conversations.values()) {
        if (!isHeldBy(entry, agentId) || entry.state !== 'with-agent') continue;
        const nobody = { holder: null, claimedAt: null, awayFrom: null };
        change(entry.conversationId, { state: 'waiting', ...nobody, returnedAt: now().toISOString() });
      }
    },
    async draft(id, agent) {
      return drafts.get(JSON.stringify([id, agent.id])) ?? '';
    },
    async keepDraft(id, agent, text) {
      if (!conversations.has(id)) return { kind: 'unknown-conversation' };
      drafts.set(JSON.stringify([id, agent.id]), text);
      return { kind: 'done' };
    },
    async reply(id, agent, text, key, seenId, ending) {
      const whole = JSON.stringify([id, agent.id, key]);
      const before = saidUnder.get(whole);
      if (before !== undefined) return { kind: before === text ? 'done' : 'key-used' };
      const entry = conversations.get(id)?.entry;
      const problem = whyNot(entry, now());
      if (isHeldBy(entry, agent.id) && problem !== null) return { kind: 'cannot-reach', problem };
      const messages = conversations.get(id)?.messages ?? [];
      const seen = messages.findIndex((line) => line.id === seenId);
      const newer = messages.slice(seen + 1).filter((line) => isByOther(line, agent.name));
      if (isHeldBy(entry, agent.id) && seenId !== undefined && newer.length > 0) {
        return { kind: 'newer', messages: newer };
      }
      return asOwner(id, agent, () => {
        replies.push(text);
        saidUnder.set(whole, text);
        drafts.delete(JSON.stringify([id, agent.id]));
        const left = ending === undefined ? {} : ENDED[ending];
        change(id, left, [message({ from: 'agent', name: agent.name, text })]);
      });
    },
    async mayAttach(id) {
      const entry = conversations.get(id)?.entry;
      if (!entry) return { kind: 'refused', outcome: { kind: 'unknown-conversation' } };
      return { kind: 'allowed', of: { channelId: entry.channelId, conversationId: id } };
    },
    async judge(id, agent, isRight) {
      return asOwner(id, agent, () => {
        const conversation = conversations.get(id);
        if (conversation) conversations.set(id, { ...conversation, isGuessRight: isRight });
        change(id, {});
      });
    },
    async close(id, agent) {
      return asOwner(id, agent, () => change(id, ENDED.close));
    },
    async giveBack(id, agent) {
      return asOwner(id, agent, () => change(id, ENDED['give-back']));
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    customerWaits(changes = {}, messages = [], bestGuess = null) {
      const id = changes.conversationId ?? randomUUID();
      const at = now().toISOString();
      const entry: DeskEntry = {
        conversationId: id,
        channelId: 'directline',
        customerName: 'Anna de Vries',
        language: 'nl',
        state: 'waiting',
        reason: 'asked',
        mood: 'calm',
        priority: 'normal',
        awayFrom: null,
        returnedAt: null,
        question: 'Hoe zet ik mijn nummer over?',
        waitingSince: at,
        holder: null,
        claimedAt: null,
        customerWroteAt: at,
        replyUntil: null,
        isUnreachable: false,
        teamId: null,
        promise: null,
        offer: null,
        ...changes,
      };
      const lines = messages.map((line) => message({ name: entry.customerName, ...line }));
      conversations.set(id, {
        entry,
        messages: lines,
        notes: [],
        bestGuess,
        isGuessRight: null,
        rating: null,
      });
      change(id, {});
      return id;
    },
    newestCame(id, delivery, problem) {
      const old = conversations.get(id);
      const newest = old?.messages.at(-1);
      if (!old || !newest) return;
      const messages = [...old.messages.slice(0, -1), { ...newest, delivery, problem: problem ?? null }];
      conversations.set(id, { ...old, messages });
      change(id, {});
    },
    agentAway: (id, awayFrom) => change(id, { awayFrom }),
    reachBecomes: (id, reach) => change(id, reach),
    customerWrites,
    customerWritesUnseen(id, text) {
      isQuiet = true;
      customerWrites(id, text);
      isQuiet = false;
    },
    colleagueWrites: (id, name, text) => change(id, {}, [message({ from: 'agent', name, text })]),
  };
}

function isByOther(message: DeskMessage, agentName: string): boolean {
  return message.from === 'customer' || (message.from === 'agent' && message.name !== agentName);
}

function whyNot(entry: DeskEntry | undefined, now: Date): DeliveryProblem | null {
  if (entry?.isUnreachable) return 'unreachable';
  const until = entry?.replyUntil ?? null;
  return until !== null && Date.parse(until) <= now.getTime() ? 'window-closed' : null;
}

function asHolder({ id, name }: DeskAgent): HandoffHolder {
  return { kind: 'agent', id, name };
}

function isHeldBy(entry: DeskEntry | undefined, agentId: string): boolean {
  return entry?.holder?.kind === 'agent' && entry.holder.id === agentId;
}

function conflict(entry: DeskEntry): DeskOutcome {
  return { kind: 'conflict', state: entry.state, agentName: entry.holder?.name ?? null };
}
