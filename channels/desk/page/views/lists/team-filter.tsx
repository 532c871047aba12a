import { useDesk } from '../desk-context.js';

/** Chooses the team whose customers are listed, where there are several. */
export function TeamFilter() {
  const { state, actions, words } = useDesk();
  const { teams, teamId } = state.assignment;
  if (teams.length < 2) return null;
  return (
    <label class="team-filter">
      <span>{words.assignment.team}</span>
      <select
        value={teamId ?? ''}
        onChange={(event) => actions.chooseTeam(event.currentTarget.value || null)}
      >
        <option value="">{words.assignment.allTeams}</option>
        {teams.map(({ id, name }) => (
          <option key={id} value={id}>
            {name[state.language]}
          </option>
        ))}
      </select>
    </label>
  );
}
