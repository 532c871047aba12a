import { useState } from 'preact/hooks';
import type { DeskEntry } from '../../../../../bot/contracts/desk.js';
import { useDesk } from '../desk-context.js';
import { LabelMarks } from './label-marks.js';
import { useLabels } from './use-labels.js';

/** The labels of a conversation, and the company's to choose from, folded away until it is wanted. */
export function LabelPicker({ entry }: { entry: DeskEntry }) {
  const { actions, words } = useDesk();
  const { labels: say } = words.tools.moves;
  const [isOpen, setIsOpen] = useState(false);
  const labels = useLabels(isOpen);
  const { conversationId, labels: mine = [] } = entry;
  return (
    <div class="label-picker">
      <LabelMarks names={mine.map(({ name }) => name)} />
      <details onToggle={(event) => setIsOpen(event.currentTarget.open)}>
        <summary>{say.choose}</summary>
        {labels.length === 0 && <p class="hint">{say.none}</p>}
        <fieldset>
          <legend class="unseen">{say.title}</legend>
          {labels.map(({ id, name }) => (
            <label key={id} class="check">
              <input
                type="checkbox"
                checked={mine.some((label) => label.id === id)}
                onChange={(event) => void actions.putLabel(conversationId, id, event.currentTarget.checked)}
              />
              {name}
            </label>
          ))}
        </fieldset>
      </details>
    </div>
  );
}
