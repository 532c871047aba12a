import type { Clock } from '../../index/platform/clock.js';
import type { Log } from '../../index/platform/log.js';
import { createIdentities } from '../accounts/entra-identities.js';
import { createShifts } from '../accounts/shifts.js';
import type { DeskElsewhere, DeskRooms } from '../contracts/elsewhere/desk-elsewhere.js';
import { findRoom, leaveRoom, replaceRoom, updateRoom } from '../store/elsewhere/rooms.js';
import {
  beginThread,
  conversationsWithThreads,
  deleteThread,
  findOpenThreads,
  findPosts,
  findThread,
  findThreadFrom,
  insertPost,
  saidUnderKeys,
  updatePost,
  updateThread,
} from '../store/elsewhere/threads.js';
import type { Store } from '../store/store.js';

/** What is kept for desks in channels, on the conversation store. */
export function createDeskElsewhere(parts: {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
}): DeskElsewhere {
  return { rooms: roomsOn(parts.store), identities: createIdentities(parts), shifts: createShifts(parts) };
}

function roomsOn(store: Store): DeskRooms {
  return {
    room: (channelId) => findRoom(store, channelId),
    setRoom: (room, queueThreadId) =>
      store.transaction().execute(async (write) => {
        const before = await findRoom(write, room.channelId);
        if (before && before.conversationId !== room.conversationId)
          await leaveRoom(write, before, queueThreadId);
        await replaceRoom(write, room);
      }),
    changeRoom: (channelId, change) => updateRoom(store, channelId, change),
    threadOf: async (channelId, conversationId) =>
      (await findThread(store, channelId, conversationId)) ??
      store.transaction().execute((write) => beginThread(write, channelId, conversationId)),
    threadFrom: (channelId, rootId) => findThreadFrom(store, channelId, rootId),
    openThreads: (channelId, conversationId) => findOpenThreads(store, channelId, conversationId),
    openConversations: (channelId) => conversationsWithThreads(store, channelId),
    changeThread: (handoffId, change) => updateThread(store, handoffId, change),
    forgetThread: (handoffId) => deleteThread(store, handoffId),
    posts: (handoffId) => findPosts(store, handoffId),
    addPost: (post) => store.transaction().execute((write) => insertPost(write, post)),
    changePost: (handoffId, key, change) => updatePost(store, handoffId, key, change),
    saidUnder: (conversationId, keyBegin) => saidUnderKeys(store, conversationId, keyBegin),
  };
}
