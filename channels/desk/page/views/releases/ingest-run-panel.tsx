import { useState } from 'preact/hooks';
import type { IngestRunLook } from '../../../../../bot/contracts/content/desk-releases.js';
import { tellMoment } from '../../words/tell-time.js';
import { useDesk, useNow } from '../desk-context.js';

interface IngestRunPanelProps {
  readonly run: IngestRunLook | null;
  readonly onStart: (isFull: boolean) => void;
}

/** Begins to read the sources, and shows how far that is or what the last run came to. */
export function IngestRunPanel({ run, onStart }: IngestRunPanelProps) {
  const { run: say } = useDesk().words.tools.releases;
  const [isFull, setIsFull] = useState(false);
  const isRunning = run?.outcome === null;
  return (
    <section class="canned-row">
      <h2>{say.title}</h2>
      {run === null ? <p class="hint">{say.none}</p> : <RunState run={run} />}
      <form
        class="run-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (!isRunning) onStart(isFull);
        }}
      >
        <label class="content-check">
          <input
            type="checkbox"
            checked={isFull}
            disabled={isRunning}
            onChange={(event) => setIsFull(event.currentTarget.checked)}
          />
          {say.full}
        </label>
        <button class="primary" type="submit" disabled={isRunning}>
          {say.start}
        </button>
      </form>
    </section>
  );
}

function RunState({ run }: { run: IngestRunLook }) {
  const { state, words } = useDesk();
  const { run: say } = words.tools.releases;
  const now = useNow();
  const { by, startedAt, step, outcome, code } = run;
  const phase = step === null ? say.begins : say.phase(step.phase);
  const begun = say.by(by === '' ? say.schedule : by, tellMoment(state.language, startedAt, now));
  return (
    <>
      <p class="hint">{begun}</p>
      {outcome === null && (
        <div class="run-progress">
          <progress
            aria-label={phase}
            max={step?.total ?? undefined}
            value={step?.total === null || step === null ? undefined : step.done}
          />
          <span>
            {step !== null && step.total !== null ? `${step.done} / ${step.total}` : step?.done || ''}
          </span>
        </div>
      )}
      {/* Phases are told to screen readers, figures are not: they change all the time. */}
      <p
        role="status"
        class={outcome === 'failed' || outcome === 'held-back' ? 'content-warning' : undefined}
      >
        {outcome === null ? phase : say.outcomes[outcome]} {code !== null && say.code(code)}
      </p>
    </>
  );
}
