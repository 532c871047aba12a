import { useState } from 'preact/hooks';
import type { DeskRole } from '../../../../../bot/contracts/desk.js';
import type { InvitationReply } from '../../../contracts.js';
import { DESK_ROLES } from '../../../limits.js';
import type { Failure } from '../../ask-server.js';
import { tellMoment } from '../../words/tell-time.js';
import { useDesk, useNow } from '../desk-context.js';
import { Problem } from '../problem.js';
import { MadeLink } from './made-link.js';

/** Makes a one-time link for a colleague. */
export function InviteForm() {
  const { state, actions, words } = useDesk();
  const { team } = words;
  const now = useNow();
  const [role, setRole] = useState<DeskRole>('agent');
  const [invitation, setInvitation] = useState<InvitationReply | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);

  async function make(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const answer = await actions.invite(role);
    setInvitation(answer.isOk ? answer.value : null);
    setFailure(answer.isOk ? null : answer.failure);
  }

  return (
    <section>
      <h2>{team.invite}</h2>
      <p class="hint">{team.inviteHint}</p>
      <Problem failure={failure} />
      <form class="invite" onSubmit={make}>
        <fieldset>
          <legend>{team.role}</legend>
          {DESK_ROLES.map((choice) => (
            <label key={choice}>
              <input
                type="radio"
                name="role"
                value={choice}
                checked={role === choice}
                onChange={() => setRole(choice)}
              />
              {words.roles[choice]}
            </label>
          ))}
        </fieldset>
        <button class="primary" type="submit">
          {team.makeLink}
        </button>
      </form>
      <div role="status">
        {invitation !== null && (
          <MadeLink
            label={team.link}
            link={invitation.link}
            hint={team.linkHint(tellMoment(state.language, invitation.expiresAt, now))}
          />
        )}
      </div>
    </section>
  );
}
