import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DeskAgent } from '../../bot/contracts/desk.js';
import { recordAudit } from '../../bot/store/audit.js';
import { insertFiles } from '../../bot/store/files/files.js';
import type { Write } from '../../bot/store/store.js';
import type { TestBot } from '../unit/bot/support/test-bot.js';

/** Where a word of a customer can get in, or be written by others about them. */
type Door = (canary: string, at: Planting, place: number) => Promise<void>;

interface Planting {
  readonly test: TestBot;
  readonly folder: string;
  readonly agent: DeskAgent;
  /** Who says it. */
  readonly customer: string;
  /** The channel's id of the conversation in which it is said. */
  readonly conversation: string;
}

const RANDOM_LETTERS = 12;
/** The index of words stores a word without the letters that it shares with its neighbour: so the tail is what is looked for. */
const TAIL = 8;
const MARK = 'kanarie';

/** Words that nobody else says, all of small letters; the same for the same seed. */
export function makeCanaries(count: number, seed: number): string[] {
  let state = seed;
  const letter = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return String.fromCharCode(97 + ((state >>> 16) % 26));
  };
  return Array.from(
    { length: count },
    () => `${Array.from({ length: RANDOM_LETTERS }, letter).join('')}${MARK}`,
  );
}

/**
 * The canaries that stand in the bytes of any file of a folder, whatever a program would make of it. Another process copies
 * the files first: one that reads and closes a database which it has open gives up SQLite's locks on it.
 */
export function canariesIn(live: string, canaries: readonly string[]): string[] {
  const copies = mkdtempSync(join(tmpdir(), 'canaries-'));
  const folder = join(copies, 'folder');
  execFileSync('cp', ['-r', live, folder]);
  const tails = new Map(canaries.map((canary) => [canary.slice(RANDOM_LETTERS - TAIL), canary]));
  const found = new Set<string>();
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const path = join(folder, name);
    for (const canary of canaries) if (name.includes(canary)) found.add(canary);
    if (!statSync(path).isFile()) continue;
    const bytes = readFileSync(path).toString('latin1');
    for (const [tail] of bytes.matchAll(new RegExp(`[a-z]{${TAIL}}${MARK}`, 'g'))) {
      const canary = tails.get(tail);
      if (canary !== undefined) found.add(canary);
    }
  }
  rmSync(copies, { recursive: true });
  return [...found];
}

/**
 * Says each canary through the next door, a conversation for each round of all doors.
 * @param first how many the same customer said before, a multiple of `CANARIES_A_ROUND`
 */
export async function plantCanaries(
  { test, folder, agent }: Pick<Planting, 'test' | 'folder' | 'agent'>,
  customer: string,
  canaries: readonly string[],
  first = 0,
): Promise<void> {
  mkdirSync(join(folder, 'files'), { recursive: true });
  for (const [at, canary] of canaries.entries()) {
    const place = first + at;
    const conversation = `${customer}-${Math.floor(place / DOORS.length)}`;
    const door = DOORS[place % DOORS.length];
    await door?.(canary, { test, folder, agent, customer, conversation }, place);
  }
  await test.bot.idle();
}

function say({ test, customer, conversation }: Planting, text: string, place: number, more: object = {}) {
  return test.say(text, {
    id: `${conversation}-${place}`,
    conversation: { id: conversation },
    from: { id: customer, name: 'Anna' },
    ...more,
  });
}

async function idOf({ test, conversation }: Planting): Promise<string> {
  const [row] = test.rows(`select id from conversations where "channelConversationId" = '${conversation}'`);
  return String(row?.id);
}

const DOORS: readonly Door[] = [
  (canary, at, place) => say(at, `Ik wil een medewerker spreken over ${canary}`, place),
  (canary, at, place) => say(at, 'Hallo', place, { from: { id: at.customer, name: `Anna ${canary}` } }),
  async (canary, at, place) => {
    const id = `file-${at.customer}-${place}.png`;
    const of = { channelId: 'test', channelConversationId: at.conversation, agentId: null, isSaid: 1 };
    const file = { id, name: `${canary}.png`, contentType: 'image/png', bytes: 30, ...of };
    await insertFiles(at.test.store as Write, [{ ...file, createdAt: at.test.clock.now().toISOString() }]);
    writeFileSync(join(at.folder, 'files', id), `a picture with ${canary}`);
    const contentUrl = `https://example.com/files/${id}/${canary}.png`;
    await say(at, 'Een foto', place, {
      attachments: [{ contentType: 'image/png', name: `${canary}.png`, contentUrl }],
    });
  },
  async (canary, at) => {
    await at.test.bot.desk.claim(await idOf(at), at.agent);
    await at.test.bot.desk.reply(await idOf(at), at.agent, `Beste ${canary}`, `key-${canary}`);
  },
  async (canary, at) => {
    await at.test.bot.deskTools.notes.add(await idOf(at), at.agent, `Let op ${canary}`, `note-${canary}`);
  },
  async (canary, at) => {
    await at.test.bot.desk.keepDraft(await idOf(at), at.agent, `Nog niet gezegd: ${canary}`);
  },
  async (canary, at, place) => {
    const { webchatStore } = at.test.bot;
    const { conversation: id, customer: userId } = at;
    await webchatStore.start({ id, userId, startedAt: at.test.clock.now().toISOString() });
    await webchatStore.append(id, { type: 'message', id: `w${place}`, text: canary, from: { id: userId } });
  },
  (canary, at, place) =>
    say(at, 'Ok', place, {
      type: 'messageUpdate',
      id: `${at.conversation}-${place - (place % DOORS.length) + 1}`,
      text: canary,
    }),
  async (canary, at) => {
    const { verdicts, clock } = at.test;
    await verdicts.record({
      visitor: verdicts.pseudonym('customer', 'test', at.customer),
      conversation: verdicts.pseudonym('conversation', await idOf(at)),
      question: `hoe werkt ${canary} hier`,
      itemId: 'wifi',
      isRight: true,
      by: 'customer',
      at: clock.now().toISOString(),
      isIdentified: false,
      address: '',
    });
  },
  async (canary, at, place) => {
    const wording = `waarom doet mijn ${canary} het niet`;
    await say(at, wording, place);
    await at.test.verdicts.review([
      {
        id: canary.slice(0, 10),
        itemId: 'wifi',
        wording,
        standing: 'learned',
        confirmations: 3,
        rejections: 0,
        knownConfirmations: 3,
        at: at.test.clock.now().toISOString(),
      },
    ]);
  },
  async (canary, at) => {
    await recordAudit(at.test.store, {
      at: at.test.clock.now().toISOString(),
      actorKind: 'agent',
      actorId: at.agent.id,
      action: 'conversation.read',
      subjectKind: 'conversation',
      subjectId: await idOf(at),
      details: { found: canary },
    });
  },
  // Last, because of where somebody writes from only the newest is kept.
  (canary, at, place) =>
    say(at, 'Kijk hier', place, {
      channelData: { page: { address: `https://example.com/${canary}`, campaign: canary } },
    }),
];

export const CANARIES_A_ROUND = DOORS.length;
