import { useEffect, useState } from 'preact/hooks';
import type { DeskAgent } from '../../../../bot/contracts.js';
import type { Failure } from '../api-client.js';
import { fragmentOf } from '../state/place.js';
import { tellProblem } from '../words/words.js';
import { useDesk } from './desk-context.js';
import { Icon } from './icon.js';
import { InviteForm } from './invite-form.js';

/** Who works at the desk, and how another gets in; for administrators. */
export function TeamView({ agent }: { agent: DeskAgent }) {
  const { actions, words } = useDesk();
  const [agents, setAgents] = useState<readonly DeskAgent[]>([]);
  const [failure, setFailure] = useState<Failure | null>(null);

  useEffect(() => {
    let isShown = true;
    void actions.agents().then((answer) => {
      if (!isShown) return;
      if (answer.isOk) setAgents(answer.value.agents);
      else setFailure(answer.failure);
    });
    return () => {
      isShown = false;
    };
  }, [actions]);

  return (
    <div class="team">
      <header class="conversation-top">
        <a class="back" href={fragmentOf({ kind: 'queue' })} aria-label={words.conversation.back}>
          <Icon name="back" />
        </a>
        <h1>{words.team.title}</h1>
      </header>
      {failure !== null && (
        <p class="problem" role="alert">
          {tellProblem(words, failure)}
        </p>
      )}
      {agent.role === 'administrator' && <InviteForm />}
      <section>
        <h2>{words.team.colleagues}</h2>
        <ul class="agents">
          {agents.map(({ id, name, email, role }) => (
            <li key={id}>
              <Icon name="person" />
              <span class="agent-name">
                <strong>{name}</strong>
                {id === agent.id && <span class="badge quiet">{words.team.you}</span>}
                <span class="hint">{email}</span>
              </span>
              <span class="badge quiet">{words.roles[role]}</span>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}
