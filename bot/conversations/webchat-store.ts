import type { Clock } from '../../index/platform/clock.js';
import type { Activity, WebchatStore } from '../contracts.js';
import { botErrors } from '../errors.js';
import type { Store } from './store.js';

/** Where the Direct Line server keeps its conversations: the conversation store, so that they end by the same date. */
export function createWebchatStore(store: Store, clock: Clock): WebchatStore {
  return {
    start: (conversation) =>
      store.transaction().execute(async (write) => {
        const { numInsertedOrUpdatedRows } = await write
          .insertInto('webchat_conversations')
          .values({ ...conversation, lastSequence: 0, lastActivityAt: clock.now().toISOString() })
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

    append: (conversationId, activity) =>
      store.transaction().execute(async (write) => {
        const known = await write
          .selectFrom('webchat_activities')
          .select('sequence')
          .where('conversationId', '=', conversationId)
          .where('activityId', '=', activity.id)
          .executeTakeFirst();
        if (known) return { sequence: known.sequence, isNew: false };
        const { lastSequence } = await write
          .updateTable('webchat_conversations')
          .set((expression) => ({
            lastSequence: expression('lastSequence', '+', 1),
            lastActivityAt: clock.now().toISOString(),
          }))
          .where('id', '=', conversationId)
          .returning('lastSequence')
          .executeTakeFirstOrThrow(() => botErrors.WEBCHAT_CONVERSATION_UNKNOWN({ conversationId }));
        await write
          .insertInto('webchat_activities')
          .values({
            conversationId,
            sequence: lastSequence,
            activityId: activity.id,
            activity: JSON.stringify(activity),
          })
          .execute();
        return { sequence: lastSequence, isNew: true };
      }),

    async after(conversationId, sequence, limit) {
      const rows = await store
        .selectFrom('webchat_activities')
        .select(['sequence', 'activity'])
        .where('conversationId', '=', conversationId)
        .where('sequence', '>', sequence)
        .orderBy('sequence')
        .limit(limit)
        .execute();
      return rows.map((row) => ({ sequence: row.sequence, activity: JSON.parse(row.activity) as Activity }));
    },
  };
}
