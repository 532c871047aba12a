import type { Clock } from '../../index/platform/clock.js';
import type { ChannelForm, DoorAlert, Transport } from '../contracts/channels.js';
import type { DoorNotice } from '../contracts/desk.js';

/** The channels and doors that are plugged in, and which doors do not send now. */
export interface Doors {
  plug(forms: readonly ChannelForm[], transports: readonly Transport[]): void;
  /** How messages look in a channel; the form `*` for one that has none of its own. */
  formOf(channelId: string): ChannelForm | undefined;
  transportOf(door: string): Transport | undefined;
  /** Every door that is plugged in. */
  transports(): readonly Transport[];
  /** Until when nothing is to be sent by a door; null when it may be. */
  heldUntil(door: string): Date | null;
  /**
   * Whether a message that failed for a whole door before has a fault of its own: others went through since. Then it is to
   * hold nobody.
   */
  isOwnFault(door: string, messageId: string): boolean;
  /**
   * Sends nothing by a door for a while.
   * @param messageId whose failure says so
   */
  hold(door: string, until: Date, alert: DoorAlert | null, messageId: string): void;
  /** A channel tells what is wrong with a door, which is tried all the same, or (null) that nothing is. */
  notice(door: string, alert: DoorAlert | null): void;
  /** Something got through: whatever was wrong with the door is over. */
  open(door: string): void;
  /** Remembers a conversation that waits for a held door. */
  wait(door: string, conversationId: string): void;
  /** Whether a conversation waits for a held door. */
  isWaiting(conversationId: string): boolean;
  /** Takes the conversations that waited for doors which are not held any more, first come first, a list a door. */
  takeReleased(): readonly (readonly string[])[];
  /** A message has come to its end: nothing of it need be remembered. */
  forget(messageId: string): void;
  notices(): readonly DoorNotice[];
}

const ANY_CHANNEL = '*';

/** What is known of a door beside what is plugged in; all of it may be lost in a restart. */
interface DoorState {
  heldUntil: Date | null;
  notice: DoorNotice | null;
  /** How often something got through. */
  passed: number;
  readonly waiting: Set<string>;
}

export function createDoors(clock: Clock): Doors {
  const forms = new Map<string, ChannelForm>();
  const transports = new Map<string, Transport>();
  const states = new Map<string, DoorState>();
  /** How often something had got through when a message first failed for the whole door. */
  const passedAtFailure = new Map<string, number>();

  function stateOf(door: string): DoorState {
    const state = states.get(door) ?? { heldUntil: null, notice: null, passed: 0, waiting: new Set() };
    states.set(door, state);
    return state;
  }

  function heldUntil(door: string): Date | null {
    const until = states.get(door)?.heldUntil ?? null;
    return until !== null && until > clock.now() ? until : null;
  }

  return {
    plug(plugged, doors) {
      for (const form of plugged) forms.set(form.channelId, form);
      for (const transport of doors) transports.set(transport.door, transport);
    },
    formOf: (channelId) => forms.get(channelId) ?? forms.get(ANY_CHANNEL),
    transportOf: (door) => transports.get(door),
    transports: () => [...transports.values()],
    heldUntil,
    isOwnFault(door, messageId) {
      const { passed } = stateOf(door);
      return (passedAtFailure.get(messageId) ?? passed) < passed;
    },
    hold(door, until, alert, messageId) {
      const state = stateOf(door);
      if (!passedAtFailure.has(messageId)) passedAtFailure.set(messageId, state.passed);
      state.heldUntil = until;
      if (alert !== null && state.notice?.alert !== alert) {
        state.notice = { door, alert, since: clock.now().toISOString() };
      }
    },
    notice(door, alert) {
      stateOf(door).notice = alert === null ? null : { door, alert, since: clock.now().toISOString() };
    },
    open(door) {
      const state = stateOf(door);
      state.heldUntil = null;
      state.notice = null;
      state.passed += 1;
    },
    wait: (door, conversationId) => void stateOf(door).waiting.add(conversationId),
    isWaiting: (conversationId) => [...states.values()].some(({ waiting }) => waiting.has(conversationId)),
    takeReleased() {
      const released: string[][] = [];
      for (const [door, { waiting }] of states) {
        if (waiting.size === 0 || heldUntil(door)) continue;
        released.push([...waiting]);
        waiting.clear();
      }
      return released;
    },
    forget: (messageId) => void passedAtFailure.delete(messageId),
    notices: () => [...states.values()].flatMap(({ notice }) => (notice ? [notice] : [])),
  };
}
