import type { Clock } from '../../index/platform/clock.js';
import { sql } from '../../index/platform/kysely.js';
import type { Activity } from '../contracts/activities.js';
import type { WebchatStore } from '../contracts/webchat.js';
import { botErrors } from '../errors.js';
import { parseActivity } from './messages/stored-words.js';
import type { Store } from './store.js';

/** Where the Direct Line server keeps its conversations: the conversation store, so that they end by the same date. */
export function createWebchatStore(store: Store, clock: Clock): WebchatStore {
  return {
    start: (conversation) =>
      store.transaction().execute(async (write) => {
        const { numInsertedOrUpdatedRows } = await write
          .insertInto('webchat_conversations')
          .values({
            ...conversation,
            lastSequence: 0,
            storedBytes: 0,
            lastActivityAt: clock.now().toISOString(),
          })
          .onConflict((conflict) => conflict.column('id').doNothing())
          .executeTakeFirst();
        return (numInsertedOrUpdatedRows ?? 0n) > 0n;
      }),

    async find(conversationId) {
      const row = await store
        .selectFrom('webchat_conversations')
        .select(['id', 'userId', 'startedAt'])
        .where('id', '=', conversationId)
        .executeTakeFirst();
      return row ?? null;
    },

    append: (conversationId, activity, room) =>
      store.transaction().execute(async (write) => {
        const known = await write
          .selectFrom('webchat_activities')
          .select('sequence')
          .where('conversationId', '=', conversationId)
          .where('activityId', '=', activity.id)
          .executeTakeFirst();
        if (known) return { sequence: known.sequence, isNew: false };
        const text = JSON.stringify(activity);
        const bytes = Buffer.byteLength(text);
        const { lastSequence, storedBytes } = await write
          .updateTable('webchat_conversations')
          .set((expression) => ({
            lastSequence: expression('lastSequence', '+', 1),
            storedBytes: expression('storedBytes', '+', bytes),
            lastActivityAt: clock.now().toISOString(),
          }))
          .where('id', '=', conversationId)
          .returning(['lastSequence', 'storedBytes'])
          .executeTakeFirstOrThrow(() => botErrors.WEBCHAT_CONVERSATION_UNKNOWN({ conversationId }));
        const before = { activities: lastSequence - 1, bytes: storedBytes - bytes };
        if (room && (before.activities >= room.activities || before.bytes >= room.bytes)) {
          // Undoes the counting with the transaction.
          throw botErrors.WEBCHAT_CONVERSATION_FULL(before);
        }
        await write
          .insertInto('webchat_activities')
          .values({
            conversationId,
            sequence: lastSequence,
            activityId: activity.id,
            activity: text,
          })
          .execute();
        return { sequence: lastSequence, isNew: true };
      }),

    async after(conversationId, sequence, limit, maxBytes) {
      const following = store
        .selectFrom('webchat_activities')
        .where('conversationId', '=', conversationId)
        .where('sequence', '>', sequence)
        .orderBy('sequence')
        .limit(limit);
      let last = Number.MAX_SAFE_INTEGER;
      if (maxBytes !== undefined) {
        const sizes = await following
          .select(['sequence', sql<number>`octet_length(activity)`.as('bytes')])
          .execute();
        last = lastWithin(sizes, maxBytes);
      }
      const rows = await following.select(['sequence', 'activity']).where('sequence', '<=', last).execute();
      return rows.map((row) => ({ sequence: row.sequence, activity: parseActivity(row.activity) }));
    },
  };
}

/**
 * Activities that the Direct Line server confirmed, with the user of their conversation, which are no message of the bot's
 * own tables; in the order in which they came.
 * @param since only conversations in which something happened after it, ISO 8601 in UTC
 */
export async function unreceivedActivities(store: Store, since: string): Promise<readonly Activity[]> {
  const rows = await store
    .selectFrom('webchat_activities as activity')
    .innerJoin('webchat_conversations as chat', 'chat.id', 'activity.conversationId')
    .select('activity.activity')
    .where('chat.lastActivityAt', '>=', since)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('messages')
            .innerJoin('conversations', 'conversations.id', 'messages.conversationId')
            .select('messages.id')
            .whereRef('conversations.channelConversationId', '=', 'activity.conversationId')
            .whereRef('messages.activityId', '=', 'activity.activityId'),
        ),
      ),
    )
    .orderBy('activity.conversationId')
    .orderBy('activity.sequence')
    .execute();
  return rows.map(({ activity }) => JSON.parse(activity) as Activity);
}

/** The number of the last activity that fits, or of the first where even that does not; 0 where there is none. */
function lastWithin(sizes: readonly { readonly sequence: number; readonly bytes: number }[], most: number) {
  let bytes = 0;
  let last = sizes[0]?.sequence ?? 0;
  for (const size of sizes) {
    bytes += size.bytes;
    if (bytes > most) break;
    last = size.sequence;
  }
  return last;
}
