import type { Activity, WebchatConversation, WebchatStore } from '../../bot/contracts.js';

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
    async append(conversationId, activity) {
      const list = activities.get(conversationId);
      if (!list) throw new Error(`conversation ${conversationId} was never started`);
      const index = list.findIndex(({ id }) => id === activity.id);
      if (index >= 0) return { sequence: index + 1, isNew: false };
      list.push(structuredClone(activity));
      return { sequence: list.length, isNew: true };
    },
    async after(conversationId, sequence, limit) {
      const list = activities.get(conversationId) ?? [];
      return list
        .map((activity, index) => ({ sequence: index + 1, activity: structuredClone(activity) }))
        .filter((row) => row.sequence > sequence)
        .slice(0, limit);
    },
  };
}
