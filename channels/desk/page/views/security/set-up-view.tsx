import { useDesk } from '../desk-context.js';
import { GateCard } from '../gate/gate-card.js';
import { FactorSetUp } from './factor-set-up.js';

/** Before the desk, where a second factor is demanded and none is set up. */
export function SetUpView() {
  const { actions, words } = useDesk();
  const say = words.tools.security.factor;
  return (
    <GateCard title={say.mustTitle} intro={say.mustIntro}>
      <FactorSetUp onDone={() => void actions.start()} />
      <button type="button" class="quiet" onClick={() => void actions.signOut()}>
        {words.signOut}
      </button>
    </GateCard>
  );
}
