import { createHmac } from 'node:crypto';
import type { Activity } from '../../bot/contracts/activities.js';
import type { BotEntry, ChannelEvent, Transport } from '../../bot/contracts/channels.js';
import { createMessenger, type MessengerParts } from '../../channels/messenger/create-messenger.js';
import type { MessengerOptions } from '../../channels/messenger/messenger-options.js';
import { createServer } from '../../channels/server/create-server.js';
import { channelSettings } from '../../channels/settings.js';
import { createLog } from '../../index/platform/log.js';
import { parseSettings } from '../../index/platform/settings.js';

export const PAGE = '1044';
export const PSID = '7001';
export const APP_SECRET = 'app-secret-only-for-tests';

export const MESSENGER_OPTIONS: MessengerOptions = {
  appSecret: APP_SECRET,
  verifyToken: 'verify-token-only-for-tests',
  pageAccessToken: 'page-token-only-for-tests',
  pageId: null,
  appId: null,
  canAgentsReplyLate: true,
  personaPicture: null,
  inboxName: 'Meta Business Suite',
  automationApps: [],
  graphUrl: 'http://127.0.0.1:9',
  graphVersion: 'v26.0',
};

/** What a bot was given, in order. */
export type Taken = { readonly activity: Activity } | { readonly event: ChannelEvent };

export interface MessengerServer {
  readonly url: string;
  readonly webhook: string;
  readonly taken: Taken[];
  /** What went out by the transport. */
  readonly sent: Activity[];
  readonly logLines: string[];
  /** Posts a body as Meta does; signed with the right secret unless another signature (null: none) is given. */
  deliver(body: unknown, signature?: string | null): Promise<Response>;
  /** Resolves when the door has no work under way. */
  idle(): Promise<void>;
  /** Moves the server's clock. */
  advance(ms: number): void;
  stop(): Promise<void>;
}

export interface MessengerServerOptions {
  readonly options?: Partial<MessengerOptions>;
  readonly bot?: Partial<Pick<BotEntry, 'accept' | 'takeEvent'>>;
  readonly lookUpName?: MessengerParts['lookUpName'];
  /** Where what customers send is kept, and how it is fetched. */
  readonly keeping?: Pick<MessengerParts, 'files' | 'fetch'>;
  /** Without it, the server has no door for Messenger at all. */
  readonly isOn?: boolean;
}

/** The signature header of Meta for these bytes. */
export function signatureOf(bytes: string | Buffer, secret = APP_SECRET): string {
  return `sha256=${createHmac('sha256', secret).update(bytes).digest('hex')}`;
}

/** A delivery of one page, as JSON. */
export function delivery(messaging: readonly unknown[], standby: readonly unknown[] = [], page = PAGE) {
  const lists = {
    ...(messaging.length > 0 ? { messaging } : {}),
    ...(standby.length > 0 ? { standby } : {}),
  };
  return { object: 'page', entry: [{ id: page, time: 1_790_000_000_500, ...lists }] };
}

/** An event of a customer, with the parts that are given. */
export function event(parts: object, timestamp = 1_790_000_000_000, customer = PSID) {
  return { sender: { id: customer }, recipient: { id: PAGE }, timestamp, ...parts };
}

/** The echo of what the page sent. */
export function echo(message: object, timestamp = 1_790_000_000_000) {
  return {
    sender: { id: PAGE },
    recipient: { id: PSID },
    timestamp,
    message: { is_echo: true, ...message },
  };
}

/** The real web server with the real webhook, and a bot that keeps what it is given. */
export async function startMessengerServer(given: MessengerServerOptions = {}): Promise<MessengerServer> {
  const taken: Taken[] = [];
  const sent: Activity[] = [];
  const logLines: string[] = [];
  const log = createLog('debug', (line) => logLines.push(line));
  let offsetMs = 0;
  const transport: Transport = {
    door: 'messenger',
    send: async (activity) => {
      sent.push(activity);
      return { kind: 'sent', id: `sent ${sent.length}` };
    },
  };
  const { door } = createMessenger({
    options: { ...MESSENGER_OPTIONS, ...given.options },
    bot: {
      accept: async (activity, by) => {
        taken.push({ activity });
        await given.bot?.accept?.(activity, by);
      },
      takeEvent: async (event) => {
        taken.push({ event });
        await given.bot?.takeEvent?.(event);
      },
    },
    transport,
    ...given.keeping,
    ...(given.lookUpName ? { lookUpName: given.lookUpName } : {}),
    log,
    clock: { now: () => new Date(1_790_000_001_000 + offsetMs) },
  });
  const server = createServer({
    settings: parseSettings(channelSettings, {}),
    log,
    doors: given.isOn === false ? [] : [door],
    notReadyBecause: () => null,
    pagesDirectory: null,
  });
  const running = await server.listen(0);
  const url = `http://127.0.0.1:${running.port}`;
  const webhook = `${url}/messenger/webhook`;
  return {
    url,
    webhook,
    taken,
    sent,
    logLines,
    deliver(body, signature) {
      const bytes = typeof body === 'string' ? body : JSON.stringify(body);
      const header = signature === undefined ? signatureOf(bytes) : signature;
      return fetch(webhook, {
        method: 'POST',
        body: bytes,
        headers: {
          'content-type': 'application/json',
          ...(header === null ? {} : { 'x-hub-signature-256': header }),
        },
      });
    },
    idle: async () => door.idle?.(),
    advance: (ms) => {
      offsetMs += ms;
    },
    stop: () => running.stop(),
  };
}
