import { useDesk } from '../desk-context.js';
import { Gate } from './gate.js';

/** What somebody sees whose one-time link is of no use any more, and the way on. */
export function UselessLink({ title, intro }: { title: string; intro: string }) {
  const { actions, words } = useDesk();
  return (
    <Gate title={title} intro={intro}>
      <button class="primary" type="button" onClick={() => void actions.leaveLink()}>
        {words.invitation.toDesk}
      </button>
    </Gate>
  );
}
