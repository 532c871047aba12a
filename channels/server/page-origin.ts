import type { IncomingMessage } from 'node:http';
import type { ChannelSettings } from '../settings.js';
import { publicAddress } from './public-address.js';

export type OriginSettings = Pick<ChannelSettings, 'PUBLIC_URL' | 'TRUST_PROXY' | 'WEBCHAT_ORIGINS'>;

/** What a browser learns that asks before it sends (Fetch standard, "CORS-preflight request"): what DirectLineJS sends. */
export const PREFLIGHT_HEADERS: Readonly<Record<string, string>> = {
  'Access-Control-Allow-Methods': 'GET,POST,OPTIONS',
  'Access-Control-Allow-Headers': 'authorization,content-type,x-ms-bot-agent,x-requested-with',
  'Access-Control-Max-Age': '600',
};

/** Whether pages of an origin may use the chat: those of a listed website, and our own. */
export function mayUseChat(origin: string, request: IncomingMessage, settings: OriginSettings): boolean {
  const listed = settings.WEBCHAT_ORIGINS.map(withoutSlash);
  return (
    listed.includes('*') ||
    listed.includes(origin.toLowerCase()) ||
    origin.toLowerCase() === publicAddress(request, settings).http
  );
}

function withoutSlash(origin: string): string {
  return origin.toLowerCase().replace(/\/+$/, '');
}
