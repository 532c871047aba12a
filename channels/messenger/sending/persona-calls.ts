import { z } from 'zod';
import type { GraphClient } from '../graph/graph-client.js';
import type { GraphReply } from '../graph/graph-reply.js';

const PAGE_SIZE = '100';
const MOST_PAGES = 20;
/** Each of the calls; a message waits for them. */
const TIMEOUT_MS = 5_000;

const personaList = z.object({
  data: z.array(z.object({ id: z.string(), name: z.string() })),
  paging: z
    .object({ next: z.string().optional(), cursors: z.object({ after: z.string().optional() }).optional() })
    .optional(),
});
const newPersona = z.object({ id: z.string() });

interface Persona {
  readonly id: string;
  readonly name: string;
}

/** The personas of a page, as far as Meta told; `failure` is the reply with which it stopped, null where it told all. */
export async function listPersonas(
  graph: GraphClient,
  path: string,
): Promise<{ readonly personas: readonly Persona[]; readonly failure: GraphReply | null }> {
  const personas: Persona[] = [];
  let after: string | undefined;
  for (let page = 0; page < MOST_PAGES; page++) {
    const query = { fields: 'id,name', limit: PAGE_SIZE, ...(after === undefined ? {} : { after }) };
    const reply = await graph({ method: 'GET', path, query, timeoutMs: TIMEOUT_MS });
    const read = personaList.safeParse(reply.kind === 'answered' ? reply.body : undefined);
    if (!read.success) return { personas, failure: reply };
    personas.push(...read.data.data);
    // The address in `next` holds the access token: only the cursor is taken from the answer.
    after = read.data.paging?.next === undefined ? undefined : read.data.paging.cursors?.after;
    if (after === undefined) break;
  }
  return { personas, failure: null };
}

/** Makes a persona; `failure` is the reply of Meta where it was not made. */
export async function makePersona(
  graph: GraphClient,
  path: string,
  { name, picture }: { readonly name: string; readonly picture: string },
): Promise<
  { readonly id: string; readonly failure: null } | { readonly id: null; readonly failure: GraphReply }
> {
  const body = { name, profile_picture_url: picture };
  const reply = await graph({ method: 'POST', path, body, timeoutMs: TIMEOUT_MS });
  const read = newPersona.safeParse(reply.kind === 'answered' ? reply.body : undefined);
  return read.success ? { id: read.data.id, failure: null } : { id: null, failure: reply };
}

/** Deletes a persona; null where it is gone, else the reply of Meta that says why not. */
export async function deletePersona(graph: GraphClient, id: string): Promise<GraphReply | null> {
  const reply = await graph({ method: 'DELETE', path: id, timeoutMs: TIMEOUT_MS });
  return reply.kind === 'answered' ? null : reply;
}
