import type {
  BotPause,
  DeskAgent,
  DeskConversation,
  DeskEnding,
  DeskEntry,
  DeskFile,
  DeskMessage,
  DeskNotice,
  DeskRole,
} from '../../../../bot/contracts/desk.js';
import type { SpokenLanguage } from '../../../../bot/contracts/messages.js';
import type { DeskMention } from '../../../../bot/contracts/tools/desk-notes.js';
import type { ChannelsAtDesk } from '../../../channels-at-desk.js';
import type { ResetLook, TypingNews, ViewersNews } from '../../contracts.js';
import type { AssignmentState } from './assignment-state.js';
import { draftRead, withDraft, withDraftDue } from './drafts.js';
import { replyHeld, withoutHeld } from './held-reply.js';
import { tellLost } from './lost-conversation.js';
import { typingOver, typingTold, viewersTold, withoutArrived } from './signs.js';
import {
  type Connection,
  type DeskState,
  initialState,
  type Notice,
  type PendingReply,
  type Place,
} from './state.js';

/** What happened. */
export type DeskEvent =
  | { readonly kind: 'language-chosen'; readonly language: SpokenLanguage }
  | {
      readonly kind: 'signed-in';
      readonly agent: DeskAgent;
      readonly channels: ChannelsAtDesk;
      readonly place: Place;
    }
  /** The agent who is here took another name. */
  | { readonly kind: 'renamed'; readonly agent: DeskAgent }
  | { readonly kind: 'must-set-up' }
  | { readonly kind: 'signed-out'; readonly hasEnded: boolean }
  | { readonly kind: 'invited'; readonly token: string; readonly role: DeskRole | null }
  | { readonly kind: 'reset-opened'; readonly token: string; readonly account: ResetLook['account'] }
  | { readonly kind: 'went'; readonly place: Place }
  | { readonly kind: 'connection-changed'; readonly connection: Connection }
  | {
      readonly kind: 'entries-read';
      readonly entries: readonly DeskEntry[];
      readonly doorNotices: readonly DeskNotice[];
      readonly pause: BotPause | null;
      readonly clockOffsetMs: number;
    }
  | {
      readonly kind: 'conversation-read';
      readonly conversation: DeskConversation;
      /** What the server keeps of the agent's typing. */
      readonly draft: string;
    }
  | { readonly kind: 'conversation-gone'; readonly conversationId: string }
  | { readonly kind: 'draft-changed'; readonly conversationId: string; readonly text: string }
  | { readonly kind: 'draft-kept'; readonly conversationId: string; readonly text: string }
  | {
      readonly kind: 'reply-begun';
      readonly conversationId: string;
      readonly key: string;
      readonly text: string;
      readonly ending?: DeskEnding | undefined;
      readonly files?: readonly DeskFile[] | undefined;
    }
  | {
      readonly kind: 'reply-ended';
      readonly conversationId: string;
      readonly key: string;
      readonly isSent: boolean;
    }
  | {
      readonly kind: 'reply-held';
      readonly conversationId: string;
      readonly key: string;
      readonly newer: readonly DeskMessage[];
    }
  | { readonly kind: 'reply-dropped'; readonly conversationId: string; readonly key: string }
  | { readonly kind: 'refused'; readonly notice: Notice }
  | { readonly kind: 'assignment-changed'; readonly changes: Partial<AssignmentState> }
  | { readonly kind: 'mentions-read'; readonly mentions: readonly DeskMention[] }
  | { readonly kind: 'viewers-told'; readonly news: ViewersNews }
  | { readonly kind: 'typing-told'; readonly news: TypingNews; readonly number: number }
  | { readonly kind: 'typing-over'; readonly conversationId: string; readonly number: number }
  | { readonly kind: 'notice-closed' }
  | { readonly kind: 'news-closed' };

