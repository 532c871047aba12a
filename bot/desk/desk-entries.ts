import { groupBy } from '../../index/learning/group-by.js';
import { isRecord } from '../../index/platform/is-record.js';
import type { AssignmentRules } from '../assignment/assignment-rules.js';
import { teamOf } from '../assignment/routing.js';
import type { ChannelAccount } from '../contracts/activities.js';
import type { DeskOffer } from '../contracts/assignment.js';
import type { CustomerOrigin, VouchedIdentity } from '../contracts/customers.js';
import type { DeskConversation, DeskEntry, HeardSignal, MissedKind } from '../contracts/desk.js';
import type { DeskPromise } from '../contracts/promises.js';
import type { DeskLabel } from '../contracts/tools/desk-label.js';
import type { CustomerWindows } from '../conversations/customer-windows.js';
import { awayFrom } from '../handoff/agent-presence.js';
import type { Doors } from '../outbox/doors.js';
import { parseReference } from '../store/conversations.js';
import { labelsOfOpen, labelsOfThese, labelsOn } from '../store/desk/labels.js';
import { signalsIn, signalsOfOpen, signalsOfThese } from '../store/desk/lead-board.js';
import { readersIn, readersOfOpen, readersOfThese } from '../store/desk/readers-along.js';
import {
  type DeskRow,
  deskRow,
  deskRows,
  deskRowsOf,
  expiredRows,
  rowsWithBot,
} from '../store/handoffs/desk-rows.js';
import { holderOf, priorityOf } from '../store/handoffs/handoff-columns.js';
import { parseGuess } from '../store/messages/stored-words.js';
import { newestMessages } from '../store/messages/transcript.js';
import type { Store } from '../store/store.js';
import type { TurnState } from '../turn/contracts.js';
import { deskMessages } from './desk-messages.js';
import {
  compareListed,
  isListed,
  type ListedEntry,
  missedSince,
  shownEntry,
} from './entries/listed-entry.js';
import { deskNotes } from './notes/notes.js';

/** Newest messages of a conversation that the desk shows. */
const MOST_MESSAGES = 1_000;

export interface EntryParts {
  readonly store: Store;
  readonly doors: Doors;
  /** How long an agent may have no connection, in milliseconds. */
  readonly awayMs: number;
  readonly windows: Pick<CustomerWindows, 'goneSince'>;
  readonly rules: AssignmentRules;
}

/**
 * Waiting conversations in the order of the queue, then those that agents have, in the order they were claimed, then those
 * who waited in vain of late.
 */
export async function deskEntries(parts: EntryParts, now: Date): Promise<DeskEntry[]> {
  return (await listedEntries(parts, now)).map((entry) => shownEntry(entry, parts.windows));
}

/** The same with what gives each its place. */
export async function listedEntries(parts: EntryParts, now: Date): Promise<ListedEntry[]> {
  const { store } = parts;
  const since = missedSince(now);
  const rows = [...(await deskRows(store)), ...(await expiredRows(store, since))];
  return listRows(parts, rows, {
    labels: await labelsOfOpen(store, since),
    readers: await readersOfOpen(store),
    signals: await signalsOfOpen(store, since),
  }).sort(compareListed);
}

/** Of these conversations those that are listed, in no order. */
export async function listedOf(parts: EntryParts, ids: readonly string[], now: Date): Promise<ListedEntry[]> {
  const { store } = parts;
  const rows = await deskRowsOf(store, ids);
  const beside = {
    labels: await labelsOfThese(store, ids),
    readers: await readersOfThese(store, ids),
    signals: await signalsOfThese(store, ids),
  };
  return listRows(parts, rows, beside).filter((entry) => isListed(entry, now));
}

/** What stands in other tables, of all rows. */
interface AllBeside {
  readonly labels: Awaited<ReturnType<typeof labelsOfThese>>;
  readonly readers: Awaited<ReturnType<typeof readersOfThese>>;
  readonly signals: Awaited<ReturnType<typeof signalsOfThese>>;
}

function listRows(parts: EntryParts, rows: readonly DeskRow[], beside: AllBeside): ListedEntry[] {
  const of = ({ conversationId }: { readonly conversationId: string }) => conversationId;
  const [labels, readers, signals] = [
    groupBy(beside.labels, of),
    groupBy(beside.readers, of),
    groupBy(beside.signals, of),
  ];
  return rows.map((row) => {
    const id = row.conversationId;
    const rest = { labels: labels.get(id), readers: readers.get(id), signals: signals.get(id) };
    return toListed(row, parts, rest);
  });
}

const DAY_MS = 86_400_000;

/** Conversations that the bot has and in which something was said within a day, the newest first. */
export async function entriesWithBot(parts: EntryParts, now: Date): Promise<DeskEntry[]> {
  const rows = await rowsWithBot(parts.store, new Date(now.getTime() - DAY_MS).toISOString());
  return rows.map((row) => shownEntry(toListed(row, parts), parts.windows));
}

/** A conversation with all that was said; null when there is none. */
export async function deskConversation(
  parts: EntryParts,
  conversationId: string,
): Promise<DeskConversation | null> {
  const row = await deskRow(parts.store, conversationId);
  if (!row) return null;
  const messages = await newestMessages(parts.store, conversationId, MOST_MESSAGES);
  const beside = {
    labels: await labelsOn(parts.store, conversationId),
    readers: await readersIn(parts.store, conversationId),
    signals: await signalsIn(parts.store, conversationId),
  };
  return {
    entry: shownEntry(toListed(row, parts, beside), parts.windows),
    messages: deskMessages(messages, row),
    notes: await deskNotes(parts.store, conversationId),
    bestGuess: row.bestGuess === null ? null : parseGuess(row.bestGuess),
    isGuessRight: row.isGuessRight === null ? null : row.isGuessRight === 1,
    rating: row.score === null ? null : { score: row.score, comment: row.scoreComment ?? '' },
  };
}

