import { ingestErrors } from '../../errors.js';
import type { ListedThread } from '../listed/contracts.js';
import { versionOf } from '../listed/listed-state.js';
import { anyField, wordOf } from '../rows/any-field.js';
import type { JsonRecord } from '../rows/json-record.js';
import { sourceTime } from '../source-time.js';
import { type GainsightCaller, listIn, NOT_POSSIBLE } from './call-gainsight.js';
import type { GainsightOptions } from './contracts.js';

/** Asked for; a community that gives fewer is turned on by as many. */
const PAGE_SIZE = 100;
/** Matches that can be reached; further pages are answered with 422 ("List topics"). */
const REACHABLE = 10_000;
/** More slices than a community can need are a fault of what answers. */
const MOST_SLICES = 2_000;
const DAY_MS = 24 * 3600_000;

/**
 * How the two ends of a date range are written behind `createdAt`. The documentation calls it "a date range" and names no
 * fields, so these are tried in turn; that a form is not understood shows in topics of other days.
 */
const RANGE_FORMS = [
  ['from', 'to'],
  ['gte', 'lte'],
  ['start', 'end'],
  ['after', 'before'],
] as const;

/** Days between which topics were created, ISO 8601 in UTC; null for no end. */
interface Slice {
  readonly from: string | null;
  readonly to: string | null;
}

/** Answered questions as lists of topics show them; where more match than can be reached, slice by slice of time. */
export async function* listTopicsOf(
  call: GainsightCaller,
  { api, categories }: Pick<GainsightOptions, 'api' | 'categories'>,
): AsyncGenerator<ListedThread> {
  const slices: Slice[] = [{ from: null, to: null }];
  let form = 0;
  for (let count = 1; slices.length > 0; count += 1) {
    const slice = slices.pop() as Slice;
    if (count > MOST_SLICES) throw unusable('there is no end to it');
    const reading = await readSlice(slice);
    if (reading === 'not-understood') {
      form += 1;
      if (form >= RANGE_FORMS.length) {
        throw unusable(
          `more than ${REACHABLE} questions match, and it takes no range of createdAt; name categories`,
        );
      }
      slices.push(slice);
      continue;
    }
    yield* reading.answered;
    if (reading.isWhole) continue;
    const middle = reading.created.sort()[Math.floor(reading.created.length / 2)];
    if (middle === undefined || middle === slice.from || middle === slice.to) {
      throw unusable(`more than ${REACHABLE} questions were asked in one moment`);
    }
    slices.push({ from: middle, to: slice.to }, { from: slice.from, to: middle });
  }

  async function readSlice(slice: Slice) {
    const answered: ListedThread[] = [];
    const created: string[] = [];
    let firstOfLast: string | null = null;
    let pageSize = 0;
    for (let page = 1, seen = 0; ; page += 1) {
      const { status, value } = await call.get(`/v2/topics?${queryOf(slice, page)}`);
      if (status === NOT_POSSIBLE && page === 1 && isBounded(slice)) return 'not-understood' as const;
      if (status === NOT_POSSIBLE && page > 1) return { answered, created, isWhole: false };
      const topics = listIn(value);
      if (topics === null) throw unusable('it has no list of topics (result)');
      const first = wordOf(topics[0]?.id);
      if (first !== null && first === firstOfLast)
        throw unusable(`pages ${page - 1} and ${page} are the same`);
      firstOfLast = first;
      const times = topics.flatMap((topic) => createdAt(topic) ?? []);
      if (times.some((time) => !isWithin(time, slice))) return 'not-understood' as const;
      created.push(...times);
      answered.push(...topics.flatMap(listedOf));
      pageSize = Math.max(pageSize, topics.length);
      seen += topics.length;
      if (topics.length === 0 || (page > 1 && topics.length < pageSize)) {
        return { answered, created, isWhole: true };
      }
      if (seen >= REACHABLE) return { answered, created, isWhole: false };
    }
  }

  function queryOf({ from, to }: Slice, page: number): string {
    const [atLeast, atMost] = RANGE_FORMS[form] ?? RANGE_FORMS[0];
    const query = new URLSearchParams({ page: String(page), pageSize: String(PAGE_SIZE), sort: 'createdAt' });
    query.append('contentTypes[]', 'question');
    for (const id of categories ?? []) query.append('categoryIds[]', id);
    if (from !== null) query.append(`createdAt[${atLeast}]`, from);
    if (to !== null) query.append(`createdAt[${atMost}]`, to);
    return query.toString();
  }

  function unusable(reason: string) {
    return ingestErrors.SOURCE_ANSWER_UNUSABLE({ address: `${api}/v2/topics`, reason });
  }
}

function isBounded({ from, to }: Slice): boolean {
  return from !== null || to !== null;
}

/** A day to both sides, for a community that counts in days or in its own time zone. */
function isWithin(time: string, { from, to }: Slice): boolean {
  const at = Date.parse(time);
  return (from === null || at >= Date.parse(from) - DAY_MS) && (to === null || at <= Date.parse(to) + DAY_MS);
}

function createdAt(topic: JsonRecord): string | null {
  return sourceTime(wordOf(anyField(topic, 'createdAt', 'publishedAt', 'created_at')));
}

/** A question with a best answer, with what changes in a list when its answers do. */
function listedOf(topic: JsonRecord): ListedThread[] {
  const id = wordOf(topic.id);
  const best = anyField(topic, 'bestAnswer', 'bestAnswerId', 'hasBestAnswer');
  if (id === null || !best || best === 'false' || best === '0') return [];
  const seen = ['title', 'lastActivityAt', 'updatedAt', 'editedAt', 'replyCount', 'categoryId', 'tags'];
  return [{ id, version: versionOf(best, ...seen.map((field) => topic[field])) }];
}
