import type { ChannelAccount } from '../../../bot/contracts/activities.js';
import type { ChannelEvent } from '../../../bot/contracts/channels.js';
import type { Files } from '../../../bot/contracts/files.js';
import type { CustomerMail } from '../../../bot/contracts/mail/customer-mail.js';
import type { WebchatStore } from '../../../bot/contracts/webchat.js';
import type { Clock } from '../../../index/platform/clock.js';
import type { ChannelSettings } from '../../settings.js';
import type { BotLine } from '../live/bot-line.js';
import type { History } from '../live/history.js';
import type { LiveConversations } from '../live/live-conversations.js';
import type { Tokens } from '../tokens.js';
import type { UploadQuota } from '../uploads/upload-quota.js';
import type { AddressKeyOf } from './address-keys.js';
import type { Authentication } from './authenticate.js';

/** What the routes of the Direct Line server are made of. */
export interface DirectLineParts {
  readonly settings: ChannelSettings;
  readonly tokens: Tokens;
  readonly authentication: Authentication;
  readonly store: WebchatStore;
  readonly live: LiveConversations;
  readonly botLine: BotLine;
  readonly addressKeyOf: AddressKeyOf;
  readonly botAccount: ChannelAccount;
  readonly history: History;
  readonly files: Files;
  /** What customers take with them; nothing where left out. */
  readonly mail?: CustomerMail | undefined;
  /** Told of each question for news by a client that is not connected. */
  readonly onAsked: (conversationId: string) => void;
  /** Told of what customers have and have read. */
  readonly tellBot: (event: ChannelEvent) => Promise<void>;
  readonly uploadQuota: UploadQuota;
  readonly clock: Clock;
}

/** Where Direct Line 3.0 lives; clients add the rest. */
export const DIRECT_LINE_PATH = '/v3/directline';
/** The most a request may hold, as the official service has it. */
export const MAX_BODY_CHARACTERS = 256 * 1_024;
