import type { DeskRole } from '../../../../../bot/contracts/desk.js';
import type { DeskAccount } from '../../../../../bot/contracts/desk-accounts.js';
import type { InvitationReply } from '../../../contracts.js';
import type { AccountChange } from '../../words/account-words.js';
import { tellMoment } from '../../words/tell-time.js';
import { useDesk, useNow } from '../desk-context.js';
import { Icon } from '../icon.js';
import { AccountSessions } from './account-sessions.js';
import { MadeLink } from './made-link.js';
import { RoleChoice } from './role-choice.js';

interface AccountRowProps {
  readonly account: DeskAccount;
  readonly isOwn: boolean;
  readonly isBusy: boolean;
  /** The link to a new password that was made for this account just now. */
  readonly link: InvitationReply | null;
  readonly onChange: (change: AccountChange, event: MouseEvent) => void;
  readonly onNewPassword: () => void;
  readonly onRole: (role: DeskRole) => void;
}

/** One account: whose it is, whether it is in use, and what can be done with it. */
export function AccountRow(props: AccountRowProps) {
  const { account, isOwn, isBusy, link, onChange, onNewPassword } = props;
  const { state, words } = useDesk();
  const { accounts, team } = words;
  const now = useNow();
  const { name, email, role, isLocked, sessions } = account;

  /** The visible words first, then whose account: there are as many such buttons as accounts. */
  const labelOf = (action: string) => `${action}: ${name}`;
  const changes: readonly AccountChange[] = [
    ...(sessions > 0 ? (['end-sessions'] as const) : []),
    ...(account.hasSecondFactor ? (['reset-second-factor'] as const) : []),
    isLocked ? 'unlock' : 'lock',
    'remove',
  ];

  return (
    <li>
      <Icon name="person" />
      <span class="agent-name">
        <strong>{name}</strong>
        {isOwn && <span class="badge quiet">{team.you}</span>}
        {isOwn && <span class="badge quiet">{words.roles[role]}</span>}
        {isLocked && <span class="badge locked">{accounts.locked}</span>}
        <span class="hint">{email}</span>
        <span class="hint">{useOf()}</span>
      </span>
      <span class="account-actions">
        {/* One's own is changed by somebody else: nobody gives their role away by a slip. */}
        {!isOwn && <RoleChoice name={name} role={role} isDisabled={isBusy} onChoose={props.onRole} />}
        {!isLocked && (
          <button
            type="button"
            disabled={isBusy}
            aria-label={labelOf(accounts.newPassword)}
            onClick={onNewPassword}
          >
            {accounts.newPassword}
          </button>
        )}
        {changes.map((change) => (
          <button
            key={change}
            type="button"
            disabled={isBusy}
            aria-label={labelOf(accounts.changes[change])}
            onClick={(event) => onChange(change, event)}
          >
            {accounts.changes[change]}
          </button>
        ))}
      </span>
      {sessions > 0 && <AccountSessions agentId={account.id} name={name} />}
      {link !== null && (
        <MadeLink
          label={accounts.link(name)}
          link={link.link}
          hint={accounts.linkHint(tellMoment(state.language, link.expiresAt, now))}
        />
      )}
    </li>
  );

  function useOf(): string {
    if (sessions > 0) return accounts.signedIn(sessions);
    const { signedInAt } = account;
    if (signedInAt === null) return accounts.notSignedIn;
    return accounts.lastSignedIn(tellMoment(state.language, signedInAt, now));
  }
}
