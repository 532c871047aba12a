import type { DeskAgent } from '../../contracts/desk.js';
import type { DeskLead, LeadBoard, LeadOutcome } from '../../contracts/tools/desk-lead.js';
import type { Conversation } from '../../conversations/conversation.js';
import { tellNews } from '../../handoff/tell-news.js';
import { findAgent } from '../../store/accounts/agents.js';
import { recordAudit } from '../../store/audit.js';
import { commentsSince, countSignals, scoresSince, signalsSince } from '../../store/desk/lead-board.js';
import { deleteReader, keepReader, readAlongBy, readerIn } from '../../store/desk/readers-along.js';
import type { Write } from '../../store/store.js';
import { type ActionParts, createActions } from '../desk-actions.js';
import { cannotPassTo, type PassToParts, passTo } from '../moves/pass-to.js';
import { conflict, DONE } from '../who-may-act.js';
import { mayLead } from './may-lead.js';

export interface LeadParts extends ActionParts, PassToParts {
  readonly settings: PassToParts['settings'] & { readonly DESK_READ_UNSEEN: boolean };
}

/** Of how many days the board tells. */
const WEEK_MS = 7 * 86_400_000;
const NOT_ALLOWED: LeadOutcome = { kind: 'not-allowed' };

/** What team leads see and do, on the conversation store. */
export function createLead(parts: LeadParts): DeskLead {
  const { store, settings } = parts;
  const act = createActions(parts);

  return {
    mayReadUnseen: settings.DESK_READ_UNSEEN,
    board: async (agent) => (mayLead(agent) ? readBoard(parts) : null),
    async join(conversationId, agent, how) {
      if (!mayLead(agent)) return NOT_ALLOWED;
      const isUnseen = how === 'unseen';
      if (isUnseen && !settings.DESK_READ_UNSEEN) return { kind: 'unseen-off' };
      return act(conversationId, agent, async (write, conversation, now) => {
        const { handoff, state } = conversation;
        const isColleagues = handoff?.holder?.kind === 'agent' && handoff.holder.id !== agent.id;
        if (state !== 'with-agent' || !handoff || !isColleagues) return conflict(conversation);
        // Who is seen already stays so: the customer was told.
        const before = await readerIn(write, conversationId, agent.id);
        if (before && (before.isUnseen === 0 || isUnseen)) return DONE;
        const row = { conversationId, agentId: agent.id, handoffId: handoff.id, since: now.toISOString() };
        await keepReader(write, { ...row, isUnseen: isUnseen ? 1 : 0 });
        await keepAct(write, isUnseen ? 'lead.join-unseen' : 'lead.join', agent, conversationId, now);
        if (!isUnseen) await tellReader(write, conversation, 'reader-joined', agent.name, now);
        return DONE;
      });
    },
    async leave(conversationId, agent) {
      if (!mayLead(agent)) return NOT_ALLOWED;
      return act(conversationId, agent, async (write, conversation, now) => {
        await leave(write, conversation, agent, now);
        return DONE;
      });
    },
    async reading(conversationId, agent) {
      if (!mayLead(agent)) return null;
      const row = await readerIn(store, conversationId, agent.id);
      if (!row) return null;
      return row.isUnseen === 1 ? 'unseen' : 'seen';
    },
    async gone(agentId) {
      const agent = await findAgent(store, agentId);
      if (!agent) return;
      for (const id of await readAlongBy(store, agentId))
        await act(id, agent, async (write, conversation, now) => {
          await leave(write, conversation, agent, now);
          return DONE;
        });
    },
    async reassign(conversationId, agent, target, comment) {
      if (!mayLead(agent)) return NOT_ALLOWED;
      return act<LeadOutcome>(conversationId, agent, async (write, conversation, now) => {
        const refusal = await cannotPassTo(write, parts, conversationId, target, '');
        if (refusal) return { outcome: refusal };
        const { handoff, state } = conversation;
        const holder = handoff?.holder ?? null;
        const isWaiting = state === 'waiting';
        if (!isWaiting && !(state === 'with-agent' && holder?.kind === 'agent'))
          return conflict(conversation);
        const fromId = holder?.kind === 'agent' ? holder.id : agent.id;
        if (target.kind === 'colleague' && holder?.kind === 'agent' && target.agentId === holder.id)
          return conflict(conversation);
        await passTo(write, conversation, { by: agent, fromId, target, comment, now }, parts);
        await keepAct(write, 'lead.reassign', agent, conversationId, now, { to: target.kind });
        return DONE;
      });
    },
  };

  async function leave(
    write: Write,
    conversation: Conversation,
    agent: Pick<DeskAgent, 'id' | 'name'>,
    now: Date,
  ): Promise<void> {
    const row = await readerIn(write, conversation.id, agent.id);
    await deleteReader(write, conversation.id, agent.id);
    if (!row) return;
    await keepAct(write, 'lead.leave', agent, conversation.id, now);
    if (row.isUnseen === 0 && conversation.state === 'with-agent')
      await tellReader(write, conversation, 'reader-left', agent.name, now);
  }

  function tellReader(
    write: Write,
    conversation: Conversation,
    news: 'reader-joined' | 'reader-left',
    readerName: string,
    now: Date,
  ): Promise<void> {
    const agentName = conversation.handoff?.holder?.name ?? null;
    return tellNews(
      write,
      conversation,
      news,
      { botName: parts.botName, agentName, queuePosition: null, readerName },
      now,
    );
  }
}

async function keepAct(
  write: Write,
  action: string,
  { id }: Pick<DeskAgent, 'id'>,
  conversationId: string,
  now: Date,
  details: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  await recordAudit(write, {
    at: now.toISOString(),
    actorKind: 'agent',
    actorId: id,
    action,
    subjectKind: 'conversation',
    subjectId: conversationId,
    details,
  });
}

async function readBoard({ store, clock }: LeadParts): Promise<LeadBoard> {
  const since = new Date(clock.now().getTime() - WEEK_MS).toISOString();
  const scores = await scoresSince(store, since);
  return {
    scores: [1, 2, 3, 4, 5].map((score) => scores.find((row) => row.score === score)?.count ?? 0),
    comments: (await commentsSince(store, since)).map((row) => ({
      conversationId: row.conversationId,
      score: row.score ?? 0,
      comment: row.scoreComment ?? '',
      language: row.language ?? 'nl',
      agentName: row.agentName,
      at: row.scoredAt ?? '',
    })),
    counts: await countSignals(store, since),
    signals: (await signalsSince(store, since)).map(({ state, ...row }) => ({
      ...row,
      state: state ?? 'with-bot',
    })),
  };
}
