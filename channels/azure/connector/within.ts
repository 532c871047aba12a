/** Waits for `work`, at most `timeoutMs` milliseconds; then what `tooLate` says takes its place. */
export async function within<Value>(
  timeoutMs: number,
  work: Promise<Value>,
  tooLate: () => Value,
): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<Value>((resolve) => {
    timer = setTimeout(() => resolve(tooLate()), timeoutMs);
  });
  try {
    return await Promise.race([work, patience]);
  } finally {
    clearTimeout(timer);
  }
}
