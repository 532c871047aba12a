import type { Clock } from '../../index/platform/clock.js';
import type { ChannelForm, DoorAlert, DoorNotice, Transport } from '../contracts.js';

/** The channels and doors that are plugged in, and which doors do not send now. */
export interface Doors {
  plug(forms: readonly ChannelForm[], transports: readonly Transport[]): void;
  /** How messages look in a channel; the form `*` for one that has none of its own. */
  formOf(channelId: string): ChannelForm | undefined;
  transportOf(door: string): Transport | undefined;
  /** Until when nothing is to be sent by a door; null when it may be. */
  heldUntil(door: string): Date | null;
  /** Sends nothing by a door for a while. */
  hold(door: string, until: Date, alert: DoorAlert | null): void;
  /** Something got through: whatever was wrong with the door is over. */
  open(door: string): void;
  notices(): readonly DoorNotice[];
}

const ANY_CHANNEL = '*';

export function createDoors(clock: Clock): Doors {
  const forms = new Map<string, ChannelForm>();
  const transports = new Map<string, Transport>();
  const held = new Map<string, Date>();
  const notices = new Map<string, DoorNotice>();
  return {
    plug(plugged, doors) {
      for (const form of plugged) forms.set(form.channelId, form);
      for (const transport of doors) transports.set(transport.door, transport);
    },
    formOf: (channelId) => forms.get(channelId) ?? forms.get(ANY_CHANNEL),
    transportOf: (door) => transports.get(door),
    heldUntil(door) {
      const until = held.get(door);
      return until !== undefined && until > clock.now() ? until : null;
    },
    hold(door, until, alert) {
      held.set(door, until);
      if (alert === null || notices.get(door)?.alert === alert) return;
      notices.set(door, { door, alert, since: clock.now().toISOString() });
    },
    open(door) {
      held.delete(door);
      notices.delete(door);
    },
    notices: () => [...notices.values()],
  };
}
