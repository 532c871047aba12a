import { selectTeam } from '../../state/lead/select-team.js';
import { useDesk } from '../desk-context.js';
import { useColleagues } from '../use-colleagues.js';

/** Who is here, away and gone, and how much they have. */
export function PeopleTable() {
  const { state, words } = useDesk();
  const { people: say } = words.lead;
  const { standings } = state.assignment;
  // Somebody new signs in before anybody has read their name.
  const team = selectTeam(useColleagues(standings.length), standings, state.entries);
  const count = (presence: string) => team.filter((member) => member.presence === presence).length;
  return (
    <section aria-labelledby="lead-people">
      <h2 id="lead-people">{say.title}</h2>
      <p class="hint">{say.counts(count('available'), count('away'), count('gone'))}</p>
      <table class="lead-table">
        <thead>
          <tr>
            <th scope="col">{say.name}</th>
            <th scope="col">{say.presence}</th>
            <th scope="col">{say.load}</th>
          </tr>
        </thead>
        <tbody>
          {team.map(({ agentId, name, presence, load, capacity }) => (
            <tr key={agentId}>
              <th scope="row">{name}</th>
              <td>
                <span class={`presence ${presence}`}>{say.presences[presence]}</span>
              </td>
              <td class={capacity !== null && load >= capacity ? 'loud' : undefined}>
                {say.mayHave(load, capacity)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
