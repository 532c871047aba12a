import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setting } from '../../../index/platform/settings.js';
import { ingestErrors } from '../../../ingest/errors.js';
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

type Community = Readonly<Record<string, Thread | null>>;

function changingSource(name: string, path: string): Source {
  const checkpoint = () => JSON.stringify(versions(held(path)));
  return {
    name,
    read: () => ({ covers: 'everything', rows: everything(path), checkpoint }),
    readSince: (since) => ({ covers: 'changes', rows: changes(path, JSON.parse(since)), checkpoint }),
    async *ids() {
      yield* Object.keys(held(path));
    },
    async *readAgain(ids) {
      const community = held(path);
      for (const id of ids) {
        if (id in community) yield rowOf(id, community[id] ?? null);
        else yield { kind: 'gone', threadId: id, position: `thread ${id}` };
      }
    },
  };
}

function held(path: string): Community {
  try {
    return JSON.parse(readFileSync(join(path, 'threads.json'), 'utf8'));
  } catch {
    throw ingestErrors.SOURCE_UNREADABLE({ path, reason: 'it holds no community' });
  }
}

/** What each thread is like, by id. */
function versions(community: Community): Record<string, string> {
  return Object.fromEntries(Object.entries(community).map(([id, thread]) => [id, JSON.stringify(thread)]));
}

async function* everything(path: string): AsyncGenerator<SourceRow> {
  for (const [id, thread] of Object.entries(held(path))) yield rowOf(id, thread);
}

async function* changes(path: string, seen: Record<string, string>): AsyncGenerator<SourceRow | GoneRow> {
  const community = held(path);
  const now = versions(community);
  for (const [id, thread] of Object.entries(community)) if (seen[id] !== now[id]) yield rowOf(id, thread);
  for (const threadId of Object.keys(seen)) {
    if (!(threadId in community)) yield { kind: 'gone', threadId, position: `thread ${threadId}` };
  }
}

function rowOf(id: string, thread: Thread | null): SourceRow {
  const position = `thread ${id}`;
  if (thread) return { kind: 'thread', thread, position };
  return { kind: 'failed', reason: 'broken-row', threadId: id, position, detail: 'it is empty' };
}
