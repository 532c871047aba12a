import { ingestErrors } from '../../errors.js';
import type { Source } from '../contracts.js';
import { failedRow } from '../failed-row.js';
import { fetchJson } from '../http/fetch-json.js';
import type { ListedThread, ThreadReading } from '../listed/contracts.js';
import { listedSource } from '../listed/listed-source.js';
import { versionOf } from '../listed/listed-state.js';
import { fromDiscourseTopic } from '../rows/discourse-topic.js';
import { type JsonRecord, recordsOf } from '../rows/json-record.js';
import { rowToThread } from '../rows/row-to-thread.js';
import type { DiscourseOptions } from './contracts.js';
import { fetchWholeTopic } from './fetch-whole-topic.js';

/** Asked for; a community that does not know the wish gives 30. */
const TOPICS_A_PAGE = 100;
/** A list without an end is a fault of what answers. */
const MOST_PAGES = 100_000;

/**
 * A Discourse community as a source. Interface: docs.discourse.org; solved plugin: discourse-solved, which since July 2025
 * is a part of Discourse.
 */
export function discourseSource(options: DiscourseOptions): Source {
  return listedSource(options.name, {
    list: () => listTopics(options),
    read: ([topic]) => readTopic(options, topic?.id ?? ''),
    batch: 1,
    reread: options.reread,
  });
}

/**
 * Topics by age, oldest first, so that a topic that is answered meanwhile does not move to another page. Neither accepting
 * nor taking it back bumps a topic: that it has an accepted answer is part of what is compared.
 */
async function* listTopics({
  base,
  category,
  isSolvedOnly,
  http,
  headers,
}: DiscourseOptions): AsyncGenerator<ListedThread> {
  let firstOfLast: unknown;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const url = new URL(`${base}/latest.json`);
    url.search = new URLSearchParams({
      order: 'created',
      ascending: 'true',
      per_page: String(TOPICS_A_PAGE),
      page: String(page),
      ...(isSolvedOnly ? { solved: 'yes' } : {}),
      ...(category === null ? {} : { category }),
    }).toString();
    const { value } = await fetchJson(http, url.href, { headers });
    const list = value.topic_list as JsonRecord | undefined;
    const unusable = (reason: string) =>
      ingestErrors.SOURCE_ANSWER_UNUSABLE({ address: `${base}/latest.json`, reason });
    if (!Array.isArray(list?.topics)) throw unusable('it has no list of topics (topic_list.topics)');
    const topics = recordsOf(list.topics);
    if (topics[0] && topics[0].id === firstOfLast)
      throw unusable(`pages ${page} and ${page + 1} are the same`);
    firstOfLast = topics[0]?.id;
    for (const topic of topics) {
      // The filter is the plugin's: where there is none, every topic comes.
      if (isSolvedOnly && topic.has_accepted_answer !== true) continue;
      yield { id: String(topic.id), version: versionOfTopic(topic) };
    }
    // Named in every list but the last (TopicList, "more_topics_url").
    if (typeof list.more_topics_url !== 'string' || topics.length === 0) return;
  }
}

/** What a list tells of a topic and changes when its answers do. Views and likes would change every day. */
function versionOfTopic(topic: JsonRecord): string {
  const { title, slug, posts_count, bumped_at, last_posted_at, category_id, tags, has_accepted_answer } =
    topic;
  return versionOf(
    title,
    slug,
    posts_count,
    topic.highest_post_number,
    bumped_at,
    last_posted_at,
    category_id,
    tags,
    has_accepted_answer,
  );
}

async function* readTopic(options: DiscourseOptions, id: string): AsyncGenerator<ThreadReading> {
  const position = `topic ${id}`;
  const topic = await fetchWholeTopic(options, id);
  if (topic === null) {
    yield { id, row: { kind: 'gone', threadId: id, position } };
    return;
  }
  if (String(topic.id) !== id) {
    // It was merged into another, to which the community leads on; that one is listed itself.
    yield { id, row: { kind: 'gone', threadId: id, position } };
    return;
  }
  const reading = fromDiscourseTopic(topic, options.base);
  const row =
    reading.kind === 'row'
      ? rowToThread(reading.row, 'html', position)
      : failedRow(position, reading.problem, id);
  yield { id, row };
}
