import { phrasesOf } from '../../phrases/phrases-of.js';
import { botMessage } from '../bot-message.js';
import { offerChoices, waitingChoices } from '../choices.js';
import type { Reply, ReplyParts } from '../reply.js';
import { say } from '../say.js';
import { moveToPerson } from './handoff-move.js';
import { subjectAfter } from './subject-after.js';

/** Says that something failed, and offers a person; who waits already is told that the place is kept. */
export function replyWithApology(parts: ReplyParts<'apologise'>): Reply {
  const { understanding, state, facts } = parts;
  const { language } = understanding;
  const phrases = phrasesOf(language);
  if (facts.handoff === 'waiting') {
    const text = phrases.apologyWhileWaiting(phrases.place(facts.queuePosition));
    const choices = waitingChoices(language);
    return {
      messages: [botMessage(facts.botName, language, text, { choices })],
      changes: { openChoices: choices },
    };
  }
  const text = say(phrases.apology, state.lastSaid);
  const choices = offerChoices(language);
  return {
    messages: [botMessage(facts.botName, language, text, { choices })],
    changes: {
      ...subjectAfter(parts),
      openChoices: choices,
      misses: state.misses + 1,
      offered: 'failure',
      lastSaid: text,
    },
    handoff: facts.handoff === 'with-agent' ? null : moveToPerson('offer', 'failure', parts),
  };
}
