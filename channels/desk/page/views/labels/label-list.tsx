import { useEffect, useRef, useState } from 'preact/hooks';
import type { DeskLabel } from '../../../../../bot/contracts/tools/desk-label.js';
import { LABEL_LIMIT } from '../../../limits.js';
import type { LabelsReply } from '../../../tools/contracts.js';
import type { ApiResult, Failure } from '../../ask-server.js';
import { ConfirmDialog } from '../confirm-dialog.js';
import { useDesk } from '../desk-context.js';
import { Problem } from '../problem.js';

/** The company's labels, and where administrators change them. */
export function LabelList() {
  const { actions, words } = useDesk();
  const { labels: say } = words.tools.moves;
  const [labels, setLabels] = useState<readonly DeskLabel[]>([]);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [changing, setChanging] = useState<DeskLabel | null>(null);
  const [removing, setRemoving] = useState<DeskLabel | null>(null);
  const [name, setName] = useState('');
  const field = useRef<HTMLInputElement>(null);

  async function take(asking: Promise<ApiResult<LabelsReply>>): Promise<boolean> {
    const answer = await asking;
    setFailure(answer.isOk ? null : answer.failure);
    if (answer.isOk) setLabels(answer.value.labels);
    return answer.isOk;
  }

  useEffect(() => void take(actions.labels()), [actions]);

  async function keep(event: Event): Promise<void> {
    event.preventDefault();
    const isKept = await take(
      changing === null ? actions.addLabel(name) : actions.renameLabel(changing.id, name),
    );
    if (isKept) edit(null);
  }

  function edit(label: DeskLabel | null): void {
    setChanging(label);
    setName(label?.name ?? '');
    field.current?.focus();
  }

  return (
    <section class="labels" aria-labelledby="labels-title">
      <h2 id="labels-title">{say.manage}</h2>
      <p class="hint">{say.manageHint}</p>
      <Problem failure={failure} />
      <form onSubmit={(event) => void keep(event)}>
        <label for="label-name">{changing === null ? say.name : say.renameOf(changing.name)}</label>
        <div class="label-form">
          <input
            id="label-name"
            ref={field}
            value={name}
            maxLength={LABEL_LIMIT}
            required
            onInput={(event) => setName(event.currentTarget.value)}
          />
          <button type="submit">{changing === null ? say.add : say.keep}</button>
          {changing !== null && (
            <button type="button" onClick={() => edit(null)}>
              {words.cancel}
            </button>
          )}
        </div>
      </form>
      <ul class="label-list">
        {labels.map((label) => (
          <li key={label.id}>
            <span class="label-mark">{label.name}</span>
            <button type="button" aria-label={say.renameOf(label.name)} onClick={() => edit(label)}>
              {say.rename}
            </button>
            <button type="button" aria-label={say.removeOf(label.name)} onClick={() => setRemoving(label)}>
              {say.remove}
            </button>
          </li>
        ))}
      </ul>
      {removing !== null && (
        <ConfirmDialog
          title={say.confirmRemove(removing.name)}
          hint={say.confirmRemoveHint}
          confirm={say.remove}
          onEnd={(isConfirmed) => {
            setRemoving(null);
            if (isConfirmed) void take(actions.removeLabel(removing.id));
            field.current?.focus();
          }}
        />
      )}
    </section>
  );
}
