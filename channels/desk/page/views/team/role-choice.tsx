import type { DeskRole } from '../../../../../bot/contracts/desk.js';
import { DESK_ROLES } from '../../../limits.js';
import { useDesk } from '../desk-context.js';

/** What an account may do: shown, and changed by another administrator. */
export function RoleChoice(props: {
  readonly name: string;
  readonly role: DeskRole;
  readonly isDisabled: boolean;
  readonly onChoose: (role: DeskRole) => void;
}) {
  const { words } = useDesk();
  return (
    <select
      aria-label={`${words.team.role}: ${props.name}`}
      value={props.role}
      disabled={props.isDisabled}
      onChange={(event) => {
        const chosen = DESK_ROLES.find((role) => role === event.currentTarget.value);
        // What is shown is what the server says: a change that it refuses is not to look done.
        event.currentTarget.value = props.role;
        if (chosen !== undefined && chosen !== props.role) props.onChoose(chosen);
      }}
    >
      {DESK_ROLES.map((role) => (
        <option key={role} value={role}>
          {words.roles[role]}
        </option>
      ))}
    </select>
  );
}
