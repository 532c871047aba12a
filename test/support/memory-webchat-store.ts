import type { Activity } from '../../bot/contracts/activities.js';
import type { WebchatConversation, WebchatStore } from '../../bot/contracts/webchat.js';
import { botErrors } from '../../bot/errors.js';

/** The naive twin of the webchat store: two maps. */
export function createMemoryWebchatStore(): WebchatStore {
  const conversations = new Map<string, WebchatConversation>();
  const activities = new Map<string, (Activity & { readonly id: string })[]>();

  return {
    async start(conversation) {
      if (conversations.has(conversation.id)) return false;
      conversations.set(conversation.id, conversation);
      activities.set(conversation.id, []);
      return true;
    },
    async find(conversationId) {
      return conversations.get(conversationId) ?? null;
    },
    async append(conversationId, activity, room) {
      const list = activities.get(conversationId);
      if (!list) throw new Error(`conversation ${conversationId} was never started`);
      const index = list.findIndex(({ id }) => id === activity.id);
      if (index >= 0) return { sequence: index + 1, isNew: false };
      if (room) {
        const held = { activities: list.length, bytes: list.map(bytesOf).reduce((sum, one) => sum + one, 0) };
        if (held.activities >= room.activities || held.bytes >= room.bytes) {
          throw botErrors.WEBCHAT_CONVERSATION_FULL(held);
        }
      }
      list.push(structuredClone(activity));
      return { sequence: list.length, isNew: true };
    },
    async after(conversationId, sequence, limit, maxBytes = Number.POSITIVE_INFINITY) {
      const list = activities.get(conversationId) ?? [];
      const page = list.slice(sequence, sequence + limit);
      let bytes = 0;
      const fitting = page.findIndex((activity, index) => {
        bytes += bytesOf(activity);
        return bytes > maxBytes && index > 0;
      });
      return page
        .slice(0, fitting < 0 ? page.length : fitting)
        .map((activity, index) => ({ sequence: sequence + index + 1, activity: structuredClone(activity) }));
    },
  };
}

function bytesOf(activity: Activity): number {
  return Buffer.byteLength(JSON.stringify(activity));
}
