import { readSafetyTexts } from '../../bot/safety-texts.js';
import type { TurnState } from '../../bot/turn/contracts.js';
import { questionInContext } from '../../bot/turn/decisions/search-for.js';
import { conclude, mergeResults, searchFor, startState, understand } from '../../bot/turn/turn.js';
import type { KnowledgeBase } from '../../index/contracts.js';
import { ears } from '../support/ears.js';
import { type Dialogue, type Found, type Outcome, STRATEGIES } from './dialogues/contracts.js';
import { figuresOf, isBetter } from './dialogues/figures-of.js';
import { formatDialogues } from './dialogues/format-dialogues.js';
import { changesOfSubject, readDialogues } from './dialogues/read-dialogues.js';
import { withSampleCommunity } from './sample-community.js';

/**
 * How often the second turn of a dialogue finds its answer: searched alone, always with the question before it, as the
 * bot does it, and by an oracle that knows which of the two is better. `dialogues` are follow-ups and changes of subject
 * written for this; `changes` are the evaluation questions, each asked after a question about something else.
 */
export function measureDialogues() {
  return withSampleCommunity(async (knowledgeBase) => {
    const dialogues = readDialogues();
    const measured = {
      dialogues: await measureAll(knowledgeBase, dialogues),
      changes: await measureAll(knowledgeBase, changesOfSubject(dialogues)),
    };
    process.stdout.write(formatDialogues(measured));
    return measured;
  });
}

async function measureAll(knowledgeBase: KnowledgeBase, dialogues: readonly Dialogue[]) {
  const outcomes: Outcome[] = [];
  for (const dialogue of dialogues) {
    outcomes.push({ ...dialogue, found: await secondTurn(knowledgeBase, dialogue) });
  }
  const of = (split: Dialogue['split']) => {
    const rows = outcomes.filter((outcome) => outcome.split === split);
    return Object.fromEntries(STRATEGIES.map((strategy) => [strategy, figuresOf(rows, strategy)]));
  };
  return { fit: of('fit'), report: of('report') };
}

/** The second turn, as it is searched after the best answer to the first was shown. */
async function secondTurn(knowledgeBase: KnowledgeBase, dialogue: Dialogue): Promise<Found> {
  const [first, second] = dialogue.turns;
  const state = await afterAnswer(knowledgeBase, first.text, dialogue.language);
  const understanding = understand(inputOf(second.text, dialogue.language), state, 'with-bot', ears);
  const { wish } = understanding;
  const text = 'text' in wish ? wish.text : second.text;
  const alone = await knowledgeBase.search(text);
  const both = await knowledgeBase.search(questionInContext(text, state));
  const search = searchFor(understanding, state);
  return {
    'last message only': alone,
    'always both': both,
    ours: search
      ? mergeResults(alone, search.withContext === null ? null : both, text)
      : { ...alone, hits: [] },
    'better of the two': isBetter(both, alone, second) ? both : alone,
  };
}

async function afterAnswer(
  knowledgeBase: KnowledgeBase,
  text: string,
  language: TurnState['language'],
): Promise<TurnState> {
  const state = startState(language);
  const understanding = understand(inputOf(text, language), state, 'with-bot', ears);
  const found = await knowledgeBase.search(searchFor(understanding, state)?.text ?? text);
  const [hit] = found.hits;
  if (!hit) return state;
  const facts = {
    turnId: 'first',
    now: new Date(),
    botName: 'bot',
    companyName: 'company',
    handoff: 'with-bot',
    queuePosition: 1,
    isAttended: true,
    oldAfterMonths: 24,
    safetyTexts: readSafetyTexts(),
    findItem: (id: string) => knowledgeBase.item(id),
  } as const;
  return conclude({ kind: 'answer', hit }, understanding, state, facts, found).state;
}

function inputOf(text: string, locale: string) {
  return { text, value: null, hasAttachments: false, locale };
}
