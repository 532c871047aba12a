import { useState } from 'preact/hooks';
import type { ContentItem } from '../../../../../bot/contracts/content/desk-content.js';
import { KNOWLEDGE_LIMIT } from '../../../limits.js';
import type { Failure } from '../../ask-server.js';
import { useDesk } from '../desk-context.js';
import { Problem } from '../problem.js';
import { useNewest } from '../use-newest.js';
import { ContentRow } from './content-row.js';

/** Looks for an item of the knowledge by words, as the bot does. */
export function ContentSearch({ onOpen }: { onOpen: (itemId: string) => void }) {
  const { state, actions, words } = useDesk();
  const { content: say } = words.tools;
  const [typed, setTyped] = useState('');
  const [found, setFound] = useState<readonly ContentItem[] | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const newest = useNewest();

  async function search(): Promise<void> {
    setIsBusy(true);
    const { answer, isNewest } = await newest(actions.searchContent(typed, state.language));
    if (!isNewest) return;
    setIsBusy(false);
    setFailure(answer.isOk ? null : answer.failure);
    if (answer.isOk) setFound(answer.value.items);
  }

  return (
    <section aria-label={say.label}>
      <form
        class="search-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (typed.trim() !== '') void search();
        }}
      >
        <label for="content-words">{say.label}</label>
        <div class="search-line">
          <input
            id="content-words"
            type="search"
            maxLength={KNOWLEDGE_LIMIT}
            value={typed}
            onInput={(event) => setTyped(event.currentTarget.value)}
          />
          <button type="submit" disabled={isBusy}>
            {say.submit}
          </button>
        </div>
      </form>
      <Problem failure={failure} />
      <p class="hint" role="status">
        {isBusy ? words.loading : found !== null && (found.length === 0 ? say.none : say.found(found.length))}
      </p>
      <ul class="canned-list">
        {found?.map((item) => (
          <ContentRow key={item.itemId} item={item} onOpen={() => onOpen(item.itemId)} />
        ))}
      </ul>
    </section>
  );
}
