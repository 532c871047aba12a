import { randomUUID } from 'node:crypto';
import type { AssignmentRules } from '../../assignment/assignment-rules.js';
import type { DeskAgent } from '../../contracts/desk.js';
import type { DeskMoveOutcome, TransferTarget } from '../../contracts/tools/desk-moves.js';
import type { Conversation } from '../../conversations/conversation.js';
import type { AgentPresence } from '../../handoff/agent-presence.js';
import { type PassOn, passOn } from '../../handoff/pass-on.js';
import { languageOf } from '../../handoff/tell-news.js';
import { findAgent } from '../../store/accounts/agents.js';
import { countNotes } from '../../store/notes.js';
import type { Write } from '../../store/store.js';
import { keepNote, MOST_NOTES } from '../notes/notes.js';

export interface PassToParts {
  readonly presence: AgentPresence;
  readonly rules: AssignmentRules;
  readonly botName: string;
  readonly expireMs: number;
  readonly settings: { readonly DESK_RESERVE_SECONDS: number };
}

/** Longest comment, in UTF-16 units. */
const LONGEST_COMMENT = 2_000;

/** How a conversation is passed on. */
export interface PassTo {
  /** Who does it, by whose name the customer hears of it. */
  readonly by: DeskAgent;
  /** Who had it, and is not offered it again. */
  readonly fromId: string;
  readonly target: TransferTarget;
  /** For whoever takes it. */
  readonly comment: string;
  readonly now: Date;
}

/**
 * What stands in the way of passing a conversation on; null for nothing.
 * @param write in which it is passed on: to somebody who is locked or away at that moment nobody's customer is promised
 * @param except to whom it cannot be passed
 */
export async function cannotPassTo(
  write: Write,
  { rules }: Pick<PassToParts, 'rules'>,
  conversationId: string,
  target: TransferTarget,
  except: string,
): Promise<DeskMoveOutcome | null> {
  const { count } = await countNotes(write, conversationId);
  if (count >= MOST_NOTES) return { kind: 'too-many-notes', most: MOST_NOTES };
  if (target.kind === 'team') {
    const isKnown = rules.routing.teams.some(({ id }) => id === target.teamId);
    return isKnown ? null : { kind: 'unknown-target' };
  }
  const colleague = await findAgent(write, target.agentId);
  if (!colleague || colleague.lockedAt !== null || colleague.id === except) return { kind: 'unknown-target' };
  return colleague.awayAt === null ? null : { kind: 'target-away', agentName: colleague.name };
}

/** Passes it on, with a note of the move, which the customer never gets. */
export async function passTo(
  write: Write,
  conversation: Conversation,
  { by, fromId, target, comment, now }: PassTo,
  parts: PassToParts,
): Promise<void> {
  const to = await passedOnTo(write, conversation, target, now, parts);
  await keepComment(write, conversation, { agent: by, name: to.name, comment, now });
  const from = { id: fromId, name: by.name };
  await passOn(write, conversation, from, to, { ...parts, routing: parts.rules.routing, now });
}

async function passedOnTo(
  write: Write,
  conversation: Conversation,
  target: TransferTarget,
  now: Date,
  { rules, settings }: PassToParts,
): Promise<PassOn> {
  if (target.kind === 'team') {
    const team = rules.routing.teams.find(({ id }) => id === target.teamId);
    const name = team?.name[languageOf(conversation)] ?? '';
    return { name, teamId: target.teamId, reserved: null };
  }
  const until = new Date(now.getTime() + settings.DESK_RESERVE_SECONDS * 1_000).toISOString();
  const name = (await findAgent(write, target.agentId))?.name ?? '';
  return { name, teamId: null, reserved: { agentId: target.agentId, until } };
}

async function keepComment(
  write: Write,
  { id }: Conversation,
  by: {
    readonly agent: DeskAgent;
    readonly name: string;
    readonly comment: string;
    readonly now: Date;
  },
): Promise<void> {
  const said = by.comment.trim().slice(0, LONGEST_COMMENT);
  const text = said === '' ? `→ ${by.name}` : `→ ${by.name}: ${said}`;
  const { newest } = await countNotes(write, id);
  const { id: agentId, name: agentName } = by.agent;
  const note = { conversationId: id, agentId, agentName, text, noteKey: randomUUID() };
  await keepNote(write, note, { said, newest, now: by.now });
}
