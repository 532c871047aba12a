import type { BotEntry, ChannelConversation, FileDownload } from '../../../bot/contracts/channels.js';
import type { Files, ReceivedFile } from '../../../bot/contracts/files.js';
import { createLanes } from '../../../index/platform/lanes.js';
import type { Log } from '../../../index/platform/log.js';
import { fetchFile } from './fetch-file.js';

/** Files of one message that its channel keeps for us. */
export interface FilesOfMessage {
  readonly of: ChannelConversation;
  /** The channel's id of the message; without one nothing is fetched, as nothing could be found again. */
  readonly activityId: string | undefined;
  readonly downloads: readonly FileDownload[];
  /** Where the message came from: `connector` downloads are asked of this server alone. */
  readonly serviceUrl?: string | undefined;
}

/** Brings files that channels keep for a short time into the file store. */
export interface FileFetching {
  /** Fetches in the background; the bot is told of each file that is kept. Never throws. */
  begin(message: FilesOfMessage): void;
  /** Resolves when nothing is being fetched. */
  idle(): Promise<void>;
}

interface FetchingParts {
  readonly files: Pick<Files, 'discard' | 'keep' | 'limits' | 'reserve' | 'temporaryPath'>;
  readonly bot: Pick<BotEntry, 'takeEvent'>;
  readonly log: Log;
  /** Access token for downloads of the connector; null where there is none to send. */
  readonly token?: () => Promise<string | null>;
  readonly fetch?: typeof fetch | undefined;
}

/** So many are fetched side by side, and so many wait at most: whatever comes above stays a link. */
const LANES = 3;
const MOST_WAITING = 100;
const TRIES = 2;

/** A crash leaves what was not fetched yet as the link, or the name, that the channel told. */
export function createFileFetching(parts: FetchingParts): FileFetching {
  const { files, bot, log } = parts;
  const lanes = createLanes();
  const names = Array.from({ length: LANES }, (_, lane) => `lane ${lane}`);

  async function get(download: FileDownload, serviceUrl: string | undefined) {
    const isConnector = download.from === 'connector';
    const token = isConnector ? ((await parts.token?.()) ?? null) : null;
    const request = { ...download, mayAsk: rulesOf(download, serviceUrl), token };
    let fetched = await fetchFile(request, files, parts.fetch);
    for (let tries = 1; tries < TRIES && fetched.kind === 'failed' && fetched.isPassing; tries += 1) {
      fetched = await fetchFile(request, files, parts.fetch);
    }
    return fetched;
  }

  async function keep(received: ReceivedFile, of: ChannelConversation) {
    const room = await files.reserve(of, files.limits.fileBytes);
    if (room.kind === 'none') {
      await files.discard([received]);
      return { kind: 'refused', reason: `there is no room (${room.because})` } as const;
    }
    try {
      return await files.keep([received], { of, agentId: null });
    } finally {
      room.settle();
    }
  }

  async function bring(message: FilesOfMessage, activityId: string, download: FileDownload): Promise<void> {
    const { of, serviceUrl } = message;
    const leave = (reason: string) =>
      log.info('A file of a customer was not fetched.', { channelId: of.channelId, reason });
    try {
      const fetched = await get(download, serviceUrl);
      if (fetched.kind === 'failed') return leave(fetched.reason);
      const keeping = await keep(fetched.file, of);
      if (keeping.kind === 'refused') return leave(keeping.reason);
      const [file] = keeping.files;
      if (file) await bot.takeEvent({ kind: 'file-kept', of, activityId, place: download.place, file });
    } catch (error) {
      log.error('A file of a customer could not be kept.', { channelId: of.channelId, error });
    }
  }

  return {
    begin(message) {
      const { activityId } = message;
      if (activityId === undefined) return;
      for (const download of message.downloads.slice(0, files.limits.files)) {
        const [lane = ''] = names.toSorted((one, other) => lanes.length(one) - lanes.length(other));
        if (lanes.length(lane) * LANES >= MOST_WAITING) {
          log.warn('A file of a customer was not fetched: too many wait.', {
            channelId: message.of.channelId,
          });
          continue;
        }
        void lanes.serially(lane, () => bring(message, activityId, download));
      }
    },
    idle: () => lanes.idle(),
  };
}

/** Domains over https at their own port; or the very server that a message came from, and its attachments alone. */
function rulesOf({ from }: FileDownload, serviceUrl: string | undefined): (address: URL) => boolean {
  if (from === 'connector') {
    const origin = serviceUrl && URL.canParse(serviceUrl) ? new URL(serviceUrl).origin : null;
    return ({ origin: asked, pathname }) => asked === origin && pathname.includes('/v3/attachments/');
  }
  return ({ protocol, hostname, port, username, password }) =>
    protocol === 'https:' &&
    port === '' &&
    username === '' &&
    password === '' &&
    from.some((domain) => hostname === domain || hostname.endsWith(`.${domain}`));
}
