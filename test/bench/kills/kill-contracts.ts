/** What a server that will be killed runs on. */
export interface ServerPlan {
  readonly folder: string;
  /** 0 for any free port, at the first start. */
  readonly port: number;
  readonly graphUrl: string;
  readonly appSecret: string;
  readonly pageId: string;
}

export type ServerWord =
  | { readonly kind: 'ready'; readonly port: number; readonly invitation: string | null }
  | { readonly kind: 'error'; readonly line: string };

export const KILL_CHANNELS = ['directline', 'facebook', 'msteams'] as const;
export type KillChannel = (typeof KILL_CHANNELS)[number];

/** Words that somebody was told are kept: a customer's message, or an agent's reply. */
export interface Confirmed {
  readonly channel: KillChannel;
  readonly by: 'customer' | 'agent';
  /** Nobody else says them. */
  readonly words: string;
}
