import { useState } from 'preact/hooks';
import type { DeskAgent } from '../../../../bot/contracts/desk.js';
import { NO_SEARCH, type SearchState } from '../state/search-state.js';
import type { Place } from '../state/state.js';
import { SearchView } from './archive/search-view.js';
import { WithBotView } from './archive/with-bot-view.js';
import { CannedView } from './canned/canned-view.js';
import { ContentView } from './content/content-view.js';
import { ConversationView } from './conversation/conversation-view.js';
import { useDesk } from './desk-context.js';
import { DoorNotices } from './door-notices.js';
import { NotAllowedView } from './gate/not-allowed-view.js';
import { Icon } from './icon.js';
import { LeadView } from './lead/lead-view.js';
import { EntryLists } from './lists/entry-lists.js';
import { NewsBar } from './lists/news-bar.js';
import { PromiseNotice } from './lists/promise-mark.js';
import { allPlaces } from './lists/tool-places.js';
import { Ways } from './lists/ways.js';
import { MentionsView } from './notes/mentions-view.js';
import { PrivacyView } from './privacy/privacy-view.js';
import { ReleasesView } from './releases/releases-view.js';
import { AccountView } from './security/account-view.js';
import { AuditView } from './security/audit-view.js';
import { AwayNotice } from './status-switch.js';
import { TeamView } from './team/team-view.js';
import { TopBar } from './top-bar.js';

/** The desk itself: lists beside what is open; on a phone one at a time. */
export function DeskView({ agent, place }: { agent: DeskAgent; place: Place }) {
  const { state, words } = useDesk();
  // Here, so that it is still there for whoever comes back from what was found.
  const [search, setSearch] = useState(NO_SEARCH);
  return (
    <div class={`desk at-${place.kind}`}>
      <button type="button" class="skip" onClick={() => document.getElementById('content')?.focus()}>
        {words.skipToContent}
      </button>
      <TopBar agent={agent} place={place} onSearch={setSearch} />
      <div role="alert" class="connection-alert">
        {state.connection === 'lost' && (
          <p class="banner warning">
            <Icon name="warning" />
            {words.connection.lost}
          </p>
        )}
      </div>
      <AwayNotice agentId={agent.id} />
      <DoorNotices />
      <NewsBar />
      <PromiseNotice />
      <main class="columns">
        <nav class="lists" aria-label={words.lists.title}>
          {place.kind === 'queue' && <h1 class="unseen">{words.lists.title}</h1>}
          <Ways agent={agent} place={place} />
          <EntryLists agent={agent} place={place} />
        </nav>
        <div id="content" tabIndex={-1}>
          <Content agent={agent} place={place} search={search} onSearch={setSearch} />
        </div>
      </main>
    </div>
  );
}

interface ContentProps {
  readonly agent: DeskAgent;
  readonly place: Place;
  readonly search: SearchState;
  readonly onSearch: (change: (search: SearchState) => SearchState) => void;
}

function Content({ agent, place, search, onSearch }: ContentProps) {
  const { words } = useDesk();
  if (place.kind !== 'conversation' && !allPlaces(agent, words).some(({ kind }) => kind === place.kind))
    return <NotAllowedView kind={place.kind} />;
  switch (place.kind) {
    case 'conversation':
      return <ConversationView key={place.conversationId} id={place.conversationId} agent={agent} />;
    case 'team':
      return <TeamView agent={agent} />;
    case 'lead':
      return <LeadView agent={agent} />;
    case 'search':
      return <SearchView search={search} onChange={onSearch} />;
    case 'mentions':
      return <MentionsView />;
    case 'with-bot':
      return <WithBotView />;
    case 'canned':
      return <CannedView agent={agent} />;
    case 'content':
      return <ContentView />;
    case 'releases':
      return <ReleasesView />;
    case 'privacy':
      return <PrivacyView />;
    case 'account':
      return <AccountView />;
    case 'audit':
      return <AuditView />;
    case 'queue':
      return (
        <div class="empty-content">
          <Icon name="speech" />
          <h2>{words.conversation.choose}</h2>
          <p>{words.conversation.chooseHint}</p>
        </div>
      );
  }
}
