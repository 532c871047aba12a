import { useState } from 'preact/hooks';
import type { TransferTarget } from '../../../../../bot/contracts/tools/desk-moves.js';
import { COMMENT_LIMIT } from '../../../limits.js';
import { isLoadTold, standingOf } from '../../state/assignment-state.js';
import { useDesk } from '../desk-context.js';
import { useColleagues } from '../use-colleagues.js';
import { MoveDialog } from './move-dialog.js';

interface TransferDialogProps {
  /** Who cannot be chosen; null for nobody. */
  readonly exceptId: string | null;
  /** What happens, where it is not what an agent's own passing on does. */
  readonly hint?: string;
  readonly onTransfer: (to: TransferTarget, comment: string) => void;
  readonly onClose: () => void;
}

/** To whom a conversation is passed on, and with which words for them. */
export function TransferDialog({ exceptId, hint, onTransfer, onClose }: TransferDialogProps) {
  const { state, words } = useDesk();
  const { transfer: say } = words.tools.moves;
  const { teams } = state.assignment;
  const colleagues = useColleagues().filter(({ id }) => id !== exceptId);
  const [chosen, setChosen] = useState('');
  const [comment, setComment] = useState('');

  function transfer(): void {
    const [kind, ...rest] = chosen.split(' ');
    const id = rest.join(' ');
    onTransfer(kind === 'team' ? { kind, teamId: id } : { kind: 'colleague', agentId: id }, comment);
  }

  const isAway = (agentId: string) => standingOf(state.assignment, agentId)?.status === 'away';

  /** How much they have, where that is counted, and whether they are away. */
  function standing(agentId: string): string {
    const told = standingOf(state.assignment, agentId);
    const { statuses, load } = words.assignment;
    if (told && isLoadTold(state.assignment))
      return ` (${statuses[told.status]}, ${load(told.load, told.capacity)})`;
    return told?.status === 'away' ? ` (${statuses.away})` : '';
  }

  return (
    <MoveDialog
      title={say.title}
      hint={hint ?? say.hint}
      submit={say.submit}
      isReady={chosen !== ''}
      onSubmit={transfer}
      onClose={onClose}
    >
      <label>
        {say.to}
        <select value={chosen} required onChange={(event) => setChosen(event.currentTarget.value)}>
          <option value="">{say.choose}</option>
          {teams.length > 0 && (
            <optgroup label={say.teams}>
              {teams.map(({ id, name }) => (
                <option key={id} value={`team ${id}`}>
                  {name[state.language]}
                </option>
              ))}
            </optgroup>
          )}
          <optgroup label={say.colleagues}>
            {colleagues.map(({ id, name }) => (
              <option key={id} value={`colleague ${id}`} disabled={isAway(id)}>
                {name}
                {standing(id)}
              </option>
            ))}
          </optgroup>
        </select>
      </label>
      <label>
        {say.comment}
        <textarea
          rows={4}
          maxLength={COMMENT_LIMIT}
          value={comment}
          onInput={(event) => setComment(event.currentTarget.value)}
        />
      </label>
    </MoveDialog>
  );
}
