import { ingestErrors } from '../../errors.js';
import { jsonOf } from '../http/fetch-json.js';
import { fieldAt, wordOf } from '../rows/any-field.js';
import { type JsonRecord, recordsOf } from '../rows/json-record.js';
import type { KhorosOptions } from './contracts.js';

/** Asks in LiQL and gives all rows, page by page. */
export type AskKhoros = (liql: string) => AsyncGenerator<JsonRecord>;

/** The most rows of one answer. */
const ROWS_A_PAGE = 1_000;
/** A list without an end is a fault of what answers. */
const MOST_PAGES = 10_000;

/**
 * Asks `GET /api/2.0/search?q=LiQL`. An answer is `{status, data: {items, next_cursor}}`; the next page is the same question
 * with `CURSOR '…'` behind its limit, and only a missing cursor is the end, because pages may be short. An error may come
 * with status 200.
 */
export function khorosAsker(options: KhorosOptions): AskKhoros {
  const { base, http } = options;
  const address = `${base}/api/2.0/search`;
  let headers: Record<string, string> | null = null;

  async function fetchPage(liql: string): Promise<JsonRecord> {
    for (let attempt = 1; ; attempt += 1) {
      headers ??= await entryHeaders(options);
      const url = `${address}?q=${encodeURIComponent(liql)}`;
      // A session ends after half an hour without a request; what is wrong with a question stands beside status 400.
      const mayRenew = options.entry.kind === 'login' && attempt === 1;
      const { status, bytes } = await http.fetch(url, {
        headers: { accept: 'application/json', ...headers },
        accepted: [400, ...(mayRenew ? [401, 403] : [])],
      });
      if (status !== 401 && status !== 403) return jsonOf(bytes, url);
      headers = null;
    }
  }

  return async function* (liql) {
    let cursor: string | null = null;
    for (let page = 1; page <= MOST_PAGES; page += 1) {
      const paged = `${liql} LIMIT ${ROWS_A_PAGE}${cursor === null ? '' : ` CURSOR '${cursor}'`}`;
      const value = await fetchPage(paged);
      const items = fieldAt(value, 'data.items');
      if (value.status !== 'success' || !Array.isArray(items)) {
        throw ingestErrors.SOURCE_ANSWER_UNUSABLE({ address, reason: complaintOf(value) });
      }
      yield* recordsOf(items);
      const next = wordOf(fieldAt(value, 'data.next_cursor'));
      if (next === null || next === '') return;
      // It comes from outside and goes into a question.
      if (next === cursor || !/^[^'\s]{1,2000}$/.test(next)) {
        throw ingestErrors.SOURCE_ANSWER_UNUSABLE({ address, reason: 'its next_cursor leads nowhere' });
      }
      cursor = next;
    }
  };
}

/** Its own words about a question, where they are words; such as that a field does not exist. */
function complaintOf(value: JsonRecord): string {
  const said = wordOf(value.message ?? fieldAt(value, 'data.message')) ?? '';
  const words = /^[\w\s.,:;()'"*=/-]{1,160}/.exec(said)?.[0].trim() ?? '';
  return words === '' ? 'it has no rows (data.items)' : `it says "${words}"`;
}

/** A session is opened by `POST /restapi/vc/authentication/sessions/login`, which gives a key for the header. */
async function entryHeaders({ base, entry, http }: KhorosOptions): Promise<Record<string, string>> {
  if (entry.kind === 'bearer') return { authorization: `Bearer ${entry.token}` };
  if (entry.kind === 'session') return { 'li-api-session-key': entry.key };
  if (entry.kind === 'everybody') return {};
  const address = `${base}/restapi/vc/authentication/sessions/login`;
  const form = {
    'user.login': entry.user,
    'user.password': entry.password,
    'restapi.response_format': 'json',
  };
  const { bytes } = await http.fetch(address, { form, accepted: [400, 401, 403] });
  // `{"response": {"status": "success", "value": {"type": "string", "$": KEY}}}`
  const key = wordOf(fieldAt(jsonOf(bytes, address), 'response.value.$'));
  if (key !== null && key !== '') return { 'li-api-session-key': key };
  const advice = 'It gave no session: check USER and PASSWORD in KHOROS_CREDENTIALS.';
  throw ingestErrors.SOURCE_ACCESS_DENIED({ address, status: 403, advice });
}
