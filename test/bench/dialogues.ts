import { readSafetyTexts } from '../../bot/company/safety-texts.js';
import type { Dialogue, SeenTurn } from '../../bot/evaluation/dialogues/dialogue.js';
import { isFitting, isHarmful } from '../../bot/evaluation/dialogues/dialogue-view.js';
import { holdDialogues } from '../../bot/evaluation/dialogues/hold-dialogues.js';
import type { TurnState } from '../../bot/turn/contracts.js';
import { contextOf, questionInContext } from '../../bot/turn/decisions/search-for.js';
import { conclude, mergeResults, searchFor, startState, understand } from '../../bot/turn/turn.js';
import type { KnowledgeBase } from '../../index/contracts/search.js';
import { ears } from '../support/ears.js';
import { type FollowUp, type Found, type Outcome, STRATEGIES } from './dialogues/contracts.js';
import { figuresOf, isBetter } from './dialogues/figures-of.js';
import { figuresOfTurns } from './dialogues/figures-of-turns.js';
import { changesOfSubject, followUpsIn, labelledDialogues } from './dialogues/read-dialogues.js';
import { withSampleCommunity } from './sample-community.js';

/** The company of the samples. */
const SPEAKING = {
  COMPANY_NAME: 'Zwaluw',
  COMPANY_FACTS: undefined,
  COUNTRY: 'NL',
  SAFETY_TEXTS: undefined,
} as const;

/**
 * Holds the dialogues of `data/evaluation` as the server does, and counts the turns that were right and that did harm.
 * Besides, how often the second of two questions finds its answer: searched alone, always with the question before it, as
 * the bot does it, and by an oracle that knows which of the two is better. `changes` are the evaluation questions, each
 * asked after a question about something else.
 * @param part `turns` leaves out what is searched; `look` lists the turns of the fit half that were not right
 */
export function measureDialogues(part = '') {
  return withSampleCommunity(async (knowledgeBase) => {
    const dialogues = labelledDialogues();
    const turns = await holdDialogues(dialogues, { knowledgeBase, hear: ears.hear }, SPEAKING);
    const of = (split: Dialogue['split']) =>
      figuresOfTurns(turns.filter(({ dialogue }) => dialogue.split === split));
    const held = { fit: of('fit'), report: of('report') };
    if (part === 'turns') return { turns: held };
    if (part === 'look') return { turns: held, notRight: turns.filter(isForLook).map(asLine) };
    const followUps = followUpsIn(dialogues);
    return {
      turns: held,
      dialogues: await measureAll(knowledgeBase, followUps),
      changes: await measureAll(knowledgeBase, changesOfSubject(followUps)),
    };
  });
}

/** Nobody looks at the turns of the report half. */
function isForLook(turn: SeenTurn): boolean {
  return turn.dialogue.split === 'fit' && (isHarmful(turn) || !isFitting(turn));
}

function asLine(turn: SeenTurn): string {
  const { dialogue, said, seen } = turn;
  return `${dialogue.id} ${dialogue.kind} ${isHarmful(turn) ? 'HARM' : 'miss'} ${seen}: ${said.text}`;
}

async function measureAll(knowledgeBase: KnowledgeBase, dialogues: readonly FollowUp[]) {
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
async function secondTurn(knowledgeBase: KnowledgeBase, dialogue: FollowUp): Promise<Found> {
  const [first, second] = dialogue.turns;
  const state = await afterAnswer(knowledgeBase, first.text, dialogue.language);
  const understanding = understand(inputOf(second.text, dialogue.language), state, 'with-bot', ears);
  const { wish } = understanding;
  const text = 'text' in wish ? wish.text : second.text;
  const alone = await knowledgeBase.search(text);
  const beginning = contextOf(state) ?? '';
  const both = await knowledgeBase.search(questionInContext(text, state), { beginning });
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
