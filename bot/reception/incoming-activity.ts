import type { Activity } from '../contracts/activities.js';
import type { Origin, Transport } from '../contracts/channels.js';

/** An activity of a customer, with the way back to them and what its door tells beside it. */
export interface IncomingActivity {
  readonly activity: Activity;
  readonly transport: Transport;
  /** Undefined where the door tells nothing. */
  readonly origin?: Origin | undefined;
}
