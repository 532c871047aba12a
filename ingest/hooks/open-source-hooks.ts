import { tmpdir } from 'node:os';
import { delay, systemClock } from '../../index/platform/clock.js';
import { isCoded } from '../../index/platform/errors.js';
import { type NamedSource, parseNamedSource } from '../reading/named-source.js';
import { readRules } from '../reading/read-rules.js';
import type { IngestSettings } from '../settings.js';
import type { Source } from '../sources/contracts.js';
import { settingsOfSources } from '../sources/source-kinds.js';
import type { SourceHooks, SourceHooksParts } from './contracts.js';
import { createSourceHooks } from './create-source-hooks.js';

/** Web hooks of the sources that are set, reading with the same keys and by the same rules as a run of ingest. */
export function openSourceHooks(
  settings: IngestSettings,
  parts: Pick<SourceHooksParts, 'withdrawals' | 'heldItem' | 'log'>,
): SourceHooks {
  const named = settings.INGEST_SOURCES.flatMap(namedBy);
  const ofSources = settingsOfSources(settings);
  return createSourceHooks({
    ...parts,
    named,
    settings: ofSources,
    rules: readRules(settings),
    patience: { now: () => systemClock.now(), wait: (ms) => delay(ms) },
    async open(name): Promise<Source> {
      // Loaded with the first call: parsers take memory that a start does not need.
      const { openSources } = await import('../reading/open-sources.js');
      const own = named.filter((each) => each.name === name);
      // Kinds with hooks read over the network and stage nothing.
      const [source] = await openSources(own, { settings: ofSources, workDirectory: tmpdir() });
      return source as Source;
    },
  });
}

/** A server that has a release starts also where a source is named wrongly: a run of ingest says what is wrong. */
function namedBy(line: string): NamedSource[] {
  try {
    return [parseNamedSource(line)];
  } catch (error) {
    if (isCoded(error)) return [];
    throw error;
  }
}
