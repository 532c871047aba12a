import { useState } from 'preact/hooks';
import type {
  ShadowGist,
  ShadowLook,
  ShadowState,
} from '../../../../../bot/contracts/content/desk-shadow.js';
import type { ApiResult, Failure } from '../../ask-server.js';
import { useDesk } from '../desk-context.js';
import { Problem } from '../problem.js';
import { usePolled } from '../use-polled.js';
import { ShadowChanges } from './shadow-changes.js';

/** So often an open page looks how far the questions are. */
const LOOK_MS = 1_500;
/** What can be looked back at; one day is what changed nothing yet. */
const DAYS = [1, 7, 30] as const;
const VERDICTS = ['answer', 'doubt', 'choices', 'person'] as const;

/** What customers asked, put to a release that waits: begins it, shows how far it is, and what it came to. */
export function ShadowPanel({ releaseId }: { releaseId: string }) {
  const { actions, words } = useDesk();
  const { shadow: say } = words.tools;
  const { told } = usePolled<ShadowState>(actions.shadow, LOOK_MS);
  const [asked, setAsked] = useState<ShadowState | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [days, setDays] = useState<number>(DAYS[0]);
  // What was just answered counts until the next look knows of it.
  const run = (isNewer(asked?.run, told?.run) ? asked : told)?.run ?? null;
  const isRunning = run?.outcome === null;
  const isHere = run?.releaseId === releaseId;

  async function act(asking: Promise<ApiResult<ShadowState>>): Promise<void> {
    const answer = await asking;
    setFailure(answer.isOk ? null : answer.failure);
    if (answer.isOk) setAsked(answer.value);
  }

  return (
    <section>
      <h2>{say.title}</h2>
      <p class="hint">{say.hint}</p>
      <form
        class="run-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (!isRunning) void act(actions.startShadow(releaseId, days));
        }}
      >
        <label>
          {say.days}{' '}
          <select
            value={days}
            disabled={isRunning}
            onChange={(event) => setDays(Number(event.currentTarget.value))}
          >
            {DAYS.map((each) => (
              <option key={each} value={each}>
                {say.day(each)}
              </option>
            ))}
          </select>
        </label>
        {isRunning && isHere ? (
          <button type="button" onClick={() => void act(actions.stopShadow())}>
            {say.stop}
          </button>
        ) : (
          <button type="submit" disabled={isRunning}>
            {say.start}
          </button>
        )}
      </form>
      <Problem failure={failure} />
      {run !== null && isRunning && isHere && run.total !== null && (
        <div class="run-progress">
          <progress aria-label={say.asking} max={run.total} value={run.done} />
          <span>
            {run.done} / {run.total}
          </span>
        </div>
      )}
      <p role="status">{run !== null && <Outcome run={run} isHere={isHere} />}</p>
      {isHere && run.gist !== null && run.gist.different > 0 && <Found key={run.startedAt} gist={run.gist} />}
    </section>
  );
}

function isNewer(asked: ShadowLook | null | undefined, told: ShadowLook | null | undefined): boolean {
  return asked !== null && asked !== undefined && (!told || asked.startedAt > told.startedAt);
}

/** What is going on, in a sentence. */
function Outcome({ run, isHere }: { run: ShadowLook; isHere: boolean }) {
  const { shadow: say } = useDesk().words.tools;
  const { outcome, total, by, code, gist, days } = run;
  if (!isHere) return <>{outcome === null ? say.elsewhere(by) : ''}</>;
  if (outcome === null) return <>{total === null ? say.begins : say.asking}</>;
  if (outcome === 'failed') return <>{say.failed(code ?? '')}</>;
  if (outcome === 'stopped') return <>{say.stopped}</>;
  if (gist === null || gist.different === 0) return <>{say.none(days)}</>;
  return <>{say.done(gist.asked, gist.different, by)}</>;
}

/** How often customers get what, before and after, and the questions that change. */
function Found({ gist }: { gist: ShadowGist }) {
  const { shadow: say, releases } = useDesk().words.tools;
  const { releaseId, before, after, asked, leftOut, changed } = gist;
  const figure = (count: number) => `${count} (${Math.round((100 * count) / asked)} %)`;
  return (
    <>
      {leftOut > 0 && <p class="hint">{say.leftOut(leftOut)}</p>}
      <table class="lead-table">
        <thead>
          <tr>
            <th scope="col">{say.given}</th>
            {before !== null && <th scope="col">{releases.preview.live}</th>}
            <th scope="col">{releases.preview.asked}</th>
          </tr>
        </thead>
        <tbody>
          {VERDICTS.map((verdict) => (
            <tr key={verdict}>
              <th scope="row">{say.verdicts[verdict]}</th>
              {before !== null && <td>{figure(before[verdict])}</td>}
              <td>{figure(after[verdict])}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {before === null && <p class="hint">{say.nobodyLive}</p>}
      {before !== null && changed === 0 && <p class="hint">{say.same}</p>}
      {changed > 0 && <ShadowChanges releaseId={releaseId} count={changed} />}
    </>
  );
}
