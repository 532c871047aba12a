import { randomUUID } from 'node:crypto';
import type { FakeGraph, GraphMessage } from './fake-graph.js';
import { withinPatience } from './within-patience.js';

/** A customer who writes to the page in Messenger: Meta delivers the words, the fake Graph API shows the answers. */
export interface MessengerCustomer {
  readonly psid: string;
  /** Says something and resolves when the webhook took it. */
  say(text: string): Promise<void>;
  /** Says something that Meta cannot deliver now: `deliverAgain` does. */
  sayUnheard(text: string): void;
  /**
   * Taps the newest button with this title.
   * @throws when there is none
   */
  tap(title: string): Promise<void>;
  /** Everything that the customer ever said comes again in one delivery, as from Meta when it saw no 200. */
  deliverAgain(): Promise<void>;
  /** Meta tells that the customer has got, or read, everything up to now. */
  tell(receipt: 'delivery' | 'read'): Promise<void>;
  /** Meta tells of a message that went out, however late. */
  echo(message: GraphMessage): Promise<void>;
  /** What the customer has got, in order. */
  heard(): readonly GraphMessage[];
  /**
   * Waits for a message that `fits`.
   * @throws with all that was heard when it does not come
   */
  until(fits: (message: GraphMessage) => boolean): Promise<GraphMessage>;
}

export interface MessengerCustomerOptions {
  readonly graph: FakeGraph;
  /** The product's `/messenger/webhook`. */
  readonly webhook: string;
  readonly psid: string;
  readonly pageId: string;
}

export function createMessengerCustomer(options: MessengerCustomerOptions): MessengerCustomer {
  const { graph, webhook, psid, pageId } = options;
  const said: object[] = [];

  const event = (parts: object) => ({
    ...{ sender: { id: psid }, recipient: { id: pageId }, timestamp: Date.now() },
    ...parts,
  });

  function eventOf(message: object): object {
    const spoken = event({ message: { mid: `m_in_${randomUUID()}`, ...message } });
    said.push(spoken);
    return spoken;
  }

  async function deliver(...events: readonly object[]): Promise<void> {
    const response = await graph.deliver(webhook, events);
    if (response.status !== 200) throw new Error(`the webhook answered ${response.status}`);
  }

  const customer: MessengerCustomer = {
    psid,
    say: (text) => deliver(eventOf({ text })),
    sayUnheard: (text) => void eventOf({ text }),
    async tap(title) {
      const replies = customer.heard().flatMap((message) => message.quickReplies);
      const reply = replies.findLast((quickReply) => quickReply.title === title);
      if (!reply) throw new Error(`there is no button "${title}"`);
      await deliver(eventOf({ text: title, quick_reply: { payload: reply.payload } }));
    },
    deliverAgain: () => deliver(...said),
    tell: (receipt) => deliver(event({ [receipt]: { watermark: Date.now() } })),
    echo: ({ id, text, metadata }) =>
      deliver({
        ...{ sender: { id: pageId }, recipient: { id: psid }, timestamp: Date.now() },
        message: { is_echo: true, mid: id, text, metadata },
      }),
    heard: () => graph.messages.filter((message) => message.psid === psid),
    until: (fits) =>
      withinPatience(
        async () => {
          for (;;) {
            const found = customer.heard().find(fits);
            if (found) return found;
            await graph.whenMessages(graph.messages.length + 1);
          }
        },
        () => customer.heard().map(messengerWords),
      ),
  };
  return customer;
}

/** Everything that can be read in a message, a card's words and the titles of its buttons included. */
export function messengerWords({ text = '', attachment, quickReplies }: GraphMessage): string {
  const card = textsIn(attachment, ['title', 'subtitle', 'text', 'url']);
  return [text, ...card, ...quickReplies.map(({ title }) => title)]
    .filter((words) => words !== '')
    .join('\n');
}

/** The texts below these names anywhere in a JSON value, in order. */
export function textsIn(value: unknown, names: readonly string[]): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, below]) =>
    typeof below === 'string' ? (names.includes(name) ? [below] : []) : textsIn(below, names),
  );
}
