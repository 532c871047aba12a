import type { Choice, OutgoingMessage, SpokenLanguage } from '../../../contracts/messages.js';
import { closingPhrases } from '../../phrases/closing-phrases.js';
import { phrasesOf } from '../../phrases/phrases-of.js';
import { oneLine } from '../../understanding/normalise.js';
import { botMessage } from '../bot-message.js';
import { scoreChoices } from '../choices.js';
import type { Reply, ReplyParts } from '../reply.js';
import { spoken } from '../spoken.js';
import { dropOffer } from './handoff-move.js';

/**
 * The customer ended the conversation or begins anew, whoever had it: says so, and how it goes on. Who ends it after an agent is
 * asked how that was.
 */
export function replyToEnding({
  decision,
  understanding,
  facts,
}: ReplyParts<'end-conversation' | 'start-anew'>): Reply {
  const { language } = understanding;
  const isAnew = decision.kind === 'start-anew';
  const phrases = closingPhrases(language);
  const { handoff, handoffId = null } = facts;
  const isWithAgent = handoff === 'with-agent';
  const choices = !isAnew && isWithAgent && handoffId !== null ? scoreChoices(handoffId) : [];
  const words = isAnew ? phrases.anew : phrases.ended;
  const ended = isWithAgent ? words.withAgent : handoff === 'waiting' ? words.waiting : words.withBot;
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
      ...(isAnew ? { quoted: [], hasSympathised: false } : {}),
    },
    handoff: isWithAgent ? ENDINGS.close : handoff === 'waiting' ? ENDINGS.cancel : dropOffer(facts),
  };
}

const UNSAID = { reason: 'asked', question: '', bestGuess: null } as const;
const ENDINGS = { close: { ...UNSAID, move: 'close' }, cancel: { ...UNSAID, move: 'cancel' } } as const;

/** What was said so far goes behind these words, as a file; whoever has the conversation still has it. */
export function replyWithTranscript({
  decision: { file },
  understanding: { language },
  facts,
}: ReplyParts<'send-transcript'>): Reply {
  const { transcript, noTranscript } = closingPhrases(language);
  const words = file ? transcript : noTranscript;
  return { messages: [botMessage(facts.botName, language, words, file ? { files: [file] } : {})] };
}

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
