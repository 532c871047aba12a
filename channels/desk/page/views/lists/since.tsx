import { tellDuration } from '../../words/tell-time.js';
import { useDesk, useTold } from '../desk-context.js';

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
  const from = Date.parse(at);
  const name = useTold((now) => classOf(now - from));
  const told = useTold((now) => tell(tellDuration(words, now - from)));
  return (
    <time class={name} dateTime={at}>
      {told}
    </time>
  );
}
