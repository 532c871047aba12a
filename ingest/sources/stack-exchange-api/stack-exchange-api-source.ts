import type { Source } from '../contracts.js';
import { failedRow } from '../failed-row.js';
import type { ListedThread, ThreadReading, WantedThread } from '../listed/contracts.js';
import { listedSource } from '../listed/listed-source.js';
import { versionOf } from '../listed/listed-state.js';
import type { JsonRecord } from '../rows/json-record.js';
import { rowToThread } from '../rows/row-to-thread.js';
import { fromApiQuestion } from '../rows/stack-exchange-question.js';
import { type ApiOptions, apiCaller, type CallApi } from './call-api.js';

interface StackExchangeApiOptions extends ApiOptions {
  readonly name: string;
  /** Only questions with this tag, or with one of several with ";" between them; null for all. */
  readonly tagged: string | null;
  /** Questions without a sign of change that each run reads again. */
  readonly reread: number;
}

/** The most ids that one call takes (api.stackexchange.com/docs/vectors). */
const QUESTIONS_AT_ONCE = 100;

/** A Stack Exchange community as a source: its questions with an accepted answer. */
export function stackExchangeApiSource(options: StackExchangeApiOptions): Source {
  const call = apiCaller(options);
  return listedSource(options.name, {
    list: () => listQuestions(call, options.tagged),
    read: (wanted) => readQuestions(call, wanted),
    batch: QUESTIONS_AT_ONCE,
    reread: options.reread,
  });
}

/** `/search/advanced` with `accepted` (api.stackexchange.com/docs/advanced-search), oldest first so that pages stay. */
async function* listQuestions(call: CallApi, tagged: string | null): AsyncGenerator<ListedThread> {
  const wanted = { accepted: 'True', order: 'asc', sort: 'creation', ...(tagged ? { tagged } : {}) };
  for await (const question of call('/search/advanced', wanted)) {
    const { question_id: id, last_activity_date, accepted_answer_id, title, tags } = question;
    yield { id: String(id), version: versionOf(last_activity_date, accepted_answer_id, title, tags) };
  }
}

/**
 * Questions with the text of their answers in two calls of the filter `withbody`. What is deleted is left out of an answer
 * to ids (api.stackexchange.com/docs/questions-by-ids).
 */
async function* readQuestions(call: CallApi, wanted: readonly WantedThread[]): AsyncGenerator<ThreadReading> {
  const numbers = wanted.filter(({ id }) => /^\d{1,15}$/.test(id)).map(({ id }) => id);
  const questions = new Map<string, JsonRecord>();
  const answers = new Map<string, JsonRecord[]>();
  if (numbers.length > 0) {
    const ids = numbers.join(';');
    for await (const question of call(`/questions/${ids}`, { filter: 'withbody' })) {
      questions.set(String(question.question_id), question);
    }
    const inOrder = { filter: 'withbody', order: 'asc', sort: 'creation' };
    for await (const answer of call(`/questions/${ids}/answers`, inOrder)) {
      const id = String(answer.question_id);
      answers.set(id, [...(answers.get(id) ?? []), answer]);
    }
  }
  for (const { id } of wanted) {
    const position = `question ${id}`;
    const question = questions.get(id);
    if (!question) yield { id, row: { kind: 'gone', threadId: id, position } };
    else yield { id, row: rowOf(question, answers.get(id) ?? [], position, id) };
  }
}

function rowOf(question: JsonRecord, answers: readonly JsonRecord[], position: string, id: string) {
  const linked = answers.map((answer) => ({ ...answer, link: answerLink(question, answer) }));
  const reading = fromApiQuestion({ ...question, answers: linked });
  return reading.kind === 'row'
    ? rowToThread(reading.row, 'html', position)
    : failedRow(position, reading.problem, id);
}

/** The address behind "Share" below an answer: `https://SITE/a/ID`. */
function answerLink({ link }: JsonRecord, { answer_id: id }: JsonRecord): string | null {
  return typeof link === 'string' && URL.canParse(link) ? `${new URL(link).origin}/a/${id}` : null;
}
