import type { DeskEntry } from '../../../../../bot/contracts/desk.js';
import { reachOf } from '../../state/reach.js';
import { tellLeft } from '../../words/tell-time.js';
import { useDesk, useTold } from '../desk-context.js';

/** Says in a row that a customer cannot be reached, or that less than a day is left to answer; else nothing. */
export function ReachMark({ entry }: { entry: DeskEntry }) {
  const isAlwaysOpen = entry.replyUntil === null && !entry.isUnreachable;
  return isAlwaysOpen ? null : <WindowMark entry={entry} />;
}

function WindowMark({ entry }: { entry: DeskEntry }) {
  const { words } = useDesk();
  const { reach: say } = words;
  const standing = useTold((now) => {
    const reach = reachOf(entry, now);
    return reach.kind === 'until' ? reach.left : reach.kind === 'closed' ? 'closed' : 'long';
  });
  const told = useTold((now) => {
    const reach = reachOf(entry, now);
    if (reach.kind === 'closed') return reach.problem === 'unreachable' ? say.unreachable : say.closed;
    return reach.kind === 'until' ? say.left(tellLeft(words, reach.leftMs)) : '';
  });
  return standing === 'long' ? null : <span class={`reach-mark ${standing}`}>{told}</span>;
}
