import type { ContentChange, ContentItem } from '../../../../../bot/contracts/content/desk-content.js';
import type { StaleEntry } from '../../../../../bot/contracts/content/desk-stale.js';
import { useDesk } from '../desk-context.js';
import { ConfirmedAnswers } from './confirmed-answers.js';
import { ReviewedSection } from './reviewed-section.js';
import { StaleRow } from './stale-row.js';
import { useReviewed } from './use-reviewed.js';

interface StaleAnswersProps {
  readonly onOpen: (itemId: string) => void;
  /** Something was changed that the list of changes shows. */
  readonly onChange: () => void;
}

/** What may not hold any more, to be decided about, and what somebody said still holds. */
export function StaleAnswers({ onOpen, onChange }: StaleAnswersProps) {
  const { actions, words } = useDesk();
  const { stale: say, content } = words.tools;
  const { lists, told, failure, isBusy, take, act } = useReviewed(() => actions.staleAnswers());

  /** Changes one thing about an item, and leaves what else was changed about it. */
  async function change(item: ContentItem, what: Partial<ContentChange>, done: string): Promise<void> {
    const edit = { ...editOf(item), ...what };
    if (!(await act(actions.keepContent(item.itemId, edit, item.edit?.at ?? null)))) return;
    onChange();
    await take(actions.staleAnswers(), done);
  }

  const count = lists?.entries.length ?? 0;
  const shown = lists && (count === 0 ? say.none : say.shown(count, lists.count));
  return (
    <ReviewedSection title={say.title} hint={say.hint} told={told} failure={failure} shown={shown}>
      <ul class="canned-list">
        {lists?.entries.map((entry: StaleEntry) => (
          <StaleRow
            key={entry.item.itemId}
            entry={entry}
            isBusy={isBusy}
            onRight={() => void take(actions.confirmAnswer(entry.item.itemId, entry.seen), say.keptRight)}
            onOutdated={() => void change(entry.item, { isOutdated: true }, say.keptOutdated)}
            onHide={() => void change(entry.item, { isHidden: true }, content.keptHidden)}
            onOpen={() => onOpen(entry.item.itemId)}
          />
        ))}
      </ul>
      {lists !== null && lists.confirmed.length > 0 && (
        <ConfirmedAnswers
          confirmed={lists.confirmed}
          isBusy={isBusy}
          onUndo={({ itemId, at }) => void take(actions.unconfirmAnswer(itemId, at), say.undone)}
        />
      )}
    </ReviewedSection>
  );
}

function editOf({ edit }: ContentItem): ContentChange {
  const { answer = null, phrasings = [] } = edit ?? {};
  const { isHidden = false, isOutdated = false, isPinned = false } = edit ?? {};
  return { answer, phrasings, isHidden, isOutdated, isPinned };
}
