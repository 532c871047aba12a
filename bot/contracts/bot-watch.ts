import type { DoorAlert } from './channels.js';

/** Who watches the bot at work: figures alone, never words or ids of customers. */
export interface BotWatch {
  /** A turn was written. @param turn.decision kind of the decision; seconds from taking it up until it is kept */
  turnEnded(turn: { readonly channelId: string; readonly decision: string; readonly seconds: number }): void;
  /** A turn was searched for. */
  searchEnded(seconds: number): void;
  /** Somebody was not let into the queue, because too many of their network are there. */
  queueRefused(channelId: string): void;
  /** A message was tried: `sent`, `failed`, `unreachable`, `retry`, `uncertain` or `hold-door`. */
  sendingEnded(sending: { readonly door: string; readonly outcome: string; readonly seconds: number }): void;
}

/** How much there is to do, at one moment. Times are ISO 8601 in UTC. */
export interface BotFigures {
  /** Messages that are to be sent still, by channel. */
  readonly outbox: readonly {
    readonly channelId: string;
    readonly queued: number;
    readonly oldestAt: string;
  }[];
  /** Customers who wait for a person, since when the first, and how many of them were promised an answer … */
  readonly waiting: number;
  readonly longestSince: string | null;
  /** … by a time that is near, or … */
  readonly promisesAtRisk: number;
  /** … that has passed. */
  readonly promisesBroken: number;
  readonly withAgents: number;
  /** Agents to whom somebody new can come now. */
  readonly agentsHere: number;
  /** Doors that do not send until an operator has seen to it. */
  readonly doors: readonly { readonly door: string; readonly alert: DoorAlert }[];
}
