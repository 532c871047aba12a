import type { Activity } from '../../../bot/contracts/activities.js';

/** The bot's registration at Microsoft Entra, by which calls are checked and messages are sent. */
export interface AzureIdentity {
  readonly appId: string;
  readonly type: 'SingleTenant' | 'UserAssignedMSI' | 'MultiTenant';
  /** Null for a managed identity. */
  readonly password: string | null;
  /** Null for a bot of type MultiTenant. */
  readonly tenantId: string | null;
  /** `https://botframework.azure.us` for the cloud of the US government; null for the public one. */
  readonly channelService: string | null;
}

/** What became of an activity that came to /api/messages. */
export type AzureVerdict<Answer> =
  | { readonly kind: 'taken'; readonly answer: Answer }
  /** It does not come from Azure, or not for this bot. `reason` may be told to the caller. */
  | { readonly kind: 'refused'; readonly reason: string }
  /** The keys that Azure signs with could not be read; the same call may succeed later. */
  | { readonly kind: 'not-checked'; readonly reason: string };

/** What became of one call to the Bot Connector service. */
export type ConnectorReply =
  /** `id` is the channel's; null where it told none. */
  | { readonly kind: 'taken'; readonly id: string | null }
  | {
      readonly kind: 'answered';
      /** HTTP status from 300 on. */
      readonly status: number;
      /** The body as JSON, as text where it is none; null where empty. */
      readonly body: unknown;
      /** By the header Retry-After, in milliseconds; null where absent. */
      readonly retryAfterMs: number | null;
      /** Whether the access token had just been fetched: then a 401 is not due to an old one. */
      readonly isTokenNew: boolean;
    }
  /** Nothing was sent: the address could not be reached. */
  | { readonly kind: 'not-reached'; readonly reason: string }
  /** The time was over, or the connection broke, before an answer came: it may have arrived. */
  | { readonly kind: 'no-answer'; readonly reason: string }
  /** Nothing was sent, as there was no access token. `isRefused` where Microsoft refuses it (a secret that has ended). */
  | { readonly kind: 'no-token'; readonly reason: string; readonly isRefused: boolean };

export type ConnectorMethod = 'POST' | 'PUT' | 'GET' | 'DELETE';

/** A call to the Bot Connector service other than sending ("Bot Connector REST API", Conversations). */
export interface ConnectorOrder {
  readonly method: ConnectorMethod;
  readonly serviceUrl: string;
  /** Parts of the path; each is percent-encoded, and empty ones are left out. */
  readonly path: readonly string[];
  readonly body?: unknown;
}

/** The way to Azure Bot Service and back. */
export interface AzureConnector {
  /**
   * Checks that a call comes from Azure and is for this bot, then hands it on to `take`, whose failures it passes on. An
   * activity must have a channelId and a serviceUrl. Without an identity everybody is believed.
   * @param authorization header of the call, '' where it had none
   */
  receive<Answer>(
    activity: Activity,
    authorization: string,
    take: () => Promise<Answer>,
  ): Promise<AzureVerdict<Answer>>;
  /** Sends one activity to its `serviceUrl`, once; as an answer where it has a `replyToId`. Never throws. */
  send(activity: Activity): Promise<ConnectorReply>;
  /** The access token by which the channel's attachments are read; null where there is none. Never throws. */
  token(): Promise<string | null>;
  /** Shows an activity in place of the one whose id (the channel's) it has. Never throws. */
  update(activity: Activity): Promise<ConnectorReply>;
  /** Calls the service for anything else, once. Never throws. */
  call(order: ConnectorOrder): Promise<ConnectorReply>;
}
