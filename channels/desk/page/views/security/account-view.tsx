import { useEffect, useState } from 'preact/hooks';
import type { OwnSecurityReply, SignOnLinkReply } from '../../../security/contracts.js';
import type { ApiResult, Failure } from '../../ask-server.js';
import { AlertChoice } from '../alerts/alert-choice.js';
import { useDesk } from '../desk-context.js';
import { AccountForm } from '../gate/account-form.js';
import { CodeField } from '../gate/code-field.js';
import { Field } from '../gate/field.js';
import { Problem } from '../problem.js';
import { ToolPage } from '../tool-page.js';
import { FactorSetUp } from './factor-set-up.js';
import { OwnName } from './own-name.js';
import { OwnPicture } from './own-picture.js';
import { SessionList } from './session-list.js';
import { SignOnLink } from './sign-on-link.js';

/** One's own account: alerts, signing in in two steps, and where one is signed in. */
export function AccountView() {
  const { state, actions, words } = useDesk();
  const { screen } = state;
  const say = words.tools.security;
  const [own, setOwn] = useState<OwnSecurityReply | null>(null);
  const [link, setLink] = useState<SignOnLinkReply | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);

  function take(answer: ApiResult<OwnSecurityReply>): Failure | null {
    if (answer.isOk) setOwn(answer.value);
    const refused = answer.isOk ? null : answer.failure;
    setFailure(refused);
    return refused;
  }
  const read = () => void actions.ownSecurity().then(take);
  useEffect(read, [actions]);
  useEffect(() => {
    void actions.ownSignOn().then((answer) => {
      if (answer.isOk) setLink(answer.value);
    });
  }, [actions]);

  async function end(password: string, code: string): Promise<Failure | null> {
    const answer = await actions.endSecondFactor(password, code);
    if (answer.isOk) setOwn(answer.value);
    return answer.isOk ? null : answer.failure;
  }

  return (
    <ToolPage title={say.account} kind="account">
      {/* On a phone, where the top bar has no room for it. */}
      <button type="button" class="sign-out" onClick={() => void actions.signOut()}>
        {words.signOut}
      </button>
      {screen.kind === 'desk' && <AlertChoice agentId={screen.agent.id} />}
      <Problem failure={failure} />
      {own !== null && (
        <>
          <OwnName />
          <OwnPicture />
          {link !== null && <SignOnLink link={link} onChange={setLink} />}
          {/* Who signs in through the provider alone has the second step there. */}
          <section hidden={link !== null && !link.hasPassword}>
            <h2>{say.factor.title}</h2>
            <p class="hint">
              {own.secondFactor.isOn ? say.factor.isOn(own.secondFactor.recoveryCodes) : say.factor.intro}
            </p>
            {!own.secondFactor.isOn && <FactorSetUp onDone={read} />}
            {own.secondFactor.isOn && own.secondFactor.isDemanded && <p>{say.factor.demanded}</p>}
            {own.secondFactor.isOn && !own.secondFactor.isDemanded && (
              <AccountForm
                submit={say.factor.end}
                onSubmit={(field) => end(field('password'), field('code'))}
              >
                <Field label={say.password} name="password" type="password" autocomplete="current-password" />
                <CodeField />
              </AccountForm>
            )}
          </section>
          <section>
            <h2>{say.sessions.title}</h2>
            <SessionList
              sessions={own.sessions}
              onEnd={(sessionId) => void actions.endOwnSession(sessionId).then(take)}
            />
            {own.sessions.length > 1 && (
              <button type="button" onClick={() => void actions.endOtherSessions().then(take)}>
                {say.sessions.endOthers}
              </button>
            )}
          </section>
        </>
      )}
    </ToolPage>
  );
}
