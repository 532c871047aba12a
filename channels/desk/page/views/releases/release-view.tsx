import { useState } from 'preact/hooks';
import type { ReleaseLook } from '../../../../../bot/contracts/content/desk-releases.js';
import { RELEASE_NAME_LIMIT, RELEASE_WHY_LIMIT } from '../../../limits.js';
import { useDesk } from '../desk-context.js';
import { MoveDialog } from '../moves/move-dialog.js';
import { PreviewPanel } from './preview-panel.js';
import { ReleasePlanView } from './release-plan.js';
import { ReleaseActs, ReleaseMarks } from './release-row.js';
import { ShadowPanel } from './shadow-panel.js';

interface ReleaseViewProps {
  readonly release: ReleaseLook;
  readonly onPublish: (why: string) => void;
  readonly onRollBack: (why: string) => void;
  readonly onRename: (name: string) => void;
}

/** Acts that are listed; there are few, unless somebody goes to and fro. */
const MOST_ACTS = 20;

/** One release: what it changes, what it would say, who did what with it, and making it live or going back from it. */
export function ReleaseView({ release, onPublish, onRollBack, onRename }: ReleaseViewProps) {
  const { releases: say } = useDesk().words.tools;
  const [name, setName] = useState(release.name);
  const [isAsked, setIsAsked] = useState(false);
  const [why, setWhy] = useState('');
  const { isLive, isKept } = release;
  return (
    <>
      <h2>{release.name}</h2>
      <p class="canned-option-top">
        <ReleaseMarks release={release} />
      </p>
      <ReleaseActs release={release} most={MOST_ACTS} />
      {(isLive || isKept) && (
        <p class="buttons">
          <button class={isLive ? undefined : 'primary'} type="button" onClick={() => setIsAsked(true)}>
            {isLive ? say.rollback : say.publish}
          </button>
        </p>
      )}
      <ReleasePlanView release={release} />
      {isKept && <PreviewPanel releaseId={release.id} isLive={isLive} />}
      {isKept && !isLive && <ShadowPanel releaseId={release.id} />}
      <form
        class="canned-form content-form"
        onSubmit={(event) => {
          event.preventDefault();
          onRename(name.trim());
        }}
      >
        <label>
          {say.name}
          <input
            type="text"
            required
            maxLength={RELEASE_NAME_LIMIT}
            value={name}
            onInput={(event) => setName(event.currentTarget.value)}
          />
        </label>
        <div class="buttons">
          <button type="submit" disabled={name.trim() === '' || name.trim() === release.name}>
            {say.rename}
          </button>
        </div>
      </form>
      {isAsked && (
        <MoveDialog
          title={isLive ? say.rollbackTitle : say.publishTitle(release.name)}
          hint={isLive ? say.rollbackHint : say.publishHint}
          submit={isLive ? say.rollback : say.publish}
          isReady={true}
          onSubmit={() => {
            setIsAsked(false);
            (isLive ? onRollBack : onPublish)(why.trim());
          }}
          onClose={() => setIsAsked(false)}
        >
          <label>
            {say.why}
            <input
              type="text"
              maxLength={RELEASE_WHY_LIMIT}
              value={why}
              onInput={(event) => setWhy(event.currentTarget.value)}
            />
          </label>
        </MoveDialog>
      )}
    </>
  );
}
