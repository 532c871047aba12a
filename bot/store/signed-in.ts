import type { Store } from './store.js';

/** Who is signed in at the desk, a row a session, and since when. @param at the time now, ISO 8601 in UTC */
export function liveSessions(store: Store, at: string): Promise<{ agentId: string; createdAt: string }[]> {
  return store.selectFrom('sessions').select(['agentId', 'createdAt']).where('expiresAt', '>', at).execute();
}

/** Whether an agent is signed in anywhere. @param at the time now, ISO 8601 in UTC */
export async function isSignedIn(store: Store, agentId: string, at: string): Promise<boolean> {
  const session = await store
    .selectFrom('sessions')
    .select('tokenHash')
    .where('agentId', '=', agentId)
    .where('expiresAt', '>', at)
    .limit(1)
    .executeTakeFirst();
  return session !== undefined;
}
