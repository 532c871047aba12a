import { parseSettings } from '../../../index/platform/settings.js';
import { createReleaseStore } from '../../../index/releases/create-release-store.js';
import { openRelease } from '../../../index/releases/open-release.js';
import { indexSettings } from '../../../index/settings.js';
import { runIngest } from '../../../ingest/run-ingest.js';
import { ingestSettings } from '../../../ingest/settings.js';
import { round } from '../machine.js';
import { peakMb } from '../scale-process.js';
import { openStoredVectors } from './stored-vectors.js';

/** What one run of a measurement is told. */
export interface RunOrder {
  readonly folder: string;
  readonly file: string;
  readonly kind: 'ingest' | 'plan' | 'recall';
  /** Files of known questions; none: the guard asks nothing. */
  readonly labels: readonly string[];
}

/** What a run took. */
export interface RunFigures {
  readonly seconds: number;
  readonly peakMb: number;
  readonly outcome: string;
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
  readonly embedded: number;
  /** Seconds by what the run said that it did; what it did between is not in it. */
  readonly phases: Readonly<Record<string, number>>;
}

/** Share of the nearest wordings of an exact search that the graph proposes. */
export interface RecallFigures {
  readonly recallAt10: number;
  readonly questions: number;
}

const QUESTIONS = 300;

async function ingest({ folder, file, kind, labels }: RunOrder): Promise<RunFigures> {
  const settings = parseSettings(
    { ...indexSettings, ...ingestSettings },
    { INGEST_LABELS: labels.join(','), RUNTIME_DIR: folder },
  );
  const phases: Record<string, number> = {};
  let phase = { name: '', at: 0 };
  const startedAt = performance.now();
  const report = await runIngest({
    ...{ runtimeDirectory: folder, settings, embedder: async () => openStoredVectors() },
    releases: createReleaseStore({ directory: `${folder}/releases`, now: () => new Date() }),
    named: [{ kind: 'file', path: file, name: 'bench', options: {} }],
    mode: kind === 'plan' ? 'plan' : 'publish',
    progress: {
      begin(name) {
        phase = { name: name.replace(/ \d.*$/, ''), at: performance.now() };
      },
      advance() {},
      end() {
        phases[phase.name] = round((performance.now() - phase.at) / 1_000 + (phases[phase.name] ?? 0));
      },
    },
  });
  const { outcome, added, changed, removed, embedded } = report;
  const seconds = round((performance.now() - startedAt) / 1_000);
  return { seconds, peakMb: peakMb(), outcome, added, changed, removed, embedded, phases };
}

/** Asks the graph of the live release and an exact search for the wordings nearest to questions that no item asks. */
async function recall({ folder }: RunOrder): Promise<RecallFigures> {
  const directory = `${folder}/releases`;
  const store = createReleaseStore({ directory, now: () => new Date() });
  const embedder = openStoredVectors();
  const release = await openRelease(directory, store.currentId() ?? '', embedder);
  const { tokens } = embedder;
  let found = 0;
  let wanted = 0;
  for (let number = 0; number < QUESTIONS; number++) {
    const item = release.itemAt(Math.floor((number * release.index.items) / QUESTIONS));
    const text = item.question.split(' ').slice(1).join(' ');
    const reading = (await tokens?.readQuestion(text)) ?? {
      vector: await embedder.embedQuestion(text),
      tokens: null,
    };
    const query = { text, ...reading };
    const exact = release.rank(query, { mode: 'scan' }).slice(0, 10);
    const proposed = new Set(
      release
        .rank(query, { mode: 'propose' })
        .slice(0, 10)
        .map(({ answer }) => answer),
    );
    found += exact.filter(({ answer }) => proposed.has(answer)).length;
    wanted += exact.length;
  }
  release.close();
  return { recallAt10: Math.round((1e4 * found) / Math.max(1, wanted)) / 1e4, questions: QUESTIONS };
}

const order = JSON.parse(process.argv[2] ?? '{}') as RunOrder;
const result = order.kind === 'recall' ? await recall(order) : await ingest(order);
await new Promise((sent) => process.send?.(result, sent));
process.disconnect?.();
