import type { PreviewSide } from '../../../../../bot/contracts/content/desk-releases.js';
import { useDesk } from '../desk-context.js';

/** What a customer would be given of one release. */
export function PreviewSideView({ side: { verdict, hits } }: { side: PreviewSide }) {
  const { preview: say } = useDesk().words.tools.releases;
  return (
    <>
      <p>{say.verdicts[verdict]}</p>
      <ul class="release-acts">
        {hits.map(({ title, passage, author, probability }, place) => (
          <li key={place}>
            <strong>{title}</strong> <span class="hint">{Math.round(probability * 100)} %</span>
            {passage !== null && <p class="canned-text">{passage}</p>}
            <p class="hint">{author}</p>
          </li>
        ))}
      </ul>
    </>
  );
}
