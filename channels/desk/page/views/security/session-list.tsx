import type { OpenSessionLook } from '../../../../../bot/contracts/accounts/desk-security.js';
import { tellMoment } from '../../words/tell-time.js';
import { useDesk, useNow } from '../desk-context.js';

interface SessionListProps {
  readonly sessions: readonly OpenSessionLook[];
  readonly onEnd: (sessionId: string) => void;
}

/** Where an account is signed in; each but the own one can be ended. */
export function SessionList({ sessions, onEnd }: SessionListProps) {
  const { state, words } = useDesk();
  const say = words.tools.security.sessions;
  const now = useNow();
  return (
    <ul class="agents">
      {sessions.map(({ id, device, since, lastSeen, isOwn }) => {
        const name = device === '' ? say.unknownDevice : device;
        const [from, seen] = [since, lastSeen].map((at) => tellMoment(state.language, at, now));
        return (
          <li key={id}>
            <span class="agent-name">
              <strong>{name}</strong>
              {isOwn && <span class="badge quiet">{say.own}</span>}
              <span class="hint">{say.times(from ?? '', seen ?? '')}</span>
            </span>
            {!isOwn && (
              <span class="account-actions">
                <button type="button" aria-label={`${say.end}: ${name}`} onClick={() => onEnd(id)}>
                  {say.end}
                </button>
              </span>
            )}
          </li>
        );
      })}
    </ul>
  );
}
