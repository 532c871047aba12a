import { randomUUID } from 'node:crypto';
import type { BestGuess, HandoffHolder, HandoffPriority } from '../../contracts/desk.js';
import type { Handoff } from '../../conversations/conversation.js';
import type { Promised } from '../../hours/promise.js';
import { parseGuess } from '../messages/stored-words.js';
import type { Store, Write } from '../store.js';
import type { HandoffRow } from '../tables.js';
import {
  holderColumns,
  holderOf,
  priorityColumn,
  priorityOf,
  promiseColumns,
  promiseOf,
} from './handoff-columns.js';

/** What can be written of a hand-off; what is left out stays as it is. */
export interface HandoffChanges
  extends Partial<
    Pick<
      HandoffRow,
      | 'state'
      | 'reason'
      | 'question'
      | 'requestedAt'
      | 'claimedAt'
      | 'returnedAt'
      | 'endedAt'
      | 'promiseBrokenAt'
      | 'teamId'
      | 'reservedFor'
      | 'reservedUntil'
      | 'snoozedUntil'
      | 'reopenedAt'
      | 'closedBy'
      | 'solvedAskedAt'
      | 'staysSolved'
    >
  > {
  readonly promise?: Promised | null;
  readonly priority?: HandoffPriority;
  readonly bestGuess?: BestGuess | null;
  readonly holder?: HandoffHolder | null;
}

/** What is known of a hand-off when it begins. */
export type NewHandoff = Required<
  Pick<HandoffChanges, 'state' | 'reason' | 'priority' | 'question' | 'bestGuess' | 'requestedAt'>
>;

/** Reads a hand-off; null when there is none of this id. */
export async function findHandoff(store: Store, id: string): Promise<Handoff | null> {
  const row = await store.selectFrom('handoffs').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? toHandoff(row) : null;
}

