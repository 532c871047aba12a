import type { DeskAgent } from '../../../../bot/contracts/desk.js';
import { fragmentOf } from '../state/place.js';
import type { SearchState } from '../state/search-state.js';
import type { Place } from '../state/state.js';
import { useDesk } from './desk-context.js';
import { Icon } from './icon.js';
import { LanguageSwitch } from './language-switch.js';
import { LinkSwitch } from './links/link-switch.js';
import { Palette } from './palette/palette.js';
import { StatusSwitch } from './status-switch.js';

interface TopBarProps {
  readonly agent: DeskAgent;
  readonly place: Place;
  readonly onSearch: (change: (search: SearchState) => SearchState) => void;
}

/** Where one is, who one is, whether changes arrive, and the way out. */
export function TopBar({ agent, place, onSearch }: TopBarProps) {
  const { state, actions, words } = useDesk();
  const { connection } = state;
  return (
    <header class="top-bar">
      <a class="mark" href={fragmentOf({ kind: 'queue' })}>
        <Icon name="speech" />
        {words.desk}
      </a>
      {connection !== 'lost' && (
        <span class={`connection ${connection}`}>{words.connection[connection]}</span>
      )}
      <span class="space" />
      <Palette agent={agent} onSearch={onSearch} />
      {agent.role === 'administrator' && (
        <a
          class="top-link"
          href={fragmentOf({ kind: 'team' })}
          aria-current={place.kind === 'team' ? 'page' : undefined}
        >
          {words.team.title}
        </a>
      )}
      <StatusSwitch agentId={agent.id} />
      <LinkSwitch />
      <LanguageSwitch />
      <a
        class="who"
        href={fragmentOf({ kind: 'account' })}
        title={agent.email}
        aria-label={`${words.tools.security.account}: ${agent.name}`}
        aria-current={place.kind === 'account' ? 'page' : undefined}
      >
        <Icon name="person" />
        <span>{agent.name}</span>
      </a>
      <button type="button" class="quiet sign-out" onClick={() => void actions.signOut()}>
        {words.signOut}
      </button>
    </header>
  );
}
