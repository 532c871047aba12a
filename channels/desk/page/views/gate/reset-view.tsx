import { useState } from 'preact/hooks';
import type { ResetLook } from '../../../contracts.js';
import { useDesk } from '../desk-context.js';
import { AccountForm } from './account-form.js';
import { CodeField } from './code-field.js';
import { Field } from './field.js';
import { GateCard } from './gate-card.js';
import { UselessLink } from './useless-link.js';

/** Choosing a new password by a link; an account of null is a link that is of no use. */
export function ResetView({ token, account }: { token: string; account: ResetLook['account'] }) {
  const { actions, words } = useDesk();
  const { invitation, signIn } = words;
  const { reset } = words.accounts;
  const [needsCode, setNeedsCode] = useState(false);

  async function send(field: (name: string) => string) {
    const failure = await actions.useReset(token, field('password'), needsCode ? field('code') : undefined);
    if (failure?.code === 'CodeNeeded') setNeedsCode(true);
    return failure;
  }

  if (account === null) {
    return <UselessLink title={reset.invalidTitle} intro={reset.invalid} />;
  }
  return (
    <GateCard title={reset.title} intro={reset.intro(account.name)}>
      <AccountForm submit={reset.submit} onSubmit={send}>
        {/* Shown for whoever has several accounts, and for what keeps passwords. */}
        <Field label={signIn.email} name="email" type="email" autocomplete="username" value={account.email} />
        <Field
          label={reset.password}
          hint={invitation.passwordHint}
          name="password"
          type="password"
          autocomplete="new-password"
        />
        {needsCode && <CodeField />}
      </AccountForm>
    </GateCard>
  );
}
