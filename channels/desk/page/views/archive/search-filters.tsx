import type { SpokenLanguage } from '../../../../../bot/contracts/messages.js';
import type { ConversationSearch } from '../../../../../bot/contracts/tools/desk-archive.js';
import { useDesk } from '../desk-context.js';
import { useLabels } from '../labels/use-labels.js';
import { useColleagues } from '../use-colleagues.js';

interface SearchFiltersProps {
  readonly form: ConversationSearch;
  readonly onChange: (form: Partial<ConversationSearch>) => void;
}

interface Option {
  readonly value: string;
  readonly title: string;
}

const LANGUAGES: readonly SpokenLanguage[] = ['nl', 'en'];

/** What a search is narrowed down by; folded away at first. */
export function SearchFilters({ form, onChange }: SearchFiltersProps) {
  const { state, words, channels } = useDesk();
  const { search: say } = words.tools;
  const labels = useLabels();
  const colleagues = useColleagues();

  const select = (id: keyof ConversationSearch, label: string, options: readonly Option[]) => (
    <label>
      {label}
      <select
        value={String(form[id] ?? '')}
        onChange={(event) => onChange({ [id]: event.currentTarget.value || undefined })}
      >
        <option value="">{say.all}</option>
        {options.map(({ value, title }) => (
          <option key={value} value={value}>
            {title}
          </option>
        ))}
      </select>
    </label>
  );
  const day = (id: 'from' | 'until', label: string) => (
    <label>
      {label}
      <input
        type="date"
        value={form[id] ?? ''}
        onChange={(event) => onChange({ [id]: event.currentTarget.value || undefined })}
      />
    </label>
  );

  return (
    <details class="search-filters">
      <summary>{say.filters}</summary>
      <div class="filters">
        {select(
          'channelId',
          say.channel,
          state.channels.channels.map(({ channelId }) => ({
            value: channelId,
            title: channels.nameOf(channelId),
          })),
        )}
        {select(
          'language',
          say.language,
          LANGUAGES.map((value) => ({ value, title: words.languages[value] })),
        )}
        {select('agentId', say.agent, colleagues.map(optionOf))}
        {labels.length > 0 && select('labelId', words.tools.moves.lists.label, labels.map(optionOf))}
        {day('from', say.from)}
        {day('until', say.until)}
        <label class="check">
          <input
            type="checkbox"
            checked={form.isEnded === true}
            onChange={(event) => onChange({ isEnded: event.currentTarget.checked || undefined })}
          />
          {say.isEnded}
        </label>
      </div>
    </details>
  );
}

function optionOf({ id, name }: { readonly id: string; readonly name: string }): Option {
  return { value: id, title: name };
}
