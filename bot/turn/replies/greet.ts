import type { TurnFacts } from '../contracts.js';
import { phrasesOf } from '../phrases/phrases-of.js';
import { oneLine } from '../understanding/normalise.js';
import { botMessage } from './bot-message.js';
import type { Reply, ReplyBase } from './reply.js';

/** The first words of a bot that was not introduced yet: that it is a bot, and how to reach a person. */
export function greet({ understanding, facts }: Pick<ReplyBase, 'understanding' | 'facts'>): Reply {
  const text = phrasesOf(understanding.language).welcome(namesIn(facts));
  return {
    messages: [botMessage(facts.botName, understanding.language, text)],
    changes: { hasGreeted: true, lastSaid: text },
  };
}

/** Names by which the bot introduces itself, each on one line. */
export function namesIn(facts: TurnFacts): { bot: string; company: string } {
  return { bot: oneLine(facts.botName), company: oneLine(facts.brand ?? facts.companyName) };
}
