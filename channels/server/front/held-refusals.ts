import type { Duplex } from 'node:stream';

/** Refusals that are held back for a moment. */
interface HeldRefusals {
  /** Whether one more of a key is held. */
  hasRoom(key: string): boolean;
  /** Gives the answer after a while, unless the connection has ended by then. */
  hold(key: string, stream: Duplex, answer: () => void): void;
}

interface HeldLimits {
  readonly ms: number;
  readonly ofKey: number;
  readonly inAll: number;
}

export function createHeldRefusals(limits: HeldLimits): HeldRefusals {
  const held = new Map<string, number>();
  let heldInAll = 0;

  function forget(key: string): void {
    heldInAll -= 1;
    const left = (held.get(key) ?? 1) - 1;
    if (left > 0) held.set(key, left);
    else held.delete(key);
  }

  return {
    hasRoom: (key) => (held.get(key) ?? 0) < limits.ofKey && heldInAll < limits.inAll,
    hold(key, stream, answer) {
      heldInAll += 1;
      held.set(key, (held.get(key) ?? 0) + 1);
      const end = () => {
        clearTimeout(timer);
        stream.removeListener('close', end);
        forget(key);
        if (!stream.destroyed) answer();
      };
      const timer = setTimeout(end, limits.ms);
      stream.once('close', end);
    },
  };
}
