import { isRecord } from '../../../index/platform/is-record.js';
import { type JsonRecord, type RowReading, recordsOf } from './json-record.js';

/** Post types of Discourse: 1 a post, 2 one by a moderator; 3 tells what happened, 4 whispers among staff. */
const PUBLIC_POSTS: readonly unknown[] = [1, 2, undefined];

/** Kind of action of Discourse's `actions_summary` that is a like. */
const LIKE = 2;

/**
 * A topic of Discourse, as `/t/ID.json` gives it, as a row of ours; or what is wrong with it. The first post asks. The
 * accepted answers are marked at the posts, or named by the topic: one in `accepted_answer`, since 2026 all of them in the
 * list `accepted_answers` (discourse-solved, `topic_view_serializer_extension.rb`). Of several the best liked one is taken,
 * the newest among equals. Hidden and deleted posts and whispers are left out.
 * @param base address of the community for links, such as `https://forum.example.com`; null where it is not known
 */
export function fromDiscourseTopic(topic: JsonRecord, base: string | null = null): RowReading {
  const stream = isRecord(topic.post_stream) ? topic.post_stream : {};
  const posts = recordsOf(stream.posts).filter(isPublic);
  if (posts.length === 0)
    return { kind: 'unusable', problem: 'this is a Discourse topic without posts: fetch it as /t/ID.json' };
  const isCooked = posts.every((post) => typeof post.cooked === 'string');
  const named = acceptedNumbers(topic);
  const accepted = bestOf(
    named.length > 0
      ? posts.filter((post) => named.includes(post.post_number))
      : posts.filter((post) => post.accepted_answer === true),
  );
  if (named.length > 0 && !accepted) {
    return {
      kind: 'unusable',
      problem: `this Discourse topic lacks its accepted post ${Number(named[0])}: fetch it as /t/ID.json?print=true`,
    };
  }
  const url = base === null ? null : `${base}/t/${slugOf(topic)}/${topic.id}`;
  const first = posts.find((post) => post.post_number === 1);
  const row = {
    id: topic.id,
    url,
    title: topic.title ?? topic.fancy_title,
    body: isCooked ? first?.cooked : first?.raw,
    author: { name: first?.name || first?.username },
    format: isCooked ? 'html' : 'markdown',
    tags: topic.tags,
    createdAt: topic.created_at,
    deleted: Boolean(topic.deleted_at),
    replies: posts
      .filter((post) => post.post_number !== 1)
      .map((post) => toReply(post, url, isCooked, post === accepted)),
  };
  return { kind: 'row', row };
}

/** Numbers of the posts that the topic names as accepted; none where it names none. */
export function acceptedNumbers(topic: JsonRecord): unknown[] {
  const several = recordsOf(topic.accepted_answers);
  const one = isRecord(topic.accepted_answer) ? [topic.accepted_answer] : [];
  return (several.length > 0 ? several : one)
    .map(({ post_number }) => post_number)
    .filter((number) => number !== undefined);
}

function bestOf(posts: readonly JsonRecord[]): JsonRecord | undefined {
  return posts.toSorted(
    (a, b) => likesOf(b) - likesOf(a) || String(b.created_at).localeCompare(String(a.created_at)),
  )[0];
}

function likesOf(post: JsonRecord): number {
  const likes =
    recordsOf(post.actions_summary).find((action) => action.id === LIKE)?.count ?? post.like_count;
  return typeof likes === 'number' ? likes : 0;
}

/** Discourse leads every slug to the topic; `-` stands for none. */
function slugOf({ slug }: JsonRecord): string {
  return typeof slug === 'string' && /^[\p{L}\p{N}_-]+$/u.test(slug) ? slug : '-';
}

function isPublic(post: JsonRecord): boolean {
  const isGone = post.hidden === true || post.user_deleted === true || Boolean(post.deleted_at);
  return !isGone && PUBLIC_POSTS.includes(post.post_type);
}

function toReply(post: JsonRecord, url: string | null, isCooked: boolean, isAccepted: boolean): JsonRecord {
  const isEdited = typeof post.version === 'number' && post.version > 1;
  return {
    id: post.id,
    url: url === null ? null : `${url}/${post.post_number}`,
    author: {
      name: post.name || post.username,
      rank: post.user_title || (post.staff === true ? 'staff' : null),
    },
    createdAt: post.created_at,
    updatedAt: isEdited ? post.updated_at : null,
    votes: likesOf(post),
    accepted: isAccepted,
    body: isCooked ? post.cooked : post.raw,
  };
}
