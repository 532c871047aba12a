/**
 * Runs a task once for each key, however often it is asked for; the callers share its result.
 *
 * Keys are kept in memory and the oldest are forgotten beyond `limit`; a task that failed may be tried again.
 */
export function createSaidOnce<Result>(limit: number) {
  const results = new Map<string, Promise<Result>>();
  return (key: string, task: () => Promise<Result>): Promise<Result> => {
    const known = results.get(key);
    if (known) return known;
    const result = task();
    results.set(key, result);
    result.catch(() => results.delete(key));
    const oldest = results.keys().next();
    if (results.size > limit && !oldest.done) results.delete(oldest.value);
    return result;
  };
}
