import { isRecord } from '../../../index/platform/is-record.js';
import type { SourceRow } from '../contracts.js';
import { failedRow } from '../failed-row.js';
import { fromDiscourseTopic } from '../rows/discourse-topic.js';
import { idOfQuestion } from '../rows/id-of-question.js';
import type { JsonRecord, RowReading } from '../rows/json-record.js';
import { rowToThread } from '../rows/row-to-thread.js';
import { fromApiQuestion } from '../rows/stack-exchange-question.js';
import { fieldOfHeading } from './field-of-heading.js';

/** What exports call the list of what they hold. */
const LISTS = [
  'threads',
  'items',
  'topics',
  'questions',
  'rows',
  'records',
  'results',
  'entries',
  'data',
  'faqs',
  'faq',
  'articles',
  'vragen',
  'fragen',
];
/** What answers of programs put around it. */
const WRAPPERS = ['data', 'result', 'response', 'payload'];

/**
 * The rows that a JSON value gives: itself as a thread, or a question with its answer; a topic of Discourse; a question
 * of the Stack Exchange API; or an object with a list of any of them.
 * @param position place in the file
 */
export function rowsOfValue(value: unknown, position: string): SourceRow[] {
  if (isRecord(value)) {
    const lists = isRowItself(value) ? [] : LISTS.filter((name) => Array.isArray(value[name]));
    const [name] = lists;
    const list = name === undefined ? null : (value[name] as unknown[]);
    const inner =
      lists.length === 0 && !isRowItself(value) ? WRAPPERS.map((key) => value[key]).find(isRecord) : null;
    if (inner && LISTS.some((key) => Array.isArray(inner[key]))) return rowsOfValue(inner, position);
    if (list && lists.length === 1) {
      return list.map((each, place) => rowOfValue(each, `${position}, ${name} ${place + 1}`));
    }
  }
  return [rowOfValue(value, position)];
}

function isRowItself(value: JsonRecord): boolean {
  return 'replies' in value || 'post_stream' in value || 'answer' in value || 'title' in value;
}

function rowOfValue(value: unknown, position: string): SourceRow {
  const reading = isRecord(value) ? readRow(value) : asRow(value);
  if (reading.kind === 'unusable') return failedRow(position, reading.problem);
  return rowToThread(reading.row, 'html', position);
}

/** The value as a row of ours, or what is wrong with it, with advice, where somebody may wonder. */
function readRow(value: JsonRecord): RowReading {
  if ('replies' in value) return asRow(value);
  if ('question' in value && 'answer' in value) return asRow(withId(value));
  if ('post_stream' in value) return fromDiscourseTopic(value);
  if ('topic_list' in value) return { kind: 'unusable', problem: DISCOURSE_LIST };
  if ('question_id' in value) return fromApiQuestion(value);
  if ('error_id' in value && 'error_message' in value) return { kind: 'unusable', problem: API_ERROR };
  const entries = Object.entries(value);
  const renamed = Object.fromEntries(entries.map(([key, each]) => [fieldOfHeading(key) ?? key, each]));
  if ('question' in renamed && 'answer' in renamed) return asRow(withId(renamed));
  if ('title' in value || 'id' in value) return asRow(value);
  const needed = 'a thread has id, title and replies, or id, question and answer';
  return { kind: 'unusable', problem: `it has the fields ${namesOf(value)}; ${needed}` };
}

/** Lists of questions seldom have ids. */
function withId(row: JsonRecord): JsonRecord {
  const { id, question } = row;
  const isWithout = id === undefined || id === null || id === '';
  return isWithout && typeof question === 'string'
    ? Object.assign({}, row, { id: idOfQuestion(question) })
    : row;
}

function asRow(row: unknown): RowReading {
  return { kind: 'row', row };
}

const DISCOURSE_LIST =
  'this is a list of Discourse topics without what was written in them: fetch each topic as /t/ID.json and name those files';
const API_ERROR = 'this is an error of the Stack Exchange API, not its answer: ask it again';

function namesOf(value: JsonRecord): string {
  const names = Object.keys(value).map((name) => `"${name.slice(0, 30)}"`);
  return names.length > 8 ? `${names.slice(0, 8).join(', ')} …` : names.join(', ') || 'none';
}
