import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { openEmbedder } from '../../index/embedder/open-embedder.js';
import { embedOnce } from './replay/embed-once.js';
import { replaySet, type SetReplay } from './replay/replay-set.js';

export type ReplayResult = Readonly<Record<string, SetReplay>>;

const SETS = [
  'stackfaq',
  'stackfaq/oos20',
  'banking77',
  'clinc150',
  'minvws_faq/nl',
  'se_coffee',
  'se_quantumcomputing',
];

/**
 * What customers' verdicts on a fifth of a set's questions do to the other four fifths.
 * @param directory folder with a folder a set, each with corpus.jsonl and queries.jsonl; `DIR@5` lets each of the five
 *   fifths be the past once, which tells more of small sets and takes five times as long
 */
export async function measureReplay(directory: string): Promise<ReplayResult> {
  const [sets = '', fifths = '1'] = directory.split('@');
  const embedder = await openEmbedder({
    model: 'e5-small-community-nl-en',
    modelsDirectory: 'data/models',
    allowRemote: false,
  });
  try {
    const result: Record<string, SetReplay> = {};
    const there = SETS.filter((name) => existsSync(join(sets, name, 'corpus.jsonl')));
    for (const set of there) {
      result[set] = await replaySet(join(resolve(sets), set), embedOnce(embedder), Number(fifths));
    }
    return rounded(result);
  } finally {
    await embedder.close();
  }
}

/** Four decimals say more than the sets can tell. */
function rounded(result: ReplayResult): ReplayResult {
  return JSON.parse(
    JSON.stringify(result, (_, value: unknown) =>
      typeof value === 'number' ? Math.round(value * 1e4) / 1e4 : value,
    ),
  );
}
