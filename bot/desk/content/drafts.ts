import { randomUUID } from 'node:crypto';
import type { ApprovedAnswers } from '../../../index/contracts/approved-answers.js';
import type { KnowledgeBase } from '../../../index/contracts/search.js';
import { DESK_SOURCE } from '../../../index/edits/open-approved-answers.js';
import type { Clock } from '../../../index/platform/clock.js';
import type { Log } from '../../../index/platform/log.js';
import type {
  AnswerDraft,
  DeskDrafts,
  DraftLists,
  DraftOutcome,
  SharedAnswer,
} from '../../contracts/content/answer-drafts.js';
import type { DeskAgent } from '../../contracts/desk.js';
import { isHeldBy } from '../../conversations/conversation.js';
import { recordAudit } from '../../store/audit.js';
import type { AnswerDraftRow } from '../../store/content/draft-row.js';
import {
  findDraft,
  keepDraftRow,
  removeDraft,
  saidInHandoff,
  waitingDrafts,
} from '../../store/content/draft-rows.js';
import { findConversation } from '../../store/conversations.js';
import type { Store, Write } from '../../store/store.js';
import { forContentPeople } from './may-change-content.js';

/** Makes what was said to one customer fit to be told to all. `names` are names that stand in it. */
export type RedactAnswer = (text: string, language: string, names: readonly string[]) => Promise<string>;

export interface DraftParts {
  readonly store: Store;
  readonly knowledgeBase: Pick<KnowledgeBase, 'item'>;
  /** Null where nothing can be approved. */
  readonly approved: ApprovedAnswers | null;
  /** Null where nothing can be put forward. */
  readonly redactAnswer: RedactAnswer | null;
  readonly clock: Clock;
  readonly log: Log;
  readonly settings: { readonly COMPANY_NAME: string };
}

/** What waits beyond this nobody looks at. */
const MOST_WAITING = 500;
const MOST_LISTED = 100;
/** As long as the desk takes one, in characters. */
const LONGEST_QUESTION = 500;

/** What agents put forward for the knowledge, on the conversation store; what is approved goes where ingest reads it. */
export function createDrafts(parts: DraftParts): DeskDrafts {
  const redact = parts.redactAnswer;
  const without: Without = async (words, language, names) => ({
    question: oneLine((await redact?.(words.question, language, names)) ?? ''),
    answer: (await redact?.(words.answer, language, names)) ?? '',
  });
  const audit: Audit = (write, act, { id }, subjectId) =>
    recordAudit(write, {
      at: parts.clock.now().toISOString(),
      actorKind: 'agent',
      actorId: id,
      action: `content.${act}`,
      subjectKind: 'answer',
      subjectId,
      details: {},
    });
  const log = parts.log.child('content');
  return {
    ...createProposing({ ...parts, without, audit, log }),
    ...createDeciding({ ...parts, without, audit, log }),
  };
}

type Without = (words: SharedAnswer, language: string, names: readonly string[]) => Promise<SharedAnswer>;
type Audit = (
  write: Store | Write,
  act: 'propose' | 'approve' | 'refuse' | 'take-back',
  agent: DeskAgent,
  subjectId: string,
) => Promise<void>;

interface Working extends DraftParts {
  readonly without: Without;
  readonly audit: Audit;
}

/** What agents do with their own conversations. */
function createProposing({
  store,
  approved,
  redactAnswer,
  clock,
  log,
  without,
  audit,
}: Working): Pick<DeskDrafts, 'suggest' | 'propose'> {
  /** A conversation that the agent has, or had when it ended, and its hand-off; null for any other. */
  async function own(conversationId: string, agent: DeskAgent): Promise<Own | null> {
    const conversation = await findConversation(store, conversationId);
    if (!conversation?.handoff || !isHeldBy(conversation, agent.id)) return null;
    const { id: handoffId } = conversation.handoff;
    return { names: [conversation.customerName], handoffId, language: conversation.language ?? 'nl' };
  }

  return {
    async suggest(conversationId, agent) {
      if (!redactAnswer || !approved) return { kind: 'not-ready' };
      const found = await own(conversationId, agent);
      if (!found) return { kind: 'not-allowed' };
      const { names, handoffId, language } = found;
      const said = await saidInHandoff(store, { conversationId, handoffId, agentId: agent.id });
      const words = { question: said.question, answer: said.replies.join('\n\n') };
      const { question, answer } = await without(words, language, names);
      return { kind: 'done', result: { question: question.slice(0, LONGEST_QUESTION), answer } };
    },

    async propose(conversationId, agent, draft) {
      if (!redactAnswer || !approved) return { kind: 'not-ready' };
      const found = await own(conversationId, agent);
      if (!found) return { kind: 'not-allowed' };
      const { names, language } = found;
      const wanted = tidied(draft);
      const clean = await without(wanted, language, names);
      if (!areSame(clean, wanted)) return { kind: 'redacted', without: clean };
      const { id: agentId, name: agentName } = agent;
      const createdAt = clock.now().toISOString();
      const row = { id: randomUUID(), conversationId, agentId, agentName, language, ...clean, createdAt };
      const isKept = await store.transaction().execute(async (write) => {
        if (!(await keepDraftRow(write, row, MOST_WAITING))) return false;
        await audit(write, 'propose', agent, row.id);
        return true;
      });
      if (!isKept) return { kind: 'too-many' };
      log.info('An agent put an answer forward for the knowledge.', { draftId: row.id, agentId });
      return { kind: 'done', result: null };
    },
  };
}

