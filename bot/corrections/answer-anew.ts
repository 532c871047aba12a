import type { OutgoingMessage } from '../contracts/messages.js';
import type { Addressed } from '../conversations/conversation.js';
import type { Doors } from '../outbox/doors.js';
import { canShowAnew } from '../outbox/show-chosen.js';
import type { PendingMessage } from '../store/messages/inbox.js';
import { type SentMessage, sentLately } from '../store/messages/outbox.js';
import type { Store, Write } from '../store/store.js';
import { findTurn, renewTurn } from '../store/turns.js';
import type { TurnOutcome, TurnState } from '../turn/contracts.js';
import { hitOf } from '../turn/decisions/hit-of.js';

/** A turn whose question was changed after it was answered. */
export interface EarlierTurn {
  readonly turnId: string;
  /** The item it answered with; null where it did not answer. */
  readonly itemId: string | null;
  /** What it said and what arrived, in order. */
  readonly said: readonly SentMessage[];
}

/** Only what was said lately can be on a customer's screen. */
const LOOK_BACK = 50;

/** The turn that answered a message before its customer changed it; null where it was not changed. */
export async function earlierTurn(
  store: Store,
  conversationId: string,
  messages: readonly PendingMessage[],
): Promise<EarlierTurn | null> {
  const turnId = messages.find(({ details }) => details.correctsTurnId)?.details.correctsTurnId;
  const turn = turnId === undefined ? undefined : await findTurn(store, conversationId, turnId);
  if (turnId === undefined || !turn) return null;
  const lately = await sentLately(store, conversationId, LOOK_BACK);
  const said = lately.filter((message) => message.turnId === turnId && message.message.chosen === undefined);
  return { turnId, itemId: turn.itemId, said: said.reverse() };
}

/** The state in which a changed question is considered: as if its answer had not been quoted yet. Pure. */
export function stateBefore(state: TurnState, earlier: EarlierTurn | null): TurnState {
  if (earlier === null || earlier.itemId === null) return state;
  const isOfAnswer = (key: string) => key.startsWith(`${earlier.itemId}/`);
  const last = state.quoted.findLastIndex(isOfAnswer);
  return last === -1 ? state : { ...state, quoted: state.quoted.filter((_, place) => place !== last) };
}

/** What a turn comes to; where it would say again what was said before its question was changed, nothing is said. Pure. */
export function unlessSaid(outcome: TurnOutcome, earlier: EarlierTurn | null): TurnOutcome {
  return earlier !== null && isSame(outcome, earlier) ? { ...outcome, messages: [], handoff: null } : outcome;
}

function isSame({ decision, messages }: TurnOutcome, { itemId, said }: EarlierTurn): boolean {
  if (said.length === 0) return false;
  const item = hitOf(decision)?.item.id ?? null;
  if (item !== null || itemId !== null) return item === itemId;
  const before = said.at(-1)?.message;
  const after = messages.at(-1);
  return before !== undefined && after !== undefined && wordsOf(before) === wordsOf(after);
}

function wordsOf({ text, choices }: OutgoingMessage): string {
  return JSON.stringify([text, choices.map(({ title }) => title)]);
}

/**
 * What each message of a turn is shown in place of, where its question was changed and the channel can: the answers before
 * it, as long as none of them would be left standing beside the new ones. Null for what is said behind all else.
 */
export function placesOf(
  doors: Doors,
  conversation: Addressed,
  messages: readonly OutgoingMessage[],
  earlier: EarlierTurn | null,
): readonly (string | null)[] {
  const form = doors.formOf(conversation.channelId);
  const said = earlier?.said ?? [];
  if (form === undefined || !canShowAnew(doors, conversation)) return messages.map(() => null);
  // What was said before the answer, that this is a bot say, stays said.
  const first = Math.max(0, said.length - messages.length);
  const isWhole = said.every((before, place) => {
    const message = messages[place - first];
    if (!message) return isOwnWords(before.message);
    return before.sentIds.length <= form.render(message).length;
  });
  return messages.map((_, place) => (isWhole ? (said[first + place]?.id ?? null) : null));
}

function isOwnWords({ source, choices, feedback }: OutgoingMessage): boolean {
  return source === null && choices.length === 0 && feedback === null;
}

/** Where the answer stands, what is said of it later is said of the question as it is now. */
export async function renewQuestion(
  write: Write,
  earlier: EarlierTurn | null,
  outcome: TurnOutcome,
  question: string,
): Promise<void> {
  if (earlier === null || outcome.messages.length > 0) return;
  await renewTurn(write, earlier.turnId, { question, wholeQuestion: outcome.state.question });
}
