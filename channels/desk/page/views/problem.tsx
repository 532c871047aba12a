import type { Failure } from '../ask-server.js';
import { tellProblem } from '../words/words.js';
import { useDesk } from './desk-context.js';

/** What went wrong, read aloud as it comes; nothing where nothing did. */
export function Problem({ failure }: { failure: Failure | null }) {
  const { words } = useDesk();
  if (failure === null) return null;
  return (
    <p class="problem" role="alert">
      {tellProblem(words, failure)}
    </p>
  );
}
