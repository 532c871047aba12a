import { ingestErrors } from '../errors.js';
import type { ReportLanguage } from '../reports/words/contracts.js';
import { findingOf, onStale } from './find-stale.js';
import { formatStale } from './format-stale.js';
import type { FreshnessOptions } from './open-evidence.js';

/** So many are listed at once: more than an afternoon's work. */
const MOST = 50;
/** The desk leaves out what was decided since, so it is given more. */
const MOST_AS_JSON = 200;

export interface ReviewStaleOptions {
  readonly freshness: FreshnessOptions;
  readonly now: Date;
  readonly language: ReportLanguage;
  /** As the desk reads it: one line, `{ count, first }` of `StaleFinding`. */
  readonly isJson?: boolean | undefined;
}

/**
 * The answers that most speaks against, worst first, as `npm run ingest -- review stale` prints them.
 * @throws PRODUCTS_INVALID
 */
export function reviewStale(runtimeDirectory: string, options: ReviewStaleOptions): string {
  const { freshness, now, language, isJson = false } = options;
  return onStale(runtimeDirectory, freshness, now, ({ found }) =>
    isJson
      ? JSON.stringify({ count: found.length, first: found.slice(0, MOST_AS_JSON).map(findingOf) })
      : formatStale(found.slice(0, MOST), found.length, language),
  );
}

/**
 * Keeps that answers still hold, as `npm run ingest -- review right ID…` says; from the next run on they are told without doubt.
 * @param by who says so
 * @throws INGEST_COMMAND_INVALID where nothing speaks against one of them; then nothing was kept
 * @throws PRODUCTS_INVALID
 */
export function confirmStale(
  runtimeDirectory: string,
  { freshness, now }: Omit<ReviewStaleOptions, 'language'>,
  ids: readonly string[],
  by: string,
): string {
  return onStale(runtimeDirectory, freshness, now, ({ found, edits }) => {
    const stale = ids.map((id) => found.find(({ item }) => item.id === id) ?? id);
    const unknown = stale.find((each) => typeof each === 'string');
    if (unknown !== undefined || ids.length === 0) {
      const reason =
        unknown === undefined
          ? 'review right needs ids of answers that "review stale" lists'
          : `"review stale" lists no answer "${unknown}"`;
      throw ingestErrors.INGEST_COMMAND_INVALID({ reason });
    }
    for (const each of stale) {
      if (typeof each !== 'string') edits.confirm({ ...findingOf(each), by, at: now.toISOString() });
    }
    return `Kept as still right: ${ids.length}. The next run tells them without doubt.`;
  });
}
