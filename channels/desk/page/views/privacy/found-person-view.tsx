import type { FoundPerson } from '../../../../../bot/contracts/privacy.js';
import { fragmentOf } from '../../state/place.js';
import { tellMoment } from '../../words/tell-time.js';
import { useDesk, useNow } from '../desk-context.js';

/** What is kept of a person: their conversations, and how much stands where. */
export function FoundPersonView({ person }: { person: FoundPerson }) {
  const { state, words } = useDesk();
  const now = useNow();
  const say = words.tools.privacy;
  return (
    <>
      <h2>{say.conversations(person.conversations.length)}</h2>
      <ul class="found">
        {person.conversations.map(({ id, channelId, customerName, lastActivityAt }) => (
          <li key={id}>
            <a href={fragmentOf({ kind: 'conversation', conversationId: id })}>
              {customerName === '' ? say.unnamed : customerName}
            </a>
            {` · ${channelId} · ${tellMoment(state.language, lastActivityAt, now)}`}
          </li>
        ))}
      </ul>
      <h2>{say.kept}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">{say.place}</th>
            <th scope="col">{say.rows}</th>
          </tr>
        </thead>
        <tbody>
          {Object.entries(person.counts).map(([place, count]) => (
            <tr key={place}>
              <th scope="row">{place}</th>
              <td>{count}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
