import { ingestErrors } from '../../errors.js';
import type { GuardedFetch, Patience } from '../http/contracts.js';
import { jsonOf } from '../http/fetch-json.js';
import { type JsonRecord, recordsOf } from '../rows/json-record.js';

export interface ApiOptions {
  /** Such as `https://api.stackexchange.com/2.3`. */
  readonly api: string;
  readonly site: string;
  readonly key: string | null;
  readonly http: GuardedFetch;
  readonly patience: Patience;
}

/** Calls one method of the API, all pages of it. */
export type CallApi = (
  path: string,
  parameters: Readonly<Record<string, string>>,
) => AsyncGenerator<JsonRecord>;

/** The most that the API gives at once. */
const PAGE_SIZE = '100';
const MOST_PAGES = 100_000;
/** Some requests of the day are left to others behind the same address. */
const LEFT_OF_QUOTA = 2;

/**
 * Calls methods of the Stack Exchange API. Wrapper: api.stackexchange.com/docs/wrapper. A `backoff` (seconds) counts for the
 * method that gave it and is waited for before the next call of it, or the address is locked out
 * (api.stackexchange.com/docs/throttle). When the day's quota is used up, reading breaks off.
 */
export function apiCaller({ api, site, key, http, patience }: ApiOptions): CallApi {
  const free = new Map<string, number>();

  return async function* (path, parameters) {
    const method = path.replace(/[\d;]+/, '{ids}');
    for (let page = 1; page <= MOST_PAGES; page += 1) {
      const wait = (free.get(method) ?? 0) - patience.now().getTime();
      if (wait > 0) await patience.wait(wait);
      const url = new URL(`${api}${path}`);
      const all = { ...parameters, site, pagesize: PAGE_SIZE, page: String(page), ...(key ? { key } : {}) };
      url.search = new URLSearchParams(all).toString();
      // What is wrong with a call stands in the body of an answer with status 400.
      const value = await fetchWithReason(http, url);
      const { backoff, quota_remaining: left } = value;
      if (typeof backoff === 'number' && backoff > 0) {
        free.set(method, patience.now().getTime() + Math.min(backoff, 3600) * 1000);
      }
      if (!Array.isArray(value.items)) {
        throw ingestErrors.SOURCE_ANSWER_UNUSABLE({ address: `${api}${method}`, reason: 'it has no items' });
      }
      yield* recordsOf(value.items);
      if (value.has_more !== true) return;
      if (typeof left === 'number' && left <= LEFT_OF_QUOTA) {
        const reason = `only ${left} requests are left of today's quota${key ? '' : '; STACK_EXCHANGE_API_KEY allows more'}`;
        throw ingestErrors.SOURCE_UNREACHABLE({ address: `${api}${method}`, reason });
      }
    }
  };
}

async function fetchWithReason(http: GuardedFetch, url: URL): Promise<JsonRecord> {
  const { status, bytes } = await http.fetch(url.href, {
    headers: { accept: 'application/json' },
    accepted: [400],
  });
  const value = jsonOf(bytes, url.href);
  if (status !== 400) return value;
  const { error_name: name, error_id: id } = value;
  const address = `${url.origin}${url.pathname}`;
  if (name === 'throttle_violation' || id === 502) {
    const reason = 'it says throttle_violation: too many requests came from here';
    throw ingestErrors.SOURCE_UNREACHABLE({ address, reason });
  }
  const word = typeof name === 'string' && /^\w{1,40}$/.test(name) ? name : 'bad request';
  throw ingestErrors.SOURCE_ANSWER_UNUSABLE({ address, reason: `it says ${word}: check site and key` });
}
