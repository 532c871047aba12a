import type { Hear } from '../../../index/contracts/hearing.js';
import type { KnowledgeBase } from '../../../index/contracts/search.js';
import { silentLog } from '../../../index/platform/log.js';
import type { FactFinder } from '../../company/fact-finder.js';
import type { CompanyFacts } from '../../company/read-company-facts.js';
import type { HandoffState } from '../../contracts/messages.js';
import { findForTurn } from '../../find-for-turn.js';
import { listen } from '../../listen.js';
import type {
  CustomerInput,
  SafetyTexts,
  TurnFacts,
  TurnOutcome,
  Understanding,
} from '../../turn/contracts.js';
import { conclude, decide, startState, understand } from '../../turn/turn.js';
import type { Dialogue, DialogueTurn, Seen, SeenTurn } from './dialogue.js';

export interface TalkParts {
  readonly knowledgeBase: KnowledgeBase;
  readonly hear: Hear;
  readonly safetyTexts: SafetyTexts;
  readonly companyFacts: CompanyFacts;
  readonly factFinder: Pick<FactFinder, 'find'>;
}

const AFTER: Readonly<Record<string, HandoffState>> = {
  offer: 'offered',
  request: 'waiting',
  decline: 'with-bot',
  cancel: 'with-bot',
};

/**
 * Holds a dialogue as the server does, through the real search, and tells what the customer saw after each turn. Where a
 * list holds a right question the customer taps it before they go on.
 */
export async function holdDialogue(parts: TalkParts, dialogue: Dialogue): Promise<SeenTurn[]> {
  const turns: SeenTurn[] = [];
  const shown = new Map<string, number>();
  let state = startState(dialogue.language);
  let handoff: HandoffState = 'with-bot';
  const take = async (input: CustomerInput) => {
    const facts = factsOf(parts, handoff, `${dialogue.id}-${turns.length}`);
    const understanding = understand(
      input,
      state,
      handoff,
      await listen({ ...parts, log: silentLog }, input),
    );
    const { found, isSearchable } = await findForTurn({ ...parts, log: silentLog }, understanding, state);
    const decision = decide(understanding, state, found, { ...facts, isSearchable });
    const outcome = conclude(decision, understanding, state, facts, found);
    state = outcome.state;
    if (outcome.handoff) handoff = AFTER[outcome.handoff.move] ?? handoff;
    return { outcome, understanding };
  };
  for (const said of dialogue.turns) {
    const input = { text: said.text, value: null, hasAttachments: false, locale: dialogue.language };
    const { outcome, understanding } = await take(input);
    const seen = seenIn(outcome, understanding, said, shown);
    turns.push({ dialogue, said, seen });
    const right = seen === 'choices' ? rightChoice(outcome, said) : null;
    if (right) {
      const { outcome: chosen } = await take({ ...input, text: right.title, value: right.value });
      countShown(chosen, shown);
    }
  }
  return turns;
}

function factsOf(
  { knowledgeBase, safetyTexts, companyFacts }: TalkParts,
  handoff: HandoffState,
  turnId: string,
): TurnFacts {
  return {
    turnId,
    now: new Date(),
    botName: 'bot',
    companyName: 'company',
    handoff,
    queuePosition: 1,
    isAttended: true,
    oldAfterMonths: 24,
    safetyTexts,
    companyFacts,
    findItem: (id) => knowledgeBase.item(id),
    readAnswer: (id) => knowledgeBase.readAnswer?.(id) ?? null,
  };
}

function rightChoice({ messages }: TurnOutcome, { relevant }: DialogueTurn) {
  const choices = messages.flatMap((message) => message.choices);
  return choices.find(({ value }) => value.action === 'pick-item' && relevant.includes(value.itemId));
}

/** What the customer saw. */
function seenIn(
  outcome: TurnOutcome,
  { wish }: Understanding,
  said: DialogueTurn,
  shown: Map<string, number>,
): Seen {
  const { decision } = outcome;
  switch (decision.kind) {
    case 'answer':
    case 'answer-with-doubt': {
      const isRight = said.relevant.includes(decision.hit.item.id);
      const times = countShown(outcome, shown);
      if (times > 2) return 'answer-a-third-time';
      if (!isRight) return 'wrong-answer';
      return times > 1 ? 'answer-again' : 'answer';
    }
    case 'read-on':
    case 'put-simply': {
      const isSame = countShown(outcome, shown) > 2;
      if (isSame) return 'answer-a-third-time';
      if (!said.relevant.includes(decision.item.id)) return 'wrong-answer';
      return decision.kind === 'read-on' ? 'next-part' : 'simpler';
    }
    case 'let-go':
      return 'let-go';
    case 'tell-fact':
      return 'company-fact';
    case 'ask-back':
      return rightChoice(outcome, said) ? 'choices' : 'wrong-choices';
    case 'hand-over':
      return wish.kind === 'danger' ? 'danger' : 'hand-over';
    case 'still-waiting':
      return outcome.messages.length === 0 ? 'silence' : 'still-waiting';
    case 'keep-with-bot':
      return outcome.handoff?.move === 'cancel' ? 'cancelled' : 'kept-with-bot';
    case 'thank-for-feedback':
    case 'thank-for-score':
    case 'thank-for-solved':
    case 'end-conversation':
    case 'start-anew':
    case 'send-transcript':
    case 'keep-comment':
      return 'thanks';
    case 'apologise':
      return 'apology';
    case 'welcome':
    case 'small-talk':
      return decision.kind === 'small-talk' && decision.talk === 'off-topic' ? 'off-topic' : 'small-talk';
    case 'say-lapsed':
    case 'ask-comment':
    case 'ask-for-words':
      return 'ask-for-words';
    case 'offer-person':
      return 'offer-person';
  }
}

/** Counts the quotation shown, and tells how often it was shown by now. */
function countShown({ messages }: TurnOutcome, shown: Map<string, number>): number {
  const quotation = messages.find(({ isQuote }) => isQuote);
  if (!quotation) return 0;
  const times = (shown.get(quotation.text) ?? 0) + 1;
  shown.set(quotation.text, times);
  return times;
}
