import type { DeskEntry } from '../../../../bot/contracts/desk.js';
import type { DeskRoom } from '../../../../bot/contracts/elsewhere/desk-elsewhere.js';
import { markOf } from '../cards/desk-elements.js';
import { type AgentLoad, queueCard } from '../cards/queue-card.js';
import { rootOf, threadIdOf } from '../room-activity.js';
import type { RoomParts } from '../room-parts.js';
import { channelNameIn } from './hand-off-view.js';
import type { TeamsOutbox } from './teams-outbox.js';

/** Key of its times in the outbox. */
const QUEUE = 'queue';

/** Shows how the queue stands, in one message that is changed in place. The result says whether it is shown. */
export async function showQueue(
  parts: RoomParts,
  outbox: TeamsOutbox,
  room: DeskRoom,
  entries: readonly DeskEntry[],
): Promise<boolean> {
  const { keeper, clock, words, language } = parts;
  const agents = await loads(parts, entries);
  const named = (channelId: string) => channelNameIn(parts, channelId);
  const card = queueCard({ entries, agents, now: clock.now() }, named, words, language);
  const queueShown = markOf(card);
  if (room.queueCardId === null) {
    const sent = await outbox.open(room, QUEUE, card);
    if (sent.kind !== 'shown') return false;
    const queueCardId = rootOf(sent.id);
    const isKept = await keeper.change(room, { queueCardId, queueShown });
    // The desk went elsewhere while it was sent: nobody would change it any more.
    if (!isKept) await outbox.remove(room, sent.id, queueCardId);
    return isKept;
  }
  if (queueShown === room.queueShown) return true;
  const threadId = threadIdOf(room.conversationId, room.queueCardId);
  const sent = await outbox.change(room, threadId, QUEUE, room.queueCardId, card);
  if (sent.kind === 'later') return false;
  // Somebody deleted it: there is another with the next round.
  const isGone = sent.kind === 'gone';
  await keeper.change(room, isGone ? { queueCardId: null, queueShown: '' } : { queueShown });
  return !isGone;
}

/** Who is at the desk, at its page or in Teams, and how much each has: in units where these are counted, else conversations. */
async function loads(
  { accounts, assignment, elsewhere }: RoomParts,
  entries: readonly DeskEntry[],
): Promise<AgentLoad[]> {
  const standings = new Map((await assignment.standings()).map((standing) => [standing.agentId, standing]));
  const resting = new Map((await elsewhere.shifts.list()).map(({ agentId, isAway }) => [agentId, isAway]));
  const held = new Map<string, number>();
  for (const { holder } of entries)
    if (holder?.kind === 'agent') held.set(holder.id, (held.get(holder.id) ?? 0) + 1);
  const signedIn = (await accounts.agents()).filter(({ sessions, isLocked }) => sessions > 0 && !isLocked);
  return signedIn.map(({ id, name }) => {
    const standing = standings.get(id);
    return {
      name,
      load: standing?.load ?? held.get(id) ?? 0,
      capacity: standing?.capacity ?? null,
      isAway: standing?.status === 'away' || resting.get(id) === true,
    };
  });
}
