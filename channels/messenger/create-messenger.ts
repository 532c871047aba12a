import type { BotEntry, Transport } from '../../bot/contracts/channels.js';
import type { Files } from '../../bot/contracts/files.js';
import { type Clock, systemClock } from '../../index/platform/clock.js';
import type { Log } from '../../index/platform/log.js';
import type { Door } from '../server/door.js';
import { createFileFetching } from '../server/files/file-fetching.js';
import { Router } from '../server/http.js';
import { messengerStatuses } from './errors.js';
import type { MessengerOptions } from './messenger-options.js';
import { pictureRouter } from './picture-router.js';
import { createCustomerNames, type LookUpName } from './reading/customer-names.js';
import { CHANNEL_ID } from './reading/event-scene.js';
import { metaDownloads } from './reading/meta-downloads.js';
import { createIntake } from './webhook/intake.js';
import { webhookRouter } from './webhook/webhook-router.js';

export interface MessengerParts {
  readonly options: MessengerOptions;
  readonly bot: Pick<BotEntry, 'accept' | 'takeEvent'>;
  /** How answers go out; given to the bot with each activity. */
  readonly transport: Transport;
  /** Finds the name of a customer; names stay unknown where left out. */
  readonly lookUpName?: LookUpName;
  /** Keeps what customers send; it stays a link of Meta's where left out. */
  readonly files?: Files;
  readonly fetch?: typeof fetch;
  readonly log: Log;
  readonly clock?: Clock;
}

interface Messenger {
  /** For the server: the webhook, and the picture of agents that Meta fetches from here. */
  readonly door: Door;
}

/** Facebook Messenger without Azure: Meta's webhook as a door of the server. */
export function createMessenger(parts: MessengerParts): Messenger {
  const { options, bot, transport, clock = systemClock } = parts;
  const log = parts.log.child('messenger');
  const names = createCustomerNames(parts.lookUpName ?? (async () => null), bot, log);
  const { files, fetch } = parts;
  const fetching = files && createFileFetching({ files, bot, log, fetch });
  const intake = createIntake(bot, transport, (activity) => {
    names.meet(activity);
    fetching?.begin({
      of: { channelId: CHANNEL_ID, conversationId: activity.conversation?.id ?? '' },
      activityId: activity.id,
      downloads: activity.type === 'message' ? metaDownloads(activity) : [],
    });
  });
  const router = Router();
  router.use(webhookRouter({ options, intake, log, clock }), pictureRouter());
  return {
    door: {
      name: 'messenger',
      router,
      errorStatuses: messengerStatuses,
      async idle() {
        await intake.idle();
        await fetching?.idle();
        await names.idle();
      },
    },
  };
}
