import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Activity } from '../../bot/contracts/activities.js';
import type { BotEntry, Origin, Transport } from '../../bot/contracts/channels.js';
import type { CustomerMail } from '../../bot/contracts/mail/customer-mail.js';
import type { WebchatStore } from '../../bot/contracts/webchat.js';
import type { OwnedFiles } from '../../bot/files/files.js';
import { createWebchatStore } from '../../bot/store/webchat-store.js';
import { createServer, type ServerOptions } from '../../channels/server/create-server.js';
import { createFilesDoor } from '../../channels/server/files/files-door.js';
import { type ChannelSettings, channelSettings } from '../../channels/settings.js';
import { createWebchat } from '../../channels/webchat/create-webchat.js';
import { createLog } from '../../index/platform/log.js';
import { parseSettings } from '../../index/platform/settings.js';
import { SEND_FACTS } from './send-facts.js';
import { openTestFiles } from './test-files.js';

export const SECRET = 'a-secret-only-for-tests-1234';

/** The settings of the channels as an empty environment gives them, with changes. */
export function channelSettingsWith(changes: Partial<ChannelSettings> = {}): ChannelSettings {
  return { ...parseSettings(channelSettings, { WEBCHAT_SECRET: SECRET }), ...changes };
}

export interface WebchatServer {
  /** `http://127.0.0.1:<port>` */
  readonly url: string;
  readonly wsUrl: string;
  readonly directLine: string;
  readonly transport: Transport;
  readonly store: WebchatStore;
  /** What the bot was given, in order. */
  readonly received: Activity[];
  /** Where each of these came from. */
  readonly origins: (Origin | undefined)[];
  readonly logLines: string[];
  readonly directory: string;
  readonly filesDirectory: string;
  readonly files: OwnedFiles;
  readonly pagesDirectory: string;
  /** Moves the server's clock. */
  advance(ms: number): void;
  stop(): Promise<void>;
}

export interface WebchatServerOptions {
  readonly settings?: Partial<ChannelSettings>;
  readonly bot?: BotEntry['receive'];
  /** What customers take with them; nothing where not given. */
  readonly mail?: CustomerMail;
  readonly takeEvent?: BotEntry['takeEvent'];
  readonly heartbeatMs?: number;
  readonly patienceMs?: number;
  readonly store?: WebchatStore;
  /** How many megabytes of files are kept. */
  readonly files?: { readonly conversationMb?: number; readonly totalMb?: number };
  readonly notReadyBecause?: () => string | null;
  readonly times?: ServerOptions['times'];
  /** How long an open window may take for what it was sent. */
  readonly streamPatienceMs?: number;
}

/** The real web server with the real web chat, its store in memory and a bot that echoes. */
export async function startWebchatServer(options: WebchatServerOptions = {}): Promise<WebchatServer> {
  const directory = mkdtempSync(join(tmpdir(), 'webchat-'));
  const pagesDirectory = mkdtempSync(join(tmpdir(), 'pages-'));
  const received: Activity[] = [];
  const origins: (Origin | undefined)[] = [];
  const logLines: string[] = [];
  const log = createLog('debug', (line) => logLines.push(line));
  const settings = channelSettingsWith(options.settings);
  let offsetMs = 0;
  const clock = { now: () => new Date(Date.now() + offsetMs) };
  const kept = await openTestFiles({ clock, ...options.files });
  const store = options.store ?? createWebchatStore(kept.store, clock);
  const webchat = createWebchat({
    settings,
    signingKey: 'a-signing-key-only-for-tests-1234567890',
    store,
    bot: {
      receive: (activity, transport, origin) => {
        received.push(activity);
        origins.push(origin);
        return (options.bot ?? echo)(activity, transport);
      },
      ...(options.takeEvent ? { takeEvent: options.takeEvent } : {}),
    },
    ...(options.mail ? { mail: options.mail } : {}),
    botAccount: { id: 'bot', name: 'Robin' },
    files: kept.files,
    log,
    clock,
    ...(options.streamPatienceMs === undefined ? {} : { patienceMs: options.streamPatienceMs }),
  });
  const server = createServer({
    settings,
    log,
    doors: [webchat.door, createFilesDoor(kept.files)],
    notReadyBecause: options.notReadyBecause ?? (() => null),
    pagesDirectory,
    ...(options.heartbeatMs === undefined ? {} : { heartbeatMs: options.heartbeatMs }),
    ...(options.patienceMs === undefined ? {} : { patienceMs: options.patienceMs }),
    ...(options.times === undefined ? {} : { times: options.times }),
  });
  const running = await server.listen(0);
  const url = `http://127.0.0.1:${running.port}`;
  return {
    url,
    wsUrl: url.replace('http', 'ws'),
    directLine: `${url}/v3/directline`,
    transport: webchat.transport,
    store,
    received,
    origins,
    logLines,
    directory,
    filesDirectory: kept.directory,
    files: kept.files,
    pagesDirectory,
    advance: (ms) => {
      offsetMs += ms;
    },
    stop: async () => {
      await running.stop();
      await kept.remove();
      rmSync(directory, { recursive: true, force: true });
      rmSync(pagesDirectory, { recursive: true, force: true });
    },
  };
}

/** Greets who comes in, types, repeats messages, and fails on "fail". */
export const echo: BotEntry['receive'] = async (activity, transport) => {
  if (activity.text === 'fail') throw new Error('the bot failed on purpose');
  if (activity.type === 'typing') return;
  const conversation = activity.conversation ?? { id: '' };
  const from = { id: 'bot', name: 'Robin', role: 'bot' };
  const say = (text: string) =>
    transport.send(
      {
        type: 'message',
        id: `answer-to-${activity.id}`,
        text,
        from,
        conversation,
        ...(activity.id === undefined ? {} : { replyToId: activity.id }),
      },
      SEND_FACTS,
    );
  if (activity.type === 'conversationUpdate') await say('Welcome');
  if (activity.type === 'event') await say(`event ${activity.name}`);
  if (activity.type !== 'message') return;
  await transport.send({ type: 'typing', from, conversation }, SEND_FACTS);
  await say(`echo ${activity.text ?? ''}`.trim());
};
