import { useEffect, useRef, useState } from 'preact/hooks';
import type { ConversationSearch } from '../../../../../bot/contracts/tools/desk-archive.js';
import type { Failure } from '../../ask-server.js';
import { type SearchState, searchOf, withPage } from '../../state/search-state.js';
import { useDesk } from '../desk-context.js';
import { Problem } from '../problem.js';
import { ToolPage } from '../tool-page.js';
import { useNewest } from '../use-newest.js';
import { FoundRow } from './found-row.js';
import { SearchFilters } from './search-filters.js';

interface SearchViewProps {
  readonly search: SearchState;
  readonly onChange: (change: (search: SearchState) => SearchState) => void;
}

/** Finds conversations again by what was said in them. */
export function SearchView({ search, onChange }: SearchViewProps) {
  const { actions, words } = useDesk();
  const { search: say } = words.tools;
  const [isBusy, setIsBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const box = useRef<HTMLInputElement>(null);
  const newest = useNewest();
  useEffect(() => box.current?.focus({ preventScroll: true }), []);

  const change = (form: Partial<ConversationSearch>) =>
    onChange((old) => ({ ...old, form: { ...old.form, ...form } }));

  async function ask(asked: ConversationSearch): Promise<void> {
    if (asked.words.trim() === '') return;
    setIsBusy(true);
    const { answer, isNewest } = await newest(actions.search(asked));
    if (!isNewest) return;
    setIsBusy(false);
    setFailure(answer.isOk ? null : answer.failure);
    if (answer.isOk) onChange((old) => withPage(old, asked, answer.value));
  }

  return (
    <ToolPage title={say.title} kind="search">
      <form
        class="search-form"
        onSubmit={(event) => {
          event.preventDefault();
          void ask(searchOf(search.form));
        }}
      >
        <label for="search-words">{say.label}</label>
        <div class="search-line">
          <input
            id="search-words"
            ref={box}
            type="search"
            maxLength={300}
            value={search.form.words}
            aria-describedby="search-hint"
            onInput={(event) => change({ words: event.currentTarget.value })}
          />
          <button class="primary" type="submit" disabled={isBusy || search.form.words.trim() === ''}>
            {say.submit}
          </button>
        </div>
        <p id="search-hint" class="hint">
          {say.hint}
        </p>
        <SearchFilters form={search.form} onChange={change} />
      </form>
      <Problem failure={failure} />
      <p class="search-count" role="status">
        {search.asked !== null && !isBusy && tellCount()}
      </p>
      <ul class="found">
        {search.found.map((found) => (
          <FoundRow key={found.conversationId} found={found} />
        ))}
      </ul>
      {search.next !== null && search.asked !== null && (
        <button
          type="button"
          disabled={isBusy}
          onClick={() =>
            void ask({ ...(search.asked as ConversationSearch), after: search.next ?? undefined })
          }
        >
          {say.more}
        </button>
      )}
    </ToolPage>
  );

  function tellCount(): string {
    if (search.found.length > 0) return say.found(search.found.length);
    return search.next === null ? say.none : say.noneYet;
  }
}
