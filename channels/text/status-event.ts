import type { Activity } from '../../bot/contracts/activities.js';
import type { OutgoingMessage } from '../../bot/contracts/messages.js';
import { speakerAccount } from './speaker-account.js';

/**
 * What is left of a message that says nothing: the event `conversation/status` with who has the conversation. Channels
 * that cannot carry events (Messenger, Teams, most of Azure) must not get it: their transports leave it out.
 */
export function statusEvent(message: OutgoingMessage): Activity {
  return {
    type: 'event',
    name: 'conversation/status',
    value: message.status,
    from: speakerAccount(message),
  };
}
