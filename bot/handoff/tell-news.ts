import type { SpokenLanguage } from '../contracts/messages.js';
import { type Conversation, isGroup } from '../conversations/conversation.js';
import { queueMessages } from '../outbox/queue-messages.js';
import { saveTurnState } from '../store/conversations.js';
import type { Write } from '../store/store.js';
import {
  composeHandoffNews,
  type HandoffNews,
  type NewsFacts,
  remindOfMention,
  startState,
} from '../turn/turn.js';

/** Language of a conversation; Dutch before anything was said. */
export function languageOf(conversation: Conversation): SpokenLanguage {
  return conversation.turnState?.language ?? conversation.language ?? 'nl';
}

/** Puts a piece of news about the hand-off into the outbox. Its choices stand open, so that they can be typed as well. */
export async function tellNews(
  write: Write,
  conversation: Conversation,
  news: HandoffNews,
  facts: NewsFacts,
  now: Date,
): Promise<void> {
  const isInDanger = (conversation.turnState?.toldDangers ?? []).some((danger) => danger !== 'death');
  const message = composeHandoffNews(news, languageOf(conversation), { ...facts, isInDanger });
  const messages = isGroup(conversation) ? remindOfMention([message], false) : [message];
  await queueMessages(write, conversation.id, messages, { at: now.toISOString() });
  if (message.choices.length === 0) return;
  const state = conversation.turnState ?? startState(conversation.reference.locale);
  await saveTurnState(write, conversation.id, { ...state, openChoices: message.choices });
}

/**
 * Lets the bot begin anew once a person was there: what was asked before must not lead to another hand-off.
 * @returns the conversation as it is now
 */
export async function beginAnew(write: Write, conversation: Conversation): Promise<Conversation> {
  const fresh = startState(conversation.reference.locale);
  const before = { ...fresh, ...conversation.turnState };
  const { language, isLanguageKnown, hasGreeted, introducedBy, hasSympathised, hasToldLanguage } = before;
  const turnState = {
    ...fresh,
    language,
    isLanguageKnown,
    hasGreeted,
    ...(introducedBy === undefined ? {} : { introducedBy }),
    hasSympathised,
    hasToldLanguage,
  };
  await saveTurnState(write, conversation.id, turnState);
  return { ...conversation, turnState };
}
