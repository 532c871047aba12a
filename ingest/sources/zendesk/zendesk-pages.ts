import { ingestErrors } from '../../errors.js';
import { fetchJson } from '../http/fetch-json.js';
import { fieldAt, wordOf } from '../rows/any-field.js';
import { type JsonRecord, recordsOf } from '../rows/json-record.js';
import type { ZendeskOptions } from './contracts.js';

/** The most of a page (developer.zendesk.com, "Pagination"). */
const PAGE_SIZE = '100';
/** A list without an end is a fault of what answers. */
const MOST_PAGES = 100_000;

/** A page of a list: what it lists, and names of people and topics that came beside it. */
export interface ZendeskPage {
  readonly items: JsonRecord[];
  readonly beside: JsonRecord;
}

/**
 * All pages of a list. Pages by cursor end with `meta.has_more: false`; those by number, which some lists have instead, with
 * `next_page: null`. The addresses of next pages are not followed, because they may bear another host: what they add is.
 */
export async function* zendeskPages(
  { base, headers, http }: Pick<ZendeskOptions, 'base' | 'headers' | 'http'>,
  path: string,
  field: string,
  parameters: Readonly<Record<string, string>>,
): AsyncGenerator<ZendeskPage> {
  const address = `${base}${path}`;
  let more: Record<string, string> = { 'page[size]': PAGE_SIZE };
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    const query = new URLSearchParams({ ...parameters, ...more });
    const { value } = await fetchJson(http, `${address}?${query}`, { headers });
    const items = value[field];
    const unusable = (reason: string) => ingestErrors.SOURCE_ANSWER_UNUSABLE({ address, reason });
    if (!Array.isArray(items)) throw unusable(`it has no list of ${field}`);
    yield { items: recordsOf(items), beside: value };
    const next = nextOf(value);
    if (next === null || items.length === 0) return;
    if (JSON.stringify(next) === JSON.stringify(more)) throw unusable('its next page is the same page');
    more = next;
  }
}

function nextOf(value: JsonRecord): Record<string, string> | null {
  if (fieldAt(value, 'meta.has_more') === true) {
    const cursor = wordOf(fieldAt(value, 'meta.after_cursor'));
    return cursor === null ? null : { 'page[size]': PAGE_SIZE, 'page[after]': cursor };
  }
  const next = wordOf(value.next_page);
  const page = next !== null && URL.canParse(next) ? new URL(next).searchParams.get('page') : null;
  return page !== null && /^\d{1,9}$/.test(page) ? { per_page: PAGE_SIZE, page } : null;
}
