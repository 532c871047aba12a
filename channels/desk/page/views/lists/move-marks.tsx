import type { DeskEntry } from '../../../../../bot/contracts/desk.js';
import { tellDeadline } from '../../words/tell-time.js';
import { useDesk, useTold } from '../desk-context.js';
import { LabelMarks } from '../labels/label-marks.js';

/** In a row: until when it is set aside, whose turn it is, what was missed, and its labels. */
export function MoveMarks({ entry }: { entry: DeskEntry }) {
  const { words } = useDesk();
  const { moves: say } = words.tools;
  const { snoozedUntil, lastWord, missed, labels = [] } = entry;
  const isTheirs = entry.state === 'with-agent' && snoozedUntil === undefined && lastWord === 'agent';
  return (
    <>
      {snoozedUntil !== undefined && <SnoozeMark until={snoozedUntil} />}
      {isTheirs && <span>{say.awaitsCustomer}</span>}
      {missed !== undefined && <span class="away">{say.missed[missed]}</span>}
      <LabelMarks names={labels.map(({ name }) => name)} />
    </>
  );
}

function SnoozeMark({ until }: { until: string }) {
  const { state, words } = useDesk();
  const { snooze: say } = words.tools.moves;
  return <span>{useTold((now) => say.until(tellDeadline(state.language, until, now)))}</span>;
}
