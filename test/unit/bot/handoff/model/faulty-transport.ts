import type { Activity } from '../../../../../bot/contracts/activities.js';
import type { SendFailure, SendOutcome } from '../../../../../bot/contracts/channels.js';
import type { Clock } from '../../../../../index/platform/clock.js';
import { RecordingTransport } from '../../support/recording-transport.js';

/** How a channel can fail, by name. */
export const FAILURES = {
  throttled: { kind: 'later', reason: 'busy', waitMs: null, scope: 'message', alert: null },
  'held door': { kind: 'later', reason: 'too many', waitMs: 30_000, scope: 'door', alert: null },
  timeout: { kind: 'unknown', reason: 'no answer', waitMs: 60_000 },
  refusal: { kind: 'refused', reason: 'not like that', problem: 'not-accepted' },
  gone: { kind: 'refused', reason: 'blocked', problem: 'unreachable' },
} as const satisfies Record<string, SendFailure>;

export type FailureName = keyof typeof FAILURES;

/** A channel that outlives the program: it remembers what it was sent, and fails as it is told. */
export class FaultyTransport extends RecordingTransport {
  /** Ids of messages that arrived twice without a crash in between. */
  readonly repeated: string[] = [];
  private readonly arrived = new Set<string>();
  private heldUntil = 0;

  constructor(private readonly clock: Clock) {
    super();
  }

  /** Whether the bot was told that nothing goes through for now. */
  get isHeld(): boolean {
    return this.heldUntil > this.clock.now().getTime();
  }

  /** The program that knew what it sent is gone. */
  forget(): void {
    this.arrived.clear();
    this.heldUntil = 0;
  }

  override async send(activity: Activity): Promise<SendOutcome> {
    const outcome = await super.send(activity);
    if (outcome.kind === 'later' && outcome.scope === 'door') {
      this.heldUntil = this.clock.now().getTime() + (outcome.waitMs ?? 0);
    }
    if (outcome.kind === 'sent' && activity.type !== 'typing' && activity.id) {
      if (this.arrived.has(activity.id)) this.repeated.push(activity.id);
      this.arrived.add(activity.id);
    }
    return outcome;
  }
}
