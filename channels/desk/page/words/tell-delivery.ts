import type { DeliveryProblem, DoorNotice } from '../../../../bot/contracts.js';
import { ownValue } from './own-value.js';
import type { Words } from './word-list.js';

/** What a channel is called; one that has no name here is told by its id. */
export function nameOfChannel(words: Words, channelId: string): string {
  return ownValue(words.channels, channelId) ?? channelId;
}

/** Why a message of the bot or of an agent does not arrive in a channel, in a sentence. */
export function tellUndelivered(
  words: Words,
  problem: DeliveryProblem,
  channelId: string,
  from: 'bot' | 'agent',
): string {
  const limit = ownValue(words.limits, channelId)?.[from] ?? null;
  return words.undelivered[problem](nameOfChannel(words, channelId), limit);
}

/** That a door does not send, why, and who must do what. */
export function tellDoorNotice(words: Words, { door, alert }: Pick<DoorNotice, 'door' | 'alert'>): string {
  const { doors, doesNotSend, because } = words.doorNotices;
  return doesNotSend(ownValue(doors, door) ?? door, ownValue(because[alert], door) ?? because[alert].other);
}
