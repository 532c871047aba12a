import { useState } from 'preact/hooks';
import { useDesk } from '../desk-context.js';
import { AccountForm } from './account-form.js';
import { CodeField } from './code-field.js';
import { Field } from './field.js';
import { GateCard } from './gate-card.js';

/** Signing in. */
export function SignInView({ hasEnded }: { hasEnded: boolean }) {
  const { actions, words } = useDesk();
  const { signIn } = words;
  const [needsCode, setNeedsCode] = useState(false);

  async function send(field: (name: string) => string) {
    const code = needsCode ? field('code') : undefined;
    const failure = await actions.signIn(field('email'), field('password'), code);
    if (failure?.code === 'CodeNeeded') setNeedsCode(true);
    return failure;
  }

  return (
    <GateCard title={signIn.title} intro={hasEnded ? signIn.ended : signIn.intro}>
      <AccountForm submit={signIn.submit} onSubmit={send}>
        <Field label={signIn.email} name="email" type="email" autocomplete="username" />
        <Field label={signIn.password} name="password" type="password" autocomplete="current-password" />
        {needsCode && <CodeField />}
      </AccountForm>
      <p class="hint">{signIn.noAccount}</p>
      <p class="hint">{signIn.forgotten}</p>
    </GateCard>
  );
}
