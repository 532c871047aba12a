import type { TurnFacts } from '../contracts.js';
import { escapeMarkdown } from '../phrases/escape-markdown.js';
import { phrasesOf } from '../phrases/phrases-of.js';
import { botMessage } from './bot-message.js';
import type { Reply, ReplyBase } from './reply.js';

/** The first words of a bot that was not introduced yet: that it is a bot, and how to reach a person. */
export function greet({ understanding, facts }: Pick<ReplyBase, 'understanding' | 'facts'>): Reply {
  const text = phrasesOf(understanding.language).welcome(safeNames(facts));
  return {
    messages: [botMessage(facts.botName, understanding.language, text)],
    changes: { hasGreeted: true, lastSaid: text },
  };
}

/** Names of the settings, safe in Markdown. */
export function safeNames(facts: TurnFacts): { bot: string; company: string } {
  return { bot: escapeMarkdown(facts.botName), company: escapeMarkdown(facts.companyName) };
}
