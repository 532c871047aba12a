import type { DeskAgent } from '../../../../../bot/contracts/desk.js';
import { fragmentOf } from '../../state/place.js';
import { useDesk } from '../desk-context.js';
import { Icon } from '../icon.js';
import { LabelList } from '../labels/label-list.js';
import { AccountList } from './account-list.js';
import { InviteForm } from './invite-form.js';

/** Who works at the desk, and how another gets in; for administrators. */
export function TeamView({ agent }: { agent: DeskAgent }) {
  const { words } = useDesk();
  return (
    <div class="team">
      <header class="conversation-top">
        <a class="back" href={fragmentOf({ kind: 'queue' })} aria-label={words.conversation.back}>
          <Icon name="back" />
        </a>
        <h1>{words.team.title}</h1>
      </header>
      {agent.role === 'administrator' && (
        <p>
          <a href={fragmentOf({ kind: 'privacy' })}>{words.tools.privacy.title}</a>
          {' · '}
          <a href={fragmentOf({ kind: 'audit' })}>{words.tools.security.audit.title}</a>
        </p>
      )}
      {agent.role === 'administrator' && <InviteForm />}
      <AccountList agent={agent} />
      {agent.role === 'administrator' && <LabelList />}
    </div>
  );
}
