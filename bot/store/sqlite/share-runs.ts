/**
 * Lets callers share the runs of a task that covers all that was done before it began: who calls while none runs starts
 * one, who calls while one runs shares the next.
 */
export function shareRuns(task: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null;
  let next: Promise<void> | null = null;

  function start(): Promise<void> {
    const run = task().finally(() => {
      if (running === run) running = null;
    });
    running = run;
    return run;
  }

  return () => {
    if (!running) return start();
    next ??= running
      .catch(() => {}) // Told to those who share it; the next one runs all the same.
      .then(() => {
        next = null;
        return running ?? start();
      });
    return next;
  };
}
