import { useEffect, useState } from 'preact/hooks';
import type { ShadowChange, ShadowPage } from '../../../../../bot/contracts/content/desk-shadow.js';
import type { ApiResult, Failure } from '../../ask-server.js';
import { useDesk } from '../desk-context.js';
import { Problem } from '../problem.js';
import { PreviewSideView } from './preview-side.js';

/** Questions that a release answers otherwise, old beside new, a page at a time. */
export function ShadowChanges({ releaseId, count }: { releaseId: string; count: number }) {
  const { actions, words } = useDesk();
  const { shadow: say } = words.tools;
  const [changes, setChanges] = useState<readonly ShadowChange[]>([]);
  const [next, setNext] = useState<number | null>(0);
  const [isBusy, setIsBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);

  async function read(): Promise<void> {
    if (isBusy || next === null) return;
    setIsBusy(true);
    const answer: ApiResult<ShadowPage> = await actions.shadowChanges(releaseId, next);
    setIsBusy(false);
    setFailure(answer.isOk ? null : answer.failure);
    if (!answer.isOk) return;
    setChanges((old) => [...old, ...answer.value.changes]);
    setNext(answer.value.next);
  }

  useEffect(() => void read(), []);
  return (
    <>
      <h3>{say.changes(count)}</h3>
      <Problem failure={failure} />
      <ul class="canned-list">
        {changes.map((change, place) => (
          <ChangeView key={place} change={change} />
        ))}
      </ul>
      {next !== null && changes.length > 0 && (
        <button type="button" disabled={isBusy} onClick={() => void read()}>
          {say.more}
        </button>
      )}
    </>
  );
}

function ChangeView({
  change: { question, language, times, kind, before, after },
}: {
  change: ShadowChange;
}) {
  const { shadow: say, releases } = useDesk().words.tools;
  const { live, asked } = releases.preview;
  return (
    <li class="canned-row">
      <details>
        <summary>
          <strong lang={language}>{question}</strong>{' '}
          <span class="hint">
            {say.kinds[kind]}, {say.times(times)}
          </span>
        </summary>
        <div class="content-sides">
          <section>
            <h4>{live}</h4>
            <PreviewSideView side={before} />
          </section>
          <section>
            <h4>{asked}</h4>
            <PreviewSideView side={after} />
          </section>
        </div>
      </details>
    </li>
  );
}
