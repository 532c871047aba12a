import type { Activity } from '../../bot/contracts/activities.js';
import type { ChannelForm, Transport } from '../../bot/contracts/channels.js';
import type { Files } from '../../bot/contracts/files.js';
import { type Clock, systemClock } from '../../index/platform/clock.js';
import type { Log } from '../../index/platform/log.js';
import type { ChannelAnswer, ChannelDesk } from '../channel-desk.js';
import type { Door } from '../server/door.js';
import { createFileFetching } from '../server/files/file-fetching.js';
import { vouchFor } from '../server/front/vouched.js';
import { type Request, Router, readJsonBody } from '../server/http.js';
import type { AzureOptions } from './azure-options.js';
import { createAzureTransport } from './azure-transport.js';
import type { AzureConnector } from './connector/contracts.js';
import type { FileSending } from './connector/with-files.js';
import { azureErrors, azureStatuses } from './errors.js';
import { localRefusal } from './local-refusal.js';
import { readActivityBody } from './read-activity-body.js';
import { createRoomLine } from './rooms/room-line.js';
import { createActivityTaker, type TakingBot } from './take-activity.js';

interface AzureParts {
  /** See `azureOptions`. */
  readonly options: AzureOptions;
  /** Made with the identity of the options. */
  readonly connector: AzureConnector;
  readonly bot: TakingBot;
  /** All channels, `*` included; those of other doors are left alone. */
  readonly forms: readonly ChannelForm[];
  /** The files that agents send, and where others reach us. */
  readonly sending: FileSending;
  /** Faces of the desk within its channels; none where not given. */
  readonly desks?: readonly ChannelDesk[];
  /** Keeps what customers send; it stays a name or link where left out. */
  readonly files?: Files;
  readonly fetch?: typeof fetch;
  readonly log: Log;
  readonly clock?: Clock;
}

/** Azure Bot Service as the server and the bot see it. */
interface Azure {
  readonly door: Door;
  readonly transport: Transport;
}

/** Longest body, in characters; Teams itself takes about 100 KB a message. */
const BODY_LIMIT = 262_144;

/** Refused calls are told in the log at most this often: anybody can make one. */
const TELL_EVERY_MS = 60_000;

/** Teams and every other channel of Azure Bot Service, at /api/messages. */
export function createAzure(parts: AzureParts): Azure {
  const { options, connector, bot, forms, desks = [], clock = systemClock } = parts;
  const log = parts.log.child('azure');
  const isLocalOnly = options.identity === null;
  const transport = createAzureTransport({ connector, isLocalOnly, log, clock, sending: parts.sending });
  const line = createRoomLine({ connector, isLocalOnly, clock });
  const { files, fetch } = parts;
  const token = () => connector.token();
  const fetching = files ? createFileFetching({ files, bot, log, token, fetch }) : null;
  const take = createActivityTaker(bot, forms, desks, transport, fetching);
  let toldAt = Number.NEGATIVE_INFINITY;

  async function receive(request: Request): Promise<ChannelAnswer> {
    if (isLocalOnly && !options.isLocalAllowed) throw azureErrors.AZURE_OFF({});
    const activity = readActivityBody(request.body);
    const reason = isLocalOnly ? localRefusal(request, activity) : null;
    if (reason !== null) throw azureErrors.AZURE_LOCAL_ONLY({ reason });
    return believed(activity, request.headers.authorization ?? '');
  }

  async function believed(activity: Activity, authorization: string): Promise<ChannelAnswer> {
    const verdict = await connector.receive(activity, authorization, () => take(activity));
    if (verdict.kind === 'taken') return verdict.answer;
    if (verdict.kind === 'not-checked') {
      log.error('Calls of Azure cannot be checked.', { reason: verdict.reason });
      throw azureErrors.AZURE_KEYS_UNREACHABLE({});
    }
    tellRefused(verdict.reason);
    throw azureErrors.AZURE_CALLER_REFUSED({ reason: verdict.reason });
  }

  function tellRefused(reason: string): void {
    const now = clock.now().getTime();
    if (now - toldAt < TELL_EVERY_MS) return;
    toldAt = now;
    log.warn('A call was refused that was not verified as one of Azure.', { reason });
  }

  const router = Router();
  router.post('/api/messages', readJsonBody(BODY_LIMIT), async (request, response) => {
    const { status, body } = await receive(request);
    if (!isLocalOnly) vouchFor(request);
    response.status(status);
    if (body === undefined) response.end();
    else response.json(body);
  });
  router.all('/api/messages', (_request, response, next) => {
    response.setHeader('Allow', 'POST');
    next(azureErrors.AZURE_POST_ONLY({}));
  });
  const door: Door = {
    name: 'azure',
    router,
    errorStatuses: azureStatuses,
    async start() {
      for (const desk of desks) await desk.start(line);
    },
    async stop() {
      for (const desk of desks) await desk.stop();
    },
    idle: async () => fetching?.idle(),
  };
  return { door, transport };
}
