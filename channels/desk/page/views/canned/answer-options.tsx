import type { CannedAnswer } from '../../../../../bot/contracts/tools/desk-canned.js';
import { useDesk } from '../desk-context.js';

interface AnswerOptionsProps {
  /** Id of the list, which whoever types names; options are `<id>-0`, `<id>-1` … */
  readonly id: string;
  readonly answers: readonly CannedAnswer[];
  /** Place of the one that Enter takes. */
  readonly active: number;
  readonly onChoose: (answer: CannedAnswer) => void;
}

/** Canned answers to choose from. The keys stay with who types; a press must not take them away. */
export function AnswerOptions({ id, answers, active, onChoose }: AnswerOptionsProps) {
  const { words } = useDesk();
  const { canned: say } = words.tools.reply;
  return (
    <div id={id} class="canned-options" role="listbox" aria-label={say.list}>
      {answers.map((answer, place) => (
        // biome-ignore lint/a11y/useFocusableInteractive: the keys stay in the box, which names the active option
        // biome-ignore lint/a11y/useKeyWithClickEvents: see above
        <div
          key={answer.id}
          id={`${id}-${place}`}
          role="option"
          aria-selected={place === active}
          class="canned-option"
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onChoose(answer)}
        >
          <span class="canned-option-top">
            <strong>{answer.title}</strong>
            <span class="canned-shortcut">/{answer.shortcut}</span>
            <span class="badge quiet">{words.languages[answer.language]}</span>
            {answer.ending !== null && <span class="badge quiet">{say.endings[answer.ending]}</span>}
          </span>
          <span class="canned-preview" lang={answer.language}>
            {answer.text}
          </span>
        </div>
      ))}
    </div>
  );
}
