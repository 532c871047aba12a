import type { DeskAgent } from '../../../bot/contracts/desk.js';
import type { ChannelDeskParts } from '../../channel-desk.js';

/** Who is at work in Teams. Nobody can see there whether somebody is at the screen: what they do tells it. */
export interface ShiftKeeper {
  /** Somebody did something, so they are there. @param isAvailable whether they said that they want something new */
  heard(agent: DeskAgent, isAvailable?: boolean): Promise<void>;
  /** Somebody wants nothing new. @returns how many conversations they have */
  rest(agent: DeskAgent): Promise<number>;
  /** Ends what is over, and tells the desk again who is there. */
  look(): Promise<void>;
  stop(): void;
}

/** How often it is looked at. */
const LOOK_EVERY_MS = 5_000;
/** A start tells the desk anew who has a conversation and no page; it hears within this time that they are there. */
const TELL_EVERY_MS = 15_000;
/** Something done so soon after the last need not be written. */
const WRITE_EVERY_MS = 30_000;

export function createShiftKeeper(
  parts: Pick<ChannelDeskParts, 'desk' | 'assignment' | 'accounts' | 'elsewhere' | 'clock'>,
  idleMs: number,
): ShiftKeeper {
  const { desk, assignment, accounts, clock } = parts;
  const { shifts } = parts.elsewhere;
  /** Who is there, and when that was written last, in milliseconds since 1970. */
  const here = new Map<string, number>();
  /** Who left since the last look at who is there. */
  const left = new Set<string>();
  let lookedAt = Number.NEGATIVE_INFINITY;
  let toldAt = Number.NEGATIVE_INFINITY;
  const stopListening = accounts.onSessionsEnded(goes);
  const nowMs = () => clock.now().getTime();

  function goes(agentId: string): void {
    here.delete(agentId);
    left.add(agentId);
  }

  return {
    async heard(agent, isAvailable = false) {
      const writtenAt = here.get(agent.id);
      if (!isAvailable && writtenAt !== undefined && nowMs() - writtenAt < WRITE_EVERY_MS) return;
      here.set(agent.id, nowMs());
      left.delete(agent.id);
      await shifts.begin(agent.id, new Date(nowMs() + idleMs).toISOString(), isAvailable);
      if (isAvailable) await assignment.setStatus(agent.id, 'available');
      if (writtenAt === undefined || isAvailable) await desk.present(agent.id, 'room');
    },

    async rest(agent) {
      await assignment.setStatus(agent.id, 'away');
      const held = await shifts.rest(agent.id);
      if (held === 0) {
        goes(agent.id);
        await desk.left(agent.id, 'room');
      }
      return held;
    },

    async look() {
      if (nowMs() - lookedAt < LOOK_EVERY_MS) return;
      lookedAt = nowMs();
      for (const agentId of await shifts.endOver()) {
        goes(agentId);
        await desk.left(agentId, 'room');
        await desk.signedOut(agentId);
      }
      if (nowMs() - toldAt < TELL_EVERY_MS) return;
      toldAt = nowMs();
      left.clear();
      for (const { agentId } of await shifts.list()) {
        // Told now, they would count as there for ever: nobody tells it of them once more.
        if (left.has(agentId)) continue;
        if (!here.has(agentId)) here.set(agentId, nowMs());
        await desk.present(agentId, 'room');
      }
    },

    stop: () => stopListening(),
  };
}
