import type { GraphClient } from '../graph/graph-client.js';

const TIMEOUT_MS = 5_000;
const MOST_CHARACTERS = 100;

/**
 * Asks what a customer is called; null where Meta does not tell: the app lacks "Business Asset User Profile Access" (an
 * empty object comes), the person has no profile (2018218), or the call failed. Never rejects.
 */
export async function lookUpName(graph: GraphClient, psid: string): Promise<string | null> {
  if (!/^\d+$/.test(psid)) return null;
  const query = { fields: 'first_name,last_name' };
  const reply = await graph({ method: 'GET', path: psid, query, timeoutMs: TIMEOUT_MS });
  if (reply.kind !== 'answered') return null;
  const words = [reply.body.first_name, reply.body.last_name].filter((word) => typeof word === 'string');
  const name = words.join(' ').replace(/\s+/g, ' ').trim().slice(0, MOST_CHARACTERS).trim();
  return name === '' ? null : name;
}
