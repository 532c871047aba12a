import { useRef, useState } from 'preact/hooks';
import type { DeskEntry } from '../../../../../bot/contracts/desk.js';
import type { CannedAnswer } from '../../../../../bot/contracts/tools/desk-canned.js';
import { CannedPicker } from '../canned/canned-picker.js';
import { useDesk } from '../desk-context.js';
import { KnowledgePanel } from '../knowledge/knowledge-panel.js';

interface ReplyToolsProps {
  readonly entry: DeskEntry;
  readonly answers: readonly CannedAnswer[];
  readonly onAnswer: (answer: CannedAnswer) => void;
  readonly onInsert: (text: string) => void;
  /** Sends a text as it is; null where something is typed already. */
  readonly onSend: ((text: string) => void) | null;
}

type Tool = 'canned' | 'knowledge';

/** What helps to write a reply, folded away until it is wanted; one at a time. */
export function ReplyTools({ entry, answers, onAnswer, onInsert, onSend }: ReplyToolsProps) {
  const { reply: say } = useDesk().words.tools;
  const [open, setOpen] = useState<Tool | null>(null);
  const openers = { canned: useRef<HTMLButtonElement>(null), knowledge: useRef<HTMLButtonElement>(null) };
  const titles: Readonly<Record<Tool, string>> = { canned: say.canned.open, knowledge: say.knowledge.open };

  function close(): void {
    if (open !== null) openers[open].current?.focus();
    setOpen(null);
  }

  function then<Value>(act: (value: Value) => void): (value: Value) => void {
    return (value) => {
      setOpen(null);
      act(value);
    };
  }

  return (
    <>
      {open === 'canned' && (
        <CannedPicker answers={answers} language={entry.language} onChoose={then(onAnswer)} onClose={close} />
      )}
      {open === 'knowledge' && (
        <KnowledgePanel
          entry={entry}
          onInsert={then(onInsert)}
          onSend={onSend === null ? null : then(onSend)}
          onClose={close}
        />
      )}
      <fieldset class="reply-tools">
        <legend class="unseen">{say.tools}</legend>
        {(['canned', 'knowledge'] as const).map((tool) => (
          <button
            key={tool}
            ref={openers[tool]}
            type="button"
            aria-expanded={open === tool}
            onClick={() => setOpen(open === tool ? null : tool)}
          >
            {titles[tool]}
          </button>
        ))}
      </fieldset>
    </>
  );
}