/** The state after something happened; pure. */
export function reduce(state: DeskState, event: DeskEvent): DeskState {
  switch (event.kind) {
    case 'language-chosen':
      return { ...state, language: event.language };
    case 'signed-in':
      return signedIn({ ...state, channels: event.channels }, event.agent, event.place);
    case 'renamed':
      if (state.screen.kind !== 'desk') return state;
      return { ...state, screen: { ...state.screen, agent: event.agent } };
    case 'must-set-up':
      return { ...state, screen: { kind: 'set-up' } };
    case 'signed-out':
      return signedOut(state, event.hasEnded);
    case 'invited':
      return { ...state, screen: { kind: 'invitation', token: event.token, role: event.role } };
    case 'reset-opened':
      return { ...state, screen: { kind: 'reset', token: event.token, account: event.account } };
    case 'went':
      if (state.screen.kind !== 'desk') return state;
      return withDraftDue(look({ ...state, screen: { ...state.screen, place: event.place }, notice: null }));
    case 'connection-changed':
      return { ...state, connection: event.connection };
    case 'entries-read':
      return entriesRead(
        { ...state, doorNotices: event.doorNotices, pause: event.pause },
        event.entries,
        event.clockOffsetMs,
      );
    case 'conversation-read':
      return conversationRead(state, event.conversation, event.draft);
    case 'conversation-gone':
      return { ...state, conversations: without(state.conversations, event.conversationId) };
    case 'draft-changed':
      return draftChanged(state, event.conversationId, event.text);
    case 'draft-kept':
      return { ...state, keptDrafts: { ...state.keptDrafts, [event.conversationId]: event.text } };
    case 'reply-begun':
      return replyBegun(state, event);
    case 'reply-ended':
      return withPending(state, event.conversationId, (pending) =>
        event.isSent
          ? pending.filter((reply) => reply.key !== event.key)
          : pending.map((reply) => (reply.key === event.key ? { ...reply, state: 'unsent' } : reply)),
      );
    case 'reply-held':
      return replyHeld(state, event);
    case 'reply-dropped':
      return withPending(state, event.conversationId, (pending) =>
        pending.filter((reply) => reply.key !== event.key),
      );
    case 'refused':
      return { ...state, notice: event.notice };
    case 'assignment-changed':
      return { ...state, assignment: { ...state.assignment, ...event.changes } };
    case 'mentions-read':
      return state.screen.kind === 'desk' ? { ...state, mentions: event.mentions } : state;
    case 'viewers-told':
      return { ...state, signs: viewersTold(state.signs, event.news) };
    case 'typing-told':
      return { ...state, signs: typingTold(state.signs, event.news, event.number) };
    case 'typing-over':
      return { ...state, signs: typingOver(state.signs, event.conversationId, event.number) };
    case 'notice-closed':
      return { ...state, notice: null };
    case 'news-closed':
      return { ...state, newIds: [] };
  }
}

/** What was typed belongs to who typed it: it is there again for the same agent only. */
function signedIn(state: DeskState, agent: DeskAgent, place: Place): DeskState {
  const { screen } = state;
  const isSame = screen.kind === 'sign-in' && screen.endedFor === agent.id;
  const kept = isSame ? state : { ...state, drafts: {}, pending: {} };
  return withDraftDue(look({ ...kept, screen: { kind: 'desk', agent, place } }));
}

function signedOut(state: DeskState, hasEnded: boolean): DeskState {
  const { screen } = state;
  const endedFor = hasEnded && screen.kind === 'desk' ? screen.agent.id : null;
  return {
    ...initialState(state.language),
    screen: { kind: 'sign-in', endedFor },
    drafts: endedFor === null ? {} : state.drafts,
    pending: endedFor === null ? {} : state.pending,
  };
}

