import type { ComponentChildren } from 'preact';
import type { DeskEntry } from '../../../../../bot/contracts/desk.js';
import type { DeskLists } from '../../state/select.js';
import type { Place } from '../../state/state.js';
import { useDesk } from '../desk-context.js';
import { EntryRow } from './entry-row.js';
import { OfferList } from './offer-list.js';
import { TeamFilter } from './team-filter.js';

/** Whom I help, who waits, whom colleagues help; own conversations first, so that a long queue never hides them. */
export function EntryLists({ lists, place }: { lists: DeskLists; place: Place }) {
  const { state, words } = useDesk();
  const openId = place.kind === 'conversation' ? place.conversationId : null;
  const rows = (entries: readonly DeskEntry[]) =>
    entries.map((entry) => (
      <EntryRow key={entry.conversationId} entry={entry} isOpen={entry.conversationId === openId} />
    ));
  const isFiltered = state.assignment.teamId !== null;
  const nobodyWaits = isFiltered ? words.assignment.nobodyInTeam : words.lists.nobodyWaits;
  if (!state.hasEntries) return <p class="none">{words.loading}</p>;
  return (
    <>
      <OfferList offers={lists.offers} openId={openId} />
      <TeamFilter />
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
    </>
  );
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
