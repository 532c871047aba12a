import type { Activity } from '../../bot/contracts/activities.js';
import type { FakeConnector } from './fake-connector.js';
import { textsIn } from './messenger-customer.js';
import { withinPatience } from './within-patience.js';

/** A customer in a personal chat of Teams: Azure posts the words, the fake Connector shows the answers. */
export interface TeamsCustomer {
  readonly conversationId: string;
  /** Opens the chat for the first time. */
  arrive(): Promise<void>;
  /** Says something and resolves when it was taken. */
  say(text: string): Promise<void>;
  /** Everything that the customer ever said comes again, one by one, as from Azure when it saw no 200. */
  deliverAgain(): Promise<void>;
  /** Teams tells that everything up to now is on the customer's screen. */
  read(): Promise<void>;
  /** What the customer sees, in order. */
  heard(): readonly Activity[];
  /**
   * Waits for an activity that `fits`.
   * @throws with all that is seen when it does not come
   */
  until(fits: (activity: Activity) => boolean): Promise<Activity>;
}

export interface TeamsCustomerOptions {
  readonly connector: FakeConnector;
  /** The product's `/api/messages`. */
  readonly address: string;
  /** Short name, such as `anna`; ids are made of it. */
  readonly name: string;
}

export function createTeamsCustomer({ connector, address, name }: TeamsCustomerOptions): TeamsCustomer {
  const conversationId = `a:${name}`;
  const said: Activity[] = [];
  let lastId = Date.now();

  function activityOf(parts: Partial<Activity>): Activity {
    lastId += 1;
    return {
      type: 'message',
      id: String(lastId),
      timestamp: new Date().toISOString(),
      channelId: 'msteams',
      serviceUrl: connector.url,
      from: { id: `29:${name}`, name: name[0]?.toUpperCase() + name.slice(1), aadObjectId: `aad-${name}` },
      recipient: { id: '28:bot', name: 'Zwaluw' },
      conversation: { id: conversationId, conversationType: 'personal', tenantId: 'tenant' },
      locale: 'nl-NL',
      ...parts,
    };
  }

  async function post(activity: Activity): Promise<void> {
    const response = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(activity),
    });
    if (!response.ok) throw new Error(`/api/messages answered ${response.status}: ${await response.text()}`);
    await response.arrayBuffer();
  }

  const customer: TeamsCustomer = {
    conversationId,
    arrive: () => post(activityOf({ type: 'conversationUpdate', membersAdded: [{ id: '28:bot' }] })),
    async say(text) {
      const activity = activityOf({ text, textFormat: 'plain' });
      said.push(activity);
      await post(activity);
    },
    async deliverAgain() {
      for (const activity of said) await post(activity);
    },
    read: () =>
      post(
        activityOf({
          ...{ type: 'event', name: 'application/vnd.microsoft.readReceipt' },
          value: { lastReadMessageId: customer.heard().at(-1)?.id },
        }),
      ),
    heard: () => connector.shown(conversationId),
    until: (fits) =>
      withinPatience(
        async () => {
          const shown = await connector.whenShown(conversationId, (activities) => activities.some(fits));
          return shown.find(fits) as Activity;
        },
        () => customer.heard().map(teamsWords),
      ),
  };
  return customer;
}

/** Everything that can be read in an activity, a card's words, links and titles of buttons included. */
export function teamsWords({ text = '', attachments = [] }: Activity): string {
  const cards = attachments.flatMap(({ content }) => textsIn(content, ['text', 'title', 'url']));
  return [text, ...cards].filter((words) => words !== '').join('\n');
}
