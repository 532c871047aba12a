import type { AgentStatus } from '../../../../bot/contracts/assignment.js';
import { isLoadTold, standingOf } from '../state/assignment-state.js';
import { useDesk } from './desk-context.js';

/** Whether anything new may come to the agent, and how much they have where that is counted. */
export function StatusSwitch({ agentId }: { agentId: string }) {
  const { state, actions, words } = useDesk();
  const { assignment: say } = words;
  const standing = standingOf(state.assignment, agentId);
  if (!standing) return null;
  const { status, load, capacity } = standing;
  return (
    <span class="own-standing">
      <label class={`status ${status}`}>
        <span class="unseen">{say.status}</span>
        <select
          value={status}
          onChange={(event) => void actions.setStatus(event.currentTarget.value as AgentStatus)}
        >
          <option value="available">{say.statuses.available}</option>
          <option value="away">{say.statuses.away}</option>
        </select>
      </label>
      {isLoadTold(state.assignment) && <span class="load">{say.load(load, capacity)}</span>}
    </span>
  );
}

/** Tells an agent that they are away because they let offers pass, with the way back. */
export function AwayNotice({ agentId }: { agentId: string }) {
  const { state, actions, words } = useDesk();
  const isSentAway = standingOf(state.assignment, agentId)?.because === 'missed';
  return (
    <div role="status">
      {isSentAway && (
        <p class="banner warning">
          <span>{words.assignment.awayForMissing}</span>
          <button type="button" onClick={() => void actions.setStatus('available')}>
            {words.assignment.available}
          </button>
        </p>
      )}
    </div>
  );
}
