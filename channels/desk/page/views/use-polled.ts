import { useEffect, useState } from 'preact/hooks';
import type { ApiResult, Failure } from '../ask-server.js';

/** What the server tells, asked for at once and again while the view is shown; null until it did, and what it told last where it fails. */
export function usePolled<Value>(
  ask: () => Promise<ApiResult<Value>>,
  everyMs: number,
): { readonly told: Value | null; readonly failure: Failure | null } {
  const [told, setTold] = useState<Value | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  useEffect(() => {
    let isShown = true;
    const look = async () => {
      const answer = await ask();
      if (!isShown) return;
      setFailure(answer.isOk ? null : answer.failure);
      if (answer.isOk) setTold(answer.value);
    };
    void look();
    const timer = setInterval(() => void look(), everyMs);
    return () => {
      isShown = false;
      clearInterval(timer);
    };
  }, [ask, everyMs]);
  return { told, failure };
}
