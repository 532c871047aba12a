import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { DeskAgent, DeskEntry } from '../../../../../bot/contracts/desk.js';
import { countFilters, NO_FILTERS } from '../../state/filter-entries.js';
import { selectLists } from '../../state/select.js';
import type { Place } from '../../state/state.js';
import { useDesk } from '../desk-context.js';
import { ListFilters } from '../filters/list-filters.js';
import { EntryRows } from './entry-rows.js';
import { OfferList } from './offer-list.js';
import { TeamFilter } from './team-filter.js';

/** Whom I help, who waits, whom colleagues help; own conversations first, so that a long queue never hides them. */
export function EntryLists({ agent, place }: { agent: DeskAgent; place: Place }) {
  const { state, words } = useDesk();
  const [filters, setFilters] = useState(NO_FILTERS);
  const lists = selectLists(state, agent, filters);
  const openId = place.kind === 'conversation' ? place.conversationId : null;
  const rows = (entries: readonly DeskEntry[]) => <EntryRows entries={entries} openId={openId} />;
  const { lists: say } = words.tools.moves;
  const isFiltered = countFilters(filters) > 0;
  const ofTeam = state.assignment.teamId === null ? words.lists.nobodyWaits : words.assignment.nobodyInTeam;
  const nobodyWaits = isFiltered ? say.none : ofTeam;
  const chosen = [...lists.mine, ...lists.snoozed, ...lists.waiting, ...lists.others, ...lists.expired];
  if (!state.hasEntries) return <p class="none">{words.loading}</p>;
  return (
    <>
      <OfferList offers={lists.offers} openId={openId} />
      <TeamFilter />
      <ListFilters filters={filters} onChange={setFilters} />
      {filters.list === 'all' ? sections() : section()}
    </>
  );

  /** One list, as it was chosen. */
  function section() {
    return (
      <EntryList title={say.kinds[filters.list]} count={chosen.length}>
        {chosen.length > 0 ? rows(chosen) : <li class="none">{say.none}</li>}
      </EntryList>
    );
  }

  function sections() {
    return (
      <>
        {lists.mine.length > 0 && (
          <EntryList title={words.lists.mine} count={lists.mine.length}>
            {rows(lists.mine)}
          </EntryList>
        )}
        <EntryList title={words.lists.waiting} count={lists.waiting.length} isLoud>
          {lists.waiting.length > 0 ? rows(lists.waiting) : <li class="none">{nobodyWaits}</li>}
        </EntryList>
        {lists.others.length > 0 && (
          <EntryList title={words.lists.others} count={lists.others.length}>
            {rows(lists.others)}
          </EntryList>
        )}
        {lists.snoozed.length > 0 && (
          <EntryList title={say.snoozed} count={lists.snoozed.length}>
            {rows(lists.snoozed)}
          </EntryList>
        )}
      </>
    );
  }
}

interface EntryListProps {
  readonly title: string;
  readonly count: number;
  /** Whether its count asks for attention. */
  readonly isLoud?: boolean;
  readonly children: ComponentChildren;
}

function EntryList({ title, count, isLoud, children }: EntryListProps) {
  return (
    <section class="entry-list">
      <h2>
        {title} <span class={isLoud && count > 0 ? 'count loud' : 'count'}>{count}</span>
      </h2>
      <ul>{children}</ul>
    </section>
  );
}
