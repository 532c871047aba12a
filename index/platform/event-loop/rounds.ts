import { setImmediate } from 'node:timers';

/** A line of pieces of work: each begins in a round of the event loop in which no other piece begins, in the order they came. */
export type LineOfWork = (piece: () => void) => void;

interface Rounds {
  /** Opens a line of its own. Lines take turns, so that a long one holds no other up. */
  openLine(): LineOfWork;
}

/**
 * Shares the rounds of the event loop between lines of work. All that is put off by `setImmediate` alone runs in one go before any
 * socket or timer: a turn, a transaction and a search, short each, would then hold the loop for as long as all three take.
 */
export function createLoopRounds(): Rounds {
  // A map keeps the order in which lines were put in: the one that had its turn is put in again, behind all others.
  const waiting = new Map<LineOfWork, (() => void)[]>();
  let isWalking = false;

  function walk(): void {
    const [next] = waiting;
    isWalking = next !== undefined;
    if (!next) return;
    // Before the piece, which may fail; what it does runs before the next round begins.
    setImmediate(walk);
    const [line, pieces] = next;
    const piece = pieces.shift();
    waiting.delete(line);
    if (pieces.length > 0) waiting.set(line, pieces);
    piece?.();
  }

  return {
    openLine() {
      const line: LineOfWork = (piece) => {
        const pieces = waiting.get(line);
        if (pieces) pieces.push(piece);
        else waiting.set(line, [piece]);
        if (isWalking) return;
        isWalking = true;
        setImmediate(walk);
      };
      return line;
    },
  };
}

/** The rounds of this process, whose event loop all of its parts share. */
export const ROUNDS = createLoopRounds();
