import { fullLink } from '../https-link.js';
import { anyField, fieldAt, listedNames, wordOf } from '../rows/any-field.js';
import type { JsonRecord, RowReading } from '../rows/json-record.js';

/**
 * Messages of a topic as a row of ours; or what is wrong with them. Fields as asked for in LiQL, which answers `author.login`
 * as an object in an object: `id`, `subject`, `body` (HTML), `view_href`, `post_time`, `depth`, `is_solution`,
 * `author.login`, `author.rank.name`, `kudos.sum.weight`, `current_revision.last_edit_time`, `board.title`, `language`. Of
 * several solutions the one with most kudos is the answer, the newest among equals.
 */
export function fromKhorosMessages(messages: readonly JsonRecord[], base: string): RowReading {
  const topic = messages.find(({ depth }) => Number(depth) === 0);
  if (topic === undefined) return { kind: 'unusable', problem: 'its first message is missing' };
  const replies = messages
    .filter((message) => message !== topic)
    .toSorted((a, b) => String(a.post_time).localeCompare(String(b.post_time)));
  const solution = replies
    .filter(isSolution)
    .toSorted((a, b) => kudosOf(b) - kudosOf(a) || String(b.post_time).localeCompare(String(a.post_time)))[0];
  if (solution === undefined && isYes(fieldAt(topic, 'conversation.solved'))) {
    return { kind: 'unusable', problem: 'it is solved, and none of its replies is marked as the solution' };
  }
  const row = {
    id: topic.id,
    url: fullLink(topic.view_href, base),
    title: topic.subject,
    body: topic.body,
    author: { name: nameOf(topic) },
    format: 'html',
    language: topic.language,
    tags: [
      ...(wordOf(fieldAt(topic, 'board.title')) ? [fieldAt(topic, 'board.title')] : []),
      ...listedNames(fieldAt(topic, 'labels.items') ?? topic.labels, 'text'),
      ...listedNames(fieldAt(topic, 'tags.items') ?? topic.tags, 'text'),
    ],
    createdAt: topic.post_time,
    replies: replies.map((reply) => ({
      id: reply.id,
      url: fullLink(reply.view_href, base),
      author: { name: nameOf(reply), rank: wordOf(fieldAt(reply, 'author.rank.name')) },
      createdAt: reply.post_time,
      updatedAt: editedAt(reply),
      votes: kudosOf(reply),
      accepted: reply === solution,
      body: reply.body,
    })),
  };
  return { kind: 'row', row };
}

function isSolution({ is_solution }: JsonRecord): boolean {
  return isYes(is_solution);
}

function isYes(mark: unknown): boolean {
  return mark === true || mark === 'true';
}

function kudosOf(message: JsonRecord): number {
  return Number(anyField(message, 'kudos.sum.weight', 'kudos.count', 'kudos.weight')) || 0;
}

function nameOf(message: JsonRecord): string | null {
  return wordOf(anyField(message, 'author.login', 'author.name'));
}

/** Every message has a first revision, made when it was posted; only a later one is an edit. */
function editedAt(message: JsonRecord): unknown {
  const edited = fieldAt(message, 'current_revision.last_edit_time');
  return edited === message.post_time ? null : edited;
}
