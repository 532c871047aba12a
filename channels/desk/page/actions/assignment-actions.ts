import type { AgentStatus } from '../../../../bot/contracts/assignment.js';
import type { Refuse } from './refuse.js';
import type { DeskStore, Surroundings } from './surroundings.js';

/** What an agent says of themselves and of what is offered to them. */
export function assignmentActions(store: DeskStore, { api }: Pick<Surroundings, 'api'>, refuse: Refuse) {
  return {
    async setStatus(status: AgentStatus): Promise<void> {
      const answer = await api.setStatus(status);
      if (!answer.isOk) refuse(answer.failure, null);
    },
    async decline(conversationId: string): Promise<void> {
      const answer = await api.decline(conversationId);
      if (!answer.isOk) refuse(answer.failure, conversationId);
    },
    /** Lists the customers of one team; null for those of all. */
    chooseTeam: (teamId: string | null): void =>
      store.dispatch({ kind: 'assignment-changed', changes: { teamId } }),
  };
}
