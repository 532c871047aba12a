export const DOORS = ['webchat', 'messenger', 'teams'] as const;
export type DoorName = (typeof DOORS)[number];

/** What became of one question. Times are milliseconds from posting it. */
export interface Exchange {
  /** Id of the question's activity. */
  readonly questionId: string;
  /** When the server had answered the post, so that the channel need not deliver it again. */
  readonly takenAfterMs: number;
  /** When the first message to it went out; null where none did within the time that is waited. */
  readonly answeredAfterMs: number | null;
  /** The channel's id of that message. */
  readonly answerId: string | null;
}

/** A customer of one conversation in one channel. */
export interface ChannelCustomer {
  readonly door: DoorName;
  /** The channel's id of the conversation. */
  readonly conversationId: string;
  /** Asks and waits for the first message to it. Ask one question after the other. */
  ask(text: string): Promise<Exchange>;
  /** Ids of all messages that arrived, in order; one that was shown twice is there twice. */
  received(): readonly string[];
  /** Whether the bot has handed this customer to a person and answers no more. */
  isHandedOver(): boolean;
  close(): void;
}

/** Opens a conversation and waits until the bot has said hello. */
export type OpenCustomer = (name: string) => Promise<ChannelCustomer>;

const PATIENCE_MS = 30_000;

/** Waits for something to be shown; null when it takes too long. */
export async function patiently<Shown>(wait: Promise<Shown>): Promise<Shown | null> {
  let timer: NodeJS.Timeout | undefined;
  const isOver = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), PATIENCE_MS);
  });
  return Promise.race([wait, isOver]).finally(() => clearTimeout(timer));
}

/** The choice that only a customer who waits for a person is given. */
export function tellsOfQueue(shown: unknown): boolean {
  return JSON.stringify(shown).includes('cancel-request');
}
