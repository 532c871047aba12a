import type { Source, SourceRow, Thread, ThreadReply } from '../../../ingest/sources/contracts.js';

/** A reply with what a test does not care about filled in. */
export function makeReply(fields: Partial<ThreadReply> = {}): ThreadReply {
  return {
    id: 'reply',
    url: null,
    author: { name: 'somebody', rank: null },
    createdAt: null,
    updatedAt: null,
    votes: 0,
    isAccepted: false,
    body: '<p>Restart the box and wait for the green light.</p>',
    ...fields,
  };
}

export function makeThread(fields: Partial<Thread> = {}): Thread {
  return {
    id: 'thread',
    url: null,
    title: 'My box does not work, what now?',
    body: '',
    asker: null,
    format: 'html',
    language: 'en',
    tags: [],
    createdAt: null,
    duplicateOf: null,
    licence: null,
    replies: [],
    ...fields,
  };
}

/** A thread with an accepted answer. */
export function answered(id: string, title: string, body: string, fields: Partial<Thread> = {}): Thread {
  const replies = [makeReply({ id: `${id}-1`, isAccepted: true, body: `<p>${body}</p>` })];
  return makeThread({ id, title, replies, ...fields });
}

/** A source that gives the threads, and rows, it is handed. */
export function memorySource(name: string, rows: readonly (Thread | SourceRow)[]): Source {
  async function* given(): AsyncGenerator<SourceRow> {
    for (const [index, row] of rows.entries()) {
      yield 'kind' in row ? row : { kind: 'thread', thread: row, position: `row ${index + 1}` };
    }
  }
  return { name, read: () => ({ covers: 'everything', rows: given() }) };
}

/** All rows of a source. */
export async function rowsOf(source: Source): Promise<SourceRow[]> {
  const rows: SourceRow[] = [];
  for await (const row of source.read().rows) rows.push(row);
  return rows;
}

export async function threadsOf(source: Source): Promise<Thread[]> {
  return (await rowsOf(source)).flatMap((row) => (row.kind === 'thread' ? [row.thread] : []));
}
