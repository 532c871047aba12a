import type {
  AgentStanding,
  AssignmentMode,
  DeskAssignment,
  DeskTeam,
} from '../../bot/contracts/assignment.js';

/** An assignment in memory, set by a test. */
export interface FakeAssignment extends DeskAssignment {
  mode: AssignmentMode;
  teams: readonly DeskTeam[];
  /** What agents declined, as `conversation agent`, in order. */
  readonly declined: string[];
  /** How an agent stands from now on; every page is told. */
  stands(standing: AgentStanding): void;
}

export function createFakeAssignment(): FakeAssignment {
  const standings = new Map<string, AgentStanding>();
  const listeners = new Set<() => void>();
  const declined: string[] = [];
  const stands = (standing: AgentStanding) => {
    standings.set(standing.agentId, standing);
    for (const listener of listeners) listener();
  };
  return {
    mode: 'claim',
    teams: [],
    declined,
    stands,
    standings: async () => [...standings.values()],
    async setStatus(agentId, status) {
      const before = standings.get(agentId) ?? { load: 0, capacity: 6, isHere: true };
      stands({ ...before, agentId, status, because: status === 'away' ? 'self' : null });
    },
    async decline(conversationId, agentId) {
      declined.push(`${conversationId} ${agentId}`);
      return 'declined';
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
