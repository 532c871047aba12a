import type { Activity, Transport } from '../../../../bot/contracts.js';

/** A channel's way to its customer: keeps what was sent, and fails when told to. */
export class RecordingTransport implements Transport {
  readonly sent: Activity[] = [];
  private failures = 0;

  async send(activity: Activity): Promise<{ id: string }> {
    if (activity.type !== 'typing' && this.failures > 0) {
      this.failures -= 1;
      throw new Error('the line is dead');
    }
    this.sent.push(activity);
    return { id: `sent-${activity.id}` };
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
