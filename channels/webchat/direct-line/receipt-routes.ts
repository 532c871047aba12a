import type { ChannelEvent } from '../../../bot/contracts/channels.js';
import { isRecord } from '../../../index/platform/is-record.js';
import { channelErrors } from '../../errors.js';
import { type Router, readJsonBody } from '../../server/http.js';
import { limitPerMinute } from '../../server/rate-limit.js';
import { OUR_CHANNEL } from '../live/show-files.js';
import type { DirectLineParts } from './direct-line-parts.js';

/** Far above what a window tells: one every two seconds. */
const RECEIPTS_PER_MINUTE = 120;
const MOST_CHARACTERS = 500;

/**
 * `POST …/receipts` `{delivered?, read?}`, ours and no part of Direct Line: the time stamps of the newest message that a window
 * has, and of the newest that was in sight of its customer. Nothing of it is echoed or renews anything; what comes too often is refused with 429
 * and told by the next.
 */
export function addReceiptRoutes(
  router: Router,
  { authentication, clock, tellBot }: Pick<DirectLineParts, 'authentication' | 'clock' | 'tellBot'>,
): void {
  const limit = limitPerMinute(RECEIPTS_PER_MINUTE, (request) => String(request.params.conversationId));
  router.post(
    '/conversations/:conversationId/receipts',
    async (request, response, next) => {
      response.locals.member = await authentication.memberOf(request);
      next();
    },
    limit,
    readJsonBody(MOST_CHARACTERS),
    async (request, response) => {
      const { conversationId } = response.locals.member as { readonly conversationId: string };
      const of = { channelId: OUR_CHANNEL, conversationId };
      const events = (['delivered', 'read'] as const).flatMap((kind): ChannelEvent[] => {
        const until = timeIn(request.body, kind, clock.now().getTime());
        return until === null ? [] : [{ kind, of, until }];
      });
      for (const event of events) await tellBot(event);
      response.json({});
    },
  );
}

/** Null where it is not told. Nobody has read what is said later. @throws BAD_ARGUMENT where it is no time */
function timeIn(body: unknown, field: 'delivered' | 'read', now: number): string | null {
  const value = isRecord(body) ? body[field] : undefined;
  if (value === undefined) return null;
  const time = typeof value === 'string' ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(time)) throw channelErrors.BAD_ARGUMENT({ reason: `"${field}" must be a time stamp` });
  return new Date(Math.min(time, now)).toISOString();
}
