import { useEffect, useRef, useState } from 'preact/hooks';
import type { DeskAgent } from '../../../../../bot/contracts/desk.js';
import type { CannedAnswer } from '../../../../../bot/contracts/tools/desk-canned.js';
import type { CannedReply } from '../../../tools/contracts.js';
import type { ApiResult } from '../../ask-server.js';
import { ConfirmDialog } from '../confirm-dialog.js';
import { useDesk } from '../desk-context.js';
import { Problem } from '../problem.js';
import { ToolPage } from '../tool-page.js';
import { CannedForm } from './canned-form.js';
import { CannedRow } from './canned-row.js';
import { useCannedList } from './use-canned-list.js';

/** The answer in the form: one that there is, or a new one. */
type Editing = { readonly kind: 'new' } | { readonly kind: 'change'; readonly answer: CannedAnswer };

/** The canned answers, the company's and one's own, and where they are written. */
export function CannedView({ agent }: { agent: DeskAgent }) {
  const { actions, words } = useDesk();
  const { canned: say } = words.tools.reply;
  const { answers, failure, told, take, forget } = useCannedList();
  const [editing, setEditing] = useState<Editing | null>(null);
  const [removing, setRemoving] = useState<CannedAnswer | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);

  async function change(asking: Promise<ApiResult<CannedReply>>, done: string): Promise<void> {
    if (await take(asking, done)) end();
  }

  function end(): void {
    setEditing(null);
    heading.current?.focus();
  }

  function edit(next: Editing): void {
    forget();
    setEditing(next);
  }

  useEffect(() => void take(actions.canned(), ''), [actions]);

  return (
    <ToolPage title={say.title} kind="canned" heading={heading}>
      <p class="hint">{say.hint}</p>
      <p class={told === '' ? 'unseen' : 'canned-told'} role="status">
        {told}
      </p>
      <Problem failure={failure} />
      {editing === null ? (
        <button type="button" onClick={() => edit({ kind: 'new' })}>
          {say.add}
        </button>
      ) : (
        <CannedForm
          key={editing.kind === 'new' ? '' : editing.answer.id}
          answer={editing.kind === 'new' ? null : editing.answer}
          agent={agent}
          onKeep={(text, isShared) =>
            change(
              editing.kind === 'new'
                ? actions.addCanned(text, isShared)
                : actions.changeCanned(editing.answer.id, text),
              say.kept,
            )
          }
          onCancel={end}
        />
      )}
      {answers === null && failure === null && <p class="hint">{words.loading}</p>}
      {answers !== null &&
        [true, false].map((isShared) => (
          <CannedGroup
            key={String(isShared)}
            title={isShared ? say.shared : say.own}
            none={isShared ? say.noShared : say.noOwn}
            answers={answers.filter((answer) => answer.isShared === isShared)}
            mayChange={!isShared || agent.role === 'administrator'}
            onChange={(answer) => edit({ kind: 'change', answer })}
            onRemove={setRemoving}
          />
        ))}
      {removing !== null && (
        <ConfirmDialog
          title={say.confirmRemove(removing.title)}
          hint={say.confirmRemoveHint}
          confirm={say.removeIt}
          onEnd={(isConfirmed) => {
            setRemoving(null);
            if (isConfirmed) void change(actions.removeCanned(removing.id), say.removed);
            else heading.current?.focus();
          }}
        />
      )}
    </ToolPage>
  );
}

interface CannedGroupProps {
  readonly title: string;
  readonly none: string;
  readonly answers: readonly CannedAnswer[];
  readonly mayChange: boolean;
  readonly onChange: (answer: CannedAnswer) => void;
  readonly onRemove: (answer: CannedAnswer) => void;
}

function CannedGroup({ title, none, answers, mayChange, onChange, onRemove }: CannedGroupProps) {
  return (
    <section>
      <h2>{title}</h2>
      {answers.length === 0 && <p class="hint">{none}</p>}
      <ul class="canned-list">
        {answers.map((answer) => (
          <CannedRow
            key={answer.id}
            answer={answer}
            onChange={mayChange ? () => onChange(answer) : null}
            onRemove={() => onRemove(answer)}
          />
        ))}
      </ul>
    </section>
  );
}
