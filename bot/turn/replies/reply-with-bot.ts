import { phrasesOf } from '../phrases/phrases-of.js';
import { botMessage } from './bot-message.js';
import { dropOffer, moveBack } from './handover/handoff-move.js';
import { composeHandoffNews } from './handover/handoff-news.js';
import type { Reply, ReplyParts } from './reply.js';
import { say } from './say.js';
import { spoken } from './spoken.js';

/** The customer stays with the bot, or comes back to it from the queue. */
export function replyWithBot({ understanding, state, facts }: ReplyParts<'keep-with-bot'>): Reply {
  const { language } = understanding;
  const changes = { openChoices: [], misses: 0, offered: null, hasToldWaiting: false };
  if (facts.handoff === 'waiting') {
    const news = { botName: facts.botName, agentName: null, queuePosition: null };
    return {
      messages: [composeHandoffNews('cancelled', language, news)],
      changes: { ...changes, lastSaid: null },
      handoff: moveBack('cancel'),
    };
  }
  const text = say(phrasesOf(language).keptWithBot, state.lastSaid);
  return {
    messages: [botMessage(facts.botName, language, text)],
    changes: { ...changes, lastSaid: text },
    handoff: moveBack('decline'),
  };
}

/** The customer lets the matter go: nothing of it is gone on with. */
export function replyLettingGo(parts: ReplyParts<'let-go'>): Reply {
  const { messages, changes } = spoken(phrasesOf(parts.understanding.language).letGo, parts);
  return {
    messages,
    changes: {
      ...changes,
      question: null,
      rejectedItemIds: [],
      answer: null,
      openChoices: [],
      misses: 0,
      offered: null,
    },
    handoff: dropOffer(parts.facts),
  };
}
