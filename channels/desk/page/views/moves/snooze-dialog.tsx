import { useState } from 'preact/hooks';
import type { SnoozeTime } from '../../../../../bot/contracts/tools/desk-moves.js';
import { useDesk } from '../desk-context.js';
import { MoveDialog } from './move-dialog.js';

interface SnoozeDialogProps {
  readonly onSnooze: (until: SnoozeTime) => void;
  readonly onClose: () => void;
}

const KINDS = ['hour', 'tomorrow', 'at'] as const;

/** Until when a conversation is set aside. */
export function SnoozeDialog({ onSnooze, onClose }: SnoozeDialogProps) {
  const { words } = useDesk();
  const { snooze: say } = words.tools.moves;
  const [kind, setKind] = useState<SnoozeTime['kind']>('hour');
  const [moment, setMoment] = useState('');
  const at = new Date(moment);
  const isReady = kind !== 'at' || !Number.isNaN(at.getTime());
  return (
    <MoveDialog
      title={say.title}
      hint={say.hint}
      submit={say.submit}
      isReady={isReady}
      onSubmit={() => onSnooze(kind === 'at' ? { kind, at: at.toISOString() } : { kind })}
      onClose={onClose}
    >
      <fieldset>
        <legend class="unseen">{say.title}</legend>
        {KINDS.map((one) => (
          <label key={one} class="check">
            <input type="radio" name="snooze" checked={kind === one} onChange={() => setKind(one)} />
            {say[one]}
          </label>
        ))}
      </fieldset>
      {kind === 'at' && (
        <label>
          {say.moment}
          <input
            type="datetime-local"
            value={moment}
            required
            onInput={(event) => setMoment(event.currentTarget.value)}
          />
        </label>
      )}
    </MoveDialog>
  );
}
