import { useEffect, useState } from 'preact/hooks';
import type { ApiResult, Failure } from '../../ask-server.js';
import { useDesk } from '../desk-context.js';
import { useNewest } from '../use-newest.js';

/** What waits for content people's decisions, as the server told it last. */
interface ReviewedLists<Lists> {
  /** Null until it is there. */
  readonly lists: Lists | null;
  /** What was done last, in words; '' for nothing. */
  readonly told: string;
  readonly failure: Failure | null;
  readonly isBusy: boolean;
  /** Takes what the server answers to a decision, and says `done` where it was taken. */
  take(asking: Promise<ApiResult<Lists>>, done: string): Promise<void>;
  /** The same for an answer that gives no lists. @returns whether it was taken */
  act(asking: Promise<ApiResult<unknown>>): Promise<boolean>;
}

/** @param read asks for the lists, once at the start */
export function useReviewed<Lists>(read: () => Promise<ApiResult<Lists>>): ReviewedLists<Lists> {
  const { actions } = useDesk();
  const [lists, setLists] = useState<Lists | null>(null);
  const [told, setTold] = useState('');
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const newest = useNewest();

  async function take(asking: Promise<ApiResult<Lists>>, done: string): Promise<void> {
    setIsBusy(true);
    const { answer, isNewest } = await newest<ApiResult<Lists>>(asking);
    if (!isNewest) return;
    setIsBusy(false);
    setFailure(answer.isOk ? null : answer.failure);
    setTold(answer.isOk ? done : '');
    if (answer.isOk) setLists(answer.value);
  }

  async function act(asking: Promise<ApiResult<unknown>>): Promise<boolean> {
    setIsBusy(true);
    const answer = await asking;
    setIsBusy(false);
    if (!answer.isOk) {
      setTold('');
      setFailure(answer.failure);
    }
    return answer.isOk;
  }

  useEffect(() => void take(read(), ''), [actions]);
  return { lists, told, failure, isBusy, take, act };
}
