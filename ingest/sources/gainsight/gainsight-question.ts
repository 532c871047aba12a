import { isRecord } from '../../../index/platform/is-record.js';
import { fullLink } from '../https-link.js';
import { anyField, listedNames, wordOf } from '../rows/any-field.js';
import type { JsonRecord, RowReading } from '../rows/json-record.js';

/**
 * A question of `/v2/questions/ID` and its replies as a row of ours; or what is wrong with it. Fields as a published script
 * of a community reads them (`id`, `publicId`, `title`, `content`, `publishedAt`, `categoryName`, `tags`, `author.username`,
 * `bestAnswer`, `seoCommunityUrl`). Which reply is the best answer is not documented: a mark at the reply, or its id at the
 * question, as a number, a text or within an object; each is read.
 * @param base address of the community, because links come without it
 */
export function fromGainsightQuestion(
  question: JsonRecord,
  replies: readonly JsonRecord[],
  base: string,
): RowReading {
  const visible = replies.filter((reply) => !isTrashed(reply));
  const best = bestReply(question, visible);
  if (best === undefined && isBestNamed(question)) {
    return { kind: 'unusable', problem: 'it has a best answer, and no reply is marked as it' };
  }
  const url = fullLink(anyField(question, 'seoCommunityUrl', 'url'), base);
  const row = {
    id: question.id,
    url,
    title: question.title,
    body: anyField(question, 'content', 'body', 'contentHtml'),
    author: { name: authorName(question) },
    format: 'html',
    tags: listedNames(question.tags, 'name', 'title', 'tag'),
    category: wordOf(anyField(question, 'categoryName', 'category.name', 'category.title')),
    createdAt: anyField(question, 'createdAt', 'publishedAt', 'created_at'),
    deleted: isTrashed(question),
    replies: visible.map((reply) => ({
      id: reply.id,
      url: fullLink(anyField(reply, 'seoCommunityUrl', 'url'), base) ?? url,
      author: {
        name: authorName(reply),
        rank: wordOf(
          anyField(reply, 'author.rank.name', 'author.rankName', 'author.userTitle', 'author.rank'),
        ),
      },
      createdAt: anyField(reply, 'createdAt', 'publishedAt', 'created_at'),
      updatedAt: anyField(reply, 'editedAt', 'updatedAt', 'updated_at'),
      votes: Number(anyField(reply, 'likes', 'likeCount', 'likesCount', 'votes')) || 0,
      accepted: reply === best,
      body: anyField(reply, 'content', 'body', 'contentHtml'),
    })),
  };
  return { kind: 'row', row };
}

/** Whether a question lies in one of the categories that are read; a question that names none does in each. */
export function isInCategories(question: JsonRecord, categories: readonly string[] | null): boolean {
  const id = wordOf(anyField(question, 'categoryId', 'category.id', 'category'));
  return categories === null || id === null || categories.includes(id);
}

/** Taken away by a moderator, where the interface gives it all the same. */
function isTrashed(post: JsonRecord): boolean {
  return post.trashed === true || post.isTrashed === true || post.status === 'trashed';
}

function bestReply(question: JsonRecord, replies: readonly JsonRecord[]): JsonRecord | undefined {
  const marked = replies.filter((reply) =>
    [reply.bestAnswer, reply.isBestAnswer, reply.isAnswer].some((mark) => isYes(mark)),
  );
  if (marked.length > 0) return marked.at(-1);
  const named = anyField(question, 'bestAnswer', 'bestAnswerId', 'bestAnswerReplyId');
  const id = wordOf(isRecord(named) ? anyField(named, 'id', 'replyId', 'reply.id') : named);
  if (id === null) return undefined;
  return replies.find((reply) => wordOf(reply.id) === id || wordOf(reply.publicId) === id);
}

function isBestNamed(question: JsonRecord): boolean {
  const named = anyField(question, 'bestAnswer', 'bestAnswerId', 'bestAnswerReplyId');
  return isRecord(named) || named === true || !['', '0', 'false', 'no'].includes(wordOf(named) ?? '');
}

function isYes(mark: unknown): boolean {
  return mark === true || mark === 1 || mark === 'true' || mark === '1';
}

function authorName(post: JsonRecord): string | null {
  return wordOf(anyField(post, 'author.username', 'author.name', 'authorName', 'username'));
}
