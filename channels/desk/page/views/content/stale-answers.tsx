import { useEffect, useState } from 'preact/hooks';
import type { ContentChange, ContentItem } from '../../../../../bot/contracts/content/desk-content.js';
import type { StaleEntry, StaleLists } from '../../../../../bot/contracts/content/desk-stale.js';
import type { ApiResult, Failure } from '../../ask-server.js';
import { useDesk } from '../desk-context.js';
import { Problem } from '../problem.js';
import { useNewest } from '../use-newest.js';
import { ConfirmedAnswers } from './confirmed-answers.js';
import { StaleRow } from './stale-row.js';

interface StaleAnswersProps {
  readonly onOpen: (itemId: string) => void;
  /** Something was changed that the list of changes shows. */
  readonly onChange: () => void;
}

/** What may not hold any more, to be decided about, and what somebody said still holds. */
export function StaleAnswers({ onOpen, onChange }: StaleAnswersProps) {
  const { actions, words } = useDesk();
  const { stale: say, content } = words.tools;
  const [lists, setLists] = useState<StaleLists | null>(null);
  const [told, setTold] = useState('');
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const newest = useNewest();

  async function take(asking: Promise<ApiResult<StaleLists>>, done: string): Promise<void> {
    setIsBusy(true);
    const { answer, isNewest } = await newest<ApiResult<StaleLists>>(asking);
    if (!isNewest) return;
    setIsBusy(false);
    setFailure(answer.isOk ? null : answer.failure);
    setTold(answer.isOk ? done : '');
    if (answer.isOk) setLists(answer.value);
  }

  /** Changes one thing about an item, and leaves what else was changed about it. */
  async function change(item: ContentItem, what: Partial<ContentChange>, done: string): Promise<void> {
    setIsBusy(true);
    const answer = await actions.keepContent(
      item.itemId,
      { ...editOf(item), ...what },
      item.edit?.at ?? null,
    );
    setIsBusy(false);
    if (!answer.isOk) {
      setTold('');
      return setFailure(answer.failure);
    }
    onChange();
    await take(actions.staleAnswers(), done);
  }

  useEffect(() => void take(actions.staleAnswers(), ''), [actions]);

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
    </section>
  );
}

function editOf({ edit }: ContentItem): ContentChange {
  const { answer = null, phrasings = [] } = edit ?? {};
  const { isHidden = false, isOutdated = false, isPinned = false } = edit ?? {};
  return { answer, phrasings, isHidden, isOutdated, isPinned };
}
