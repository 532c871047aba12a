import type { DeskEntry } from '../../../../../bot/contracts/desk.js';
import { agentWith } from '../../state/holder.js';
import { useDesk } from '../desk-context.js';
import { TransferDialog } from '../moves/transfer-dialog.js';

/** To whom a team lead gives a conversation that waits or that an agent has. */
export function ReassignDialog({ entry, onEnd }: { entry: DeskEntry; onEnd: () => void }) {
  const { actions, words } = useDesk();
  return (
    <TransferDialog
      exceptId={agentWith(entry)}
      hint={words.lead.live.reassignHint}
      onClose={onEnd}
      onTransfer={(to, comment) => {
        onEnd();
        void actions.reassign(entry.conversationId, to, comment);
      }}
    />
  );
}
