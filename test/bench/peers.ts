import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { PeersOnSet, PeersResult } from './peers/format-peers.js';
import { type InstalledPackages, installPackages } from './peers/install-packages.js';
import { readLastResult, withOwnRow } from './peers/last-result.js';
import { measureOwn, OWN } from './peers/own-row.js';
import { PEERS } from './peers/peer-list.js';
import type { NoRow, PeerRow } from './peers/peer-row.js';
import { readQuestionSet } from './peers/question-set.js';
import { runPeer } from './peers/run-peer.js';

const SETS = [
  'stackfaq',
  'stackfaq/oos20',
  'banking77',
  'banking77/oos25',
  'clinc150',
  'minvws_faq/nl',
  'minvws_faq/en',
  'se_coffee',
  'se_bicycles_meta',
  'se_conlang_meta',
  'se_quantumcomputing',
];

/** What does not end within this on a set is reported as such. */
const LIMIT_SECONDS = 600;

/**
 * Quality and latency of packages that could be installed instead, beside our own, on public question sets.
 * @param directory folder with a folder a set, each with corpus.jsonl and queries.jsonl; `DIR@own` measures our own
 * row anew and keeps the packages' rows of the last run, which takes minutes instead of an hour
 */
export async function measurePeers(directory: string): Promise<PeersResult> {
  const [sets = '', part] = directory.split('@');
  const there = SETS.filter((set) => existsSync(join(sets, set, 'corpus.jsonl')));
  if (part === 'own') return measureOwnAnew(sets, there);
  const packages = installPackages();
  if (packages.failure !== null) console.error(`Without the packages to install: ${packages.failure}`);
  const result: Record<string, PeersOnSet> = {};
  for (const set of there) result[set] = await measureSet(set, resolve(sets, set), packages);
  return result;
}

function measureOwnAnew(sets: string, there: readonly string[]): PeersResult {
  const last = readLastResult();
  const measured = there.map((set) => {
    const folder = resolve(sets, set);
    const { items, questions } = readQuestionSet(folder);
    console.error(`${set}: ${OWN}`);
    const rows = withOwnRow(last[set]?.rows ?? {}, measureOwn(folder));
    return [set, { items: items.length, questions: questions.length, rows }] as const;
  });
  return { ...last, ...Object.fromEntries(measured) };
}

async function measureSet(set: string, setFolder: string, packages: InstalledPackages): Promise<PeersOnSet> {
  const { items, questions } = readQuestionSet(setFolder);
  const rows: Record<string, PeerRow | NoRow> = {};
  console.error(`${set}: ${OWN}`);
  rows[OWN] = measureOwn(setFolder);
  for (const { name, isInstalled } of PEERS) {
    console.error(`${set}: ${name}`);
    rows[name] =
      isInstalled && packages.failure !== null
        ? { reason: `not installed: ${packages.failure}` }
        : await runPeer({ peer: name, setFolder, packagesFolder: packages.folder }, LIMIT_SECONDS);
  }
  return { items: items.length, questions: questions.length, rows };
}
