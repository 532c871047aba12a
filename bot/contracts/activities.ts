import type { CustomerOrigin, Quoted } from './customers.js';

export interface ChannelAccount {
  readonly id: string;
  readonly name?: string;
  readonly role?: string;
  readonly [field: string]: unknown;
}

/** An activity as JSON (Bot Framework protocol, "Activity"); unknown fields pass through unchanged. */
export interface Activity {
  readonly type: string;
  readonly id?: string;
  readonly timestamp?: string;
  readonly channelId?: string;
  readonly serviceUrl?: string;
  readonly from?: ChannelAccount;
  readonly recipient?: ChannelAccount;
  readonly conversation?: { readonly id: string; readonly [field: string]: unknown };
  readonly replyToId?: string;
  readonly text?: string;
  readonly textFormat?: string;
  readonly locale?: string;
  readonly name?: string;
  readonly value?: unknown;
  readonly channelData?: unknown;
  readonly membersAdded?: readonly ChannelAccount[];
  readonly attachments?: readonly Attachment[];
  readonly suggestedActions?: unknown;
  readonly entities?: readonly unknown[];
  /** In the plain form: the message that the customer answers to. */
  readonly quoted?: Quoted;
  /** In the plain form: how the customer came. */
  readonly cameBy?: CustomerOrigin;
  readonly [field: string]: unknown;
}

export interface Attachment {
  readonly contentType: string;
  readonly contentUrl?: string;
  readonly name?: string;
  /** Of a file that we keep (`Files`): whoever shows it makes its address. Never believed of what comes from outside. */
  readonly fileId?: string;
  readonly [field: string]: unknown;
}
