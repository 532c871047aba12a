import { join } from 'node:path';
import { createRedaction } from '../../bot/composition/redaction.js';
import { createReleaseRoom } from '../../bot/composition/release-room.js';
import { hideInQuestion } from '../../bot/composition/shadow/hide-in-question.js';
import { runShadow } from '../../bot/composition/shadow/run-shadow.js';
import { daysBack } from '../../bot/composition/shadow/shadow-days.js';
import type { ReleaseRoom } from '../../bot/desk/releases/desk-releases.js';
import type { ShadowEnd } from '../../bot/desk/releases/shadow-runs.js';
import type { Store } from '../../bot/store/store.js';
import type { ReleaseStore } from '../../index/contracts/releases.js';
import { openKnowledgeBase, type WatchingKnowledgeBase } from '../../index/knowledge-base.js';
import { type Clock, systemClock } from '../../index/platform/clock.js';
import { isCoded } from '../../index/platform/errors.js';
import { silentLog } from '../../index/platform/log.js';
import type { ProcessEnd } from '../../index/platform/processes/run-in-process.js';
import { parseSettings } from '../../index/platform/settings.js';
import { createReleaseStore } from '../../index/releases/create-release-store.js';
import { indexSettings } from '../../index/settings.js';
import { reviewStale } from '../../ingest/freshness/review-stale.js';
import { reviewPairs } from '../../ingest/joining/review-pairs.js';
import { releaseCommands } from '../../ingest/releasing/release-commands.js';
import { reportWordsIn } from '../../ingest/reports/words/report-words-in.js';
import { runIngest } from '../../ingest/run-ingest.js';
import { createIngestRuns } from '../../ingest/scheduling/ingest-runs.js';
import { createRunTrouble } from '../../ingest/scheduling/run-trouble.js';
import { ingestSettings } from '../../ingest/settings.js';
import type { Thread } from '../../ingest/sources/contracts.js';
import { answered, memorySource } from '../unit/ingest/make-thread.js';
import { createFakeEmbedder } from './embedding.js';

/** Real releases of a small community in a folder, and the room in which a desk finds them. */
export interface TwoReleases {
  readonly releases: ReleaseStore;
  readonly knowledgeBase: WatchingKnowledgeBase;
  readonly room: ReleaseRoom;
  /** Id of the one that is live, and of one that tells the bill otherwise and waits. */
  readonly live: string;
  readonly waiting: string;
  /** Says something for the run of ingest that is at it, and ends it. */
  tellRun(line: string): void;
  endRun(end: ProcessEnd): void;
  /** Whose questions are put to a release: a store that customers talked into. */
  askFrom(store: Store): void;
  close(): Promise<void>;
}

export const BILL = answered('bill', 'When is the bill sent?', 'Around the fifth.');
const SIM = answered('sim', 'How do I activate my SIM?', 'Put it in and restart.');
const LATER = { ...BILL, replies: BILL.replies.map((reply) => ({ ...reply, body: 'On the seventh.' })) };

export async function makeTwoReleases(folder: string, clock?: Clock): Promise<TwoReleases> {
  const embedder = createFakeEmbedder();
  const directory = join(folder, 'releases');
  const releases = createReleaseStore({ directory, now: () => new Date() });
  let store: Store | null = null;
  let tell: (line: string) => void = () => {};
  let end: (end: ProcessEnd) => void = () => {};

  async function ingest(rows: readonly Thread[], mode: 'publish' | 'build'): Promise<string> {
    const environment = { INGEST_JOIN_THREADS: 'off', INGEST_LABELS: '' };
    const settings = parseSettings({ ...indexSettings, ...ingestSettings }, environment);
    const sources = [memorySource('forum', rows)];
    const options = { runtimeDirectory: folder, settings, releases, embedder, sources, mode } as const;
    return (await runIngest(options)).releaseId ?? '';
  }

  /** What the command does, on what a test opened. */
  async function shadowed(
    releaseId: string,
    days: number,
    onProgress: (done: number, total: number) => void,
  ): Promise<ShadowEnd> {
    if (store === null) return { isDone: false, code: 'NO_STORE' };
    const parts = {
      ...{ store, runtimeDirectory: folder, embedder, hidden: { hides: () => false } },
      hide: hideInQuestion(createRedaction([])),
      serving: { wantedPrecision: undefined, answerThreshold: undefined },
    };
    const since = daysBack((clock ?? systemClock).now(), days);
    const asked = { releaseId, liveId: releases.currentId(), since, onProgress };
    return { isDone: true, report: await runShadow(parts, asked) };
  }

  const live = await ingest([SIM, BILL], 'publish');
  const waiting = await ingest([SIM, LATER], 'build');
  const knowledgeBase = await openKnowledgeBase({ directory, embedder, log: silentLog });
  const room = createReleaseRoom({
    ...{ runtimeDirectory: folder, releases, knowledgeBase, embedder, log: silentLog },
    command: async (words) => inThisProcess(words, folder, releases),
    review: async (list) => (list === 'stale' ? staleIn(folder) : pairsIn(folder)),
    attemptShadow: ({ releaseId, days }, _stop, onProgress) => shadowed(releaseId, days, onProgress),
    ...(clock ? { clock } : {}),
    hidden: { hides: () => false },
    serving: { wantedPrecision: undefined, answerThreshold: undefined },
    runs: createIngestRuns({
      attempt: (_who, _stop, telling) => {
        tell = telling;
        return new Promise((resolve) => {
          end = resolve;
        });
      },
      trouble: createRunTrouble({ liveId: () => releases.currentId() }),
      log: silentLog,
    }),
  });
  return {
    ...{ releases, knowledgeBase, room, live, waiting },
    tellRun: (line) => tell(line),
    endRun: (how) => end(how),
    askFrom(asked) {
      store = asked;
    },
    async close() {
      await room.close();
      await knowledgeBase.close();
    },
  };
}

/** What the command prints of what may not hold any more, by a list of products in the folder. */
function pairsIn(folder: string): string {
  const options = { mode: 'join', rulesFile: join(folder, 'joins.jsonl'), staffRanks: [] } as const;
  return JSON.stringify(reviewPairs(folder, options, true));
}

function staleIn(folder: string): string {
  const freshness = { productsFile: join(folder, 'products.jsonl'), countsLinks: false };
  return reviewStale(folder, { freshness, now: new Date(), language: 'en', isJson: true });
}

/** The command's own code, with its words as the command reads them. */
function inThisProcess(
  [name = '', ...rest]: readonly string[],
  folder: string,
  releases: ReleaseStore,
): ProcessEnd {
  const given = (option: string) =>
    rest.find((word) => word.startsWith(`--${option}=`))?.slice(option.length + 3);
  try {
    releaseCommands[name]?.({
      words: rest.filter((word) => !word.startsWith('--')),
      values: { by: given('by'), why: given('why') },
      settings: { RUNTIME_DIR: folder },
      releases,
      reportWords: reportWordsIn('en'),
    });
    return { isDone: true };
  } catch (error) {
    return { isDone: false, code: isCoded(error) ? error.code : 'OTHER', message: String(error) };
  }
}
