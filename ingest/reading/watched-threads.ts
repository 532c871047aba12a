/** What a run must know of threads whose answers were withdrawn, by the ids of their items. */
export interface WatchedThreads {
  /** Web hooks told of them since the last run. */
  readonly hooked: readonly string[];
  /** Their answers are not told. */
  readonly withdrawn: readonly string[];
}

/** What reading has shown of withdrawals, by the ids of items. */
export interface WithdrawalsFound {
  /** Of those that web hooks told of, the ones that were read. */
  readonly readAgain: readonly string[];
  /** Of those that are withdrawn, the ones that their source gave with an answer. */
  readonly answered: readonly string[];
  /** Those that their source, asked by name, does not show or has no answer for any more. */
  readonly gone: readonly string[];
}

/** Notes while reading what becomes of withdrawals. */
export interface WithdrawalWatch {
  /** Threads of a source that web hooks told of, by the source's own ids. */
  hookedOf(source: string): string[];
  note(itemId: string, became: 'item' | 'none' | 'gone'): void;
  found(): WithdrawalsFound;
}

/** @param watched nothing where not given */
export function watchWithdrawals(watched: WatchedThreads = { hooked: [], withdrawn: [] }): WithdrawalWatch {
  const [hooked, withdrawn] = [new Set(watched.hooked), new Set(watched.withdrawn)];
  const [readAgain, answered, gone] = [new Set<string>(), new Set<string>(), new Set<string>()];
  return {
    hookedOf: (source) =>
      watched.hooked.filter((id) => id.startsWith(`${source}:`)).map((id) => id.slice(source.length + 1)),
    note(itemId, became) {
      if (hooked.has(itemId)) readAgain.add(itemId);
      if (became === 'item') {
        gone.delete(itemId);
        if (withdrawn.has(itemId)) answered.add(itemId);
      } else {
        answered.delete(itemId);
        gone.add(itemId);
      }
    },
    found: () => ({ readAgain: [...readAgain], answered: [...answered], gone: [...gone] }),
  };
}
