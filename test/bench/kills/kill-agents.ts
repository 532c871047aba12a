import { setTimeout as pause } from 'node:timers/promises';
import type { DeskEntry } from '../../../bot/contracts/desk.js';
import type { Random } from '../../../index/platform/random.js';
import { createDeskClient, type DeskAnswer, type DeskClient } from '../../support/desk-client.js';
import { pick } from '../fuzz/mutate.js';
import type { Confirmed, KillChannel } from './kill-contracts.js';

export interface KillAgent {
  readonly name: string;
  readonly id: string;
  readonly desk: DeskClient;
}

/** How often each act was confirmed. */
export type ActCounts = Record<'claim' | 'reply' | 'transfer' | 'close' | 'give-back', number>;

const RETRY_MS = 15;
const LONGEST_REST_MS = 40;
const PASSWORD = 'een lange zin voor metingen';

/** Two agents with accounts: the first administrator, who invites the other. */
export async function openKillAgents(url: string, invitation: string): Promise<readonly KillAgent[]> {
  const first = createDeskClient(url);
  const second = createDeskClient(url);
  await accept(first, invitation, 'Sanne');
  const { body } = await first.post('/invitations', { role: 'agent' });
  await accept(second, body?.link?.split('#')[1] ?? '', 'Bram');
  const agents = [];
  for (const [name, desk] of [
    ['Sanne', first],
    ['Bram', second],
  ] as const) {
    const id = (await desk.get('/me')).body?.agent?.id ?? '';
    agents.push({ name, id, desk });
  }
  return agents;
}

async function accept(desk: DeskClient, token: string, name: string): Promise<void> {
  const account = { name, email: `${name.toLowerCase()}@zwaluw.example`, password: PASSWORD };
  const { status } = await desk.post('/invitation/accept', { token, ...account });
  if (status !== 200) throw new Error(`The invitation of ${name} was not accepted: ${status}.`);
}

/** Asks until there is an answer, over every crash in between. */
async function untilAnswered(asking: () => Promise<DeskAnswer>): Promise<DeskAnswer> {
  for (;;) {
    const answer = await asking().catch(() => null);
    if (answer && answer.status < 500) return answer;
    await pause(RETRY_MS);
  }
}

/** Lets an agent take, answer, pass on and close until it is over; what was confirmed is written down. */
export async function work(
  agent: KillAgent,
  colleague: KillAgent,
  random: Random,
  isOver: () => boolean,
  { confirmed, acts }: { readonly confirmed: Confirmed[]; readonly acts: ActCounts },
): Promise<void> {
  for (let count = 1; !isOver(); count += 1) {
    const { body } = await untilAnswered(() => agent.desk.get('/entries'));
    const open = (body?.entries ?? []).filter(
      ({ state, holder }) => state === 'waiting' || (state === 'with-agent' && holder?.name === agent.name),
    );
    if (open.length > 0) await doOne(pick(random, open), count);
    await pause(random() * LONGEST_REST_MS);
  }

  async function doOne(entry: DeskEntry, count: number): Promise<void> {
    if (entry.state === 'waiting') return void (await act(entry, 'claim', {}));
    const luck = random();
    if (luck < 0.08) return void (await act(entry, 'close', {}));
    if (luck < 0.12) return void (await act(entry, 'give-back', {}));
    if (luck < 0.2) {
      const to = { kind: 'colleague', agentId: colleague.id };
      return void (await act(entry, 'transfer', { to, comment: 'Weet jij dit?' }));
    }
    const text = `Antwoord van ${agent.name} nummer ${count}.`;
    const isKept = await act(entry, 'reply', { text, key: `reply-of-${agent.name}-${count}` });
    if (isKept) confirmed.push({ channel: entry.channelId as KillChannel, by: 'agent', words: text });
  }

  async function act(entry: DeskEntry, kind: keyof ActCounts, request: object): Promise<boolean> {
    const path = `/conversation/${entry.conversationId}/${kind}`;
    const { status } = await untilAnswered(() => agent.desk.post(path, request));
    if (status === 400) throw new Error(`The desk does not understand how an agent says "${kind}".`);
    if (status >= 300) return false;
    acts[kind] += 1;
    return true;
  }
}
