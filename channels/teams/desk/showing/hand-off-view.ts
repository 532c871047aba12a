import type { Activity } from '../../../../bot/contracts/activities.js';
import type { DeskAgent, DeskConversation } from '../../../../bot/contracts/desk.js';
import type { DeskRoom, DeskThread } from '../../../../bot/contracts/elsewhere/desk-elsewhere.js';
import { handoffCard } from '../cards/handoff-card.js';
import type { RoomParts } from '../room-parts.js';

/** In whose place everybody in the channel looks at a card: of canned answers they see the company's. */
const EVERYBODY: DeskAgent = { id: '', name: '', email: '', role: 'agent' };

/** The card of a hand-off as it is now. @param reader who alone sees it; everybody in the channel where not given */
export async function viewOfHandoff(
  parts: Pick<RoomParts, 'tools' | 'atDesk' | 'botName' | 'language' | 'words'>,
  room: DeskRoom,
  thread: DeskThread,
  conversation: DeskConversation,
  reader = EVERYBODY,
): Promise<Activity> {
  const { tools, botName, language, words } = parts;
  const { entry } = conversation;
  const { holder } = entry;
  const isHeld = entry.state === 'with-agent' && holder?.kind === 'agent';
  const canned = isHeld ? await tools.canned.list(reader) : [];
  return handoffCard({
    conversation,
    thread,
    canned: canned.filter((answer) => answer.language === entry.language),
    channelName: channelNameIn(parts, entry.channelId),
    hearsAll: room.hearsAll,
    botName,
    language,
    words,
  });
}

/** What a channel is called at the desk. */
export function channelNameIn(
  { atDesk, language }: Pick<RoomParts, 'atDesk' | 'language'>,
  channelId: string,
): string {
  return atDesk.channels.find((channel) => channel.channelId === channelId)?.name[language] ?? channelId;
}
