import { isRecord } from '../../../index/platform/is-record.js';
import type { Source, SourceRow } from '../contracts.js';
import { failedRow } from '../failed-row.js';
import type { FetchReply, GuardedFetch } from '../http/contracts.js';
import { HIDDEN } from '../http/fetch-json.js';
import type { ListedThread, ThreadReading, WantedThread } from '../listed/contracts.js';
import { listedSource } from '../listed/listed-source.js';
import { rowToThread } from '../rows/row-to-thread.js';
import { skippedRow } from '../skipped-row.js';
import { questionOfPage } from './json-ld.js';
import { questionToRow } from './question-to-row.js';
import { readSitemaps } from './read-sitemaps.js';
import { type Robots, readRobots } from './robots.js';

interface QaPagesOptions {
  readonly name: string;
  /** Such as `https://www.example.com`. */
  readonly base: string;
  /** Address of a sitemap; null where robots.txt or the usual place tells. */
  readonly sitemap: string | null;
  /** How the paths of question pages begin. */
  readonly under: string;
  /** Who speaks in pages that the company wrote itself; null where others ask and answer. */
  readonly company: string | null;
  readonly reread: number;
  readonly http: GuardedFetch;
}

/** The product token of the user agent, as robots.txt names robots. */
const ROBOT = 'communitysupportbot';
const PAGE_BYTES = 8 * 1024 * 1024;
const LONGEST_PATH = 190;

/** A website with QAPage JSON-LD as a source: what its sitemaps name and its robots.txt allows. */
export function qaPagesSource(options: QaPagesOptions): Source {
  const { base, http, company } = options;
  const { origin } = new URL(base);
  let robots: Promise<Robots> | null = null;
  const askRobots = () => {
    robots ??= fetchRobots(http, origin);
    return robots;
  };

  return listedSource(options.name, {
    async *list() {
      robots = null;
      yield* listPages(options, origin, await askRobots());
    },
    async *read([page]) {
      const { allows, delay } = await askRobots();
      if (!page) return;
      if (!allows(page.id))
        yield { id: page.id, row: { kind: 'gone', threadId: page.id, position: page.id } };
      else {
        if (delay > 0) http.holdOff(origin, delay * 1000);
        yield await readPage(http, origin, page, company);
      }
    },
    batch: 1,
    reread: options.reread,
  });
}

async function fetchRobots(http: GuardedFetch, origin: string): Promise<Robots> {
  const { status, bytes } = await http.fetch(`${origin}/robots.txt`, { accepted: [400, ...HIDDEN] });
  // Without one everything may be read; one that does not answer ends the reading (RFC 9309, 2.3.1).
  return readRobots(status === 200 ? bytes.toString('utf8') : '', ROBOT);
}

async function* listPages(
  { sitemap, under, http }: QaPagesOptions,
  origin: string,
  robots: Robots,
): AsyncGenerator<ListedThread> {
  const named = robots.sitemaps.filter((url) => URL.canParse(url, origin)).map((url) => new URL(url, origin));
  const own = named.filter((url) => url.origin === origin).map(({ href }) => href);
  const usual = own.length > 0 ? own : [`${origin}/sitemap.xml`];
  for await (const { url, lastModified } of readSitemaps(http, sitemap === null ? usual : [sitemap])) {
    const page = new URL(url);
    const id = page.pathname + page.search;
    if (page.origin !== origin || !page.pathname.startsWith(under) || id.length > LONGEST_PATH) continue;
    if (robots.allows(id)) yield { id, version: lastModified };
  }
}

/** A page, asked for only if it is not as it was: ETag and Last-Modified are the memo (RFC 9110, 13.1). */
async function readPage(
  http: GuardedFetch,
  origin: string,
  { id, memo }: WantedThread,
  company: string | null,
): Promise<ThreadReading> {
  const url = `${origin}${id}`;
  const headers = { accept: 'text/html', ...conditionsOf(memo) };
  const reply = await http.fetch(url, { headers, mostBytes: PAGE_BYTES, accepted: [304, ...HIDDEN] });
  if (reply.status === 304) return { id, row: { kind: 'unchanged' } };
  const isGone = HIDDEN.includes(reply.status) || new URL(reply.url).origin !== origin;
  if (isGone) return { id, row: { kind: 'gone', threadId: id, position: id } };
  return { id, row: rowOf(reply, id, company), memo: memoOf(reply) };
}

function rowOf({ bytes, url }: FetchReply, id: string, company: string | null): SourceRow {
  const { question, problem } = questionOfPage(bytes.toString('utf8'));
  if (question) return rowToThread(questionToRow(question, id, url, company), 'html', id);
  return problem === null ? skippedRow('not-a-question', id) : failedRow(id, problem, id);
}

function memoOf({ headers }: FetchReply): string | null {
  const { etag = null, 'last-modified': modified = null } = headers;
  return etag === null && modified === null ? null : JSON.stringify({ etag, modified });
}

function conditionsOf(memo: string | null): Record<string, string> {
  const known: unknown = memo === null ? null : JSON.parse(memo);
  if (!isRecord(known)) return {};
  return {
    ...(typeof known.etag === 'string' ? { 'if-none-match': known.etag } : {}),
    ...(typeof known.modified === 'string' ? { 'if-modified-since': known.modified } : {}),
  };
}
