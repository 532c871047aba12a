import { useEffect } from 'preact/hooks';
import type { ShadowChange } from '../../../../../bot/contracts/content/desk-shadow.js';
import { useDesk } from '../desk-context.js';
import { Problem } from '../problem.js';
import { PreviewSideView } from './preview-side.js';
import { usePages } from './use-pages.js';

/** Questions that a release answers otherwise, old beside new, a page at a time. */
export function ShadowChanges({ releaseId, count }: { releaseId: string; count: number }) {
  const { actions, words } = useDesk();
  const { shadow: say } = words.tools;
  const { items, isWhole, isBusy, failure, readNext } = usePages(
    (from) => actions.shadowChanges(releaseId, from),
    (page) => page.changes,
  );
  useEffect(() => void readNext(), []);
  return (
    <>
      <h3>{say.changes(count)}</h3>
      <Problem failure={failure} />
      <ul class="canned-list">
        {items.map((change, place) => (
          <ChangeView key={place} change={change} />
        ))}
      </ul>
      {!isWhole && items.length > 0 && (
        <button type="button" disabled={isBusy} onClick={() => void readNext()}>
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
