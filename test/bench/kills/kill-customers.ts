import { setTimeout as pause } from 'node:timers/promises';
import type { Random } from '../../../index/platform/random.js';
import type { FakeConnector } from '../../support/fake-connector.js';
import type { FakeGraph } from '../../support/fake-graph.js';
import { openCustomer } from '../../support/product-customer.js';
import { pick } from '../fuzz/mutate.js';
import type { Confirmed, KillChannel } from './kill-contracts.js';

/** One way of saying something that may be tried again and is known by the same id then; true once it was confirmed. */
export type Saying = () => Promise<boolean>;

export interface KillCustomer {
  readonly channel: KillChannel;
  /** @param words that nobody else says */
  saying(words: string): Saying;
}

export interface Edges {
  readonly url: string;
  readonly graph: FakeGraph;
  readonly connector: FakeConnector;
  readonly pageId: string;
}

const PSID = '7001';
const RETRY_MS = 15;
const QUESTIONS = [
  'Waar vind ik mijn puk-code?',
  'Dank u wel.',
  'Ik wil een medewerker spreken.',
  'Ja',
  'En nu?',
];
const LONGEST_REST_MS = 60;

const isTaken = (asking: Promise<{ readonly ok: boolean; arrayBuffer(): Promise<unknown> }>) =>
  asking.then(
    async (response) => {
      await response.arrayBuffer();
      return response.ok;
    },
    () => false,
  );

/** One customer on the website, one in Messenger and one in Teams. */
export async function openKillCustomers(edges: Edges): Promise<readonly KillCustomer[]> {
  const { url, graph, connector, pageId } = edges;
  const visitor = await openCustomer(url);
  let newest = Date.now();
  return [
    {
      channel: 'directline',
      saying: (words) => {
        const channelData = { clientActivityID: words.replaceAll(/\W/g, '-') };
        const activity = { type: 'message', text: words, from: { id: visitor.userId }, channelData };
        return () =>
          visitor.post(activity).then(
            ({ status }) => status === 200,
            () => false,
          );
      },
    },
    {
      channel: 'facebook',
      saying: (words) => {
        const message = { mid: `m_in_${words.replaceAll(/\W/g, '_')}`, text: words };
        const event = { sender: { id: PSID }, recipient: { id: pageId }, timestamp: Date.now(), message };
        return () => isTaken(graph.deliver(`${url}/messenger/webhook`, [event]));
      },
    },
    {
      channel: 'msteams',
      saying: (words) => {
        newest += 1;
        const activity = {
          ...{
            type: 'message',
            id: String(newest),
            timestamp: new Date().toISOString(),
            channelId: 'msteams',
          },
          ...{ serviceUrl: connector.url, text: words, textFormat: 'plain', locale: 'nl-NL' },
          from: { id: '29:tess', name: 'Tess', aadObjectId: 'aad-tess' },
          recipient: { id: '28:bot', name: 'Zwaluw' },
          conversation: { id: 'a:tess', conversationType: 'personal', tenantId: 'tenant' },
        };
        const body = JSON.stringify(activity);
        const headers = { 'content-type': 'application/json' };
        return () => isTaken(fetch(`${url}/api/messages`, { method: 'POST', headers, body }));
      },
    },
  ];
}

/** Tries until it was confirmed, as clients, Meta and Azure do, over every crash in between. */
export async function untilConfirmed(saying: Saying): Promise<void> {
  while (!(await saying())) await pause(RETRY_MS);
}

/** Lets a customer talk until it is over; what was confirmed is written down. */
export async function talk(
  customer: KillCustomer,
  random: Random,
  isOver: () => boolean,
  confirmed: Confirmed[],
): Promise<void> {
  for (let count = 1; !isOver(); count += 1) {
    const words = `${pick(random, QUESTIONS)} (${customer.channel} ${count})`;
    await untilConfirmed(customer.saying(words));
    confirmed.push({ channel: customer.channel, by: 'customer', words });
    await pause(random() * LONGEST_REST_MS);
  }
}

/** Tells the page's web hook of every message that arrived, again and again until it took it, as Meta does for hours. */
export async function echoAll(edges: Edges, isOver: () => boolean): Promise<void> {
  let told = 0;
  while (!isOver()) {
    const message = edges.graph.messages[told];
    if (!message) {
      await pause(RETRY_MS);
      continue;
    }
    const { id, psid, text, metadata } = message;
    const event = {
      ...{ sender: { id: edges.pageId }, recipient: { id: psid }, timestamp: Date.now() },
      message: { is_echo: true, mid: id, text, metadata },
    };
    if (await isTaken(edges.graph.deliver(`${edges.url}/messenger/webhook`, [event]))) told += 1;
    else await pause(RETRY_MS);
  }
}
