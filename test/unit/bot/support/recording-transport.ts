import type { Activity } from '../../../../bot/contracts/activities.js';
import type { SendFailure, SendOutcome, Transport } from '../../../../bot/contracts/channels.js';

/** A channel's way to its customer: keeps what was sent, and fails when told to. */
export class RecordingTransport implements Transport {
  readonly sent: Activity[] = [];
  readonly door: string;
  private failures = 0;
  private readonly outcomes: SendFailure[] = [];

  constructor(door = 'webchat') {
    this.door = door;
  }

  async send(activity: Activity): Promise<SendOutcome> {
    const outcome = activity.type === 'typing' ? undefined : this.outcomes.shift();
    if (outcome) return outcome;
    if (activity.type !== 'typing' && this.failures > 0) {
      this.failures -= 1;
      throw new Error('the line is dead');
    }
    this.sent.push(activity);
    return { kind: 'sent', id: `sent-${activity.id}` };
  }

  /** Gives these failures, one for each of the next messages. */
  failWith(...outcomes: SendFailure[]): void {
    this.outcomes.push(...outcomes);
  }

  failNext(times: number): void {
    this.failures = times;
  }

  /** Texts of the messages sent, in order. */
  get texts(): string[] {
    return this.messages.map((activity) => activity.text ?? '');
  }

  get messages(): Activity[] {
    return this.sent.filter((activity) => activity.type === 'message');
  }
}
