import { isRecord } from '../../../index/platform/is-record.js';
import { fetchJson, NOT_SHOWN } from '../http/fetch-json.js';
import { acceptedNumbers } from '../rows/discourse-topic.js';
import { type JsonRecord, recordsOf } from '../rows/json-record.js';
import type { DiscourseOptions } from './contracts.js';

/** `/t/ID.json` has the first 20 posts, and so many may be asked for at once (TopicView, `CHUNK_SIZE`). */
const POSTS_AT_ONCE = 20;
/** Of longer topics the beginning, what is accepted and the end are read. */
const MOST_POSTS = 400;

/**
 * A topic with all its posts, or of a long one with those that matter: its beginning, the accepted answers and its newest
 * posts. Null where the community does not show it.
 * @throws what the fetch throws
 */
export async function fetchWholeTopic(
  { base, http, headers }: Pick<DiscourseOptions, 'base' | 'http' | 'headers'>,
  id: string,
): Promise<JsonRecord | null> {
  const get = (path: string) => fetchJson(http, `${base}${path}`, { headers, accepted: NOT_SHOWN });
  const { status, value: topic } = await get(`/t/${id}.json`);
  if (NOT_SHOWN.includes(status)) return null;
  const stream = isRecord(topic.post_stream) ? topic.post_stream : {};
  const posts = new Map<unknown, JsonRecord>();
  const keep = (more: JsonRecord) => {
    const given = isRecord(more.post_stream) ? recordsOf(more.post_stream.posts) : [];
    for (const post of given) posts.set(post.id, post);
  };
  keep(topic);
  const missing = missingIds(stream, posts);
  for (let from = 0; from < missing.length; from += POSTS_AT_ONCE) {
    const wanted = missing.slice(from, from + POSTS_AT_ONCE).map((post) => `post_ids[]=${post}`);
    keep((await get(`/t/${id}/posts.json?${wanted.join('&')}`)).value);
  }
  // Where an accepted answer stands in the middle of a long topic: its number leads to the posts around it.
  for (const number of acceptedNumbers(topic)) {
    const isHere = [...posts.values()].some((post) => post.post_number === number);
    if (!isHere && Number.isInteger(number)) keep((await get(`/t/${id}/${number}.json`)).value);
  }
  const inOrder = [...posts.values()].sort((a, b) => Number(a.post_number) - Number(b.post_number));
  return { ...topic, post_stream: { posts: inOrder } };
}

/** Ids of posts that the topic has and did not give, the newest of them where there are very many. */
function missingIds(stream: JsonRecord, posts: ReadonlyMap<unknown, JsonRecord>): number[] {
  const all = Array.isArray(stream.stream) ? stream.stream : [];
  const missing = all.filter((post): post is number => Number.isInteger(post) && !posts.has(post));
  return missing.slice(-MOST_POSTS);
}
