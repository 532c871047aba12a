// The SDK's half that knows Azure; its other half is the bot's face (`bot/bot-framework.ts`). Its successor (Microsoft 365
// Agents SDK) can take its place here.
import { CloudAdapter, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import type { Activity } from '../../../bot/contracts/activities.js';
import type { Clock } from '../../../index/platform/clock.js';
import { messageOf } from '../../../index/platform/errors.js';
import { callConnector } from './call-connector.js';
import type {
  AzureConnector,
  AzureIdentity,
  AzureVerdict,
  ConnectorOrder,
  ConnectorReply,
} from './contracts.js';
import { quietSdk } from './quiet-sdk.js';
import { tokenRefusal } from './token-refusal.js';
import { type Credentials, createTokenSource, type TokenSource } from './token-source.js';
import { within } from './within.js';

interface CloudAdapterOptions {
  /** Null for a bot without a registration: callers are not checked, and calls carry no token. */
  readonly identity: AzureIdentity | null;
  readonly clock: Clock;
  /** How long a token, keys or one call may take, in milliseconds; 15 s where not given. */
  readonly timeoutMs?: number;
}

/**
 * Azure Bot Service by the Bot Framework's CloudAdapter: it checks who calls and gets access tokens.
 *
 * Sending goes to the Bot Connector directly. The SDK's own client leaves out what it does not know (of a citation it
 * keeps the type alone), tries again up to three times by itself, and bounds neither tries nor time.
 */
export function createCloudAdapter(options: CloudAdapterOptions): AzureConnector {
  const { identity, clock, timeoutMs = 15_000 } = options;
  quietSdk();
  const adapter = new CheckingAdapter(identity);
  const tokens = identity && createTokenSource(() => adapter.credentials(audienceOf(identity)), timeoutMs);

  async function check(activity: Activity, authorization: string): Promise<Identification> {
    const reason = identity && tokenRefusal(authorization, clock);
    if (reason !== null) return { kind: 'refused', reason };
    const tooLate = (): Identification => ({ kind: 'not-checked', reason: `no keys within ${timeoutMs} ms` });
    return within(timeoutMs, adapter.identify(activity, authorization), tooLate);
  }

  return {
    async receive(activity, authorization, take) {
      const identification = await check(activity, authorization);
      if (identification.kind !== 'identified') return identification;
      return adapter.run(identification.caller, activity, take);
    },
    send(activity) {
      const { id: _own, timestamp: _at, ...body } = activity;
      return call(tokens, timeoutMs, { method: 'POST', body, ...placeOf(activity, activity.replyToId) });
    },
    update: (activity) =>
      call(tokens, timeoutMs, { method: 'PUT', body: activity, ...placeOf(activity, activity.id) }),
    call: (order) => call(tokens, timeoutMs, order),
    async token() {
      const access = await tokens?.token();
      return access?.kind === 'token' ? access.token : null;
    },
  };
}

type Caller = Awaited<ReturnType<ConfigurationBotFrameworkAuthentication['authenticateRequest']>>;
type SdkActivity = Parameters<ConfigurationBotFrameworkAuthentication['authenticateRequest']>[0];

type Identification =
  | { readonly kind: 'identified'; readonly caller: Caller }
  | Exclude<AzureVerdict<never>, { kind: 'taken' }>;

class CheckingAdapter extends CloudAdapter {
  readonly #appId: string | null;

  constructor(identity: AzureIdentity | null) {
    super(new ConfigurationBotFrameworkAuthentication(identity ? configurationOf(identity) : {}));
    this.#appId = identity?.appId ?? null;
  }

  async identify(activity: Activity, authorization: string): Promise<Identification> {
    try {
      const caller = await this.botFrameworkAuthentication.authenticateRequest(
        toSdk(activity),
        authorization,
      );
      const audience = caller.claimsIdentity.getClaimValue('aud');
      // Of a token in the Emulator's form the SDK compares the sender alone. Our own tokens for the Bot Connector have
      // that sender, and whoever receives our messages has seen one.
      if (this.#appId !== null && audience !== this.#appId) {
        return { kind: 'refused', reason: 'The token is for another receiver.' };
      }
      return { kind: 'identified', caller };
    } catch (error) {
      return { kind: areKeysMissing(error) ? 'not-checked' : 'refused', reason: messageOf(error) };
    }
  }

  run<Answer>(
    caller: Caller,
    activity: Activity,
    take: () => Promise<Answer>,
  ): Promise<AzureVerdict<Answer>> {
    return new Promise((resolve, reject) => {
      this.processActivity(caller, toSdk(activity), async () => {
        resolve({ kind: 'taken', answer: await take() });
      }).catch(reject);
    });
  }

  async credentials(audience: string): Promise<Credentials> {
    const claims = this.createClaimsIdentity(this.#appId ?? '');
    const client = await this.botFrameworkAuthentication
      .createConnectorFactory(claims)
      .create(audience, audience);
    return client.credentials as unknown as Credentials;
  }
}

/** Where an activity is sent or changed. */
function placeOf({ serviceUrl = '', conversation }: Activity, activityId = '') {
  return { serviceUrl, path: ['v3', 'conversations', conversation?.id ?? '', 'activities', activityId] };
}

async function call(
  tokens: TokenSource | null,
  timeoutMs: number,
  { method, serviceUrl, path, body }: ConnectorOrder,
): Promise<ConnectorReply> {
  const access = (await tokens?.token()) ?? null;
  if (access?.kind === 'no-token') return access;
  const segments = path.filter((segment) => segment !== '').map(encodeURIComponent);
  const url = [serviceUrl.replace(/\/+$/, ''), ...segments].join('/');
  const reply = await callConnector({ method, url, access, body, timeoutMs });
  if (reply.kind === 'answered' && reply.status === 401) tokens?.forget();
  return reply;
}

/** What the SDK reads from an environment, with Microsoft's names. */
function configurationOf(identity: AzureIdentity): Record<string, string> {
  const { appId, type, password, tenantId, channelService } = identity;
  return {
    MicrosoftAppId: appId,
    MicrosoftAppType: type,
    ...(password === null ? {} : { MicrosoftAppPassword: password }),
    ...(tenantId === null ? {} : { MicrosoftAppTenantId: tenantId }),
    ...(channelService === null ? {} : { ChannelService: channelService }),
  };
}

function audienceOf({ channelService }: AzureIdentity): string {
  return channelService === null ? 'https://api.botframework.com' : 'https://api.botframework.us';
}

/** Whether the signing keys could not be read (network, or an answer that is no success), so that nothing was checked. */
function areKeysMissing(error: unknown): boolean {
  const { name, statusCode } = Object(error) as { name?: unknown; statusCode?: unknown };
  return name === 'FetchError' || statusCode === 500;
}

function toSdk(activity: Activity): SdkActivity {
  return { ...activity } as unknown as SdkActivity;
}
