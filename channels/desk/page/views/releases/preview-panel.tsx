import { useState } from 'preact/hooks';
import type { PreviewSide, ReleasePreview } from '../../../../../bot/contracts/content/desk-releases.js';
import { QUESTION_LIMIT } from '../../../limits.js';
import type { Failure } from '../../ask-server.js';
import { useDesk } from '../desk-context.js';
import { Problem } from '../problem.js';
import { PreviewSideView } from './preview-side.js';

/** What a customer with a question would be given by a release, beside what they are given now. */
export function PreviewPanel({ releaseId, isLive }: { releaseId: string; isLive: boolean }) {
  const { state, actions, words } = useDesk();
  const { preview: say } = words.tools.releases;
  const [question, setQuestion] = useState('');
  const [found, setFound] = useState<ReleasePreview | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isBusy, setIsBusy] = useState(false);

  async function ask(): Promise<void> {
    setIsBusy(true);
    const answer = await actions.previewRelease(releaseId, question.trim(), state.language);
    setIsBusy(false);
    setFailure(answer.isOk ? null : answer.failure);
    setFound(answer.isOk ? answer.value : null);
  }

  const isSame = found !== null && found.live !== null && areAlike(found.live, found.asked);
  return (
    <section>
      <h2>{say.title}</h2>
      <p class="hint">{say.hint}</p>
      <form
        class="canned-form content-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (!isBusy && question.trim() !== '') void ask();
        }}
      >
        <label>
          {say.question}
          <input
            type="text"
            maxLength={QUESTION_LIMIT}
            value={question}
            onInput={(event) => setQuestion(event.currentTarget.value)}
          />
        </label>
        <div class="buttons">
          <button type="submit" disabled={isBusy || question.trim() === ''}>
            {say.ask}
          </button>
        </div>
      </form>
      <Problem failure={failure} />
      <div role="status">
        {found !== null && (
          <div class="content-sides">
            {!isLive && (
              <section aria-label={say.live}>
                <h3>{say.live}</h3>
                {found.live === null ? (
                  <p class="hint">{say.nobodyLive}</p>
                ) : (
                  <PreviewSideView side={found.live} />
                )}
              </section>
            )}
            <section aria-label={say.asked}>
              <h3>{say.asked}</h3>
              <PreviewSideView side={found.asked} />
            </section>
          </div>
        )}
        {isSame && !isLive && <p class="hint">{say.same}</p>}
      </div>
    </section>
  );
}

function areAlike(live: PreviewSide, asked: PreviewSide): boolean {
  const gist = ({ verdict, hits }: PreviewSide) =>
    JSON.stringify([verdict, hits.map(({ title, passage }) => [title, passage])]);
  return gist(live) === gist(asked);
}
