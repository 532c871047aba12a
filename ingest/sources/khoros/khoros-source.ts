import { isCoded } from '../../../index/platform/errors.js';
import type { Source } from '../contracts.js';
import { failedRow } from '../failed-row.js';
import type { ListedThread, ThreadReading } from '../listed/contracts.js';
import { listedSource } from '../listed/listed-source.js';
import { versionOf } from '../listed/listed-state.js';
import { fieldAt, wordOf } from '../rows/any-field.js';
import type { JsonRecord } from '../rows/json-record.js';
import { rowToThread } from '../rows/row-to-thread.js';
import { type AskKhoros, khorosAsker } from './ask-khoros.js';
import type { KhorosOptions } from './contracts.js';
import { fromKhorosMessages } from './khoros-topic.js';

/**
 * Fields of a list and of a message, and those that every community has: one that a community does not know makes it refuse
 * the whole question, which is then put again with fewer.
 */
const LIST_FIELDS = [
  'id, subject, post_time, board.id, conversation.last_post_time, current_revision.last_edit_time, replies.count(*)',
  'id, subject, post_time',
];
const MESSAGE_FIELDS = [
  'id, depth, subject, body, view_href, post_time, author.login, author.rank.name, board.id, board.title, language, conversation.solved, is_solution, kudos.sum(weight), current_revision.last_edit_time',
  'id, depth, subject, body, view_href, post_time, author.login, board.id, board.title, is_solution, kudos.sum(weight)',
  'id, depth, subject, body, view_href, post_time, author, board, is_solution',
];

/** Ids stand in questions. */
const ID = /^\d{1,18}$/;

/** A Khoros community as a source: its solved topics, with LiQL over the API 2.0. */
export function khorosSource(options: KhorosOptions): Source {
  const ask = khorosAsker(options);
  const listing = fewerWhereRefused(ask, LIST_FIELDS);
  const reading = fewerWhereRefused(ask, MESSAGE_FIELDS);
  return listedSource(options.name, {
    list: () => listTopics(listing, options),
    async *read([topic]) {
      if (topic) yield await readTopic(reading, options, topic.id);
    },
    batch: 1,
    reread: options.reread,
  });
}

/** Asks for some fields of messages, all rows at once; `where` begins with WHERE. */
type AskMessages = (where: string) => Promise<JsonRecord[]>;

function fewerWhereRefused(ask: AskKhoros, choices: readonly string[]): AskMessages {
  let chosen = 0;
  return async (where) => {
    for (;;) {
      try {
        const rows: JsonRecord[] = [];
        for await (const row of ask(`SELECT ${choices[chosen]} FROM messages ${where}`)) rows.push(row);
        return rows;
      } catch (error) {
        if (!isCoded(error, 'SOURCE_ANSWER_UNUSABLE') || chosen + 1 >= choices.length) throw error;
        chosen += 1;
      }
    }
  };
}

/** Solved topics, oldest first, board by board where some are named: `IN` is not known to all communities. */
async function* listTopics(ask: AskMessages, { boards, style }: KhorosOptions): AsyncGenerator<ListedThread> {
  for (const board of boards ?? [null]) {
    const within = board === null ? '' : ` AND board.id = '${board}'`;
    const where = `WHERE depth = 0 AND conversation.style = '${style}' AND conversation.solved = true${within}`;
    for (const topic of await ask(`${where} ORDER BY post_time ASC`)) {
      const id = wordOf(topic.id);
      const seen = ['subject', 'board.id', 'conversation.last_post_time'].map((path) => fieldAt(topic, path));
      const edited = fieldAt(topic, 'current_revision.last_edit_time');
      if (id !== null && ID.test(id)) {
        yield { id, version: versionOf(...seen, edited, fieldAt(topic, 'replies.count')) };
      }
    }
  }
}

/** All messages of a topic. One that is not shown gives none. */
async function readTopic(
  ask: AskMessages,
  { base, boards }: KhorosOptions,
  id: string,
): Promise<ThreadReading> {
  const position = `topic ${id}`;
  const gone = { id, row: { kind: 'gone', threadId: id, position } } as const;
  if (!ID.test(id)) return gone;
  const messages = await ask(`WHERE topic.id = '${id}' ORDER BY post_time ASC`);
  const isThere = (all: readonly JsonRecord[]) => all.some((message) => wordOf(message.id) === id);
  // Where a topic does not count as a message of its own topic.
  const first = isThere(messages) ? [] : await ask(`WHERE id = '${id}'`);
  const all = [...first, ...messages];
  const topic = all.find((message) => wordOf(message.id) === id);
  const board = topic && wordOf(fieldAt(topic, 'board.id'));
  // What was merged into another topic is a reply there; what was moved to a board that is not read is not shown here.
  const isMoved = boards !== null && board !== null && board !== undefined && !boards.includes(board);
  if (topic === undefined || Number(topic.depth ?? 0) > 0 || isMoved) return gone;
  const reading = fromKhorosMessages(all, base);
  const row =
    reading.kind === 'row'
      ? rowToThread(reading.row, 'html', position)
      : failedRow(position, reading.problem, id);
  return { id, row };
}