/** Begins a hand-off that nobody has yet; it is the one of its conversation from now on. */
export async function addHandoff(
  write: Write,
  conversationId: string,
  handoff: NewHandoff,
  at: string,
): Promise<Handoff> {
  const row = await write
    .insertInto('handoffs')
    .values({
      id: randomUUID(),
      conversationId,
      createdAt: at,
      state: handoff.state,
      reason: handoff.reason,
      priority: priorityColumn(handoff.priority),
      question: handoff.question,
      bestGuess: guessColumn(handoff.bestGuess),
      isGuessRight: null,
      requestedAt: handoff.requestedAt,
      ...holderColumns(null),
      claimedAt: null,
      endedAt: null,
      returnedAt: null,
      toldPlace: null,
      toldAt: null,
      toldUntil: null,
      ...promiseColumns(null),
      promiseBrokenAt: null,
      teamId: null,
      reservedFor: null,
      reservedUntil: null,
      snoozedUntil: null,
      reopenedAt: null,
      score: null,
      scoredAt: null,
      scoreComment: null,
      closedBy: null,
      solvedAskedAt: null,
      staysSolved: null,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  await write
    .updateTable('conversations')
    .set({ handoffId: row.id })
    .where('id', '=', conversationId)
    .execute();
  return toHandoff(row);
}

/** Changes a hand-off as it stands, and returns it as it is then. */
export async function changeHandoff(write: Write, id: string, changes: HandoffChanges): Promise<Handoff> {
  const row = await write
    .updateTable('handoffs')
    .set(columnsOf(changes))
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();
  return toHandoff(row);
}

/**
 * Changes a hand-off that is still in the state, and with the holder, that it was read with.
 * @returns it as it is then; null when another was first and nothing was changed
 */
export async function changeHandoffAsRead(
  write: Write,
  asRead: Handoff,
  changes: HandoffChanges,
): Promise<Handoff | null> {
  const { agentId, elsewherePlace } = holderColumns(asRead.holder);
  const row = await write
    .updateTable('handoffs')
    .set(columnsOf(changes))
    .where('id', '=', asRead.id)
    .where('state', '=', asRead.state)
    .where('agentId', 'is not distinct from', agentId)
    .where('elsewherePlace', 'is not distinct from', elsewherePlace)
    .returningAll()
    .executeTakeFirst();
  return row ? toHandoff(row) : null;
}

/** Says what a hand-off is about, and what the bot would have answered, where nobody had said it yet. */
export async function tellMatter(
  write: Write,
  id: string,
  matter: Required<Pick<HandoffChanges, 'question' | 'bestGuess'>>,
): Promise<void> {
  await write
    .updateTable('handoffs')
    .set(columnsOf(matter))
    .where('id', '=', id)
    .where('question', '=', '')
    .execute();
}

/** The ids of the conversations that an agent has now and did not set aside, the oldest request first. */
export async function conversationsOf(store: Store, agentId: string): Promise<string[]> {
  const rows = await withAgents(store).where('handoffs.agentId', '=', agentId).execute();
  return rows.map((row) => row.id);
}

/** Gives an agent another name in what they have now. @returns the ids of those conversations */
export async function renameHolder(write: Write, agentId: string, name: string): Promise<string[]> {
  const rows = await write
    .updateTable('handoffs')
    .set({ agentName: name })
    .where('agentId', '=', agentId)
    .where('state', '=', 'with-agent')
    .returning('conversationId')
    .execute();
  return rows.map(({ conversationId }) => conversationId);
}

/** The ids of those that agents of the desk have now; what is answered in a channel's own inbox is not among them. */
export async function conversationsAtDesk(store: Store): Promise<string[]> {
  const rows = await withAgents(store).where('handoffs.agentId', 'is not', null).execute();
  return rows.map((row) => row.id);
}

/** What the bot would have said, to which question, and what an agent said of it. */
export interface FoundGuess {
  readonly question: string;
  readonly guess: BestGuess;
  /** Null while no agent has said anything of it. */
  readonly isRight: boolean | null;
}

/** The best guess of a hand-off; null where there is none. */
export async function findGuess(store: Store, handoffId: string): Promise<FoundGuess | null> {
  const row = await store
    .selectFrom('handoffs')
    .select(['question', 'bestGuess', 'isGuessRight'])
    .where('id', '=', handoffId)
    .executeTakeFirst();
  if (!row || row.bestGuess === null) return null;
  const isRight = row.isGuessRight === null ? null : row.isGuessRight === 1;
  return { question: row.question, guess: parseGuess(row.bestGuess), isRight };
}

/** Keeps what an agent said of the best guess. */
export async function saveGuessVerdict(write: Write, handoffId: string, isRight: boolean): Promise<void> {
  await write
    .updateTable('handoffs')
    .set({ isGuessRight: isRight ? 1 : 0 })
    .where('id', '=', handoffId)
    .execute();
}

function withAgents(store: Store) {
  return store
    .selectFrom('conversations')
    .innerJoin('handoffs', 'handoffs.id', 'conversations.handoffId')
    .select('conversations.id')
    .where('handoffs.state', '=', 'with-agent')
    .where('handoffs.snoozedUntil', 'is', null)
    .orderBy('handoffs.requestedAt')
    .orderBy('handoffs.id');
}

/** Columns whose value is undefined are not written. */
function columnsOf({ priority, bestGuess, holder, promise, ...columns }: HandoffChanges) {
  return {
    ...columns,
    ...(holder === undefined ? {} : holderColumns(holder)),
    ...(promise === undefined ? {} : promiseColumns(promise)),
    priority: priority === undefined ? undefined : priorityColumn(priority),
    bestGuess: bestGuess === undefined ? undefined : guessColumn(bestGuess),
  };
}

function guessColumn(guess: BestGuess | null): string | null {
  return guess === null ? null : JSON.stringify(guess);
}

function toHandoff(row: HandoffRow): Handoff {
  return {
    id: row.id,
    state: row.state,
    reason: row.reason,
    priority: priorityOf(row.priority),
    requestedAt: row.requestedAt,
    holder: holderOf(row),
    endedAt: row.endedAt,
    returnedAt: row.returnedAt,
    toldPlace: row.toldPlace,
    toldAt: row.toldAt,
    toldUntil: row.toldUntil,
    promise: promiseOf(row),
    promiseBrokenAt: row.promiseBrokenAt,
    teamId: row.teamId,
    reservedFor: row.reservedFor,
    snoozedUntil: row.snoozedUntil,
  };
}

/** The questions of all hand-offs of a conversation. */
export function handoffQuestions(
  store: Store,
  conversationId: string,
): Promise<{ id: string; question: string }[]> {
  return store
    .selectFrom('handoffs')
    .select(['id', 'question'])
    .where('conversationId', '=', conversationId)
    .execute();
}
