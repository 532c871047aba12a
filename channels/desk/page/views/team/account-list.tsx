import { useEffect, useRef, useState } from 'preact/hooks';
import type { DeskAgent, DeskRole } from '../../../../../bot/contracts/desk.js';
import type { DeskAccount } from '../../../../../bot/contracts/desk-accounts.js';
import type { AgentsReply, InvitationReply } from '../../../contracts.js';
import type { ApiResult, Failure } from '../../ask-server.js';
import type { AccountChange, AskedChange } from '../../words/account-words.js';
import { ConfirmDialog } from '../confirm-dialog.js';
import { useDesk } from '../desk-context.js';
import { Problem } from '../problem.js';
import { AccountRow } from './account-row.js';

interface Asked {
  readonly account: DeskAccount;
  readonly change: AskedChange;
}

/** Every account and what an administrator does with them; what somebody feels at once is asked about first. */
export function AccountList({ agent }: { agent: DeskAgent }) {
  const { actions, words } = useDesk();
  const { accounts: say, team } = words;
  const [accounts, setAccounts] = useState<readonly DeskAccount[]>([]);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const [asked, setAsked] = useState<Asked | null>(null);
  const [done, setDone] = useState('');
  const [made, setMade] = useState<{ readonly agentId: string; readonly link: InvitationReply } | null>(null);
  const opener = useRef<HTMLElement | null>(null);
  const title = useRef<HTMLHeadingElement>(null);

  useEffect(() => {
    let isShown = true;
    void actions.agents().then((answer) => isShown && take(answer));
    return () => {
      isShown = false;
    };
  }, [actions]);

  function take(answer: ApiResult<AgentsReply>): boolean {
    if (answer.isOk) setAccounts(answer.value.agents);
    setFailure(answer.isOk ? null : answer.failure);
    return answer.isOk;
  }

  async function change(account: DeskAccount, what: AccountChange): Promise<void> {
    setIsBusy(true);
    setDone('');
    setMade(null);
    const isDone = take(await actions.changeAccount(account.id, what));
    setIsBusy(false);
    if (isDone) setDone(say.done[what](account.name));
    // The button may be gone with what it did; the heading is there, and what is read next are the accounts.
    title.current?.focus();
  }

  async function changeRole({ id, name }: DeskAccount, role: DeskRole): Promise<void> {
    setIsBusy(true);
    const isDone = take(await actions.changeRole(id, role));
    setIsBusy(false);
    setDone(!isDone ? '' : say.roleChanged(name, words.roles[role]));
  }

  async function newPassword({ id }: DeskAccount): Promise<void> {
    setDone('');
    const answer = await actions.makeReset(id);
    setFailure(answer.isOk ? null : answer.failure);
    setMade(answer.isOk ? { agentId: id, link: answer.value } : null);
  }

  function ask(account: DeskAccount, what: AccountChange, event: MouseEvent): void {
    opener.current = event.currentTarget as HTMLElement;
    if (what === 'unlock') void change(account, what);
    else setAsked({ account, change: what });
  }

  return (
    <section>
      <h2 tabIndex={-1} ref={title}>
        {team.colleagues}
      </h2>
      <Problem failure={failure} />
      <p class="done" role="status">
        {done}
      </p>
      <ul class="agents">
        {accounts.map((account) => (
          <AccountRow
            key={account.id}
            account={account}
            isOwn={account.id === agent.id}
            isBusy={isBusy}
            link={made?.agentId === account.id ? made.link : null}
            onChange={(what, event) => ask(account, what, event)}
            onNewPassword={() => void newPassword(account)}
            onRole={(role) => void changeRole(account, role)}
          />
        ))}
      </ul>
      {asked !== null && (
        <ConfirmDialog
          title={say.confirm[asked.change].title(asked.account.name)}
          hint={hintOf(asked)}
          confirm={say.changes[asked.change]}
          onEnd={(isConfirmed) => {
            setAsked(null);
            if (isConfirmed) void change(asked.account, asked.change);
            else opener.current?.focus();
          }}
        />
      )}
    </section>
  );

  function hintOf({ account, change: what }: Asked): string {
    const { hint, ownHint } = say.confirm[what];
    return account.id === agent.id ? ownHint : hint;
  }
}
