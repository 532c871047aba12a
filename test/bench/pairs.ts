import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Embedder } from '../../index/contracts/embedder.js';
import { openEmbedder } from '../../index/embedder/open-embedder.js';
import { parseSettings } from '../../index/platform/settings.js';
import { centreOfItems, type ItemVectors, nearPairs } from '../../index/releases/graph/near-pairs.js';
import { embedderOptions, indexSettings } from '../../index/settings.js';
import { judgePair, LEAST_NEARNESS } from '../../ingest/joining/judge-pair.js';

interface Block {
  readonly id: string;
  readonly language: string;
  readonly split: 'fit' | 'report';
  readonly threads: readonly { readonly id: string; readonly question: string; readonly answer: string }[];
  readonly pairs: readonly (readonly [string, string, PairLabel])[];
}

type PairLabel = 'duplicate' | 'contradicting' | 'related';

/** Sets by two hands or of two times, each with halves of its own. */
const SETS = { first: 'thread-pairs', second: 'thread-pairs-2' } as const;

/** How a half was judged; shares are null where nothing was said. */
interface PairFigures {
  readonly pairs: Readonly<Record<PairLabel, number>>;
  /** Pairs of two blocks. */
  readonly different: number;
  readonly joined: {
    readonly count: number;
    readonly right: number | null;
    readonly found: number | null;
    /** Of pairs that must not be joined (contradicting and related), how many were. */
    readonly wrongOfOthers: number | null;
  };
  readonly contradictions: {
    readonly count: number;
    readonly right: number | null;
    readonly found: number | null;
  };
}

type SetFigures = Readonly<Record<Block['split'], PairFigures>>;

/** Of pairs of threads that somebody labelled, how many are joined or told apart rightly. */
export async function measurePairs(): Promise<Readonly<Record<keyof typeof SETS, SetFigures>>> {
  const embedder = await openEmbedder(embedderOptions(parseSettings(indexSettings, {})));
  const measure = async (set: keyof typeof SETS): Promise<SetFigures> => {
    const lines = readFileSync(`data/evaluation/${SETS[set]}.jsonl`, 'utf8').trim().split('\n');
    const blocks = lines.map((line) => JSON.parse(line) as Block);
    const half = (split: Block['split']) =>
      judgeHalf(
        blocks.filter((block) => block.split === split),
        embedder,
      );
    return { fit: await half('fit'), report: await half('report') };
  };
  try {
    return { first: await measure('first'), second: await measure('second') };
  } finally {
    await embedder.close();
  }
}

async function judgeHalf(blocks: readonly Block[], embedder: Embedder): Promise<PairFigures> {
  const said = { duplicate: [] as string[], contradicting: [] as string[] };
  for (const language of new Set(blocks.map((block) => block.language))) {
    const threads = blocks
      .filter((block) => block.language === language)
      .flatMap((block) => block.threads.map((thread) => ({ ...thread, id: `${block.id}/${thread.id}` })));
    for await (const [kind, left, right] of judged(threads, embedder)) said[kind].push(`${left} ${right}`);
  }
  const labelled = (label: PairLabel) =>
    blocks.flatMap(({ id, pairs }) =>
      pairs.filter(([, , name]) => name === label).map(([left, right]) => `${id}/${left} ${id}/${right}`),
    );
  const counted = (kind: 'duplicate' | 'contradicting') => {
    const truth = new Set(labelled(kind));
    const right = said[kind].filter((pair) => truth.has(pair)).length;
    return {
      count: said[kind].length,
      right: share(right, said[kind].length),
      found: share(right, truth.size),
    };
  };
  const wronglyJoined = () => {
    const others = new Set([...labelled('contradicting'), ...labelled('related')]);
    return share(said.duplicate.filter((pair) => others.has(pair)).length, others.size);
  };
  const threads = (language: string) => blocks.filter((block) => block.language === language).length * 6;
  return {
    pairs: {
      duplicate: labelled('duplicate').length,
      contradicting: labelled('contradicting').length,
      related: labelled('related').length,
    },
    different: ['nl', 'en'].reduce(
      (sum, language) => sum + (threads(language) * (threads(language) - 6)) / 2,
      0,
    ),
    joined: { ...counted('duplicate'), wrongOfOthers: wronglyJoined() },
    contradictions: counted('contradicting'),
  };
}

async function* judged(
  threads: Block['threads'],
  embedder: Embedder,
): AsyncGenerator<['duplicate' | 'contradicting', string, string]> {
  const vectors: ItemVectors[] = [];
  for (const { question, answer } of threads) {
    vectors.push({
      question: await embedder.embedQuestion(question),
      passage: await embedder.embedPassage(`${question} ${answer}`),
    });
  }
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    for await (const { left, right, ...nearness } of nearPairs(
      vectors,
      centreOfItems(vectors, embedder.meanVector),
      join(folder, 'joining.hnsw'),
      LEAST_NEARNESS,
    )) {
      const [one, other] = [threads[left], threads[right]];
      const found = one && other ? judgePair(one, other, nearness) : null;
      if (one && other && found) yield [found.kind, one.id, other.id];
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function share(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.round((1_000 * part) / whole) / 1_000;
}
