import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { CONVERSATIONS_FILE } from '../../index/learning/open-verdict-store.js';
import { CANARIES_A_ROUND, canariesIn, makeCanaries, plantCanaries } from '../support/canaries.js';
import { signIn } from '../unit/bot/support/sign-in.js';
import { TestBot } from '../unit/bot/support/test-bot.js';

const COMMAND = fileURLToPath(new URL('../../bot/privacy/main.js', import.meta.url));
const DEFAULT_COUNT = 300;
const SEED = 2026;

interface ErasureFigures {
  readonly canaries: number;
  /** Found in raw files before it and after it. */
  readonly planted: number;
  readonly left: number;
  readonly tookMs: number;
  /** Longest stay of the event loop of the program that serves customers meanwhile. */
  readonly longestStallMs: number;
}

interface ErasureResult {
  readonly seed: number;
  readonly storeBytes: number;
  /** Within the running bot, as at the desk. */
  readonly atDesk: ErasureFigures;
  /** By `npm run privacy` beside it. */
  readonly byCommand: ErasureFigures;
  /** Words of somebody else that were there before and are gone. */
  readonly othersLost: number;
}

/**
 * Two customers say words that nobody else says through every door, beside a third; each is erased, one at the desk and one
 * by the command, while the bot goes on answering. Then raw bytes of all files are searched.
 * @param argument how many words in all
 */
export async function measureErasure(argument: string): Promise<ErasureResult> {
  const count = Math.ceil((Number(argument) || DEFAULT_COUNT) / 2 / CANARIES_A_ROUND) * CANARIES_A_ROUND;
  const folder = mkdtempSync(join(tmpdir(), 'erasure-'));
  const test = await TestBot.open({ runtimeDirectory: folder, redact: async (question) => question });
  try {
    const { agent } = await signIn(test);
    await test.bot.desk.present(agent.id);
    const [first, second, others] = [SEED, SEED + 1, SEED + 2].map((seed) => makeCanaries(count, seed)) as [
      string[],
      string[],
      string[],
    ];
    for (let place = 0; place < count; place += CANARIES_A_ROUND) {
      for (const [customer, canaries] of [
        ['anna', first],
        ['bert', second],
        ['carla', others],
      ] as const) {
        const some = canaries.slice(place, place + CANARIES_A_ROUND);
        await plantCanaries({ test, folder, agent }, customer, some, place);
      }
    }
    const before = canariesIn(folder, others).length;
    const storeBytes = statSync(join(folder, CONVERSATIONS_FILE)).size;
    const key = { kind: 'customer', channelId: 'test', customerId: 'anna' } as const;
    const atDesk = await erased(test, folder, first, async () => {
      await test.bot.deskTools.privacy.erase(key, { kind: 'agent', id: agent.id });
    });
    const byCommand = await erased(test, folder, second, () => runCommand(folder, 'test:bert'));
    return {
      seed: SEED,
      storeBytes,
      atDesk,
      byCommand,
      othersLost: before - canariesIn(folder, others).length,
    };
  } finally {
    await test.bot.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function erased(
  test: TestBot,
  folder: string,
  canaries: readonly string[],
  erase: () => Promise<void>,
): Promise<ErasureFigures> {
  const planted = canariesIn(folder, canaries).length;
  const delays = monitorEventLoopDelay({ resolution: 1 });
  let isDone = false;
  delays.enable();
  const startedAt = performance.now();
  const work = erase().finally(() => {
    isDone = true;
  });
  for (let turn = 0; !isDone; turn++) {
    const from = { id: `other-${turn}`, name: 'Dirk' };
    await test.say('Waarom doet mijn wifi het niet?', { conversation: { id: `other-${turn}` }, from });
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  await work;
  const tookMs = Math.round(performance.now() - startedAt);
  delays.disable();
  const left = canariesIn(folder, canaries).length;
  const longestStallMs = Math.round(delays.max / 1e6);
  return { canaries: canaries.length, planted, left, tookMs, longestStallMs };
}

async function runCommand(folder: string, customer: string): Promise<void> {
  const child = spawn(process.execPath, [COMMAND, 'erase', '--customer', customer, '--yes'], {
    env: { ...process.env, RUNTIME_DIR: folder },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [code] = await once(child, 'close');
  if (code !== 0) console.error(`The command ended with ${code}.`);
}
