import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type StoryResult, tellStories } from '../unit/bot/handoff/model/tell-stories.js';

export interface HandoffResult extends StoryResult {
  readonly longest: number;
  readonly seconds: number;
}

const RUNS = 500;
const LONGEST = 50;

/**
 * Looks for an order of events, crashes and jumps of the clock that leaves a conversation in limbo: many more than the tests do.
 * @param argument how many runs, and the seed behind an @; both may be left out
 */
export async function measureHandoff(argument: string): Promise<HandoffResult> {
  const [runs = '', seed = ''] = argument.split('@');
  const root = mkdtempSync(join(tmpdir(), 'handoff-'));
  let stores = 0;
  const folder = () => {
    stores += 1;
    const path = join(root, String(stores));
    mkdirSync(path);
    return path;
  };
  const startedAt = performance.now();
  try {
    const given = seed === '' ? Date.now() % 2 ** 31 : Number(seed);
    const options = { runs: Number(runs) || RUNS, longest: LONGEST, seed: given, folder };
    const result = await tellStories(options);
    const seconds = Math.round((performance.now() - startedAt) / 1000);
    return { ...result, longest: LONGEST, seconds };
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** The measurement in a few lines of plain text. */
export function formatHandoff({ runs, seed, deeds, crashes, seconds, wrong }: HandoffResult): string {
  return [
    `Hand-off: ${runs} runs of seed ${seed}, ${deeds} events, ${crashes} crashes, ${seconds} s`,
    wrong === null ? '  nobody was left in limbo' : `  WRONG: ${wrong}`,
  ].join('\n');
}
