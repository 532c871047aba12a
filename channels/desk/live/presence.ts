import type { Desk } from '../../../bot/contracts/desk.js';
import type { Clock } from '../../../index/platform/clock.js';

interface PresenceOptions {
  readonly desk: Pick<Desk, 'present' | 'left'>;
  readonly clock: Clock;
  /** An open page from which nothing was heard for so long counts as gone: a connection can die without a word. */
  readonly silentMs: number;
  /** Told when the bot knows of a change. */
  readonly onTold?: () => void;
  readonly onFailure: (error: unknown) => void;
}

/** Who is at the desk: whose page is open and answers. Tells the bot of every change, in order. */
export interface Presence {
  /** A page of an agent was connected, or its connection ended. */
  opened(agentId: string): void;
  closed(agentId: string): void;
  /** An agent sent a request. Without an open page they are away as of now, and their time begins anew. */
  heard(agentId: string): void;
  /** Looks for pages that fell silent. */
  look(): void;
  /** Everything that follows is the server's own doing and says nothing of agents. */
  stop(): void;
  /** Resolves when the bot was told of everything up to now. */
  told(): Promise<void>;
}

interface Seen {
  pages: number;
  heardAt: number;
  isHere: boolean;
}

/** Watches presence for one server; agents without an open page are kept in mind by the bot alone. */
export function createPresence({ desk, clock, silentMs, onTold, onFailure }: PresenceOptions): Presence {
  const agents = new Map<string, Seen>();
  let telling = Promise.resolve();
  /** Agents of whom the bot could not be told how things stand; it is tried again with every look. */
  const untold = new Set<string>();
  let isStopped = false;

  function tell(agentId: string, isHere: boolean, isNews = true): void {
    if (isStopped) return;
    telling = telling
      .then(() => (isHere ? desk.present(agentId) : desk.left(agentId)))
      .then(() => {
        if (isNews) onTold?.();
      })
      .catch((error: unknown) => {
        onFailure(error);
        untold.add(agentId);
      });
  }

  function arrive(agentId: string, seen: Seen): void {
    seen.heardAt = clock.now().getTime();
    if (!seen.isHere) tell(agentId, true);
    seen.isHere = true;
  }

  return {
    opened(agentId) {
      const seen = agents.get(agentId) ?? { pages: 0, heardAt: 0, isHere: false };
      agents.set(agentId, seen);
      seen.pages += 1;
      arrive(agentId, seen);
    },
    closed(agentId) {
      const seen = agents.get(agentId);
      if (!seen) return;
      seen.pages -= 1;
      if (seen.pages > 0) return;
      agents.delete(agentId);
      if (seen.isHere) tell(agentId, false);
    },
    heard(agentId) {
      const seen = agents.get(agentId);
      if (seen) arrive(agentId, seen);
      // That they have no page is known.
      else tell(agentId, false, false);
    },
    look() {
      for (const agentId of untold) tell(agentId, agents.get(agentId)?.isHere === true);
      untold.clear();
      const before = clock.now().getTime() - silentMs;
      for (const [agentId, seen] of agents) {
        if (!seen.isHere || seen.heardAt >= before) continue;
        seen.isHere = false;
        tell(agentId, false);
      }
    },
    stop() {
      isStopped = true;
    },
    told: () => telling,
  };
}
