import { type LineOfWork, ROUNDS } from '../../../index/platform/event-loop/rounds.js';

/** Lets one in at a time, in the order in which they came. */
export interface Gate {
  /** Resolves when it is one's turn. */
  enter(): Promise<void>;
  /** Lets the next one in. */
  leave(): void;
  /** Whether somebody is inside now. */
  readonly isTaken: boolean;
}

/**
 * A gate that also lets the event loop have its turn. What waits for SQLite goes on in microtasks, which all run before
 * anything else does: fifty customers whose transactions end together would hold up every socket and timer until all
 * fifty turns were taken. So after `sliceMs` milliseconds of work in a row the next one is let in only when the event
 * loop has been round.
 * @param line in which the next one waits for a round of the event loop of its own
 * @param now a clock in milliseconds
 */
export function createGate(
  sliceMs: number,
  line: LineOfWork = ROUNDS.openLine(),
  now: () => number = () => performance.now(),
): Gate {
  const waiting: (() => void)[] = [];
  let isTaken = false;
  let isNextCalled = false;
  let sliceBeganAt: number | null = null;

  function isSliceOver(): boolean {
    if (sliceBeganAt === null) {
      sliceBeganAt = now();
      setImmediate(() => {
        sliceBeganAt = null;
      });
    }
    return now() - sliceBeganAt >= sliceMs;
  }

  function callNext(): void {
    if (isNextCalled) return;
    isNextCalled = true;
    line(() => {
      isNextCalled = false;
      letIn();
    });
  }

  function letIn(): void {
    const next = waiting.shift();
    if (!next) return;
    isTaken = true;
    next();
  }

  return {
    async enter() {
      if (!isTaken && waiting.length === 0 && !isSliceOver()) {
        isTaken = true;
        return;
      }
      const isMyTurn = new Promise<void>((resolve) => waiting.push(resolve));
      if (!isTaken) callNext();
      await isMyTurn;
    },
    leave() {
      isTaken = false;
      if (waiting.length === 0) return;
      if (isNextCalled || isSliceOver()) callNext();
      else letIn();
    },
    get isTaken() {
      return isTaken;
    },
  };
}
