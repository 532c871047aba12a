import type { DeskFilters, DeskList } from '../../../../../bot/contracts/tools/desk-views.js';
import { countFilters, NO_FILTERS } from '../../state/filter-entries.js';
import { useDesk } from '../desk-context.js';
import { useLabels } from '../labels/use-labels.js';
import type { FiltersProps } from './filters-props.js';
import { SavedViews } from './saved-views.js';

/** Which list is shown, and what narrows it down. */
export function ListFilters({ filters, onChange }: FiltersProps) {
  const { state, words, channels } = useDesk();
  const { lists: say } = words.tools.moves;
  const { search } = words.tools;
  const labels = useLabels(state.entries.length > 0);
  const choose = (id: keyof DeskFilters, label: string, options: readonly (readonly [string, string])[]) => (
    <label>
      {label}
      <select
        value={filters[id] ?? ''}
        onChange={(event) => onChange({ ...filters, [id]: event.currentTarget.value || undefined })}
      >
        <option value="">{search.all}</option>
        {options.map(([value, title]) => (
          <option key={value} value={value}>
            {title}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <div class="list-filters">
      <label class="list-choice">
        <span>{say.list}</span>
        <select
          value={filters.list}
          onChange={(event) => onChange({ ...filters, list: event.currentTarget.value as DeskList })}
        >
          {Object.entries(say.kinds).map(([kind, title]) => (
            <option key={kind} value={kind}>
              {title}
            </option>
          ))}
        </select>
      </label>
      <details class="search-filters">
        <summary>{say.filters(countFilters(filters))}</summary>
        <div class="filters">
          {choose(
            'channelId',
            search.channel,
            state.channels.channels.map(({ channelId }) => [channelId, channels.nameOf(channelId)]),
          )}
          {choose('language', search.language, Object.entries(words.languages))}
          {choose('reason', say.reason, Object.entries(words.shortReasons))}
          {choose(
            'labelId',
            say.label,
            labels.map(({ id, name }) => [id, name]),
          )}
          {choose('mood', say.mood, [
            ['annoyed', words.soundsAnnoyed],
            ['calm', say.calm],
          ])}
          <button type="button" onClick={() => onChange(NO_FILTERS)}>
            {say.clear}
          </button>
        </div>
        <SavedViews filters={filters} onChange={onChange} />
      </details>
    </div>
  );
}
