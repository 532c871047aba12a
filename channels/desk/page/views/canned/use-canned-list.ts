import { useState } from 'preact/hooks';
import type { CannedAnswer } from '../../../../../bot/contracts/tools/desk-canned.js';
import type { CannedReply } from '../../../tools/contracts.js';
import type { ApiResult, Failure } from '../../ask-server.js';
import { useNewest } from '../use-newest.js';

/** The canned answers as the server told them last, and how the last change went. */
interface CannedList {
  /** Null until they were read. */
  readonly answers: readonly CannedAnswer[] | null;
  readonly failure: Failure | null;
  /** What was done, in words; '' for nothing. */
  readonly told: string;
  /** Takes what a request brings; resolves with whether it went well. @param done what to tell then */
  take(asking: Promise<ApiResult<CannedReply>>, done: string): Promise<boolean>;
  /** Forgets how the last change went. */
  forget(): void;
}

export function useCannedList(): CannedList {
  const [answers, setAnswers] = useState<readonly CannedAnswer[] | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [told, setTold] = useState('');
  const newest = useNewest();
  return {
    answers,
    failure,
    told,
    async take(asking, done) {
      const { answer, isNewest } = await newest(asking);
      if (!isNewest) return answer.isOk;
      setFailure(answer.isOk ? null : answer.failure);
      setTold(answer.isOk ? done : '');
      if (answer.isOk) setAnswers(answer.value.answers);
      return answer.isOk;
    },
    forget() {
      setFailure(null);
      setTold('');
    },
  };
}
