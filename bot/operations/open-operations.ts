import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { KnowledgeBase } from '../../index/contracts/search.js';
import type { Bot } from '../bot.js';
import type { ModelLife } from '../model-life.js';
import type { ProgramMetrics } from './program-metrics.js';
import { type ReadinessAsked, readReadiness } from './readiness.js';

/** What is looked at of the running program. */
export interface OperatedParts {
  readonly bot: Pick<Bot, 'figures' | 'desk' | 'notWritableBecause'>;
  readonly life: Pick<ModelLife, 'notReadyBecause'>;
  readonly knowledgeBase: Pick<KnowledgeBase, 'status'>;
  readonly openFiles: { reason(): string | null };
  /** Why no release can be searched, in a sentence; null while one can. */
  readonly releaseReason: () => string | null;
  /** When each source was read for the last time, by what the runtime folder remembers; ISO 8601 in UTC. */
  readonly readSourceReads: (runtimeDirectory: string) => Readonly<Record<string, string>>;
}

/** What operators read of the running program, for the web server. */
export function openOperations(metrics: ProgramMetrics, runtimeDirectory: string, parts: OperatedParts) {
  const { bot, life, releaseReason } = parts;
  const asked: ReadinessAsked = {
    embedder: () => life.notReadyBecause(),
    store: () => bot.notWritableBecause(),
    release: releaseReason,
    openFiles: () => parts.openFiles.reason(),
    doors: () => bot.desk.notices().flatMap((notice) => (notice.door === null ? [] : [notice])),
    directory: runtimeDirectory,
  };
  const readiness = () => readReadiness(asked);
  const pointer = join(runtimeDirectory, 'releases', 'current');
  metrics.show({
    figures: () => bot.figures(),
    readiness,
    releaseLiveSince: () => (parts.knowledgeBase.status() === null ? null : writtenAt(pointer)),
    sourceReads: () => parts.readSourceReads(runtimeDirectory),
  });
  return {
    /** Why questions cannot be answered, in a sentence; null when they can. */
    notReadyBecause: () => life.notReadyBecause() ?? bot.notWritableBecause() ?? releaseReason(),
    readiness,
    metrics: () => metrics.read(),
    answered: metrics.answered,
  };
}

/** When the pointer to the live release was written last; null where it cannot be looked at. */
function writtenAt(pointer: string): string | null {
  return statSync(pointer, { throwIfNoEntry: false })?.mtime.toISOString() ?? null;
}
