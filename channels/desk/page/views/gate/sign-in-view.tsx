import { useEffect, useState } from 'preact/hooks';
import type { SignOnLook } from '../../../security/contracts.js';
import { useDesk } from '../desk-context.js';
import { AccountForm } from './account-form.js';
import { CodeField } from './code-field.js';
import { Field } from './field.js';
import { GateCard } from './gate-card.js';
import { SignOnButton } from './sign-on-button.js';

/** Signing in: through the provider, where there is one, and with a password, where that is allowed. */
export function SignInView({ hasEnded }: { hasEnded: boolean }) {
  const { actions, words } = useDesk();
  const { signIn } = words;
  const [needsCode, setNeedsCode] = useState(false);
  const [ways, setWays] = useState<SignOnLook>({ name: null, hasPasswords: true });
  const [arrived] = useState(() => actions.signOnProblem());
  useEffect(() => {
    void actions.waysToSignIn().then((answer) => {
      if (answer.isOk) setWays(answer.value);
    });
  }, [actions]);

  async function send(field: (name: string) => string) {
    const code = needsCode ? field('code') : undefined;
    const failure = await actions.signIn(field('email'), field('password'), code);
    if (failure?.code === 'CodeNeeded') setNeedsCode(true);
    return failure;
  }

  const intro = ways.hasPasswords ? signIn.intro : words.tools.security.signOn.intro;
  return (
    <GateCard title={signIn.title} intro={hasEnded ? signIn.ended : intro}>
      {ways.name !== null && <SignOnButton name={ways.name} arrived={arrived} />}
      {ways.name !== null && ways.hasPasswords && (
        <p class="hint">{words.tools.security.signOn.orPassword}</p>
      )}
      {ways.hasPasswords && (
        <>
          <AccountForm submit={signIn.submit} onSubmit={send}>
            <Field label={signIn.email} name="email" type="email" autocomplete="username" />
            <Field label={signIn.password} name="password" type="password" autocomplete="current-password" />
            {needsCode && <CodeField />}
          </AccountForm>
          <p class="hint">{signIn.noAccount}</p>
          <p class="hint">{signIn.forgotten}</p>
        </>
      )}
    </GateCard>
  );
}
