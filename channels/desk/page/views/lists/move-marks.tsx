import type { DeskEntry } from '../../../../../bot/contracts/desk.js';
import { tellDeadline } from '../../words/tell-time.js';
import { useDesk, useNow } from '../desk-context.js';
import { LabelMarks } from '../labels/label-marks.js';

/** In a row: until when it is set aside, whose turn it is, what was missed, and its labels. */
export function MoveMarks({ entry }: { entry: DeskEntry }) {
  const { state, words } = useDesk();
  const { moves: say } = words.tools;
  const now = useNow();
  const { snoozedUntil, lastWord, missed, labels = [] } = entry;
  const isTheirs = entry.state === 'with-agent' && snoozedUntil === undefined && lastWord === 'agent';
  return (
    <>
      {snoozedUntil !== undefined && (
        <span>{say.snooze.until(tellDeadline(state.language, snoozedUntil, now))}</span>
      )}
      {isTheirs && <span>{say.awaitsCustomer}</span>}
      {missed !== undefined && <span class="away">{say.missed[missed]}</span>}
      <LabelMarks names={labels.map(({ name }) => name)} />
    </>
  );
}
