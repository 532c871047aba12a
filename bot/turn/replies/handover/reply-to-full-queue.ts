import { phrasesOf } from '../../phrases/phrases-of.js';
import { botMessage } from '../bot-message.js';
import type { Reply, ReplyBase } from '../reply.js';

/**
 * In place of a reply that asks for a person, where nobody more of the customer's network may: says so, and that the bot goes
 * on. In danger what helps at once is said all the same, before it.
 */
export function replyToFullQueue({ understanding, facts }: ReplyBase, asked: Reply): Reply {
  const { language, wish } = understanding;
  const { queueIsFull, queueIsFullInDanger } = phrasesOf(language);
  const isUrgent = wish.kind === 'danger' && wish.danger !== 'death';
  const words = botMessage(facts.botName, language, isUrgent ? queueIsFullInDanger : queueIsFull);
  if (wish.kind !== 'danger') return { messages: [words] };
  const { toldDangers } = asked.changes ?? {};
  return {
    messages: [...asked.messages.slice(0, 1), words],
    changes: { question: null, ...(toldDangers ? { toldDangers } : {}) },
  };
}
