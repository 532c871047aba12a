import type { ChannelConversation } from '../../../bot/contracts/channels.js';
import type { MessengerEvent } from './event-schema.js';

/** What must be known of this program to understand an event. */
export interface EventFacts {
  /** Id of our Meta app; null where it is not set. */
  readonly appId: string | null;
  /** Name of the inbox in which people answer beside this program. */
  readonly inboxName: string;
  /** Ids of apps that answer by themselves: instant replies, away messages, greetings of advertisements. */
  readonly automationApps?: readonly string[];
}

/** One event with who it is about, where and when. */
export interface EventScene extends EventFacts {
  readonly event: MessengerEvent;
  readonly of: ChannelConversation;
  /** The customer as the page knows them (page-scoped id). */
  readonly customerId: string;
  readonly pageId: string;
  /** ISO 8601 in UTC. */
  readonly at: string;
  /** Whether another app has the conversation, so that this one only listens. */
  readonly isStandby: boolean;
}

/** `channelId` of Messenger, the one that Azure Bot Service uses as well. */
export const CHANNEL_ID = 'facebook';

/** Milliseconds of year 9999, the last that ISO 8601 writes with four digits. */
const LAST_MS = 253_402_300_799_999;

/** Milliseconds since 1970 as ISO 8601 in UTC; null for what is no such time. */
export function timeOf(ms: number | undefined): string | null {
  return ms !== undefined && ms > 0 && ms <= LAST_MS ? new Date(ms).toISOString() : null;
}

/** Conversations are named by customer and page, as Azure Bot Service names them: `<PSID>-<PAGE_ID>`. */
export function conversationOf(customerId: string, pageId: string): ChannelConversation {
  return { channelId: CHANNEL_ID, conversationId: `${customerId}-${pageId}` };
}
