import type { ReleaseManifest } from '../../index/contracts/releases.js';
import type { ReleaseHistory, RememberedRelease } from '../store/release-history.js';
import { plainWords } from './plain-words.js';
import type { ReportWords } from './words/contracts.js';

/** A release with what is remembered of it. */
type ListedRelease = Pick<RememberedRelease, 'id' | 'name' | 'builtAt' | 'manifest' | 'acts'>;

/** The releases that are there, one line each, newest first. */
export function formatReleases(
  onDisk: readonly ReleaseManifest[],
  find: ReleaseHistory['find'],
  liveId: string | null,
  words: ReportWords,
): string {
  const lines = onDisk.map((manifest) => headLine(listed(manifest, find(manifest.id)), liveId, words));
  return [...lines, ...(liveId === null ? [words.noneLive] : [])].join('\n');
}

/**
 * Releases as they are remembered, newest first: name, id, what each holds, and who did what with it, when and why.
 * @param onDisk those whose folder is there; one that is not remembered is listed all the same
 */
export function formatHistory(
  remembered: readonly RememberedRelease[],
  onDisk: readonly ReleaseManifest[],
  liveId: string | null,
  words: ReportWords,
): string {
  const there = new Set(onDisk.map(({ id }) => id));
  const known = new Set(remembered.map(({ id }) => id));
  const all: ListedRelease[] = [
    ...remembered,
    ...onDisk.filter(({ id }) => !known.has(id)).map((manifest) => listed(manifest, null)),
  ];
  const lines = all
    .sort(newestFirst)
    .flatMap((release) => [
      `${headLine(release, liveId, words)}${there.has(release.id) ? '' : `, ${words.gone}`}`,
      ...release.acts.map((act) => `    ${minute(act.at)}  ${words.acts[act.kind]}${saidBy(act, words)}`),
    ]);
  return [...lines, ...(liveId === null ? [words.noneLive] : [])].join('\n');
}

function listed(manifest: ReleaseManifest, known: RememberedRelease | null): ListedRelease {
  const { id, builtAt } = manifest;
  return { id, name: known?.name ?? '', builtAt, manifest, acts: known?.acts ?? [] };
}

function headLine(
  { id, name, builtAt, manifest }: ListedRelease,
  liveId: string | null,
  words: ReportWords,
): string {
  const parts = Object.entries(manifest.sources).map(([source, count]) => `${source} ${count}`);
  const called = name === '' ? '' : `"${plainWords(name)}"  `;
  return `${id === liveId ? '*' : ' '} ${id}  ${builtAt}  ${called}${words.items(manifest.items)} (${parts.join(', ')})`;
}

function newestFirst(a: ListedRelease, b: ListedRelease): number {
  return a.builtAt === b.builtAt ? (a.id < b.id ? 1 : -1) : a.builtAt < b.builtAt ? 1 : -1;
}

/** Date and time to the minute, in UTC. */
export function minute(at: string): string {
  return `${at.slice(0, 16).replace('T', ' ')} UTC`;
}

function saidBy({ by, why }: RememberedRelease['acts'][number], words: ReportWords): string {
  const who = by === '' ? '' : ` ${words.by} ${plainWords(by)}`;
  return `${who}${why === '' ? '' : `: ${plainWords(why)}`}`;
}