function entriesRead(state: DeskState, entries: readonly DeskEntry[], clockOffsetMs: number): DeskState {
  const wereWaiting = new Set(waitingIds(state.entries));
  const waiting = waitingIds(entries);
  const arrived = state.hasEntries ? waiting.filter((id) => !wereWaiting.has(id)) : [];
  const stillWaiting = new Set(waiting);
  const newIds = [...new Set([...state.newIds, ...arrived])].filter((id) => stillWaiting.has(id));
  const readUntil = { ...state.readUntil };
  if (!state.hasEntries) {
    // What was written before this page was opened does not count as news.
    for (const entry of entries) readUntil[entry.conversationId] ??= entry.customerWroteAt ?? '';
  }
  const notice = lostNotice(state, entries) ?? state.notice;
  const signs = withoutArrived(state.signs, state.entries, entries);
  return look({
    ...state,
    hasEntries: true,
    entries,
    clockOffsetMs: steadyOffset(state.clockOffsetMs, clockOffsetMs),
    newIds,
    readUntil,
    notice,
    signs,
  });
}

/** What a message took on its way is no change of a clock: less than a second is none. */
function steadyOffset(beforeMs: number, ms: number): number {
  return Math.abs(ms - beforeMs) < 1_000 ? beforeMs : ms;
}

/** What the agent must be told of the conversation on the screen. */
function lostNotice({ screen, entries }: DeskState, next: readonly DeskEntry[]): Notice | null {
  if (screen.kind !== 'desk' || screen.place.kind !== 'conversation') return null;
  const { conversationId } = screen.place;
  const find = (list: readonly DeskEntry[]) => list.find((entry) => entry.conversationId === conversationId);
  return tellLost(screen.agent.id, find(entries), find(next));
}

function conversationRead(state: DeskState, conversation: DeskConversation, draft: string): DeskState {
  const id = conversation.entry.conversationId;
  const conversations = { ...state.conversations, [id]: conversation };
  return look(draftRead({ ...state, conversations }, id, draft));
}

/** Whoever empties the box has no reply any more that is held back. */
function draftChanged(state: DeskState, conversationId: string, text: string): DeskState {
  const changed = withDraft(state, conversationId, text);
  return text.trim() === '' ? withoutHeld(changed, conversationId) : changed;
}

/** Marks the conversation on the screen as read. */
function look(state: DeskState): DeskState {
  const { screen } = state;
  if (screen.kind !== 'desk' || screen.place.kind !== 'conversation') return state;
  const id = screen.place.conversationId;
  const entry = state.entries.find((candidate) => candidate.conversationId === id);
  return {
    ...state,
    newIds: state.newIds.filter((newId) => newId !== id),
    readUntil: entry ? { ...state.readUntil, [id]: entry.customerWroteAt ?? '' } : state.readUntil,
  };
}

function replyBegun(
  state: DeskState,
  {
    conversationId,
    key,
    text,
    ending,
    files,
  }: Pick<PendingReply, 'key' | 'text' | 'ending' | 'files'> & { conversationId: string },
): DeskState {
  const begun: PendingReply = { key, text, ending, ...(files ? { files } : {}), state: 'sending' };
  const isAgain = (state.pending[conversationId] ?? []).some((reply) => reply.key === key);
  const next = withPending(withoutHeld(state, conversationId), conversationId, (pending) =>
    isAgain ? pending.map((reply) => (reply.key === key ? begun : reply)) : [...pending, begun],
  );
  return isAgain ? next : withDraft(next, conversationId, '');
}

function withPending(
  state: DeskState,
  conversationId: string,
  change: (pending: readonly PendingReply[]) => readonly PendingReply[],
): DeskState {
  const pending = change(state.pending[conversationId] ?? []);
  return { ...state, pending: { ...state.pending, [conversationId]: pending } };
}

function waitingIds(entries: readonly DeskEntry[]): string[] {
  return entries.filter((entry) => entry.state === 'waiting').map((entry) => entry.conversationId);
}

function without<Value>(record: Readonly<Record<string, Value>>, key: string): Record<string, Value> {
  return Object.fromEntries(Object.entries(record).filter(([name]) => name !== key));
}
