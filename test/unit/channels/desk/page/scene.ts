import type {
  DeskAgent,
  DeskConversation,
  DeskEntry,
  DeskMessage,
  DoorNotice,
} from '../../../../../bot/contracts/desk.js';
import { type DeskEvent, reduce } from '../../../../../channels/desk/page/state/reduce.js';
import { type DeskState, initialState } from '../../../../../channels/desk/page/state/state.js';
import { CHANNELS_AT_DESK } from '../../../../support/channels-at-desk.js';

export const SANNE: DeskAgent = { id: 's', name: 'Sanne', email: 'sanne@example.com', role: 'agent' };
export const MEHMET: DeskAgent = { id: 'm', name: 'Mehmet', email: 'mehmet@example.com', role: 'agent' };

/** A waiting conversation, with changes. */
export function entry(conversationId: string, changes: Partial<DeskEntry> = {}): DeskEntry {
  return {
    conversationId,
    channelId: 'directline',
    customerName: conversationId,
    language: 'nl',
    state: 'waiting',
    reason: 'asked',
    mood: 'calm',
    priority: 'normal',
    awayFrom: null,
    returnedAt: null,
    question: 'Vraag',
    waitingSince: '2026-01-01T10:00:00Z',
    holder: null,
    claimedAt: null,
    customerWroteAt: '2026-01-01T10:00:00Z',
    replyUntil: null,
    isUnreachable: false,
    teamId: null,
    promise: null,
    offer: null,
    ...changes,
  };
}

/** The same, claimed by an agent. */
export function claimed(
  conversationId: string,
  { id, name }: DeskAgent,
  changes: Partial<DeskEntry> = {},
): DeskEntry {
  return entry(conversationId, {
    state: 'with-agent',
    holder: { kind: 'agent', id, name },
    ...changes,
  });
}

/** The same, answered in a channel's own inbox. */
export function heldElsewhere(conversationId: string, changes: Partial<DeskEntry> = {}): DeskEntry {
  const holder = { kind: 'elsewhere', name: 'Meta Business Suite' } as const;
  return entry(conversationId, { state: 'with-agent', holder, ...changes });
}

/** What a customer wrote, with changes. */
export function message(id: string, changes: Partial<DeskMessage> = {}): DeskMessage {
  return {
    id,
    from: 'customer',
    name: 'Anna',
    text: id,
    tree: null,
    at: '2026-01-01T10:00:00Z',
    delivery: null,
    problem: null,
    source: null,
    ...changes,
  };
}

export function conversation(row: DeskEntry): DeskConversation {
  return { entry: row, messages: [], notes: [], bestGuess: null, isGuessRight: null, rating: null };
}

/** The state after events, from a page on which Sanne has just signed in. */
export function stateAfter(...events: readonly DeskEvent[]): DeskState {
  const signedIn: DeskEvent = {
    kind: 'signed-in',
    agent: SANNE,
    channels: CHANNELS_AT_DESK,
    place: { kind: 'queue' },
  };
  return [signedIn, ...events].reduce(reduce, initialState('nl'));
}

export function read(...entries: readonly DeskEntry[]): DeskEvent {
  return { kind: 'entries-read', entries, doorNotices: [], pause: null, clockOffsetMs: 0 };
}

/** News that brings no conversation, but doors that do not send. */
export function notSending(...doorNotices: readonly DoorNotice[]): DeskEvent {
  return { kind: 'entries-read', entries: [], doorNotices, pause: null, clockOffsetMs: 0 };
}

export function opened(conversationId: string): DeskEvent {
  return { kind: 'went', place: { kind: 'conversation', conversationId } };
}
