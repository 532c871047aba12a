import { randomUUID } from 'node:crypto';
import type { FakeGraph, GraphMessage } from '../../support/fake-graph.js';
import { type Exchange, type OpenCustomer, patiently, tellsOfQueue } from './channel-customer.js';

type Listener = (message: GraphMessage) => void;

/** Customers who write to the page in Messenger: deliveries go to the webhook, answers come out at the Graph API. */
export function messengerDoor(graph: FakeGraph, webhook: string, pageId: string): OpenCustomer {
  const listeners = new Map<string, Listener>();
  void dispatch();

  /** One look at each message, however many customers wait. */
  async function dispatch(): Promise<void> {
    for (let seen = 0; ; ) {
      await graph.whenMessages(seen + 1);
      for (; seen < graph.messages.length; seen += 1) {
        const message = graph.messages[seen];
        if (message) listeners.get(message.psid)?.(message);
      }
    }
  }

  return async (name) => {
    const psid = String(7_000_000_000 + listeners.size);
    const received: GraphMessage[] = [];
    let arrive: Listener = () => {};
    listeners.set(psid, (message) => {
      received.push(message);
      arrive(message);
    });

    async function deliver(parts: object): Promise<void> {
      const event = { sender: { id: psid }, recipient: { id: pageId }, timestamp: Date.now(), ...parts };
      const response = await graph.deliver(webhook, [event]);
      await response.arrayBuffer();
      if (!response.ok) throw new Error(`the webhook answered ${response.status} to ${name}`);
    }

    const nextMessage = () => patiently(new Promise<GraphMessage>((resolve) => (arrive = resolve)));

    const welcome = nextMessage();
    await deliver({ postback: { mid: `m_${randomUUID()}`, title: 'Begin', payload: 'GET_STARTED' } });
    if ((await welcome) === null) throw new Error(`${name} was not welcomed`);

    return {
      door: 'messenger',
      conversationId: `${psid}-${pageId}`,
      async ask(text): Promise<Exchange> {
        const questionId = `m_${randomUUID()}`;
        const startedAt = performance.now();
        const answered = nextMessage().then((answer) => ({ answer, afterMs: performance.now() - startedAt }));
        await deliver({ message: { mid: questionId, text } });
        const takenAfterMs = performance.now() - startedAt;
        const { answer, afterMs } = await answered;
        return {
          ...{ questionId, takenAfterMs },
          ...{ answeredAfterMs: answer && afterMs, answerId: answer?.id ?? null },
        };
      },
      received: () => received.map(({ id }) => id),
      isHandedOver: () => tellsOfQueue(received),
      close() {},
    };
  };
}
