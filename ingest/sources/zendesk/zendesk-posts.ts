import { isRecord } from '../../../index/platform/is-record.js';
import type { Source } from '../contracts.js';
import { fetchJson, HIDDEN } from '../http/fetch-json.js';
import type { ListedThread, ThreadReading } from '../listed/contracts.js';
import { listedSource } from '../listed/listed-source.js';
import { versionOf } from '../listed/listed-state.js';
import { fieldAt, listedNames, wordOf } from '../rows/any-field.js';
import { type JsonRecord, recordsOf } from '../rows/json-record.js';
import { rowToThread } from '../rows/row-to-thread.js';
import type { ZendeskPostsOptions } from './contracts.js';
import { zendeskPages } from './zendesk-pages.js';

/** A post that has been answered is marked so, or as done. */
const ANSWERED: readonly unknown[] = ['answered', 'completed'];

/** The community of a help centre as a source: posts with comments (developer.zendesk.com, "Posts", "Post comments"). */
export function zendeskPosts(options: ZendeskPostsOptions): Source {
  return listedSource(options.name, {
    list: () => listPosts(options),
    async *read([post]) {
      if (post) yield await readPost(options, post.id);
    },
    batch: 1,
    reread: options.reread,
  });
}

async function* listPosts(options: ZendeskPostsOptions): AsyncGenerator<ListedThread> {
  const { topic } = options;
  const path =
    topic === null ? '/api/v2/community/posts.json' : `/api/v2/community/topics/${topic}/posts.json`;
  for await (const { items } of zendeskPages(options, path, 'posts', { sort_by: 'created_at' })) {
    for (const post of items) {
      const { title, status, comment_count: comments, updated_at, topic_id } = post;
      const id = wordOf(post.id);
      if (id === null || !(Number(comments) > 0)) continue;
      if (options.isAnsweredOnly && !ANSWERED.includes(status)) continue;
      yield { id, version: versionOf(title, status, comments, updated_at, topic_id, post.content_tag_ids) };
    }
  }
}

/** A post with all its comments; `include` brings the names of people and of the topic along ("Side-loading"). */
async function readPost(options: ZendeskPostsOptions, id: string): Promise<ThreadReading> {
  const { base, headers, http, topic } = options;
  const position = `post ${id}`;
  const gone = { id, row: { kind: 'gone', threadId: id, position } } as const;
  if (!/^\d{1,20}$/.test(id)) return gone;
  const path = `/api/v2/community/posts/${id}`;
  const address = `${base}${path}.json?include=users,topics`;
  const { status, value } = await fetchJson(http, address, { headers, accepted: HIDDEN });
  const { post } = value;
  if (HIDDEN.includes(status) || !isRecord(post)) return gone;
  if (topic !== null && wordOf(post.topic_id) !== topic) return gone;
  const comments: JsonRecord[] = [];
  const people = new Map<string, string>();
  const meet = (beside: JsonRecord) => {
    for (const user of recordsOf(beside.users)) people.set(String(user.id), String(user.name ?? ''));
  };
  meet(value);
  if (Number(post.comment_count) !== 0) {
    const inOrder = { include: 'users', sort_by: 'created_at', sort_order: 'asc' };
    for await (const page of zendeskPages(options, `${path}/comments.json`, 'comments', inOrder)) {
      comments.push(...page.items);
      meet(page.beside);
    }
  }
  const row = fromZendeskPost(post, comments, { people, topics: recordsOf(value.topics) });
  return { id, row: rowToThread(row, 'html', position) };
}

interface Beside {
  /** Names by id. */
  readonly people: ReadonlyMap<string, string>;
  readonly topics: readonly JsonRecord[];
}

/**
 * A post as a row of ours. `official` is the comment that the company, or who moderates, marked as the answer; `accepted`, where
 * a version has it, is the asker's and goes first. Of several the one with most votes is taken, the newest among equals.
 */
function fromZendeskPost(post: JsonRecord, comments: readonly JsonRecord[], beside: Beside): JsonRecord {
  const nameOf = ({ author_id: author }: JsonRecord) => beside.people.get(String(author)) || null;
  const shown = comments
    .filter((comment) => comment.hidden !== true && comment.draft !== true)
    .toSorted((a, b) => String(a.created_at).localeCompare(String(b.created_at)));
  const answer = bestOf(shown, 'accepted') ?? bestOf(shown, 'official');
  const topic = beside.topics.find(({ id }) => String(id) === String(post.topic_id));
  return {
    id: post.id,
    url: post.html_url,
    title: post.title,
    body: post.details,
    author: { name: nameOf(post) },
    format: 'html',
    tags: [...listedNames(topic ? [topic] : [], 'name'), ...listedNames(post.content_tags, 'name')],
    createdAt: post.created_at,
    deleted: post.hidden === true || fieldAt(post, 'deleted_at') !== undefined,
    replies: shown.map((comment) => ({
      id: comment.id,
      url: comment.html_url,
      author: { name: nameOf(comment), rank: comment.official === true ? 'official' : null },
      createdAt: comment.created_at,
      updatedAt: comment.updated_at === comment.created_at ? null : comment.updated_at,
      votes: comment.vote_sum,
      accepted: comment === answer,
      body: comment.body,
    })),
  };
}

function bestOf(comments: readonly JsonRecord[], mark: 'accepted' | 'official'): JsonRecord | undefined {
  return comments
    .filter((comment) => comment[mark] === true)
    .toSorted(
      (a, b) =>
        (Number(b.vote_sum) || 0) - (Number(a.vote_sum) || 0) ||
        String(b.created_at).localeCompare(String(a.created_at)),
    )[0];
}
