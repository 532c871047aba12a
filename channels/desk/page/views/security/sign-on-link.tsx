import { useState } from 'preact/hooks';
import type { SignOnLinkReply } from '../../../security/contracts.js';
import type { Failure } from '../../ask-server.js';
import { useDesk } from '../desk-context.js';
import { AccountForm } from '../gate/account-form.js';
import { Field } from '../gate/field.js';
import { Problem } from '../problem.js';

/** Linking one's account with who one is at the provider, and ending that; nothing where there is no provider. */
export function SignOnLink(props: { link: SignOnLinkReply; onChange: (link: SignOnLinkReply) => void }) {
  const { actions, words } = useDesk();
  const say = words.tools.security;
  const [failure, setFailure] = useState<Failure | null>(null);
  const { name, isLinked, hasPassword } = props.link;
  if (name === null) return null;

  async function unlink(): Promise<void> {
    const answer = await actions.unlinkSignOn();
    if (answer.isOk) props.onChange(answer.value);
    setFailure(answer.isOk ? null : answer.failure);
  }

  return (
    <section>
      <h2>{say.signOn.title(name)}</h2>
      <p class="hint">{isLinked ? say.signOn.isLinked(name) : say.signOn.isNotLinked(name)}</p>
      <Problem failure={failure} />
      {!isLinked && hasPassword && (
        <AccountForm submit={say.signOn.link} onSubmit={(field) => actions.linkSignOn(field('password'))}>
          <Field label={say.password} name="password" type="password" autocomplete="current-password" />
        </AccountForm>
      )}
      {isLinked && hasPassword && (
        <button type="button" onClick={() => void unlink()}>
          {say.signOn.unlink}
        </button>
      )}
    </section>
  );
}
