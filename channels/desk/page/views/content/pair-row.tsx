import type { PairEntry } from '../../../../../bot/contracts/content/desk-pairs.js';
import { useDesk } from '../desk-context.js';

interface PairRowProps {
  readonly entry: PairEntry;
  readonly isBusy: boolean;
  /** Told the id of the item whose answer counts; null for both. */
  readonly onDecide: (counts: string | null) => void;
}

/** Two answers that contradict each other, side by side: what they disagree about, what the bot does now, and which one counts. */
export function PairRow({ entry, isBusy, onDecide }: PairRowProps) {
  const { words } = useDesk();
  const { pairs: say } = words.tools;
  const { older, newer, about, isHeldBack } = entry;
  const ways = [
    [say.olderCounts, older.itemId],
    [say.newerCounts, newer.itemId],
    [say.bothHold, null],
  ] as const;
  return (
    <li class="canned-row">
      <p class="content-warning">{`${say.about[about]} ${isHeldBack ? say.heldBack : say.believedLess}`}</p>
      <div class="content-sides">
        <Side label={say.older} side={older} />
        <Side label={say.newer} side={newer} />
      </div>
      <p class="buttons">
        {ways.map(([label, counts]) => (
          <button
            key={label}
            type="button"
            disabled={isBusy}
            aria-label={say.of(label, older.question)}
            onClick={() => onDecide(counts)}
          >
            {label}
          </button>
        ))}
      </p>
    </li>
  );
}

function Side({ label, side }: { readonly label: string; readonly side: PairEntry['older'] }) {
  const { state, words } = useDesk();
  const { pairs: say, content } = words.tools;
  const { question, answer, author, answeredAt, votes, language, url } = side;
  const date = answeredAt === null ? null : new Date(answeredAt).toLocaleDateString(state.language);
  return (
    <section aria-label={`${label}: ${question}`}>
      <h3>{label}</h3>
      <p lang={language}>
        <strong>{question}</strong>
      </p>
      <p class="canned-text" lang={language}>
        {answer}
      </p>
      <p class="hint">
        {`${content.by(author, date)} · ${say.votes(votes)}`}
        {url?.startsWith('https://') && (
          <>
            {' · '}
            <a href={url} target="_blank" rel="noopener noreferrer">
              {content.original}
            </a>
          </>
        )}
      </p>
    </section>
  );
}
