import type { Activity } from '../../../bot/contracts/activities.js';
import type { DeskAgent } from '../../../bot/contracts/desk.js';
import type { DeskRoom } from '../../../bot/contracts/elsewhere/desk-elsewhere.js';
import { BoundedMap } from '../../../index/platform/bounded-map.js';
import { entraIdOf } from './room-activity.js';
import type { RoomParts } from './room-parts.js';
import type { RoomWords } from './words/word-list.js';

/** Who acts, or why they may not, in words for them. */
type Actor = { readonly agent: DeskAgent } | { readonly refusal: string };

export type WhoActs = (activity: Activity, room: DeskRoom, words: RoomWords) => Promise<Actor>;

/** How long it is believed that somebody belongs to the team, and that they do not. */
const MEMBER_MS = 300_000;
const STRANGER_MS = 30_000;
/** People whose membership is remembered at a time. */
const MOST_REMEMBERED = 2_000;

/** Makes what tells who acts: an account that is linked with their object id, and a member of the team. */
export function createActorCheck(
  parts: Pick<RoomParts, 'line' | 'elsewhere' | 'clock' | 'botName'>,
): WhoActs {
  const { line, elsewhere, clock, botName } = parts;
  const remembered = new BoundedMap<string, { readonly isMember: boolean; readonly until: number }>(
    MOST_REMEMBERED,
  );

  async function isMember(room: DeskRoom, memberId: string): Promise<boolean | null> {
    const group = room.teamId || room.conversationId;
    const key = `${group} ${memberId}`;
    const now = clock.now().getTime();
    const known = remembered.get(key);
    if (known && known.until > now) return known.isMember;
    const told = await line().isMember({ serviceUrl: room.serviceUrl, id: group }, memberId);
    if (told === null) return null;
    remembered.delete(key);
    remembered.set(key, { isMember: told, until: now + (told ? MEMBER_MS : STRANGER_MS) });
    return told;
  }

  return async (activity, room, words) => {
    const entraId = entraIdOf(activity);
    // The account first: whom we do not know is asked about at Teams no further.
    const agent = entraId === '' ? null : await elsewhere.identities.agentOf(entraId);
    if (agent === null) return { refusal: words.notLinked(botName) };
    const told = await isMember(room, activity.from?.id ?? '');
    if (told === null) return { refusal: words.memberUnknown };
    return told ? { agent } : { refusal: words.notMember };
  };
}
