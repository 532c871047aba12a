import type { Activity } from '../../../../bot/contracts/activities.js';
import type { OutgoingMessage } from '../../../../bot/contracts/messages.js';
import { type IncomingMessage, readIncoming } from '../../../../bot/reception/incoming-message.js';
import { inWords } from '../../../support/in-words.js';

/** A customer's message as a channel brings it. */
export function customerSays(text: string, more: Partial<Activity> = {}): Activity {
  return {
    type: 'message',
    channelId: 'test',
    conversation: { id: 'c1' },
    from: { id: 'customer-1', name: 'Anna' },
    recipient: { id: 'bot-1', name: 'Bot' },
    locale: 'nl-NL',
    text,
    ...more,
  };
}

export function incoming(text: string, more: Partial<Activity> = {}): IncomingMessage {
  return readIncoming(customerSays(text, more), 'webchat');
}

export function botSays(text: string, more: Partial<OutgoingMessage> = {}): OutgoingMessage {
  return {
    speaker: { kind: 'bot', name: 'Testbot' },
    ...inWords(text),
    isQuote: false,
    language: 'nl',
    more: null,
    source: null,
    choices: [],
    feedback: null,
    status: null,
    ...more,
  };
}
