import type { DeskEntry } from '../../../../../bot/contracts/desk.js';
import { tellLeft } from '../../words/tell-time.js';
import { useDesk } from '../desk-context.js';
import { useReach } from '../use-reach.js';

/** Says in a row that a customer cannot be reached, or that less than a day is left to answer; else nothing. */
export function ReachMark({ entry }: { entry: DeskEntry }) {
  const { words } = useDesk();
  const reach = useReach(entry);
  if (reach.kind === 'closed') {
    const isGone = reach.problem === 'unreachable';
    return <span class="reach-mark closed">{isGone ? words.reach.unreachable : words.reach.closed}</span>;
  }
  if (reach.kind === 'open' || reach.left === 'long') return null;
  return <span class={`reach-mark ${reach.left}`}>{words.reach.left(tellLeft(words, reach.leftMs))}</span>;
}