/** What stands in other tables of a conversation. */
interface Beside {
  readonly labels?: readonly DeskLabel[] | undefined;
  readonly readers?: NonNullable<DeskEntry['readers']> | undefined;
  readonly signals?: readonly { readonly kind: HeardSignal }[] | undefined;
}

function toListed(row: DeskRow, { doors, awayMs, rules }: EntryParts, beside: Beside = {}): ListedEntry {
  const { door, page, customer, conversation } = parseReference(row.reference);
  const identity = door === 'webchat' ? identityOf(customer) : null;
  const transport = doors.transportOf(door);
  const { channelId, reason } = row;
  const language = row.language ?? 'nl';
  const turn = row.turnState === null ? null : (JSON.parse(row.turnState) as Partial<TurnState>);
  const state = row.state ?? 'with-bot';
  const isWithBot = state === 'with-bot' || state === 'offered';
  const question = (isWithBot ? (turn?.question ?? row.question ?? '') : (row.question ?? ''))
    .replaceAll(/\s+/g, ' ')
    .trim();
  const stored: DeskEntry = {
    conversationId: row.conversationId,
    channelId,
    customerName: row.customerName,
    language,
    state,
    reason,
    priority: priorityOf(row.priority ?? 0),
    mood: turn?.mood ?? 'calm',
    question,
    waitingSince: row.requestedAt ?? row.createdAt ?? row.begunAt,
    holder: holderOf(row),
    claimedAt: row.claimedAt,
    awayFrom: awayFrom(row.returnsAt, awayMs),
    returnedAt: row.returnedAt,
    customerWroteAt: row.customerWroteAt,
    replyUntil: transport?.replyUntil?.('agent', row.customerWroteAt) ?? null,
    isUnreachable: row.isUnreachable === 1,
    teamId:
      reason === null
        ? null
        : teamOf(rules.routing, { channelId, language, reason, question, passedTo: row.teamId }),
    promise: promiseIn(row),
    offer: offerIn(row),
    ...(transport?.takesFiles?.(channelId) ? { takesFiles: true } : {}),
    ...moved(row, beside),
    ...(page ? { page } : {}),
    ...(row.cameBy === null ? {} : { cameBy: JSON.parse(row.cameBy) as CustomerOrigin }),
    ...(identity ? { identity } : {}),
  };
  const { handoffId, rank, requestedAt, endedAt } = row;
  return {
    stored,
    of: { channelId, conversationId: conversation.id },
    handoffId: handoffId ?? '',
    rank,
    requestedAt,
    endedAt,
  };
}

/** What agents did with it beside answering, and what nobody was in time for. */
function moved(
  row: DeskRow,
  { labels = [], readers = [], signals = [] }: Beside,
): Pick<DeskEntry, 'snoozedUntil' | 'lastWord' | 'missed' | 'labels' | 'readers' | 'heard'> {
  const missed = missedIn(row);
  return {
    ...(row.snoozedUntil === null ? {} : { snoozedUntil: row.snoozedUntil }),
    ...(row.lastSpeaker === null ? {} : { lastWord: row.lastSpeaker }),
    ...(missed === null ? {} : { missed }),
    ...(labels.length === 0 ? {} : { labels: labels.map(({ id, name }) => ({ id, name })) }),
    ...(readers.length === 0 ? {} : { readers: readers.map(({ agentId, name }) => ({ agentId, name })) }),
    ...(signals.length === 0 ? {} : { heard: signals.map(({ kind }) => kind) }),
  };
}

function missedIn({ state, promiseBrokenAt, wasMissed }: DeskRow): MissedKind | null {
  if (state === 'expired') return 'request';
  if (state !== 'waiting' && state !== 'with-agent') return null;
  if (promiseBrokenAt !== null) return 'promise';
  return state === 'waiting' && wasMissed === 1 ? 'offer' : null;
}

function promiseIn({
  state,
  promiseFrom,
  promiseDueAt,
  promiseWarnAt,
  promiseBrokenAt,
}: DeskRow): DeskPromise | null {
  const isUnderWay = state === 'waiting' || state === 'with-agent';
  if (!isUnderWay || (promiseFrom === null && promiseBrokenAt === null)) return null;
  return { dueAt: promiseDueAt, warnAt: promiseWarnAt, brokenAt: promiseBrokenAt };
}

function offerIn(row: DeskRow): DeskOffer | null {
  const { offeredTo, offeredName, offeredUntil, keptFor, keptForName, reservedUntil } = row;
  if (offeredTo !== null && offeredUntil !== null)
    return { agentId: offeredTo, agentName: offeredName ?? '', until: offeredUntil };
  if (keptFor === null || reservedUntil === null) return null;
  return { agentId: keptFor, agentName: keptForName ?? '', until: reservedUntil };
}

/** Our own door alone writes it, from its token; others pass on what their clients say. */
function identityOf({ identity }: ChannelAccount): VouchedIdentity | null {
  if (!isRecord(identity) || typeof identity.id !== 'string') return null;
  return { id: identity.id, email: typeof identity.email === 'string' ? identity.email : null };
}
