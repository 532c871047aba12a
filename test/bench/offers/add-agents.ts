import type { DeskAgent, DeskRole } from '../../../bot/contracts/desk.js';
import type { Database } from '../../../index/platform/database.js';

const SINCE = '2026-01-01T00:00:00.000Z';
const FAR = '2099-01-01T00:00:00.000Z';

/** Adds accounts that are signed in for good. */
export function addAgents(database: Database, count: number, role: DeskRole): DeskAgent[] {
  const agent = database.prepare(
    "insert into agents (id, name, email, role, passwordHash, createdAt) values (?, ?, ?, ?, '', ?)",
  );
  const session = database.prepare(
    'insert into sessions (tokenHash, agentId, createdAt, expiresAt) values (?, ?, ?, ?)',
  );
  return Array.from({ length: count }, (_, at) => {
    const id = `agent-${at}`;
    const email = `${id}@example.com`;
    agent.run(id, id, email, role, SINCE);
    session.run(id, id, SINCE, FAR);
    return { id, name: id, email, role };
  });
}
