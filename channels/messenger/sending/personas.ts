import type { Clock } from '../../../index/platform/clock.js';
import type { Log } from '../../../index/platform/log.js';
import type { GraphClient } from '../graph/graph-client.js';
import { type GraphReply, reasonOf } from '../graph/graph-reply.js';
import { deletePersona, listPersonas, makePersona } from './persona-calls.js';

/** Longest name that Meta takes. */
const MOST_CHARACTERS = 50;
/** How long after a failure nobody asks again, in milliseconds. */
const REST_MS = 3_600_000;

/** Agents as Messenger shows them: a name and a picture beside what they write. */
interface Personas {
  /** Id of an agent's persona, made where there is none; null where the page's own name must do. Never rejects. */
  idOf(agentName: string): Promise<string | null>;
  /** The same without asking Meta: null where it is not known yet. */
  knownId(agentName: string): string | null;
  /** Meta does not take an agent's persona any more: the page's own name must do for an hour. */
  drop(agentName: string): void;
  /** Deletes the personas of an agent who is gone; false where Meta did not do it. Never rejects. */
  forget(agentName: string): Promise<boolean>;
}

/**
 * Looks up all personas of the page once, then makes those that are missing, each when its agent first writes. A name
 * is shared by all agents and all servers that have it.
 *
 * A failure is no reason for a customer to wait: the page's name is used instead, and Meta is asked again an hour later.
 * @param parts.pageId `me` for the page of the access token
 * @param parts.picture https address of the picture of new personas; null makes none
 */
export function createPersonas(parts: {
  readonly graph: GraphClient;
  readonly pageId: string;
  readonly picture: string | null;
  readonly clock: Clock;
  readonly log: Log;
}): Personas {
  const { graph, pageId, picture, clock, log } = parts;
  const path = `${pageId}/personas`;
  const known = new Map<string, string>();
  const asked = new Map<string, Promise<string | null>>();
  const restUntil = new Map<string, number>();
  let isListed = false;
  let hasComplained = false;

  return {
    async idOf(agentName) {
      const name = nameOf(agentName);
      const id = known.get(name);
      if (id !== undefined) return id;
      if (clock.now().getTime() < (restUntil.get(name) ?? 0)) return null;
      // Two messages of one agent at once must not make two personas.
      const asking = asked.get(name) ?? ask(name).finally(() => asked.delete(name));
      asked.set(name, asking);
      return asking;
    },
    knownId: (agentName) => known.get(nameOf(agentName)) ?? null,
    drop(agentName) {
      const name = nameOf(agentName);
      known.delete(name);
      rest(name);
      // Others may be gone with it.
      isListed = false;
    },
    async forget(agentName) {
      const name = nameOf(agentName);
      const { personas, failure } = await listPersonas(graph, path);
      if (failure) return keep(failure);
      known.delete(name);
      for (const persona of personas.filter((one) => one.name === name)) {
        const refusal = await deletePersona(graph, persona.id);
        if (refusal) return keep(refusal);
        log.info('The persona of an agent who is gone was deleted at Meta.', { personaId: persona.id });
      }
      return true;
    },
  };

  function keep(reply: GraphReply): false {
    log.warn('The persona of an agent who is gone could not be deleted at Meta; it is tried again.', {
      reason: reasonOfFailure(reply),
    });
    return false;
  }

  async function ask(name: string): Promise<string | null> {
    const isComplete = isListed || (await list());
    const id = known.get(name) ?? (isComplete ? await make(name) : null);
    if (id === null) rest(name);
    return id;
  }

  /** Fills what is known; false where Meta could not be asked. */
  async function list(): Promise<boolean> {
    const { personas, failure } = await listPersonas(graph, path);
    for (const { id, name } of personas) if (!known.has(name)) known.set(name, id);
    if (failure) return complain(failure, false);
    isListed = true;
    return true;
  }

  async function make(name: string): Promise<string | null> {
    if (picture === null) return complain(null, null);
    const { id, failure } = await makePersona(graph, path, { name, picture });
    if (id === null) return complain(failure, null);
    known.set(name, id);
    return id;
  }

  function rest(name: string): void {
    restUntil.set(name, clock.now().getTime() + REST_MS);
  }

  function complain<Answer>(reply: GraphReply | null, answer: Answer): Answer {
    if (!hasComplained) {
      log.warn('Agents write under the name of the page: their own cannot be shown in Messenger.', {
        reason: reply === null ? NO_PICTURE : reasonOfFailure(reply),
      });
    }
    hasComplained = true;
    return answer;
  }
}

function nameOf(agentName: string): string {
  return [...agentName.trim()].slice(0, MOST_CHARACTERS).join('').trim();
}

const NO_PICTURE = 'there is no picture; set PUBLIC_URL or MESSENGER_PERSONA_PICTURE';

function reasonOfFailure(reply: GraphReply): string {
  return reply.kind === 'answered' ? 'the answer of the Graph API could not be read' : reasonOf(reply);
}
