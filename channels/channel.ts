/**
 * The one face of a channel, as types: all that is known of it outside its folder.
 */
import type { BotEntry, ChannelForm, Transport } from '../bot/contracts/channels.js';
import type { Files } from '../bot/contracts/files.js';
import type { CustomerMail } from '../bot/contracts/mail/customer-mail.js';
import type { WebchatStore } from '../bot/contracts/webchat.js';
import type { Clock } from '../index/platform/clock.js';
import type { Log } from '../index/platform/log.js';
import type { Settings, SettingTable } from '../index/platform/settings.js';
import type { ChannelDesk, ChannelDeskParts } from './channel-desk.js';
import type { ChannelsAtDesk } from './channels-at-desk.js';
import type { Door } from './server/door.js';
import type { ChannelSettings } from './settings.js';

/** Where activities come in, and how answers go out. */
export interface ChannelConnection {
  readonly door: Door;
  readonly transport: Transport;
}

/** What channels are connected with; each takes what it needs. */
export interface ChannelParts {
  readonly bot: Pick<BotEntry, 'accept' | 'takeEvent' | 'receive'>;
  /** The forms of all channels: one door may carry several. */
  readonly forms: readonly ChannelForm[];
  /** The faces of the desk within channels: what belongs to one is not the bot's. */
  readonly desks: readonly ChannelDesk[];
  readonly webchatStore: WebchatStore;
  /** The files of conversations. */
  readonly files: Files;
  /** What customers take with them from a conversation; nothing where left out. */
  readonly mail?: CustomerMail;
  readonly botName: string;
  /** The path of a file or folder that a channel may keep. */
  readonly runtimePath: (name: string) => string;
  readonly log: Log;
  readonly clock: Clock;
}

/** A channel as it is set. */
export interface Channel {
  /** How its messages look and its activities read, whichever door they travel by, also while its own is off. */
  readonly forms: readonly ChannelForm[];
  readonly atDesk: ChannelsAtDesk;
  /** Makes the face of the desk that it has; absent where agents cannot work in it, or are not to. */
  openDesk?(parts: ChannelDeskParts): ChannelDesk;
  /** Connects it to the bot; null where it is switched off, or travels by another channel's door alone. */
  connect(parts: ChannelParts): ChannelConnection | null;
}

/** What a channel can know before anything has started. */
export interface ChannelSurroundings {
  readonly isProduction: boolean;
}

/** How a channel is made. */
export interface ChannelKind<Table extends SettingTable = SettingTable> {
  /** Its heading in .env.example. */
  readonly title: string;
  readonly settings: Table;
  /** Its table of errors, so that the documents can name their codes. */
  readonly errors: Readonly<Record<string, unknown>>;
  /** @throws a coded error where it is set by half */
  create(settings: Settings<Table> & ChannelSettings, surroundings: ChannelSurroundings): Channel;
}
