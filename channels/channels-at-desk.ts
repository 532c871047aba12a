import type { DoorAlert } from '../bot/contracts/channels.js';
import type { SpokenLanguage } from '../bot/contracts/messages.js';

/** A text in every language of the desk. */
type InEachLanguage = Readonly<Record<SpokenLanguage, string>>;

/** The signs that the desk has for channels. */
export type ChannelSign = 'globe' | 'bubbles' | 'people' | 'letter' | 'speech';

/** What agents read of the conversations with one `channelId`. */
interface DeskChannel {
  readonly channelId: string;
  readonly name: InEachLanguage;
  readonly sign: ChannelSign;
  /** How long after the customer's last message one may write, such as "7 days"; null where there is no limit. */
  readonly limits: Readonly<Record<'agent' | 'bot', InEachLanguage>> | null;
}

/** What agents read of a door that does not send. */
export interface DeskDoor {
  /** As in `Transport.door`. */
  readonly door: string;
  readonly name: InEachLanguage;
  /** Why it does not and what an administrator must do; the desk has general words for what is not told here. */
  readonly because: Readonly<Partial<Record<DoorAlert, InEachLanguage>>>;
}

/** What the desk must know of channels: what they are called and what they do not allow. */
export interface ChannelsAtDesk {
  readonly channels: readonly DeskChannel[];
  readonly doors: readonly DeskDoor[];
}

/** A channel without time limits, called the same in every language or differently in each. */
export function deskChannel(
  channelId: string,
  name: string | InEachLanguage,
  sign: ChannelSign,
): DeskChannel {
  return { channelId, name: typeof name === 'string' ? { nl: name, en: name } : name, sign, limits: null };
}
