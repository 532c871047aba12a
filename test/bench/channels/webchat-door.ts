import { WebSocket } from 'ws';
import type { Activity } from '../../../bot/contracts/activities.js';
import { postDirectLine } from '../post-direct-line.js';
import { type Exchange, type OpenCustomer, patiently, tellsOfQueue } from './channel-customer.js';

/** Customers of the website: posts by HTTP, answers by WebSocket. */
export function webchatDoor(server: string): OpenCustomer {
  return async (name) => {
    const { token } = await postDirectLine(`${server}/api/webchat/token`, {});
    const conversations = `${server}/v3/directline/conversations`;
    const opened = await postDirectLine(conversations, {}, token);
    const received: Activity[] = [];
    const watchers = new Set<() => void>();
    const socket = new WebSocket(opened.streamUrl);
    socket.on('message', (frame) => {
      const text = frame.toString();
      if (text === '') return;
      for (const activity of JSON.parse(text).activities as Activity[]) {
        if (activity.from?.role === 'bot' && activity.type !== 'typing') received.push(activity);
      }
      for (const look of watchers) look();
    });

    const when = (fits: (activity: Activity) => boolean) =>
      patiently(
        new Promise<Activity>((resolve) => {
          const look = () => {
            const found = received.find(fits);
            if (!found) return;
            watchers.delete(look);
            resolve(found);
          };
          watchers.add(look);
          look();
        }),
      );

    if ((await when(({ type }) => type === 'message')) === null) throw new Error(`${name} was not welcomed`);

    return {
      door: 'webchat',
      conversationId: opened.conversationId,
      async ask(text): Promise<Exchange> {
        const startedAt = performance.now();
        const url = `${conversations}/${opened.conversationId}/activities`;
        const activity = { type: 'message', text, from: { id: 'customer' } };
        const { id: questionId } = await postDirectLine(url, activity, opened.token);
        const takenAfterMs = performance.now() - startedAt;
        const answer = await when(({ type, replyToId }) => type === 'message' && replyToId === questionId);
        return {
          ...{ questionId, takenAfterMs },
          answeredAfterMs: answer && performance.now() - startedAt,
          answerId: answer?.id ?? null,
        };
      },
      received: () => received.map(({ id = '' }) => id),
      isHandedOver: () => tellsOfQueue(received),
      close: () => socket.close(),
    };
  };
}
