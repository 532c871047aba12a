import { parseAnswer } from '../../../../index/answers/parse-answer.js';
import { plainTree, said } from '../../../said.js';
import { phrasesOf } from '../../phrases/phrases-of.js';
import { botMessage } from '../bot-message.js';
import { waitingChoices } from '../choices.js';
import { dropOffer } from '../handover/handoff-move.js';
import type { Reply, ReplyParts } from '../reply.js';

/** What the company says of itself, in its name: no customer's words, so without author, source and "did this help?". */
export function replyWithFact(parts: ReplyParts<'tell-fact'>): Reply {
  const { decision, understanding, facts } = parts;
  const { language } = understanding;
  const answer = facts.companyFacts?.[decision.fact]?.[language].answer ?? '';
  const lead = phrasesOf(language).companySays({ company: facts.companyName });
  const words = said([...plainTree(lead), ...parseAnswer(answer)]);
  const choices = facts.handoff === 'waiting' ? waitingChoices(language) : [];
  return {
    messages: [botMessage(facts.botName, language, words, { choices })],
    changes: { openChoices: choices, misses: 0, offered: null, lastSaid: null },
    handoff: dropOffer(facts),
  };
}
