import { parseAnswer } from '../../../../index/answers/parse-answer.js';
import type { OutgoingMessage, SpokenLanguage } from '../../../contracts/messages.js';
import type { DangerKind, TurnFacts, TurnState, Wish } from '../../contracts.js';
import { phrasesOf } from '../../phrases/phrases-of.js';
import { tellOpening, withPromise } from '../../phrases/tell-opening.js';
import { oneLine } from '../../understanding/normalise.js';
import { botMessage } from '../bot-message.js';
import { waitingChoices } from '../choices.js';
import type { Reply, ReplyParts } from '../reply.js';

/**
 * To somebody in danger: first the number that helps or what to do at once, alone and before anything else, then that a
 * person was called, or that none is there. The whole text is said once for each kind of danger, afterwards a line. Nothing of what they said is
 * repeated, and nothing of it is remembered as a question.
 */
export function replyToDanger(
  parts: ReplyParts<'hand-over'>,
  { danger, text }: Extract<Wish, { kind: 'danger' }>,
): Reply {
  const { decision, understanding, state, facts } = parts;
  const { language } = understanding;
  const isTold = state.toldDangers.includes(danger);
  const safety = facts.safetyTexts[danger][language];
  const words = isTold ? safety.again : safety.text;
  const first = botMessage(facts.botName, language, { text: words, tree: parseAnswer(words) });
  const isWaiting = facts.handoff === 'waiting';
  return {
    messages: isTold && isWaiting ? [first] : [first, personMessage(parts, danger)],
    changes: {
      question: null,
      rejectedItemIds: [],
      answer: null,
      openChoices: waitingChoices(language),
      misses: 0,
      offered: null,
      hasToldWaiting: isWaiting && state.hasToldWaiting,
      lastSaid: null,
      toldDangers: toldAfter(state, danger),
    },
    handoff: {
      move: 'request',
      reason: decision.reason,
      ...(decision.priority ? { priority: decision.priority } : {}),
      question: oneLine(text),
      bestGuess: null,
    },
  };
}

/** Whether a person was called, and that this is a bot where it was not said yet; no place in a queue, which consoles nobody. */
function personMessage(
  { understanding, state, facts }: ReplyParts<'hand-over'>,
  danger: DangerKind,
): OutgoingMessage {
  const { language } = understanding;
  const phrases = phrasesOf(language);
  const words = facts.isAttended
    ? { death: phrases.personAfterDeath, danger: phrases.personInDanger }
    : nobodyFor(facts, language);
  const said = words[danger === 'death' ? 'death' : 'danger'];
  const text = state.hasGreeted ? said : `${phrases.iAmABot} ${said}`;
  return botMessage(facts.botName, language, text, {
    choices: waitingChoices(language),
    status: { handoff: 'waiting', agentName: null, queuePosition: facts.queuePosition },
  });
}

/** In danger when somebody is there again takes the place of what they do then: it is read in seconds. */
function nobodyFor(facts: TurnFacts, language: SpokenLanguage): Record<'death' | 'danger', string> {
  const phrases = phrasesOf(language);
  const { backAt } = facts;
  const afterwards = backAt ? tellOpening(backAt, language) : phrases.readWhenBack;
  return {
    death: withPromise(phrases.nobodyAfterDeath, facts, language),
    danger: `${phrases.nobodyInDanger} ${afterwards}`,
  };
}

function toldAfter({ toldDangers }: TurnState, danger: DangerKind): readonly DangerKind[] {
  return toldDangers.includes(danger) ? toldDangers : [...toldDangers, danger];
}
