import { dirname, join } from 'node:path';
import type { Item } from '../../index/contracts/items.js';
import type { Contradiction, JoinedItem, JoinReport } from '../contracts.js';
import { createList, gistOf } from '../releasing/content-plan.js';
import type { PipelineRun } from '../releasing/contracts.js';
import { openLikePairs } from '../store/like-pairs.js';
import { openComparedItems } from '../store/made/compared-items.js';
import type { UpcomingItems } from '../store/upcoming-items.js';
import type { JoinMode } from './contracts.js';
import { findLikeThreads, type OpenedModel } from './find-like-threads.js';
import { openPairRules } from './pair-rules.js';
import { isHeldBack, type SettledJoins } from './settle-joins.js';
import { createJoins, type Joins, NO_JOINS } from './with-joins.js';

/** Raised when threads are compared otherwise: what was found before is found anew. */
const VERSION = 2;

interface JoinedThreads {
  readonly joins: Joins;
  /** Left out where nobody wants threads compared. */
  readonly report?: JoinReport;
  readonly embedded: number;
}

/**
 * Finds the threads of all sources that ask the same and settles what is told of them. What content people settled holds also where
 * what is found is only named. While no item changed, what was found stands.
 * @throws JOIN_RULES_INVALID, the errors of the embedder
 */
export async function joinThreads(
  run: Pick<PipelineRun, 'database' | 'edits' | 'joining' | 'releasesDirectory' | 'progress'>,
  items: UpcomingItems,
  openModel: () => Promise<OpenedModel>,
): Promise<JoinedThreads> {
  const { mode, rulesFile } = run.joining;
  if (mode === 'off' || items.count() === 0) return { joins: NO_JOINS, embedded: 0 };
  const settle = openPairRules(items, run.joining, run.edits.decisions());
  const opened = await openModel();
  const kept = openLikePairs(run.database);
  const making = `${opened.embedder.id} like ${VERSION}`;
  const key = items.contentHash(making);
  const known = kept.find(key);
  const before = {
    items: openComparedItems(run.database),
    pairs: known ? [] : kept.last(),
    making,
    folder: join(dirname(run.releasesDirectory), 'joining'),
  };
  const { pairs, embedded, keep } = known
    ? { pairs: known, embedded: 0, keep: () => {} }
    : await findLikeThreads(items, opened, before, run.progress);
  if (!known) kept.put(key, pairs, keep);
  const settled = settle(pairs);
  return {
    joins: createJoins(mode === 'tell' ? { joined: settled.byRule, opposed: [] } : settled, mode),
    report: { mode, rulesFile, ...reportOf(settled, items, mode) },
    embedded,
  };
}

function reportOf(
  settled: SettledJoins,
  items: UpcomingItems,
  mode: JoinMode,
): Omit<JoinReport, 'mode' | 'rulesFile'> {
  const [joined, byRule] = [createList<JoinedItem>(), createList<JoinedItem>()];
  const contradictions = createList<Contradiction>();
  const gist = (id: string) => gistOf(items.find(id) as Item);
  const ruled = new Set(settled.byRule.map(({ id }) => id));
  for (const { id, leader, because } of settled.joined)
    (ruled.has(id) ? byRule : joined).add({ item: gist(id), into: gist(leader), because });
  for (const { older, newer, about, isDecided } of settled.opposed)
    contradictions.add({
      older: gist(older),
      newer: gist(newer),
      about,
      isWithheld: isHeldBack({ about, isDecided }, mode),
    });
  const { unusedRules } = settled;
  return { joined: joined.list(), byRule: byRule.list(), contradictions: contradictions.list(), unusedRules };
}
