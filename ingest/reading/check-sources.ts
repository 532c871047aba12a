import { mkdirSync, rmSync } from 'node:fs';
import { isCoded } from '../../index/platform/errors.js';
import type { Source, Thread } from '../sources/contracts.js';
import type { Patience } from '../sources/http/contracts.js';
import type { SourceSettings } from '../sources/source-kinds.js';
import type { NamedSource } from './named-source.js';
import { openSources } from './open-sources.js';

/** What a source is like that a run would read. */
export interface SourceCheck {
  readonly name: string;
  /** Threads that it shows, or of a community that is listed those that may have an answer. */
  readonly threads: number;
  /** Of these the ones with an accepted answer; null where only their number was asked for. */
  readonly accepted: number | null;
  /** A thread with its accepted answer, as it was read; null where none was found. */
  readonly example: Thread | null;
  /** Why it cannot be read, with its code; null where it can. */
  readonly problem: string | null;
}

/** So many threads of a community are read to find one with an accepted answer. */
const TRIALS = 5;

/**
 * Tries address, credentials and permission of each source: counts what it shows, and reads a thread. Changes nothing.
 * @param workDirectory emptied afterwards
 */
export async function checkSources(
  named: readonly NamedSource[],
  settings: SourceSettings,
  workDirectory: string,
  patience?: Patience,
): Promise<SourceCheck[]> {
  mkdirSync(workDirectory, { recursive: true });
  try {
    const checks: SourceCheck[] = [];
    for (const name of new Set(named.map((each) => each.name))) {
      const parts = named.filter((each) => each.name === name);
      checks.push(await checkOne(name, () => openSources(parts, { settings, workDirectory, patience })));
    }
    return checks;
  } finally {
    rmSync(workDirectory, { recursive: true, force: true });
  }
}

async function checkOne(name: string, open: () => Promise<Source[]>): Promise<SourceCheck> {
  try {
    const [source] = await open();
    if (!source) return { name, threads: 0, accepted: 0, example: null, problem: null };
    return source.ids && source.readAgain ? await checkListed(source) : await checkWhole(source);
  } catch (error) {
    if (!isCoded(error)) throw error;
    return { name, threads: 0, accepted: null, example: null, problem: `${error.code}: ${error.message}` };
  }
}

async function checkListed(source: Source): Promise<SourceCheck> {
  const { name } = source;
  const first: string[] = [];
  let threads = 0;
  for await (const id of source.ids?.() ?? []) {
    threads += 1;
    if (first.length < TRIALS) first.push(id);
  }
  for (const id of first) {
    for await (const row of source.readAgain?.([id]) ?? []) {
      if (row.kind !== 'thread' || !isAnswered(row.thread)) continue;
      return { name, threads, accepted: null, example: row.thread, problem: null };
    }
  }
  return { name, threads, accepted: null, example: null, problem: null };
}

async function checkWhole(source: Source): Promise<SourceCheck> {
  let [threads, accepted] = [0, 0];
  let example: Thread | null = null;
  for await (const row of source.read().rows) {
    if (row.kind !== 'thread') continue;
    threads += 1;
    if (!isAnswered(row.thread)) continue;
    accepted += 1;
    example ??= row.thread;
  }
  return { name: source.name, threads, accepted, example, problem: null };
}

function isAnswered({ replies }: Thread): boolean {
  return replies.some(({ isAccepted }) => isAccepted);
}
