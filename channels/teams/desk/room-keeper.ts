import type { Activity } from '../../../bot/contracts/activities.js';
import type { DeskRoom, DeskRooms } from '../../../bot/contracts/elsewhere/desk-elsewhere.js';
import { createLanes } from '../../../index/platform/lanes.js';
import { placeOfActivity, teamOfActivity, threadIdOf } from './room-activity.js';

/** Value of `channelId` in activities of Teams. */
export const TEAMS = 'msteams';

/** Which channel of which team is the desk, and how it is reached. */
export interface RoomKeeper {
  /** Null while there is none, or nothing was heard from it yet: then its `serviceUrl` is not known. */
  current(): Promise<DeskRoom | null>;
  /** How Teams is reached for what an earlier desk still shows; null where there never was one. */
  reached(): Promise<DeskRoom | null>;
  /** Whether an activity was said in it. Takes in where the channel is reached, and whether everything is heard there. */
  isInside(activity: Activity): Promise<boolean>;
  /** The channel of an activity, whether or not it is the desk. */
  roomOf(activity: Activity): DeskRoom;
  /** Makes the channel of an activity the desk. */
  settle(activity: Activity): Promise<DeskRoom>;
  /** Changes what is known of a channel. @returns false where another one is the desk by now */
  change(
    of: Pick<DeskRoom, 'conversationId'>,
    change: Parameters<DeskRooms['changeRoom']>[1],
  ): Promise<boolean>;
  /** There is no desk in Teams any more. */
  forget(): Promise<void>;
  /** Whether the operator fixed the channel, so that nobody can choose another. */
  readonly isFixed: boolean;
}

/** The channel of an activity as one that could be the desk. */
function roomOf(activity: Activity): DeskRoom {
  return {
    channelId: TEAMS,
    conversationId: placeOfActivity(activity).groupId,
    serviceUrl: activity.serviceUrl ?? '',
    botId: activity.recipient?.id ?? '',
    ...teamOfActivity(activity),
    hearsAll: false,
    queueCardId: null,
    queueShown: '',
  };
}

/** @param fixedId id of the channel by the setting; undefined where administrators choose it in Teams */
export function createRoomKeeper(rooms: DeskRooms, fixedId: string | undefined): RoomKeeper {
  const lanes = createLanes();
  let known: Promise<DeskRoom | null> | null = null;

  /** One change at a time, each of the room as the one before left it. */
  const inTurn = <Result>(change: () => Promise<Result>) => lanes.serially('room', change);

  async function current(): Promise<DeskRoom | null> {
    const room = await reached();
    if (room === null || room.conversationId === '') return null;
    return fixedId === undefined || room.conversationId === fixedId ? room : null;
  }

  async function reached(): Promise<DeskRoom | null> {
    known ??= rooms.room(TEAMS);
    try {
      return await known;
    } catch (error) {
      known = null;
      throw error;
    }
  }

  async function settle(activity: Activity): Promise<DeskRoom> {
    const before = await reached();
    const told = roomOf(activity);
    const isSame = before?.conversationId === told.conversationId;
    const { hearsAll, queueCardId, queueShown } = isSame ? before : told;
    const room = { ...told, hearsAll, queueCardId, queueShown };
    await keep(room);
    return room;
  }

  async function keep(room: DeskRoom): Promise<void> {
    const before = await reached();
    await rooms.setRoom(room, threadIdOf(before?.conversationId ?? '', before?.queueCardId ?? ''));
    known = Promise.resolve(room);
  }

  return {
    isFixed: fixedId !== undefined,
    current,
    reached,
    roomOf,
    settle: (activity) => inTurn(() => settle(activity)),
    async isInside(activity) {
      const room = await current();
      const { groupId } = placeOfActivity(activity);
      if (groupId === '' || groupId !== (fixedId ?? room?.conversationId)) return false;
      const told = roomOf(activity);
      const isNews =
        room !== null &&
        (room.serviceUrl !== told.serviceUrl || (room.teamId === '' && told.teamId !== room.teamId));
      if (room === null || isNews)
        await inTurn(async () => {
          // An administrator may have made another channel the desk meanwhile.
          const now = await current();
          if (now === null || now.conversationId === groupId) await settle(activity);
        });
      return true;
    },
    change: (of, change) =>
      inTurn(async () => {
        const room = await current();
        if (room?.conversationId !== of.conversationId) return false;
        await rooms.changeRoom(TEAMS, change);
        known = Promise.resolve({ ...room, ...change });
        return true;
      }),
    forget: () =>
      inTurn(async () => {
        const room = await reached();
        if (room) await keep({ ...room, conversationId: '', queueCardId: null, queueShown: '' });
      }),
  };
}
