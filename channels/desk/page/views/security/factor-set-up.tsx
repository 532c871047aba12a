import { useState } from 'preact/hooks';
import type { SecondFactorStart } from '../../../../../bot/contracts/accounts/desk-security.js';
import { useDesk } from '../desk-context.js';
import { AccountForm } from '../gate/account-form.js';
import { Field } from '../gate/field.js';
import { QrPicture } from './qr-picture.js';

/** Setting up a second factor: password, picture and code, recovery codes. @param onDone called when they are kept */
export function FactorSetUp({ onDone }: { onDone: () => void }) {
  const { actions, words } = useDesk();
  const say = words.tools.security;
  const [start, setStart] = useState<SecondFactorStart | null>(null);
  const [codes, setCodes] = useState<readonly string[] | null>(null);

  async function begin(password: string) {
    const answer = await actions.beginSecondFactor(password);
    if (answer.isOk) setStart(answer.value);
    return answer.isOk ? null : answer.failure;
  }

  async function confirm(code: string) {
    const answer = await actions.confirmSecondFactor(code);
    if (answer.isOk) setCodes(answer.value.recoveryCodes);
    return answer.isOk ? null : answer.failure;
  }

  if (codes !== null) {
    return (
      <div>
        <h3>{say.factor.codes}</h3>
        <p>{say.factor.codesHint}</p>
        <ul class="recovery-codes">
          {codes.map((code) => (
            <li key={code}>
              <code>{code}</code>
            </li>
          ))}
        </ul>
        <button type="button" class="primary" onClick={onDone}>
          {say.factor.kept}
        </button>
      </div>
    );
  }
  if (start === null) {
    return (
      <AccountForm key="password" submit={say.factor.begin} onSubmit={(field) => begin(field('password'))}>
        <Field label={say.password} name="password" type="password" autocomplete="current-password" />
      </AccountForm>
    );
  }
  return (
    <AccountForm key="code" submit={say.factor.confirm} onSubmit={(field) => confirm(field('code'))}>
      <p>{say.factor.scan}</p>
      <QrPicture rows={start.qr} label={say.factor.picture} />
      <p class="hint">
        {say.factor.orType} <code>{start.secret}</code>
      </p>
      <Field label={say.code} name="code" type="text" autocomplete="one-time-code" />
    </AccountForm>
  );
}
