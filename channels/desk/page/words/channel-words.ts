import type { DoorAlert } from '../../../../bot/contracts/channels.js';
import type { SpokenLanguage } from '../../../../bot/contracts/messages.js';
import type { ChannelSign, ChannelsAtDesk } from '../../../channels-at-desk.js';

/** What the server told of channels and doors, in one language. One that it did not tell of is called by its id. */
export interface ChannelWords {
  nameOf(channelId: string): string;
  signOf(channelId: string): ChannelSign;
  /** How long after the customer's last message one may write; null where nothing is known of a limit. */
  limitOf(channelId: string, from: 'agent' | 'bot'): string | null;
  nameOfDoor(door: string): string;
  /** Why a door does not send and what must be done; null where the general words must do. */
  because(door: string, alert: DoorAlert): string | null;
}

export function channelWordsIn(language: SpokenLanguage, told: ChannelsAtDesk): ChannelWords {
  const channelOf = (id: string) => told.channels.find(({ channelId }) => channelId === id);
  const doorOf = (name: string) => told.doors.find(({ door }) => door === name);
  return {
    nameOf: (channelId) => channelOf(channelId)?.name[language] ?? channelId,
    signOf: (channelId) => channelOf(channelId)?.sign ?? 'speech',
    limitOf: (channelId, from) => channelOf(channelId)?.limits?.[from][language] ?? null,
    nameOfDoor: (door) => doorOf(door)?.name[language] ?? door,
    because: (door, alert) => doorOf(door)?.because[alert]?.[language] ?? null,
  };
}
