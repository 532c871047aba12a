import { useEffect, useState } from 'preact/hooks';
import type { PairEntry, PairLists } from '../../../../../bot/contracts/content/desk-pairs.js';
import type { ApiResult, Failure } from '../../ask-server.js';
import { useDesk } from '../desk-context.js';
import { Problem } from '../problem.js';
import { useNewest } from '../use-newest.js';
import { DecidedPairs } from './decided-pairs.js';
import { PairRow } from './pair-row.js';

/** Answers that contradict each other, to be decided about, and what was decided. */
export function OpposedPairs() {
  const { actions, words } = useDesk();
  const { pairs: say } = words.tools;
  const [lists, setLists] = useState<PairLists | null>(null);
  const [told, setTold] = useState('');
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const newest = useNewest();

  async function take(asking: Promise<ApiResult<PairLists>>, done: string): Promise<void> {
    setIsBusy(true);
    const { answer, isNewest } = await newest<ApiResult<PairLists>>(asking);
    if (!isNewest) return;
    setIsBusy(false);
    setFailure(answer.isOk ? null : answer.failure);
    setTold(answer.isOk ? done : '');
    if (answer.isOk) setLists(answer.value);
  }

  function decide({ older, newer, seen }: PairEntry, counts: string | null): void {
    const deciding = actions.decidePair([older.itemId, newer.itemId], counts, seen);
    void take(deciding, counts === null ? say.keptBoth : say.keptOne);
  }

  useEffect(() => void take(actions.opposedPairs(), ''), [actions]);

  return (
    <section aria-label={say.title}>
      <h2>{say.title}</h2>
      <p class="hint">{say.hint}</p>
      <p class={told === '' ? 'unseen' : 'canned-told'} role="status">
        {told}
      </p>
      <Problem failure={failure} />
      {lists === null && failure === null && <p class="hint">{words.loading}</p>}
      {lists !== null && (
        <p class="hint">
          {lists.entries.length === 0 ? say.none : say.shown(lists.entries.length, lists.count)}
        </p>
      )}
      <ul class="canned-list">
        {lists?.entries.map((entry) => (
          <PairRow
            key={`${entry.older.itemId} ${entry.newer.itemId}`}
            entry={entry}
            isBusy={isBusy}
            onDecide={(counts) => decide(entry, counts)}
          />
        ))}
      </ul>
      {lists !== null && lists.decided.length > 0 && (
        <DecidedPairs
          decided={lists.decided}
          isBusy={isBusy}
          onUndo={({ itemIds, at }) => void take(actions.undecidePair(itemIds, at), say.undone)}
        />
      )}
    </section>
  );
}
