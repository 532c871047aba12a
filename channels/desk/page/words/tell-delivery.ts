import type { DeliveryProblem } from '../../../../bot/contracts/channels.js';
import type { DeskNotice, DoorNotice } from '../../../../bot/contracts/desk.js';
import type { ChannelWords } from './channel-words.js';
import type { DeskWords } from './word-list.js';

/** Why a message of the bot or of an agent does not arrive in a channel, in a sentence. */
export function tellUndelivered(
  words: DeskWords,
  channels: ChannelWords,
  problem: DeliveryProblem,
  channelId: string,
  from: 'bot' | 'agent',
): string {
  return words.undelivered[problem](channels.nameOf(channelId), channels.limitOf(channelId, from));
}

/** What everybody at the desk is told, and from when on. @param moment as `tellMoment` gives it */
export function tellDeskNotice(
  words: DeskWords,
  channels: ChannelWords,
  notice: DeskNotice,
  moment: string,
): { readonly text: string; readonly since: string } {
  if (notice.door !== null)
    return { text: tellDoorNotice(words, channels, notice), since: words.doorNotices.since(moment) };
  return { text: words.ingestNotices[notice.alert], since: words.ingestNotices.since(moment) };
}

/** That a door does not send, why, and who must do what. */
export function tellDoorNotice(
  words: DeskWords,
  channels: ChannelWords,
  { door, alert }: Pick<DoorNotice, 'door' | 'alert'>,
): string {
  const { doesNotSend, because } = words.doorNotices;
  return doesNotSend(channels.nameOfDoor(door), channels.because(door, alert) ?? because[alert]);
}
