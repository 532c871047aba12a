import { useDesk } from '../desk-context.js';
import { AccountForm } from '../gate/account-form.js';
import { Field } from '../gate/field.js';

/** One's own name, as customers and colleagues read it. */
export function OwnName() {
  const { actions, state, words } = useDesk();
  const say = words.tools.security.ownName;
  const name = state.screen.kind === 'desk' ? state.screen.agent.name : '';
  return (
    <section>
      <h2>{say.title}</h2>
      <p>{name}</p>
      <AccountForm submit={say.submit} onSubmit={(field) => actions.rename(field('name'))}>
        <Field label={say.label} hint={say.hint} name="name" type="text" autocomplete="name" />
      </AccountForm>
    </section>
  );
}
