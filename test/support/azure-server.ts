import type { Activity } from '../../bot/contracts/activities.js';
import type { BotEntry, ChannelEvent, ChannelForm, Transport } from '../../bot/contracts/channels.js';
import type { AzureOptions } from '../../channels/azure/azure-options.js';
import { createCloudAdapter } from '../../channels/azure/connector/cloud-adapter.js';
import { createAzure } from '../../channels/azure/create-azure.js';
import { createServer } from '../../channels/server/create-server.js';
import { channelSettings } from '../../channels/settings.js';
import { createLog } from '../../index/platform/log.js';
import { parseSettings } from '../../index/platform/settings.js';
import { NO_FILES } from './test-files.js';

/** The real server with the real door /api/messages and a bot that events what it is given. */
export interface AzureServer {
  readonly url: string;
  readonly accepted: Activity[];
  readonly events: ChannelEvent[];
  readonly transport: Transport;
  readonly logLines: string[];
  post(body: unknown, headers?: Readonly<Record<string, string>>): Promise<Response>;
  stop(): Promise<void>;
}

export interface AzureServerOptions {
  readonly options: AzureOptions;
  readonly forms?: readonly ChannelForm[];
  readonly bot?: Partial<BotEntry>;
}

export async function startAzureServer({
  options,
  forms = [],
  bot = {},
}: AzureServerOptions): Promise<AzureServer> {
  const accepted: Activity[] = [];
  const events: ChannelEvent[] = [];
  const logLines: string[] = [];
  const log = createLog('debug', (line) => logLines.push(line));
  const clock = { now: () => new Date() };
  const azure = createAzure({
    sending: { files: NO_FILES, publicUrl: null },
    options,
    forms,
    log,
    clock,
    connector: createCloudAdapter({ identity: options.identity, clock }),
    bot: {
      accept: async (activity) => void accepted.push(activity),
      takeEvent: async (event) => void events.push(event),
      receive: async () => {},
      ...bot,
    },
  });
  const server = createServer({
    settings: parseSettings(channelSettings, {}),
    log,
    doors: [azure.door],
    notReadyBecause: () => null,
    pagesDirectory: null,
  });
  const running = await server.listen(0);
  const url = `http://127.0.0.1:${running.port}/api/messages`;
  return {
    url,
    accepted,
    events,
    logLines,
    transport: azure.transport,
    post: (body, headers = {}) =>
      fetch(url, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
    stop: () => running.stop(),
  };
}

/** A message of a customer in Teams as it comes to /api/messages, with changes. */
export function teamsMessage(changes: Partial<Activity> = {}): Activity {
  return {
    type: 'message',
    id: '1481567603816',
    channelId: 'msteams',
    serviceUrl: 'https://smba.trafficmanager.net/emea/',
    from: { id: '29:customer', name: 'Anna' },
    recipient: { id: '28:bot', name: 'Zwaluw' },
    conversation: { id: 'a:1', conversationType: 'personal' },
    text: 'Waar vind ik mijn pincode?',
    ...changes,
  };
}
