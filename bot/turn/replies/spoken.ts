import type { Choice } from '../../contracts/messages.js';
import type { Wordings } from '../phrases/phrases.js';
import { botMessage } from './bot-message.js';
import type { Reply, ReplyBase } from './reply.js';
import { say } from './say.js';

/** A reply of one message in words of the bot's own, remembered so that the next says it otherwise. */
export function spoken(
  wordings: Wordings,
  { understanding, state, facts }: ReplyBase,
  extras: { choices?: readonly Choice[] } = {},
): Reply {
  const text = say(wordings, state.lastSaid);
  return {
    messages: [botMessage(facts.botName, understanding.language, text, extras)],
    changes: { lastSaid: text },
  };
}
