import type { Clock } from '../../../index/platform/clock.js';

/** Who signs calls of Azure Bot Service: in the public cloud, and in that of the US government. */
const ISSUERS: readonly unknown[] = ['https://api.botframework.com', 'https://api.botframework.us'];

/** Clocks may differ by five minutes, as everywhere in the Bot Framework. */
const TOLERANCE_MS = 300_000;

/**
 * Why a token is refused for what it says of itself, before its signature is looked at; null where nothing speaks against it.
 *
 * The SDK also takes tokens in the Emulator's form, which Microsoft's login signs for anybody who has the bot's secret, and
 * tokens of other bots: neither has anything to say to this one. And it writes each expired token to standard error.
 * @param authorization header of the call, '' where it had none
 */
export function tokenRefusal(authorization: string, clock: Clock): string | null {
  const { iss, exp } = claimsIn(authorization);
  if (!ISSUERS.includes(iss)) return 'The token is not one of Azure Bot Service.';
  const isExpired = typeof exp === 'number' && exp * 1_000 + TOLERANCE_MS < clock.now().getTime();
  return isExpired ? 'The token has expired.' : null;
}

function claimsIn(authorization: string): { readonly iss?: unknown; readonly exp?: unknown } {
  const [, claims = ''] = /^Bearer [^.\s]+\.([^.\s]+)\.[^.\s]*$/i.exec(authorization) ?? [];
  try {
    return Object(JSON.parse(Buffer.from(claims, 'base64url').toString('utf8')));
  } catch {
    return {};
  }
}
