import { useDesk } from '../desk-context.js';
import { AccountForm } from './account-form.js';
import { Field } from './field.js';
import { GateCard } from './gate-card.js';

/** Signing in. */
export function SignInView({ hasEnded }: { hasEnded: boolean }) {
  const { actions, words } = useDesk();
  const { signIn } = words;
  return (
    <GateCard title={signIn.title} intro={hasEnded ? signIn.ended : signIn.intro}>
      <AccountForm
        submit={signIn.submit}
        onSubmit={(field) => actions.signIn(field('email'), field('password'))}
      >
        <Field label={signIn.email} name="email" type="email" autocomplete="username" />
        <Field label={signIn.password} name="password" type="password" autocomplete="current-password" />
      </AccountForm>
      <p class="hint">{signIn.noAccount}</p>
      <p class="hint">{signIn.forgotten}</p>
    </GateCard>
  );
}
