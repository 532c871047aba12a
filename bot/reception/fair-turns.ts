/** Lets turns through so that nobody who writes much, in however many chats, holds up those who come from elsewhere. */
export interface FairTurns {
  /**
   * Takes a turn when its place has come: places go round by key, and no key has more than a few at a time.
   * @param key of who waits together, such as a network address
   */
  take<Result>(key: string, turn: () => Promise<Result>): Promise<Result>;
}

interface FairTurnsLimits {
  /** Turns under way at a time. */
  readonly atOnce: number;
  /** Of them, those of one key while others ask as well. */
  readonly ofKey: number;
  /** The same while nobody else asks. */
  readonly ofOnlyKey: number;
  /** So many turns back somebody counts as one who asks. */
  readonly lookBack: number;
}

/**
 * The model reads one question at a time and the store writes in groups: more turns at a time end no sooner. Three of one address
 * keep both busy while nobody else is there. As soon as somebody is, one of each address shares the processor, so that a stranger
 * with sixty chats costs others no more than one who talks without a pause; an office still has dozens of turns a second.
 */
export const TURNS: FairTurnsLimits = { atOnce: 32, ofKey: 1, ofOnlyKey: 3, lookBack: 50 };

export function createFairTurns(limits: FairTurnsLimits): FairTurns {
  const running = new Map<string, number>();
  /** Keys in the order in which they get a place: whose turn was begun goes to the end. */
  const waiting = new Map<string, (() => void)[]>();
  let inAll = 0;
  let newestKey = '';
  /** How many turns in a row were of the newest key. */
  let inARow = 0;

  function hasRoom(key: string): boolean {
    const isAlone = newestKey === key && inARow >= limits.lookBack && waiting.size <= 1;
    const ofKey = isAlone ? limits.ofOnlyKey : limits.ofKey;
    return inAll < limits.atOnce && (running.get(key) ?? 0) < ofKey;
  }

  function begin(key: string): void {
    inAll += 1;
    inARow = key === newestKey ? inARow + 1 : 1;
    newestKey = key;
    running.set(key, (running.get(key) ?? 0) + 1);
  }

  function end(key: string): void {
    inAll -= 1;
    const left = (running.get(key) ?? 1) - 1;
    if (left > 0) running.set(key, left);
    else running.delete(key);
    while (beginNext());
  }

  /** Lets the first in who has room; false where nobody has. */
  function beginNext(): boolean {
    for (const [next, line] of waiting) {
      if (!hasRoom(next)) continue;
      const go = line.shift();
      waiting.delete(next);
      if (line.length > 0) waiting.set(next, line);
      begin(next);
      go?.();
      return true;
    }
    return false;
  }

  return {
    async take(key, turn) {
      if (hasRoom(key)) begin(key);
      else {
        await new Promise<void>((go) => {
          const line = waiting.get(key) ?? [];
          line.push(go);
          waiting.set(key, line);
        });
      }
      try {
        return await turn();
      } finally {
        end(key);
      }
    },
  };
}
