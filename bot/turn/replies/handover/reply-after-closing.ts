import type { Choice, OutgoingMessage, SpokenLanguage } from '../../../contracts/messages.js';
import { closingPhrases } from '../../phrases/closing-phrases.js';
import { phrasesOf } from '../../phrases/phrases-of.js';
import { oneLine } from '../../understanding/normalise.js';
import { botMessage } from '../bot-message.js';
import { scoreChoices } from '../choices.js';
import type { Reply, ReplyParts } from '../reply.js';
import { spoken } from '../spoken.js';
import { dropOffer } from './handoff-move.js';

/** The customer ended the conversation, whoever had it: says so, and how it goes on. After an agent, asks how that was. */
export function replyToEnding({ understanding, facts }: ReplyParts<'end-conversation'>): Reply {
  const { language } = understanding;
  const phrases = closingPhrases(language);
  const { handoff, handoffId = null } = facts;
  const isWithAgent = handoff === 'with-agent';
  const choices = isWithAgent && handoffId !== null ? scoreChoices(handoffId) : [];
  const ended = isWithAgent
    ? phrases.endedWithAgent
    : handoff === 'waiting'
      ? phrases.endedWaiting
      : phrases.ended;
  const text = choices.length === 0 ? ended : `${ended} ${phrasesOf(language).askScore}`;
  const after = isWithAgent || handoff === 'solved' ? 'solved' : 'with-bot';
  return {
    messages: [
      botMessage(facts.botName, language, text, {
        choices,
        status: { handoff: after, agentName: null, queuePosition: null },
      }),
    ],
    changes: {
      question: null,
      rejectedItemIds: [],
      answer: null,
      openChoices: choices,
      misses: 0,
      offered: null,
      hasToldWaiting: false,
      lastSaid: null,
    },
    handoff: isWithAgent ? ENDINGS.close : handoff === 'waiting' ? ENDINGS.cancel : dropOffer(facts),
  };
}

const UNSAID = { reason: 'asked', question: '', bestGuess: null } as const;
const ENDINGS = { close: { ...UNSAID, move: 'close' }, cancel: { ...UNSAID, move: 'cancel' } } as const;

/** What an agent closed stayed solved. */
export function replyToSolved(parts: ReplyParts<'thank-for-solved'>): Reply {
  const reply = spoken(closingPhrases(parts.understanding.language).thanksForSolved, parts);
  return { ...reply, changes: { ...reply.changes, openChoices: [] } };
}

/** Asks, a while after an agent closed, whether it stayed solved. Pure. */
export function composeSolvedQuestion(
  language: SpokenLanguage,
  facts: { readonly botName: string; readonly agentName: string; readonly handoffId: string },
): OutgoingMessage {
  const { botName, agentName, handoffId } = facts;
  const phrases = closingPhrases(language);
  const choices: Choice[] = [
    { title: phrases.solved, value: { action: 'stays-solved', handoffId, isSolved: true } },
    { title: phrases.notSolved, value: { action: 'stays-solved', handoffId, isSolved: false } },
  ];
  const agent = oneLine(agentName) || phrasesOf(language).theAgent;
  return botMessage(botName, language, phrases.askSolved(agent), { choices });
}
