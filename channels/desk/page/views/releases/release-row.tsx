import type { ReleaseLook } from '../../../../../bot/contracts/content/desk-releases.js';
import { ownValue } from '../../words/own-value.js';
import { tellMoment } from '../../words/tell-time.js';
import { useDesk, useNow } from '../desk-context.js';

/** A release in the list: what it is called, how it stands, and what happened to it last. */
export function ReleaseRow({ release, onOpen }: { release: ReleaseLook; onOpen: () => void }) {
  const { releases: say } = useDesk().words.tools;
  return (
    <li class="canned-row">
      <p class="canned-option-top">
        <strong>{release.name}</strong>
        <ReleaseMarks release={release} />
      </p>
      <ReleaseActs release={release} most={1} />
      <p class="buttons">
        <button type="button" aria-label={say.lookOf(release.name)} onClick={onOpen}>
          {say.look}
        </button>
      </p>
    </li>
  );
}

/** How a release stands, in a word each. */
export function ReleaseMarks({ release }: { release: ReleaseLook }) {
  const { state, words } = useDesk();
  const { releases: say } = words.tools;
  const now = useNow();
  const { isLive, liveSince, isKept, items, acts } = release;
  const isWaiting = isKept && !isLive && acts.at(-1)?.kind === 'held-back';
  return (
    <>
      {isLive && (
        <span class="badge">
          {liveSince === null ? say.live : say.liveSince(tellMoment(state.language, liveSince, now))}
        </span>
      )}
      {isWaiting && <span class="badge note-badge">{say.waits}</span>}
      {!isKept && <span class="badge quiet">{say.gone}</span>}
      <span class="badge quiet">{say.items(items)}</span>
    </>
  );
}

/** Who did what with it, when and why; the newest first, so many at most. */
export function ReleaseActs({ release, most }: { release: ReleaseLook; most: number }) {
  const { state, words } = useDesk();
  const { releases: say } = words.tools;
  const now = useNow();
  return (
    <ul class="release-acts">
      {[...release.acts]
        .reverse()
        .slice(0, most)
        .map(({ kind, at, by, why }) => (
          <li key={`${kind} ${at}`} class="hint">
            {say.act(say.acts[kind], ownValue(say.actors, by) ?? by, tellMoment(state.language, at, now))}
            {why !== '' && `: ${why}`}
          </li>
        ))}
    </ul>
  );
}
