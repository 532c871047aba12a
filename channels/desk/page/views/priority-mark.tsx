import type { DeskEntry } from '../../../../bot/contracts.js';
import { useDesk } from './desk-context.js';

/** Says how soon a customer needs somebody, and that they had somebody before; an ordinary wait needs no word. */
export function PriorityMark({ entry }: { entry: DeskEntry }) {
  const { words } = useDesk();
  const { priority, state, returnedAt } = entry;
  return (
    <>
      {priority !== 'normal' && <span class={`badge ${priority}`}>{words.priorities[priority]}</span>}
      {state === 'waiting' && returnedAt !== null && (
        <span class="badge returned">{words.lists.returned}</span>
      )}
    </>
  );
}
