/** Resolves with the signal by which the process is asked to stop; a second one ends it as the system does. */
export function waitForStop(): Promise<string> {
  return new Promise((stop) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop(signal));
  });
}
