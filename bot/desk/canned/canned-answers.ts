import type { Clock } from '../../../index/platform/clock.js';
import type { DeskAgent } from '../../contracts/desk.js';
import type {
  CannedAnswer,
  CannedOutcome,
  CannedText,
  DeskCanned,
} from '../../contracts/tools/desk-canned.js';
import type { CannedAnswerRow } from '../../store/canned-answer-row.js';
import {
  cannedAnswersFor,
  cannedAnswerUnder,
  countCannedAnswers,
  deleteCannedAnswer,
  findCannedAnswer,
  insertCannedAnswer,
  updateCannedAnswer,
} from '../../store/canned-answers.js';
import type { Store, Write } from '../../store/store.js';

export interface CannedParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly settings: { readonly COMPANY_NAME: string };
}

/** How many are the company's, and how many an agent's own: a list that is sent whole to every open reply box. */
const MOST_SHARED = 300;
const MOST_OWN = 100;

const DONE: CannedOutcome = { kind: 'done' };

/** Canned answers on the conversation store. */
export function createCanned({ store, clock, settings }: CannedParts): DeskCanned {
  return {
    company: settings.COMPANY_NAME,
    list: async (agent) => (await cannedAnswersFor(store, agent.id)).map(toAnswer),
    add: (agent, text, isShared) =>
      store.transaction().execute(async (write) => {
        const agentId = isShared ? null : agent.id;
        if (!mayChange(agent, agentId)) return { kind: 'not-allowed' };
        if ((await cannedAnswerUnder(write, agentId, text)) !== undefined) return { kind: 'shortcut-used' };
        const most = isShared ? MOST_SHARED : MOST_OWN;
        if ((await countCannedAnswers(write, agentId)) >= most) return { kind: 'too-many', most };
        const { language, shortcut, title, text: words, ending } = text;
        await insertCannedAnswer(write, {
          agentId,
          language,
          shortcut,
          title,
          text: words,
          ending,
          changedAt: clock.now().toISOString(),
        });
        return DONE;
      }),
    change: (agent, id, text) => onOne(agent, id, (write, row) => change(write, row, text)),
    remove: (agent, id) =>
      onOne(agent, id, async (write) => {
        await deleteCannedAnswer(write, id);
        return DONE;
      }),
  };

  function onOne(
    agent: DeskAgent,
    id: string,
    act: (write: Write, row: CannedAnswerRow) => Promise<CannedOutcome>,
  ): Promise<CannedOutcome> {
    return store.transaction().execute(async (write) => {
      const row = await findCannedAnswer(write, id);
      // Another agent's own ones are nobody's business, an administrator's neither.
      if (!row || (row.agentId !== null && row.agentId !== agent.id)) return { kind: 'unknown-answer' };
      if (!mayChange(agent, row.agentId)) return { kind: 'not-allowed' };
      return act(write, row);
    });
  }

  async function change(write: Write, row: CannedAnswerRow, text: CannedText): Promise<CannedOutcome> {
    const under = await cannedAnswerUnder(write, row.agentId, text);
    if (under !== undefined && under !== row.id) return { kind: 'shortcut-used' };
    await updateCannedAnswer(write, row.id, text, clock.now().toISOString());
    return DONE;
  }
}

function mayChange(agent: DeskAgent, ownerId: string | null): boolean {
  return ownerId === null ? agent.role === 'administrator' : ownerId === agent.id;
}

function toAnswer({ id, agentId, language, shortcut, title, text, ending }: CannedAnswerRow): CannedAnswer {
  return { id, isShared: agentId === null, language, shortcut, title, text, ending };
}
