import { useRef, useState } from 'preact/hooks';
import type { DeskAgent, DeskEntry } from '../../../../../bot/contracts/desk.js';
import { isAway } from '../../state/is-away.js';
import { leadsTeam } from '../../state/may.js';
import { ConfirmDialog } from '../confirm-dialog.js';
import { useDesk, useNow } from '../desk-context.js';

interface TakeOverProps {
  readonly entry: DeskEntry;
  readonly agent: DeskAgent;
  readonly onTaken: () => void;
}

/**
 * Takes a colleague's conversation: anybody from one who is away, a team lead or an administrator from everybody. The colleague loses it
 * and the customer is told, so it asks once.
 */
export function TakeOver({ entry, agent, onTaken }: TakeOverProps) {
  const { actions, words } = useDesk();
  const { conversation: say } = words;
  const opener = useRef<HTMLButtonElement>(null);
  const [isAsking, setIsAsking] = useState(false);
  const [isBusy, setIsBusy] = useState(false);
  const isAgentAway = isAway(entry, useNow());
  const { conversationId, holder, state } = entry;
  if (state !== 'with-agent' || holder?.kind !== 'agent') return null;
  if (!isAgentAway && !leadsTeam(agent)) return null;

  async function take(from: string): Promise<void> {
    setIsBusy(true);
    const isDone = await actions.takeOver(conversationId, from);
    setIsBusy(false);
    if (isDone) onTaken();
  }

  const { id, name } = holder;
  return (
    <>
      <button
        class={isAgentAway ? 'primary' : undefined}
        type="button"
        ref={opener}
        disabled={isBusy}
        onClick={() => setIsAsking(true)}
      >
        {say.takeOver}
      </button>
      {isAsking && (
        <ConfirmDialog
          title={say.confirmTakeOver(name)}
          hint={say.confirmTakeOverHint(name)}
          confirm={say.takeOver}
          onEnd={(isConfirmed) => {
            setIsAsking(false);
            if (isConfirmed) void take(id);
            else opener.current?.focus();
          }}
        />
      )}
    </>
  );
}
