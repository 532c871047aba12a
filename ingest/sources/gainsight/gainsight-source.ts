import { isRecord } from '../../../index/platform/is-record.js';
import { ingestErrors } from '../../errors.js';
import type { Source } from '../contracts.js';
import { failedRow } from '../failed-row.js';
import { NOT_SHOWN } from '../http/fetch-json.js';
import type { ThreadReading } from '../listed/contracts.js';
import { listedSource } from '../listed/listed-source.js';
import { anyField } from '../rows/any-field.js';
import type { JsonRecord } from '../rows/json-record.js';
import { rowToThread } from '../rows/row-to-thread.js';
import { type GainsightCaller, gainsightCaller, listIn } from './call-gainsight.js';
import type { GainsightOptions } from './contracts.js';
import { fromGainsightQuestion, isInCategories } from './gainsight-question.js';
import { listTopicsOf } from './list-topics.js';

const REPLIES_A_PAGE = 100;
/** Of longer questions the beginning is read. */
const MOST_PAGES = 20;

/** A community on Gainsight as a source: its questions with a best answer (developer-portal.gainsight.com, "Community"). */
export function gainsightSource(options: GainsightOptions): Source {
  const call = gainsightCaller(options);
  return listedSource(options.name, {
    list: () => listTopicsOf(call, options),
    async *read([question]) {
      if (question) yield await readQuestion(call, options, question.id);
    },
    batch: 1,
    reread: options.reread,
  });
}

/** `GET /v2/questions/ID` and its replies. What is in the trash is not found ("Fetch a single reply"). */
async function readQuestion(
  call: GainsightCaller,
  { api, base, categories }: GainsightOptions,
  id: string,
): Promise<ThreadReading> {
  const position = `question ${id}`;
  const path = `/v2/questions/${encodeURIComponent(id)}`;
  const { status, value } = await call.get(path);
  const question = [value.result, value.data].find(isRecord) ?? value;
  if (NOT_SHOWN.includes(status) || !isInCategories(question, categories)) {
    return { id, row: { kind: 'gone', threadId: id, position } };
  }
  const replies = await readReplies(call, `${api}${path}/replies`, `${path}/replies`, question);
  const reading = fromGainsightQuestion(question, replies, base);
  const row =
    reading.kind === 'row'
      ? rowToThread(reading.row, 'html', position)
      : failedRow(position, reading.problem, id);
  return { id, row };
}

/** All replies, page by page: until as many came as the question counts, or no more come. */
async function readReplies(
  call: GainsightCaller,
  address: string,
  path: string,
  question: JsonRecord,
): Promise<JsonRecord[]> {
  const replies = new Map<unknown, JsonRecord>();
  const wanted = Number(anyField(question, 'replyCount', 'repliesCount')) || Number.POSITIVE_INFINITY;
  for (let page = 1; page <= MOST_PAGES && replies.size < wanted; page += 1) {
    const { status, value } = await call.get(`${path}?page=${page}&pageSize=${REPLIES_A_PAGE}`);
    if (status >= 400 && page > 1) break;
    const given = listIn(value);
    if (given === null) {
      throw ingestErrors.SOURCE_ANSWER_UNUSABLE({ address, reason: 'it has no list of replies (result)' });
    }
    const before = replies.size;
    for (const reply of given) replies.set(reply.id, reply);
    if (replies.size === before) break;
  }
  return [...replies.values()];
}
