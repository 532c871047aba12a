import { channelErrors } from '../../errors.js';
import { publicAddress } from '../../server/public-address.js';
import type { SocketRoute } from '../../server/sockets.js';
import type { ChannelSettings } from '../../settings.js';
import type { History } from '../live/history.js';
import type { LiveConversations } from '../live/live-conversations.js';
import { readWatermark } from '../live/watermark.js';
import type { Claims, Tokens } from '../tokens.js';
import { allowedOrigin } from './origins.js';

const STREAM_PATH = /^\/v3\/directline\/conversations\/([^/]+)\/stream$/;

/** The address of a stream that replays what came after `watermark`; its ticket is good for a minute. */
export async function streamUrl(
  wsAddress: string,
  claims: Claims,
  watermark: string,
  tokens: Tokens,
): Promise<string> {
  const query = new URLSearchParams({ watermark, t: await tokens.issueTicket(claims) });
  return `${wsAddress}/v3/directline/conversations/${encodeURIComponent(claims.conversationId)}/stream?${query}`;
}

/** `GET /v3/directline/conversations/{id}/stream?watermark=&t=`: replay, then live. What clients send is ignored. */
export function createStreamRoute(
  tokens: Tokens,
  live: LiveConversations,
  history: Pick<History, 'countRead'>,
  settings: ChannelSettings,
): SocketRoute {
  return {
    path: STREAM_PATH,
    async accept(request, url) {
      // Browsers do not guard WebSockets by CORS, so that the page's origin is checked here.
      allowedOrigin(request, settings);
      const claims = await tokens.readTicket(url.searchParams.get('t') ?? '');
      const conversationId = STREAM_PATH.exec(url.pathname)?.[1];
      if (conversationId !== encodeURIComponent(claims.conversationId)) {
        throw channelErrors.CONVERSATION_NOT_YOURS({});
      }
      const sequence = readWatermark(url.searchParams.get('watermark') ?? '');
      const base = publicAddress(request, settings).http;
      await history.countRead(claims.conversationId);
      return (socket) => void live.join(claims.conversationId, socket, sequence, base);
    },
  };
}
