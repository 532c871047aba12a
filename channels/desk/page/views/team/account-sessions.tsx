import { useState } from 'preact/hooks';
import type { OpenSessionLook } from '../../../../../bot/contracts/accounts/desk-security.js';
import type { SessionsReply } from '../../../security/contracts.js';
import type { ApiResult, Failure } from '../../ask-server.js';
import { useDesk } from '../desk-context.js';
import { Problem } from '../problem.js';
import { SessionList } from '../security/session-list.js';

/** Where a colleague is signed in, read once it is opened; each can be ended. */
export function AccountSessions({ agentId, name }: { agentId: string; name: string }) {
  const { actions, words } = useDesk();
  const say = words.tools.security.sessions;
  const [sessions, setSessions] = useState<readonly OpenSessionLook[]>([]);
  const [failure, setFailure] = useState<Failure | null>(null);

  function take(answer: ApiResult<SessionsReply>): void {
    if (answer.isOk) setSessions(answer.value.sessions);
    setFailure(answer.isOk ? null : answer.failure);
  }

  return (
    <details
      class="account-sessions"
      onToggle={({ currentTarget }) => {
        if (currentTarget.open) void actions.sessionsOf(agentId).then(take);
      }}
    >
      <summary aria-label={say.of(name)}>{say.show}</summary>
      <Problem failure={failure} />
      <SessionList
        sessions={sessions}
        onEnd={(sessionId) => void actions.endSessionOf(agentId, sessionId).then(take)}
      />
    </details>
  );
}
