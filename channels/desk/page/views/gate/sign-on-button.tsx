import { useState } from 'preact/hooks';
import type { Failure } from '../../ask-server.js';
import { useDesk } from '../desk-context.js';
import { Problem } from '../problem.js';

/** Goes to the provider to sign in there. @param arrived why the browser came back without having signed in */
export function SignOnButton({ name, arrived }: { name: string; arrived: Failure | null }) {
  const { actions, words } = useDesk();
  const [failure, setFailure] = useState(arrived);
  const [isBusy, setIsBusy] = useState(false);

  async function go(): Promise<void> {
    setIsBusy(true);
    setFailure(null);
    // Where it goes well the browser leaves this page: the button stays busy until then.
    const refused = await actions.beginSignOn();
    if (refused === null) return;
    setFailure(refused);
    setIsBusy(false);
  }

  return (
    <div class="account-form">
      <Problem failure={failure} />
      <button class="primary" type="button" disabled={isBusy} onClick={() => void go()}>
        {words.tools.security.signOn.button(name)}
      </button>
    </div>
  );
}
