import type { DeskEntry } from '../../../../bot/contracts/desk.js';
import { useDesk } from './desk-context.js';

/** Says how soon a customer needs somebody; an ordinary wait needs no word. */
export function PriorityMark({ entry: { priority } }: { entry: Pick<DeskEntry, 'priority'> }) {
  const { words } = useDesk();
  return priority === 'normal' ? null : <span class={`badge ${priority}`}>{words.priorities[priority]}</span>;
}

/** Says of somebody who waits that they had an agent before, who is gone. */
export function ReturnedMark({ entry: { state, returnedAt } }: { entry: DeskEntry }) {
  const { words } = useDesk();
  return state === 'waiting' && returnedAt !== null ? (
    <span class="returned">{words.lists.returned}</span>
  ) : null;
}
