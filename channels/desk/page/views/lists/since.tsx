import { tellDuration } from '../../words/tell-time.js';
import { useDesk, useNow } from '../desk-context.js';

interface SinceProps {
  /** ISO 8601 in UTC. */
  readonly at: string;
  /** Puts the duration into a sentence. */
  readonly tell: (duration: string) => string;
  readonly classOf: (ms: number) => string;
}

/** How long ago something was, ticking. */
export function Since({ at, tell, classOf }: SinceProps) {
  const { words } = useDesk();
  const ms = useNow() - Date.parse(at);
  return (
    <time class={classOf(ms)} dateTime={at}>
      {tell(tellDuration(words, ms))}
    </time>
  );
}
