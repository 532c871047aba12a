import { createHmac } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Random } from '../../../index/platform/random.js';
import { openCustomer, type ProductCustomer } from '../../support/product-customer.js';
import type { FuzzStage } from './fuzz-stage.js';
import { mutate, pick, strangeWord } from './mutate.js';
import { azureActivities, DESK_CALLS, directLineActivities, messengerDeliveries } from './valid-messages.js';

/** A door as somebody meets it who sends what nobody expects. */
export interface FuzzDoor {
  readonly name: string;
  /** Sends one changed message and gives the status of the answer, and what was sent. */
  send(random: Random): Promise<{ readonly status: number; readonly sent: string }>;
  /** Whether a new customer with an ordinary question is answered right. */
  answersRight(): Promise<boolean>;
}

const QUESTION = 'Waar vind ik mijn puk-code?';
const RIGHT = /Mijn Zwaluw/;
/** So often a conversation is written to before the next one begins: it may be full, or with an agent. */
const A_CONVERSATION = 40;
const LOOKS = 200;
const BETWEEN_LOOKS_MS = 25;

export async function openFuzzDoors(stage: FuzzStage): Promise<readonly FuzzDoor[]> {
  return [directLineDoor(stage), await azureDoor(stage), messengerDoor(stage), await deskDoor(stage)];
}

async function statusOf(asking: Promise<Response>): Promise<number> {
  const response = await asking;
  await response.arrayBuffer();
  return response.status;
}

async function soon(isSo: () => boolean | Promise<boolean>): Promise<boolean> {
  for (let look = 0; look < LOOKS; look += 1) {
    if (await isSo()) return true;
    await pause(BETWEEN_LOOKS_MS);
  }
  return false;
}

function directLineDoor(stage: FuzzStage): FuzzDoor {
  let customer: ProductCustomer | null = null;
  let sent = 0;
  return {
    name: 'direct line',
    async send(random) {
      if (customer === null || sent % A_CONVERSATION === 0) customer = await openCustomer(stage.url);
      sent += 1;
      const body = mutate(random, pick(random, directLineActivities(customer.userId)));
      const status = await statusOf(
        fetch(`${stage.url}/v3/directline/conversations/${customer.conversationId}/activities`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', authorization: `Bearer ${customer.token}` },
          body,
        }),
      );
      return { status, sent: body };
    },
    async answersRight() {
      const asking = await openCustomer(stage.url);
      await asking.say(QUESTION);
      return soon(async () => (await asking.heard()).some(({ text }) => RIGHT.test(text ?? '')));
    },
  };
}

async function azureDoor(stage: FuzzStage): Promise<FuzzDoor> {
  const authorization = await stage.login.sign({ claims: { serviceurl: stage.connector.url } });
  let asked = 0;
  const post = (body: string) =>
    statusOf(
      fetch(`${stage.url}/api/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization },
        body,
      }),
    );
  return {
    name: '/api/messages',
    async send(random) {
      const of = Math.floor(random() * 10_000);
      const body = mutate(random, pick(random, azureActivities(stage.connector.url, of)));
      return { status: await post(body), sent: body };
    },
    async answersRight() {
      asked += 1;
      const [message] = azureActivities(stage.connector.url, 1_000_000 + asked);
      const status = await post(JSON.stringify(message));
      const conversation = `a:${1_000_000 + asked}`;
      const isShown = () => RIGHT.test(JSON.stringify(stage.connector.shown(conversation)));
      return status < 300 && (await soon(isShown));
    },
  };
}

function messengerDoor(stage: FuzzStage): FuzzDoor {
  let asked = 0;
  const post = (body: string) => {
    const bytes = Buffer.from(body);
    const signature = createHmac('sha256', stage.appSecret).update(bytes).digest('hex');
    return statusOf(
      fetch(`${stage.url}/messenger/webhook`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-hub-signature-256': `sha256=${signature}` },
        body: bytes,
      }),
    );
  };
  return {
    name: 'messenger',
    async send(random) {
      const psid = `70${Math.floor(random() * 10_000)}`;
      const body = mutate(random, pick(random, messengerDeliveries(stage.page, psid)));
      return { status: await post(body), sent: body };
    },
    async answersRight() {
      asked += 1;
      const psid = `90${asked}`;
      const delivery = JSON.stringify(messengerDeliveries(stage.page, psid)[0]);
      const now = delivery.replaceAll('1795000000000', String(Date.now()));
      const isShown = () =>
        stage.graph.messages.some((message) => message.psid === psid && RIGHT.test(JSON.stringify(message)));
      return (await post(now)) === 200 && (await soon(isShown));
    },
  };
}

async function deskDoor(stage: FuzzStage): Promise<FuzzDoor> {
  let cookie = await stage.signIn();
  let asking: ProductCustomer | null = null;
  let sent = 0;
  const ask = (method: string, path: string, body?: string) =>
    fetch(`${stage.url}/desk/api${path}`, {
      method,
      headers: { 'content-type': 'application/json', 'x-desk': '1', cookie },
      ...(body === undefined ? {} : { body }),
    });
  const conversations = () =>
    stage.database.prepare('select id from conversations order by createdAt desc limit 5').all() as {
      id: string;
    }[];
  return {
    name: 'desk',
    async send(random) {
      if (asking === null || sent % A_CONVERSATION === 0) {
        asking = await openCustomer(stage.url);
        await asking.say('Ik wil een medewerker spreken');
        await stage.idle();
      }
      sent += 1;
      const { method, path, body } = pick(random, DESK_CALLS);
      const id = random() < 0.85 ? (pick(random, conversations())?.id ?? 'x') : strangeWord(random);
      const address = path.replace(':id', encodeURIComponent(id));
      const query = random() < 0.1 ? `?${encodeURIComponent(strangeWord(random))}=1` : '';
      const text = method === 'GET' ? undefined : mutate(random, body);
      const status = await statusOf(ask(method, `${address}${query}`, text));
      if (status === 401 && path !== '/sign-in') cookie = await stage.signIn();
      return { status, sent: `${method} ${address}${query} ${text ?? ''}` };
    },
    async answersRight() {
      const customer = await openCustomer(stage.url);
      await customer.say('Ik wil een medewerker spreken');
      const words = `Hallo, waarmee kan ik helpen? ${sent}`;
      const claimed = await soon(async () => {
        const row = stage.database
          .prepare('select id from conversations where channelConversationId = ?')
          .get(customer.conversationId) as { id: string } | undefined;
        if (!row) return false;
        const { status } = await ask('POST', `/conversation/${row.id}/take`, '{}');
        if (status !== 200) return false;
        const body = JSON.stringify({ text: words, key: `right-${sent}` });
        return (await ask('POST', `/conversation/${row.id}/reply`, body)).status === 200;
      });
      return (
        claimed &&
        (await soon(async () => (await customer.heard()).some(({ text }) => text?.includes(words))))
      );
    },
  };
}
