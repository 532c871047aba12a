import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setting } from '../../../index/platform/settings.js';
import type { GoneRow, Source, SourceKind, SourceRow, Thread } from '../../../ingest/sources/contracts.js';

/** A community in a file that can tell what changed and can be swept, as one behind an API can. */
export const changingKind: SourceKind = {
  kind: 'changing',
  pathNames: 'a folder with a community in threads.json',
  options: [],
  settings: { CHANGING_TOKEN: setting.secret('What the community is read with.') },
  suggestName: () => null,
  open: async ({ name, addresses: [{ path }] }) => changingSource(name, path),
};

function changingSource(name: string, folder: string): Source {
  const held = () =>
    JSON.parse(readFileSync(join(folder, 'threads.json'), 'utf8')) as Record<string, Thread | null>;
  const seenSoFar = () =>
    JSON.stringify(
      Object.fromEntries(Object.entries(held()).map(([id, each]) => [id, JSON.stringify(each)])),
    );
  return {
    name,
    read: () => ({ covers: 'everything', rows: rowsOf(held()), checkpoint: seenSoFar }),
    readSince(checkpoint) {
      const seen = JSON.parse(checkpoint) as Record<string, string>;
      const now = held();
      const changed = Object.entries(now).filter(([id, each]) => seen[id] !== JSON.stringify(each));
      const gone = Object.keys(seen).filter((id) => !(id in now));
      return { covers: 'changes', rows: changes(Object.fromEntries(changed), gone), checkpoint: seenSoFar };
    },
    async *ids() {
      for (const [id, thread] of Object.entries(held())) if (thread) yield id;
    },
  };
}

async function* rowsOf(threads: Record<string, Thread | null>): AsyncGenerator<SourceRow> {
  for (const [id, thread] of Object.entries(threads)) {
    const position = `thread ${id}`;
    yield thread
      ? { kind: 'thread', thread, position }
      : { kind: 'failed', reason: 'broken-row', threadId: id, position, detail: 'it is empty' };
  }
}

async function* changes(
  threads: Record<string, Thread | null>,
  gone: readonly string[],
): AsyncGenerator<SourceRow | GoneRow> {
  yield* rowsOf(threads);
  for (const threadId of gone) yield { kind: 'gone', threadId, position: `thread ${threadId}` };
}
