import type { Clock } from '../../../index/platform/clock.js';
import type { Log } from '../../../index/platform/log.js';
import { channelErrors } from '../../errors.js';
import { vouchFor } from '../../server/front/vouched.js';
import { checkNesting, Router, readBytes } from '../../server/http.js';
import { messengerErrors } from '../errors.js';
import type { MessengerOptions } from '../messenger-options.js';
import { type EventReading, readEvents } from '../reading/read-events.js';
import type { Intake } from './intake.js';
import { isSameSecret, isSignedBy } from './verify-signature.js';

interface WebhookParts {
  readonly options: Pick<
    MessengerOptions,
    'appSecret' | 'verifyToken' | 'pageId' | 'appId' | 'inboxName' | 'automationApps'
  >;
  readonly intake: Intake;
  readonly log: Log;
  readonly clock: Clock;
}

/** Path at which Meta delivers. */
const WEBHOOK_PATH = '/messenger/webhook';
/** A delivery holds one event as a rule, of at most some 15 KB, and never more than 1,000. */
const MAX_BODY_BYTES = 1_000_000;
const WARN_EVERY_MS = 3_600_000;

/**
 * The webhook of Meta: `GET` proves once that it is ours, `POST` brings events. A delivery is answered with 200 when the
 * bot has kept all of it, and with 5xx when it has not, so that Meta delivers it again.
 */
export function webhookRouter({ options, intake, log, clock }: WebhookParts): Router {
  const router = Router();
  const warn = atMostHourly(log, clock);
  let hasHeard = false;

  router.get(WEBHOOK_PATH, (request, response) => {
    const {
      'hub.mode': mode,
      'hub.verify_token': token,
      'hub.challenge': challenge,
    } = request.query as Readonly<Record<string, unknown>>;
    const isOurs = typeof token === 'string' && isSameSecret(token, options.verifyToken);
    if (mode !== 'subscribe' || !isOurs || typeof challenge !== 'string') {
      throw messengerErrors.MESSENGER_TOKEN_WRONG({});
    }
    log.info('Meta has verified the webhook.');
    response.set('Cache-Control', 'no-store').type('text/plain').send(challenge);
  });

  router.post(WEBHOOK_PATH, readBytes(MAX_BODY_BYTES), async (request, response) => {
    const bytes: unknown = request.body;
    const signature = request.get('x-hub-signature-256');
    if (!Buffer.isBuffer(bytes) || !isSignedBy(options.appSecret, bytes, signature)) {
      if (signature !== undefined) warn('An event was refused: it is not signed with MESSENGER_APP_SECRET.');
      throw messengerErrors.MESSENGER_SIGNATURE_WRONG({});
    }
    vouchFor(request);
    const body = parseBody(bytes);
    if (!hasHeard) log.info('Meta delivers events.');
    hasHeard = true;
    const events = readEvents(body, options, clock.now().toISOString()).filter(isOfOurPage);
    for (const { kind, readings } of events) {
      if (readings.length === 0) log.debug('An event was left out.', { kind });
    }
    await intake.take(events.flatMap((event) => event.readings));
    response.type('text/plain').send('EVENT_RECEIVED');
  });

  function isOfOurPage({ pageId }: EventReading): boolean {
    if (options.pageId === null || options.pageId === pageId) return true;
    warn('Events were left out: they are of another page than MESSENGER_PAGE_ID.', { pageId });
    return false;
  }

  return router;
}

/** @throws BAD_ARGUMENT, MESSENGER_NOT_A_PAGE */
function parseBody(bytes: Buffer): unknown {
  checkNesting(bytes);
  const body = parseJson(withTextIds(bytes.toString('utf8')));
  const object = typeof body === 'object' && body !== null && 'object' in body ? body.object : undefined;
  if (object === 'page') return body;
  const named = typeof object === 'string' && /^\w{1,40}$/.test(object) ? object : 'something unnamed';
  throw messengerErrors.MESSENGER_NOT_A_PAGE({ object: named });
}

/** Ids as texts: as numbers, long ones would lose their last digits. A quoted `"id"` inside a text has backslashes. */
function withTextIds(json: string): string {
  return json.replace(/("id"\s*:\s*)(\d{1,100})(?=\s*[,}])/g, '$1"$2"');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The parser's own words quote the body, which holds what customers wrote.
    throw channelErrors.BAD_ARGUMENT({ reason: 'the body is not JSON' });
  }
}

/** A warning that anybody on the internet can cause fills no log. */
function atMostHourly(log: Log, clock: Clock): Log['warn'] {
  const warnedAt = new Map<string, number>();
  return (message, facts) => {
    const now = clock.now().getTime();
    if (now - (warnedAt.get(message) ?? Number.NEGATIVE_INFINITY) < WARN_EVERY_MS) return;
    warnedAt.set(message, now);
    log.warn(message, facts);
  };
}
