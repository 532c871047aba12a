import type { Activity } from '../../../bot/contracts/activities.js';
import type { ChannelStage } from './stage.js';

/** A conversation of a channel of Azure: what Azure posts to the bot, and what it was given to show. */
export interface AzureLine {
  readonly conversationId: string;
  /** Posts an activity as the channel does and waits until all that follows is done. */
  post(activity: Partial<Activity>, isTwice?: boolean): Promise<void>;
  /** Activities that came since the last look, and those that were changed. */
  news(): { readonly fresh: readonly Activity[]; readonly changed: readonly Activity[] };
}

let opened = 0;

/** @param more what the channel tells of a conversation beside its id */
export function openAzureLine(
  stage: ChannelStage,
  channelId: string,
  more: { readonly id?: string; readonly [field: string]: unknown } = {},
): AzureLine {
  opened += 1;
  const line = opened;
  const conversation = { ...more, id: more.id ?? `${channelId}-conversation-${line}` };
  let seen = new Map<string, string>();
  let posted = 0;
  return {
    conversationId: conversation.id,
    async post(activity, isTwice = false) {
      posted += 1;
      const whole = {
        type: 'message',
        id: `${channelId}-${line}-${posted}`,
        timestamp: stage.clock.now().toISOString(),
        channelId,
        conversation,
        serviceUrl: stage.connector.url,
        from: { id: `${channelId}-customer-${line}`, name: 'Anna' },
        recipient: { id: 'the-bot', name: 'Zwaluw' },
        ...activity,
      };
      for (let time = 0; time < (isTwice ? 2 : 1); time++) {
        const response = await fetch(`${stage.url}/api/messages`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(whole),
        });
        if (response.status !== 200)
          throw new Error(`/api/messages: ${response.status} ${await response.text()}`);
      }
      await stage.settle();
    },
    news() {
      const shown = stage.connector.shown(conversation.id);
      const now = new Map(shown.map((activity) => [activity.id ?? '', JSON.stringify(activity)]));
      const before = seen;
      seen = now;
      return {
        fresh: shown.filter(({ id = '' }) => !before.has(id)),
        changed: shown.filter(({ id = '' }) => before.has(id) && before.get(id) !== now.get(id)),
      };
    },
  };
}
