import { rmSync } from 'node:fs';
import type { DeskConversation, DeskNotice } from '../../bot/contracts/desk.js';
import { createDeskClient, type DeskAnswer, type DeskClient } from '../support/desk-client.js';
import { type FakeConnector, startFakeConnector } from '../support/fake-connector.js';
import { type FakeGraph, startFakeGraph } from '../support/fake-graph.js';
import { createMessengerCustomer, type MessengerCustomer } from '../support/messenger-customer.js';
import { openCustomer, type ProductCustomer } from '../support/product-customer.js';
import { type RunningProduct, startProduct } from '../support/running-product.js';
import { createTeamsCustomer, type TeamsCustomer } from '../support/teams-customer.js';
import { withinPatience } from '../support/within-patience.js';

export const CHANNELS = ['directline', 'facebook', 'msteams'] as const;
export type Channel = (typeof CHANNELS)[number];

const PAGE = '104400000000000';
const APP_SECRET = 'an-app-secret-only-for-tests';

/** What switches Messenger on. */
export const MESSENGER_SECRETS = {
  MESSENGER_APP_SECRET: APP_SECRET,
  MESSENGER_VERIFY_TOKEN: 'a-verify-token-only-for-tests',
  MESSENGER_PAGE_ACCESS_TOKEN: 'a-page-token-only-for-tests',
};

/** The built program between a fake Meta and a fake Azure, with an agent and a customer in each of three channels. */
export interface ChannelsStage {
  readonly graph: FakeGraph;
  readonly connector: FakeConnector;
  product(): RunningProduct;
  /** On the website. */
  readonly wout: ProductCustomer;
  /** In Messenger. */
  readonly mieke: MessengerCustomer;
  /** In a personal chat of Teams. */
  readonly tess: TeamsCustomer;
  /** The agent. */
  readonly sanne: DeskClient;
  webhook(): string;
  /** Starts the program again on the same folder and port; `settings` in place of all the stage's own where given. */
  startAgain(settings?: Readonly<Record<string, string>>): Promise<void>;
  /** Meta and Azure repeat what may not have been taken: everything. */
  deliverAgain(): Promise<void>;
  /** Claims every conversation that waits, from the end of the queue, so that nobody moves up meanwhile. */
  claimAll(): Promise<void>;
  reply(channel: Channel, ...texts: readonly string[]): Promise<void>;
  act(channel: Channel, action: 'claim' | 'close' | 'reply', body?: object): Promise<DeskAnswer>;
  /** Waits until the desk shows a conversation like this. */
  deskShows(channel: Channel, fits?: (conversation: DeskConversation) => boolean): Promise<DeskConversation>;
  /** Waits until the desk tells that a door does not send. */
  doorNotices(): Promise<readonly DeskNotice[]>;
  /** Waits until nothing is on its way, so that a crash cuts nothing off but what a test wants it to. */
  settled(...channels: readonly Channel[]): Promise<void>;
  close(): Promise<void>;
}

export const STAGE_SETTINGS = {
  ...MESSENGER_SECRETS,
  MESSENGER_PERSONA_PICTURE: 'https://zwaluw.example/agent.png',
  // Teams speaks to it as the Emulator does, without Azure.
  AZURE_LOCAL: 'true',
  TEAMS_DESK: 'true',
  // Far longer than it takes to kill the program: it is still waiting for more words then.
  COLLECT_MESSAGES_MS: '10000',
};

export async function setChannelsStage(): Promise<ChannelsStage> {
  const names = { 7001: { first_name: 'Mieke', last_name: 'Maas' } };
  const graph = await startFakeGraph({ appSecret: APP_SECRET, pageId: PAGE, names });
  const connector = await startFakeConnector();
  const settings = { ...STAGE_SETTINGS, MESSENGER_GRAPH_URL: graph.url };
  let product = await startProduct({ settings });
  const { url, port, directory } = product;
  const webhook = `${url}/messenger/webhook`;
  graph.echoTo(webhook);
  const sanne = await signInFirst(product);
  const wout = await openCustomer(url);
  const mieke = createMessengerCustomer({ graph, webhook, psid: '7001', pageId: PAGE });
  const tess = createTeamsCustomer({ connector, address: `${url}/api/messages`, name: 'tess' });
  /** Ids of the conversations at the desk. */
  const ids = new Map<string, string>();

  const stage: ChannelsStage = {
    ...{ graph, connector, wout, mieke, tess, sanne },
    product: () => product,
    webhook: () => webhook,
    async startAgain(changed) {
      product = await startProduct({ directory, port, settings: changed ?? settings });
    },
    async deliverAgain() {
      await mieke.deliverAgain();
      await tess.deliverAgain();
    },
    async claimAll() {
      const { body } = await sanne.get('/entries');
      for (const { channelId, conversationId } of body?.entries ?? []) ids.set(channelId, conversationId);
      for (const channel of [...CHANNELS].reverse()) await stage.act(channel, 'claim');
    },
    async reply(channel, ...texts) {
      for (const text of texts) {
        const { status } = await stage.act(channel, 'reply', {
          text,
          key: `reply-${text.replaceAll(/\W/g, '_')}`,
        });
        if (status !== 200) throw new Error(`"${text}" was not taken: ${status}`);
      }
    },
    act: (channel, action, body) => sanne.post(`/conversation/${ids.get(channel)}/${action}`, body),
    async deskShows(channel, fits = () => true) {
      const changes = await sanne.changes();
      let shown: DeskConversation | undefined;
      const look = async () => {
        for (;;) {
          shown = (await sanne.get(`/conversation/${ids.get(channel)}`)).body?.conversation;
          if (shown && fits(shown)) return shown;
          if ((await changes.next()) === null) throw new Error('the desk ended its stream');
        }
      };
      return withinPatience(look, () => (shown?.messages ?? []).map((said) => JSON.stringify(said))).finally(
        () => changes.close(),
      );
    },
    async doorNotices() {
      const changes = await sanne.changes();
      const look = async () => {
        for (;;) {
          const told = (await changes.next())?.news.notices ?? [];
          if (told.length > 0) return told;
        }
      };
      return withinPatience(look, () => []).finally(() => changes.close());
    },
    async settled(...channels) {
      const isSent = ({ delivery }: { readonly delivery: string | null }) => delivery !== 'queued';
      for (const channel of channels)
        await stage.deskShows(channel, ({ messages }) => messages.every(isSent));
    },
    async close() {
      await product.kill();
      rmSync(directory, { recursive: true, force: true });
      await graph.stop();
      await connector.stop();
    },
  };
  return stage;
}

async function signInFirst({ url, firstInvitation }: RunningProduct): Promise<DeskClient> {
  const agent = createDeskClient(url);
  const token = firstInvitation?.split('#')[1];
  const account = { name: 'Sanne', email: 'sanne@example.com', password: 'een zin van een paar woorden' };
  const { status } = await agent.post('/invitation/accept', { token, ...account });
  if (status !== 200) throw new Error(`the invitation was not accepted: ${status}`);
  return agent;
}
