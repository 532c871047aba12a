import { useEffect, useState } from 'preact/hooks';
import type { SavedView } from '../../../../../bot/contracts/tools/desk-views.js';
import { VIEW_NAME_LIMIT } from '../../../limits.js';
import type { ViewsReply } from '../../../tools/contracts.js';
import type { ApiResult, Failure } from '../../ask-server.js';
import { useDesk } from '../desk-context.js';
import { Problem } from '../problem.js';
import type { FiltersProps } from './filters-props.js';

/** The agent's own views: choosing one, keeping what is listed as one, and removing it. */
export function SavedViews({ filters, onChange }: FiltersProps) {
  const { state, actions, words } = useDesk();
  const { views: say } = words.tools.moves;
  const [views, setViews] = useState<readonly SavedView[]>([]);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [chosen, setChosen] = useState('');
  const [name, setName] = useState('');
  const [told, setTold] = useState('');

  async function take(asking: Promise<ApiResult<ViewsReply>>, done: string): Promise<void> {
    const answer = await asking;
    setFailure(answer.isOk ? null : answer.failure);
    setTold(answer.isOk ? done : '');
    if (answer.isOk) setViews(answer.value.views);
  }

  useEffect(() => void take(actions.views(), ''), [actions]);

  function show(id: string): void {
    setChosen(id);
    const view = views.find((one) => one.id === id);
    if (!view) return;
    onChange(view.filters);
    actions.chooseTeam(view.filters.teamId ?? null);
  }

  return (
    <div class="views">
      <Problem failure={failure} />
      <p class="unseen" role="status">
        {told}
      </p>
      {views.length > 0 && (
        <div class="view-choice">
          <label>
            {say.title}
            <select value={chosen} onChange={(event) => show(event.currentTarget.value)}>
              <option value="">{say.choose}</option>
              {views.map((view) => (
                <option key={view.id} value={view.id}>
                  {view.name}
                </option>
              ))}
            </select>
          </label>
          {chosen !== '' && (
            <button
              type="button"
              onClick={() => {
                void take(actions.removeView(chosen), say.removed);
                setChosen('');
              }}
            >
              {say.remove}
            </button>
          )}
        </div>
      )}
      <form
        class="view-choice"
        onSubmit={(event) => {
          event.preventDefault();
          const teamId = state.assignment.teamId ?? undefined;
          void take(actions.keepView(name, { ...filters, teamId }), say.kept);
          setName('');
        }}
      >
        <label>
          {say.name}
          <input
            value={name}
            maxLength={VIEW_NAME_LIMIT}
            required
            onInput={(event) => setName(event.currentTarget.value)}
          />
        </label>
        <button type="submit">{say.keep}</button>
      </form>
    </div>
  );
}
