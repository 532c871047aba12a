import { isRecord } from '../../../index/platform/is-record.js';
import { type JsonRecord, type RowReading, recordsOf } from './json-record.js';

/** Post types of Discourse: 1 a post, 2 one by a moderator; 3 tells what happened, 4 whispers among staff. */
const PUBLIC_POSTS: readonly unknown[] = [1, 2, undefined];

/** Kind of action of Discourse's `actions_summary` that is a like. */
const LIKE = 2;

/**
 * A topic of Discourse, as `/t/ID.json` gives it, as a row of ours; or what is wrong with it. The first post asks; the
 * accepted answer is marked at the post, or named by the topic. Hidden and deleted posts and whispers are left out.
 */
export function fromDiscourseTopic(topic: JsonRecord): RowReading {
  const stream = isRecord(topic.post_stream) ? topic.post_stream : {};
  const posts = recordsOf(stream.posts).filter(isPublic);
  if (posts.length === 0)
    return { kind: 'unusable', problem: 'this is a Discourse topic without posts: fetch it as /t/ID.json' };
  const isCooked = posts.every((post) => typeof post.cooked === 'string');
  const named = isRecord(topic.accepted_answer) ? topic.accepted_answer.post_number : undefined;
  const accepted =
    posts.find((post) => named !== undefined && post.post_number === named) ??
    posts.find((post) => post.accepted_answer === true);
  if (named !== undefined && !accepted) {
    return {
      kind: 'unusable',
      problem: `this Discourse topic lacks its accepted post ${Number(named)}: fetch it as /t/ID.json?print=true`,
    };
  }
  const first = posts.find((post) => post.post_number === 1);
  const row = {
    id: topic.id,
    title: topic.title ?? topic.fancy_title,
    body: isCooked ? first?.cooked : first?.raw,
    author: { name: first?.name || first?.username },
    format: isCooked ? 'html' : 'markdown',
    tags: topic.tags,
    createdAt: topic.created_at,
    deleted: Boolean(topic.deleted_at),
    replies: posts
      .filter((post) => post.post_number !== 1)
      .map((post) => toReply(post, isCooked, post === accepted)),
  };
  return { kind: 'row', row };
}

function isPublic(post: JsonRecord): boolean {
  const isGone = post.hidden === true || post.user_deleted === true || Boolean(post.deleted_at);
  return !isGone && PUBLIC_POSTS.includes(post.post_type);
}

function toReply(post: JsonRecord, isCooked: boolean, isAccepted: boolean): JsonRecord {
  const likes = recordsOf(post.actions_summary).find((action) => action.id === LIKE);
  const isEdited = typeof post.version === 'number' && post.version > 1;
  return {
    id: post.id,
    author: {
      name: post.name || post.username,
      rank: post.user_title || (post.staff === true ? 'staff' : null),
    },
    createdAt: post.created_at,
    updatedAt: isEdited ? post.updated_at : null,
    votes: likes?.count ?? post.like_count,
    accepted: isAccepted,
    body: isCooked ? post.cooked : post.raw,
  };
}
