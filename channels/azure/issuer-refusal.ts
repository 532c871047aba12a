/** Who signs calls of Azure Bot Service: in the public cloud, and in that of the US government. */
const ISSUERS = ['https://api.botframework.com', 'https://api.botframework.us'];

/**
 * Why a token is not one of Azure Bot Service; null where it names the right issuer, which its signature has yet to prove.
 * The SDK also takes tokens in the Emulator's form, which Microsoft's login signs for anybody who has the bot's secret, and
 * tokens of other bots: neither has anything to say to this one.
 * @param authorization header of the call, '' where it had none
 */
export function issuerRefusal(authorization: string): string | null {
  const [, claims = ''] = /^Bearer [^.\s]+\.([^.\s]+)\.[^.\s]*$/i.exec(authorization) ?? [];
  return ISSUERS.includes(issuerIn(claims)) ? null : 'The token is not one of Azure Bot Service.';
}

function issuerIn(claims: string): string {
  try {
    const { iss } = Object(JSON.parse(Buffer.from(claims, 'base64url').toString('utf8'))) as {
      iss?: unknown;
    };
    return typeof iss === 'string' ? iss : '';
  } catch {
    return '';
  }
}
