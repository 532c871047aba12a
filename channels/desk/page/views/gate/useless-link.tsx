import { useDesk } from '../desk-context.js';
import { GateCard } from './gate-card.js';

/** What somebody sees whose one-time link is of no use any more, and the way on. */
export function UselessLink({ title, intro }: { title: string; intro: string }) {
  const { actions, words } = useDesk();
  return (
    <GateCard title={title} intro={intro}>
      <button class="primary" type="button" onClick={() => void actions.leaveLink()}>
        {words.invitation.toDesk}
      </button>
    </GateCard>
  );
}
