import { useEffect, useRef, useState } from 'preact/hooks';
import type { ReleaseOverview } from '../../../../../bot/contracts/content/desk-releases.js';
import type { ApiResult, Failure } from '../../ask-server.js';
import { useDesk } from '../desk-context.js';
import { Problem } from '../problem.js';
import { ToolPage } from '../tool-page.js';
import { useNewest } from '../use-newest.js';
import { IngestRunPanel } from './ingest-run-panel.js';
import { ReleaseRow } from './release-row.js';
import { ReleaseView } from './release-view.js';

/** So often an open page looks how far a run is, and else whether anything changed. */
const LOOK_MS = { running: 1_500, else: 15_000 } as const;

/** What the bot knows and knew: reading the sources, the releases, and one of them at a time. */
export function ReleasesView() {
  const { actions, words } = useDesk();
  const { releases: say } = words.tools;
  const [overview, setOverview] = useState<ReleaseOverview | null>(null);
  const [openId, setOpenId] = useState<string | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [told, setTold] = useState('');
  const heading = useRef<HTMLHeadingElement>(null);
  const newest = useNewest();
  const isRunning = overview?.run?.outcome === null;

  async function look(): Promise<void> {
    const { answer, isNewest } = await newest<ApiResult<ReleaseOverview>>(actions.releases());
    if (!isNewest) return;
    if (answer.isOk) setOverview(answer.value);
    else setFailure(answer.failure);
  }

  async function take(asking: Promise<ApiResult<ReleaseOverview>>, done: string): Promise<void> {
    setTold('');
    const { answer } = await newest<ApiResult<ReleaseOverview>>(asking);
    setFailure(answer.isOk ? null : answer.failure);
    if (!answer.isOk) return;
    setOverview(answer.value);
    setTold(done);
  }

  useEffect(() => void look(), [actions]);
  useEffect(() => {
    const timer = setInterval(() => void look(), isRunning ? LOOK_MS.running : LOOK_MS.else);
    return () => clearInterval(timer);
  }, [actions, isRunning]);

  const open = overview?.releases.find(({ id }) => id === openId) ?? null;
  return (
    <ToolPage title={say.title} kind="content" heading={heading}>
      <p class={told === '' ? 'unseen' : 'canned-told'} role="status">
        {told}
      </p>
      <Problem failure={failure} />
      {open === null ? (
        <>
          <p class="hint">{say.hint}</p>
          {overview === null && failure === null && <p class="hint">{words.loading}</p>}
          {overview !== null && (
            <IngestRunPanel
              run={overview.run}
              onStart={(isFull) => void take(actions.startIngest(isFull), '')}
            />
          )}
          {overview?.releases.length === 0 && <p class="hint">{say.none}</p>}
          <ul class="canned-list">
            {overview?.releases.map((release) => (
              <ReleaseRow
                key={release.id}
                release={release}
                onOpen={() => {
                  setTold('');
                  setOpenId(release.id);
                  heading.current?.focus();
                }}
              />
            ))}
          </ul>
        </>
      ) : (
        <>
          <button
            type="button"
            onClick={() => {
              setOpenId(null);
              setTold('');
              heading.current?.focus();
            }}
          >
            {say.back}
          </button>
          <ReleaseView
            key={open.id}
            release={open}
            onPublish={(why) => void take(actions.publishRelease(open.id, why), say.published)}
            onRollBack={(why) => void take(actions.rollBackRelease(open.id, why), say.rolledBack)}
            onRename={(name) => void take(actions.renameRelease(open.id, name), say.renamed)}
          />
        </>
      )}
    </ToolPage>
  );
}
