import type { Activity } from '../../../bot/contracts/activities.js';
import type { SendFacts } from '../../../bot/contracts/channels.js';
import type { Log } from '../../../index/platform/log.js';
import type { GraphClient } from '../graph/graph-client.js';
import { reasonOf } from '../graph/graph-reply.js';
import { recipientOf } from '../reading/plugin-customer.js';
import type { Declaration } from './messaging-window.js';
import type { createPersonas } from './personas.js';
import type { createUsageLimits } from './usage-limits.js';

/** An answer waits for the typing before it, so that they keep their order; a slow one must not hold it up. */
const TIMEOUT_MS = 2_000;

/** Shows customers what the other side does. Failure means nothing: nobody misses three dots. */
export function createSenderSigns({
  graph,
  path,
  limits,
  personas,
  declarationOf,
  log,
}: {
  readonly graph: GraphClient;
  /** Where messages of the page are posted. */
  readonly path: string;
  readonly limits: Pick<ReturnType<typeof createUsageLimits>, 'isTight'>;
  readonly personas: Pick<ReturnType<typeof createPersonas>, 'knownId'>;
  readonly declarationOf: (facts: SendFacts) => Declaration | null;
  readonly log: Log;
}) {
  async function show({ recipient }: Activity, sign: object, failed: string): Promise<void> {
    if (recipient === undefined || limits.isTight()) return;
    const body = { recipient: recipientOf(recipient.id), ...sign };
    const reply = await graph({ method: 'POST', path, body, timeoutMs: TIMEOUT_MS });
    if (reply.kind !== 'answered') log.debug(failed, { reason: reasonOf(reply) });
  }

  return {
    async showTyping(activity: Activity, facts: SendFacts): Promise<void> {
      if (declarationOf(facts) === null) return;
      const { kind, name } = facts.speaker;
      const persona = byPersona(kind === 'agent' ? personas.knownId(name) : null);
      await show(activity, { sender_action: 'typing_on', ...persona }, 'Typing could not be shown.');
    },

    /** Meta marks all that the customer wrote so far as seen; it takes that only while anybody may write, and it renews nothing. */
    async showRead(read: Activity, facts: SendFacts): Promise<void> {
      if (declarationOf(facts)?.messaging_type !== 'RESPONSE') return;
      await show(read, { sender_action: 'mark_seen' }, 'It could not be shown that an agent read.');
    },
  };
}

/** The field that names the persona who writes; nothing for the page itself. */
export function byPersona(id: string | null): { readonly persona_id?: string } {
  return id === null ? {} : { persona_id: id };
}
