import type { LeadBoard } from '../../../../../bot/contracts/tools/desk-lead.js';
import { fragmentOf } from '../../state/place.js';
import { useDesk } from '../desk-context.js';

/** How satisfied customers were in seven days, by score, and what they said. */
export function Satisfaction({ board: { scores, comments } }: { board: LeadBoard }) {
  const { state, words } = useDesk();
  const { week: say } = words.lead;
  const count = scores.reduce((sum, of) => sum + of, 0);
  const sum = scores.reduce((all, of, index) => all + of * (index + 1), 0);
  const average = new Intl.NumberFormat(state.language, { maximumFractionDigits: 1 }).format(
    count === 0 ? 0 : sum / count,
  );
  return (
    <section aria-labelledby="lead-satisfaction">
      <h2 id="lead-satisfaction">{say.satisfaction}</h2>
      <p>{count === 0 ? say.nobody : say.average(average, count)}</p>
      {count > 0 && (
        <table class="lead-scores">
          <thead class="unseen">
            <tr>
              <th scope="col">{say.score}</th>
              <th scope="col">{say.answers}</th>
            </tr>
          </thead>
          <tbody>
            {[...scores.entries()].reverse().map(([index, of]) => (
              <tr key={index}>
                <th scope="row">{index + 1}</th>
                <td>
                  <meter min={0} max={count} value={of} aria-hidden="true" /> {of}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {comments.length > 0 && (
        <>
          <h3>{say.comments}</h3>
          <ul class="lead-lines">
            {comments.map(({ conversationId, score, comment, language, agentName, at }) => (
              <li key={`${conversationId} ${at}`}>
                <a href={fragmentOf({ kind: 'conversation', conversationId })}>
                  <q lang={language}>{comment}</q>
                </a>
                <span class="hint">{say.said(score, agentName)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