/** What content people do with it. */
function createDeciding({
  store,
  knowledgeBase,
  approved,
  clock,
  log,
  settings,
  without,
  audit,
}: Working): Omit<DeskDrafts, 'suggest' | 'propose'> {
  async function lists(agent: DeskAgent, answers: ApprovedAnswers): Promise<DraftOutcome<DraftLists>> {
    const rows = await waitingDrafts(store, MOST_LISTED);
    const inUse = answers.all().slice(0, MOST_LISTED);
    const isLive = (id: string) => knowledgeBase.item(`${DESK_SOURCE}:${id}`) !== null;
    const result = {
      waiting: rows.map((row) => draftOf(row, agent)),
      approved: inUse.map((answer) => ({ ...answer, isLive: isLive(answer.id) })),
    };
    return { kind: 'done', result };
  }

  const allowed = forContentPeople(() => approved);

  /** @returns whether it was still there */
  async function remove(
    write: Write,
    agent: DeskAgent,
    act: 'approve' | 'refuse',
    draftId: string,
  ): Promise<boolean> {
    if (!(await removeDraft(write, draftId))) return false;
    await audit(write, act, agent, draftId);
    return true;
  }

  function tell(act: 'approve' | 'refuse', draftId: string): void {
    log.info('Somebody decided about an answer that was put forward.', { act, draftId });
  }

  async function refuse(agent: DeskAgent, draftId: string): Promise<boolean> {
    const isGone = await store.transaction().execute((write) => remove(write, agent, 'refuse', draftId));
    if (isGone) tell('refuse', draftId);
    return isGone;
  }

  return {
    lists: (agent) => allowed<DraftOutcome<DraftLists>>(agent, (answers) => lists(agent, answers)),
    approve: (agent, draftId, words) =>
      allowed<DraftOutcome<DraftLists>>(agent, async (answers) => {
        const draft = await findDraft(store, draftId);
        if (!draft) return { kind: 'unknown-draft' };
        if (draft.agentId === agent.id) return { kind: 'own-draft' };
        const { id, language, agentName: author, createdAt: writtenAt } = draft;
        const wanted = tidied(words);
        const clean = await without(wanted, language, []);
        if (!areSame(clean, wanted)) return { kind: 'redacted', without: clean };
        const company = settings.COMPANY_NAME;
        const approvedAt = clock.now().toISOString();
        const by = { author, company, writtenAt, approvedAt, approvedBy: agent.name };
        const end = await store.transaction().execute(async (write) => {
          // While it was looked at for personal data somebody may have decided about it.
          if (!(await findDraft(write, draftId))) return 'unknown-draft';
          // First where it lasts: cut off in between, it waits as well, and approving it again changes nothing.
          if (answers.keep({ id, language, ...clean, ...by }) === 'too-many') return 'too-many';
          await remove(write, agent, 'approve', draftId);
          return 'done';
        });
        if (end !== 'done') return { kind: end };
        tell('approve', draftId);
        return lists(agent, answers);
      }),
    refuse: (agent, draftId) =>
      allowed<DraftOutcome<DraftLists>>(agent, async (answers) =>
        (await refuse(agent, draftId)) ? lists(agent, answers) : { kind: 'unknown-draft' },
      ),
    takeBack: (agent, answerId) =>
      allowed<DraftOutcome<DraftLists>>(agent, async (answers) => {
        if (!answers.takeBack(answerId, clock.now())) return { kind: 'unknown-draft' };
        await audit(store, 'take-back', agent, answerId);
        log.info('An approved answer was taken back.', { answerId, agentId: agent.id });
        return lists(agent, answers);
      }),
  };
}

interface Own {
  /** Names of people that what was said may hold. */
  readonly names: readonly string[];
  readonly handoffId: string;
  readonly language: AnswerDraft['language'];
}

function draftOf(row: AnswerDraftRow, agent: DeskAgent): AnswerDraft {
  const { id, question, answer, language, agentName: authorName, createdAt: writtenAt, agentId } = row;
  return { id, question, answer, language, authorName, writtenAt, isOwn: agentId === agent.id };
}

function tidied({ question, answer }: SharedAnswer): SharedAnswer {
  return { question: oneLine(question), answer: answer.replaceAll('\r\n', '\n').trim() };
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function areSame(a: SharedAnswer, b: SharedAnswer): boolean {
  return a.question === b.question && a.answer === b.answer;
}
