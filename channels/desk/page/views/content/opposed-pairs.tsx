import type { PairEntry } from '../../../../../bot/contracts/content/desk-pairs.js';
import { useDesk } from '../desk-context.js';
import { DecidedPairs } from './decided-pairs.js';
import { PairRow } from './pair-row.js';
import { ReviewedSection } from './reviewed-section.js';
import { useReviewed } from './use-reviewed.js';

/** Answers that contradict each other, to be decided about, and what was decided. */
export function OpposedPairs() {
  const { actions, words } = useDesk();
  const { pairs: say } = words.tools;
  const { lists, told, failure, isBusy, take } = useReviewed(() => actions.opposedPairs());

  function decide({ older, newer, seen }: PairEntry, counts: string | null): void {
    const deciding = actions.decidePair([older.itemId, newer.itemId], counts, seen);
    void take(deciding, counts === null ? say.keptBoth : say.keptOne);
  }

  const count = lists?.entries.length ?? 0;
  const shown = lists && (count === 0 ? say.none : say.shown(count, lists.count));
  return (
    <ReviewedSection title={say.title} hint={say.hint} told={told} failure={failure} shown={shown}>
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
    </ReviewedSection>
  );
}
