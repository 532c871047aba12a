import { useRef } from 'preact/hooks';

/** Tells of each answer whether nothing was asked after it: a slow answer must not set back what a later one brought. */
export function useNewest(): <Answer>(
  asking: Promise<Answer>,
) => Promise<{ readonly answer: Answer; readonly isNewest: boolean }> {
  const asked = useRef(0);
  return async (asking) => {
    const turn = ++asked.current;
    const answer = await asking;
    return { answer, isNewest: turn === asked.current };
  };
}
