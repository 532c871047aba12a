import { messengerErrors } from './errors.js';
import type { MessengerSettings } from './settings.js';

/** Messenger as it is set up; null stands for what was left open. */
export interface MessengerOptions {
  readonly appSecret: string;
  readonly verifyToken: string;
  readonly pageAccessToken: string;
  /** Null means the page of the access token (`me`). */
  readonly pageId: string | null;
  readonly appId: string | null;
  /** Whether agents may write for 7 days instead of 24 hours. */
  readonly canAgentsReplyLate: boolean;
  readonly personaPicture: string | null;
  readonly inboxName: string;
  readonly automationApps: readonly string[];
  /** Without trailing slash. */
  readonly graphUrl: string;
  /** Such as `v26.0`. */
  readonly graphVersion: string;
}

const SWITCHES = ['MESSENGER_APP_SECRET', 'MESSENGER_VERIFY_TOKEN', 'MESSENGER_PAGE_ACCESS_TOKEN'] as const;

/**
 * What the settings say of Messenger; null where it is switched off (none of the three secrets is set).
 * @throws MESSENGER_HALF_SET where only some of them are
 */
export function messengerOptions(settings: MessengerSettings): MessengerOptions | null {
  const {
    MESSENGER_APP_SECRET: appSecret,
    MESSENGER_VERIFY_TOKEN: verifyToken,
    MESSENGER_PAGE_ACCESS_TOKEN: pageAccessToken,
  } = settings;
  const set = SWITCHES.filter((name) => settings[name] !== undefined);
  if (set.length === 0) return null;
  if (appSecret === undefined || verifyToken === undefined || pageAccessToken === undefined) {
    const missing = SWITCHES.filter((name) => settings[name] === undefined);
    throw messengerErrors.MESSENGER_HALF_SET({ set: set.join(', '), missing: missing.join(', ') });
  }
  return {
    appSecret,
    verifyToken,
    pageAccessToken,
    pageId: settings.MESSENGER_PAGE_ID ?? null,
    appId: settings.MESSENGER_APP_ID ?? null,
    canAgentsReplyLate: settings.MESSENGER_HUMAN_AGENT,
    personaPicture: settings.MESSENGER_PERSONA_PICTURE ?? null,
    inboxName: settings.MESSENGER_INBOX_NAME,
    automationApps: (settings.MESSENGER_AUTOMATION_APPS ?? '').split(/[\s,]+/).filter((id) => id !== ''),
    graphUrl: settings.MESSENGER_GRAPH_URL,
    graphVersion: settings.MESSENGER_GRAPH_VERSION,
  };
}
