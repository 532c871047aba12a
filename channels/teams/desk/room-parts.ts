import type { SpokenLanguage } from '../../../bot/contracts/messages.js';
import type { ChannelDeskParts, DeskLine } from '../../channel-desk.js';
import type { RoomKeeper } from './room-keeper.js';
import type { ShiftKeeper } from './shift-keeper.js';
import type { RoomWords } from './words/word-list.js';

/** What the parts of the desk in Teams share. */
export interface RoomParts extends ChannelDeskParts {
  /** The way to Teams; a face without one takes nothing. */
  readonly line: () => DeskLine;
  readonly keeper: RoomKeeper;
  readonly shifts: ShiftKeeper;
  /** Of the cards, which everybody in the channel sees. */
  readonly language: SpokenLanguage;
  readonly words: RoomWords;
  /** A conversation, or all of them, may look different now. */
  readonly changed: (conversationId: string | null) => void;
}
