/** Below the time that a test may take, and far above what anything takes on a loaded machine. */
const PATIENCE_MS = 50_000;

/**
 * Waits for something that a customer is to hear.
 * @param heard what was heard up to now, a line each
 * @throws with all that was heard, when it is time to say so rather than that a test took too long
 */
export async function withinPatience<Found>(
  wait: () => Promise<Found>,
  heard: () => readonly string[],
): Promise<Found> {
  let timer: NodeJS.Timeout | undefined;
  const isOver = new Promise<never>((_, fail) => {
    timer = setTimeout(() => {
      fail(new Error(`it was not said; heard was:\n${heard().join('\n---\n')}`));
    }, PATIENCE_MS);
  });
  try {
    return await Promise.race([wait(), isOver]);
  } finally {
    clearTimeout(timer);
  }
}
