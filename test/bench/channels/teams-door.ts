import { randomUUID } from 'node:crypto';
import type { Activity } from '../../../bot/contracts/activities.js';
import type { FakeConnector } from '../../support/fake-connector.js';
import { type Exchange, type OpenCustomer, patiently, tellsOfQueue } from './channel-customer.js';

/** Customers in personal chats of Teams: activities go to /api/messages, answers come out at the Connector. */
export function teamsDoor(connector: FakeConnector, address: string): OpenCustomer {
  return async (name) => {
    const conversationId = `a:${name}`;

    async function post(parts: Partial<Activity>): Promise<void> {
      const response = await fetch(address, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          channelId: 'msteams',
          serviceUrl: connector.url,
          timestamp: new Date().toISOString(),
          from: { id: `29:${name}`, name },
          recipient: { id: '28:bot', name: 'Bot' },
          conversation: { id: conversationId, conversationType: 'personal' },
          ...parts,
        }),
      });
      await response.arrayBuffer();
      if (!response.ok) throw new Error(`/api/messages answered ${response.status} to ${name}`);
    }

    const shown = () => connector.shown(conversationId);
    const welcome = patiently(connector.whenShown(conversationId, ({ length }) => length > 0));
    await post({ type: 'conversationUpdate', id: randomUUID(), membersAdded: [{ id: '28:bot' }] });
    if ((await welcome) === null) throw new Error(`${name} was not welcomed`);

    return {
      door: 'teams',
      conversationId,
      async ask(text): Promise<Exchange> {
        const questionId = randomUUID();
        const isAnswer = ({ replyToId }: Activity) => replyToId === questionId;
        const startedAt = performance.now();
        const answered = patiently(
          connector.whenShown(conversationId, (activities) => activities.some(isAnswer)),
        ).then((activities) => ({
          answer: activities?.find(isAnswer),
          afterMs: performance.now() - startedAt,
        }));
        await post({ type: 'message', id: questionId, text });
        const takenAfterMs = performance.now() - startedAt;
        const { answer, afterMs } = await answered;
        return {
          ...{ questionId, takenAfterMs },
          ...{ answeredAfterMs: answer ? afterMs : null, answerId: answer?.id ?? null },
        };
      },
      received: () => shown().map(({ id = '' }) => id),
      isHandedOver: () => tellsOfQueue(shown()),
      close() {},
    };
  };
}
