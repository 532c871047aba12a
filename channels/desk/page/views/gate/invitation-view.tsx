import type { DeskRole } from '../../../../../bot/contracts/desk.js';
import { useDesk } from '../desk-context.js';
import { AccountForm } from './account-form.js';
import { Field } from './field.js';
import { GateCard } from './gate-card.js';
import { UselessLink } from './useless-link.js';

/** Making an account with an invitation; a role of null is an invitation that is of no use. */
export function InvitationView({ token, role }: { token: string; role: DeskRole | null }) {
  const { actions, words } = useDesk();
  const { invitation } = words;
  if (role === null) {
    return <UselessLink title={invitation.invalidTitle} intro={invitation.invalid} />;
  }
  return (
    <GateCard title={invitation.title} intro={invitation.intro(words.roles[role])}>
      <AccountForm
        submit={invitation.submit}
        onSubmit={(field) =>
          actions.acceptInvitation({
            token,
            name: field('name'),
            email: field('email'),
            password: field('password'),
          })
        }
      >
        <Field
          label={invitation.name}
          hint={invitation.nameHint}
          name="name"
          type="text"
          autocomplete="name"
        />
        <Field label={words.signIn.email} name="email" type="email" autocomplete="username" />
        <Field
          label={invitation.password}
          hint={invitation.passwordHint}
          name="password"
          type="password"
          autocomplete="new-password"
        />
      </AccountForm>
    </GateCard>
  );
}
