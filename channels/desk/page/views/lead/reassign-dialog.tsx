import type { DeskEntry } from '../../../../../bot/contracts/desk.js';
import { useDesk } from '../desk-context.js';
import { TransferDialog } from '../moves/transfer-dialog.js';

/** To whom a team lead gives a conversation that waits or that an agent has. */
export function ReassignDialog({ entry, onEnd }: { entry: DeskEntry; onEnd: () => void }) {
  const { actions, words } = useDesk();
  const { conversationId, holder, state } = entry;
  const exceptId = state === 'with-agent' && holder?.kind === 'agent' ? holder.id : null;
  return (
    <TransferDialog
      exceptId={exceptId}
      hint={words.lead.live.reassignHint}
      onClose={onEnd}
      onTransfer={(to, comment) => {
        onEnd();
        void actions.reassign(conversationId, to, comment);
      }}
    />
  );
}
