import { phrasesOf } from '../phrases/phrases-of.js';
import { botMessage } from './bot-message.js';
import { offerChoices } from './choices.js';
import { moveHandoff } from './handoff-move.js';
import { questionAfter, rejectedAfter } from './question-after.js';
import type { Reply, ReplyParts } from './reply.js';
import { say } from './say.js';

/** "Shall I connect you?" with its yes and no. */
export function replyWithOffer(parts: ReplyParts<'offer-person'>): Reply {
  const { decision, understanding, state, facts } = parts;
  const { language } = understanding;
  const text = say(phrasesOf(language).offer[decision.reason], state.lastSaid);
  const choices = offerChoices(language);
  return {
    messages: [botMessage(facts.botName, language, text, { choices })],
    changes: {
      question: questionAfter(parts),
      rejectedItemIds: rejectedAfter(parts),
      openChoices: choices,
      misses: state.misses + 1,
      offered: decision.reason,
      lastSaid: text,
    },
    handoff: moveHandoff('offer', decision.reason, parts),
  };
}
