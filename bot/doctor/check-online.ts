import { messageOf } from '../../index/platform/errors.js';
import { type DoctorFinding, finding } from './findings.js';

/** A bot's registration at Microsoft. */
export interface Registration {
  readonly appId: string;
  readonly password: string;
  /** The tenant, or `botframework.com` for a bot of many tenants. */
  readonly tenant: string;
}

/** Microsoft's endpoint for tokens (OAuth 2.0 client credentials), where the SDK asks too. */
const LOGIN = 'https://login.microsoftonline.com';
const SCOPE = 'https://api.botframework.com/.default';
const TIMEOUT_MS = 10_000;

/** Asks for a token as the bot does before it answers; the token is thrown away. */
export async function checkRegistration(
  { appId, password, tenant }: Registration,
  fetch = globalThis.fetch,
): Promise<DoctorFinding> {
  try {
    const response = await fetch(`${LOGIN}/${encodeURIComponent(tenant)}/oauth2/v2.0/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: appId,
        client_secret: password,
        scope: SCOPE,
      }),
      redirect: 'manual',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    if (response.ok) {
      return finding(
        'azure-token',
        'ok',
        'Microsoft geeft de bot een token.',
        'Microsoft gives the bot a token.',
      );
    }
    // Its description names the app and is long; the code says which setting is wrong.
    const { error = response.status } = (await response.json().catch(() => ({}))) as { error?: string };
    return finding(
      'azure-token',
      'problem',
      `Microsoft weigert een token (${error}). Kijk MicrosoftAppId, MicrosoftAppPassword (loopt af op datum) en MicrosoftAppTenantId na.`,
      `Microsoft refuses a token (${error}). Check MicrosoftAppId, MicrosoftAppPassword (it ends by date) and MicrosoftAppTenantId.`,
    );
  } catch (error) {
    return unreachable('azure-token', 'Microsoft', messageOf(error));
  }
}

/** What a call of the Graph API came to. */
export type GraphAnswer = { readonly isOk: true } | { readonly isOk: false; readonly reason: string };

/** @param ask calls `me` with the page's token */
export async function checkPageToken(ask: () => Promise<GraphAnswer>): Promise<DoctorFinding> {
  const answer = await ask();
  if (answer.isOk) {
    return finding(
      'messenger-token',
      'ok',
      'Meta kent het token van de pagina.',
      "Meta knows the page's token.",
    );
  }
  return finding(
    'messenger-token',
    'problem',
    `Meta neemt het token niet aan (${answer.reason}). Kijk MESSENGER_PAGE_ACCESS_TOKEN en MESSENGER_APP_SECRET na; de app heeft pages_messaging nodig.`,
    `Meta does not take the token (${answer.reason}). Check MESSENGER_PAGE_ACCESS_TOKEN and MESSENGER_APP_SECRET; the app needs pages_messaging.`,
  );
}

function unreachable(check: 'azure-token', who: string, reason: string): DoctorFinding {
  return finding(
    check,
    'problem',
    `${who} is niet bereikbaar (${reason}). Kijk het netwerk, de DNS en een firewall na.`,
    `${who} cannot be reached (${reason}). Check the network, DNS and a firewall.`,
  );
}
