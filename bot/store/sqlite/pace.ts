/**
 * Lets callers go on one by one, each in a round of the event loop of its own, in the order in which they came: what many
 * have waited for together would otherwise be gone on with by all of them at once, before any socket or timer.
 */
export function createPace(): () => Promise<void> {
  const waiting: (() => void)[] = [];
  let isWalking = false;

  function walk(): void {
    waiting.shift()?.();
    // What this one does now runs before the next round begins.
    if (waiting.length > 0) setImmediate(walk);
    else isWalking = false;
  }

  return () =>
    new Promise((resolve) => {
      waiting.push(resolve);
      if (isWalking) return;
      isWalking = true;
      setImmediate(walk);
    });
}
