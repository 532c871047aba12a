import { isRecord } from '../../../index/platform/is-record.js';
import { type JsonRecord, type RowReading, recordsOf } from './json-record.js';

/**
 * A question of the Stack Exchange API (`/questions`, `/search/advanced` …) with its answers as a row of ours; or what is
 * wrong with it. Fields: api.stackexchange.com/docs/types/question.
 */
export function fromApiQuestion(question: JsonRecord): RowReading {
  if ('answer_id' in question) {
    return {
      kind: 'unusable',
      problem:
        'this is an answer of the Stack Exchange API without its question: ask for /questions with their answers',
    };
  }
  const answers = recordsOf(question.answers);
  const isEmpty = question.answer_count === 0 && question.is_answered !== true;
  if (!isEmpty && (answers.length === 0 || answers.some(({ body }) => typeof body !== 'string'))) {
    return {
      kind: 'unusable',
      problem:
        'this question of the Stack Exchange API comes without the text of its answers: ask with a filter that includes question.answers and answer.body',
    };
  }
  const isAccepted = (answer: JsonRecord) =>
    question.accepted_answer_id === undefined
      ? answer.is_accepted === true
      : answer.answer_id === question.accepted_answer_id;
  const closed = isRecord(question.closed_details) ? question.closed_details : {};
  const licence = answers.find(isAccepted)?.content_license ?? question.content_license;
  const row = {
    id: question.question_id,
    url: question.link,
    title: question.title,
    body: question.body,
    author: { name: isRecord(question.owner) ? question.owner.display_name : undefined },
    format: 'html',
    tags: question.tags,
    createdAt: question.creation_date,
    duplicateOf: recordsOf(closed.original_questions)[0]?.question_id,
    licence,
    replies: answers.map((answer) => toReply(answer, isAccepted(answer))),
  };
  return { kind: 'row', row };
}

function toReply(answer: JsonRecord, isAccepted: boolean): JsonRecord {
  const owner = isRecord(answer.owner) ? answer.owner : {};
  const { reputation } = owner;
  return {
    id: answer.answer_id,
    url: answer.share_link ?? answer.link,
    author: {
      name: owner.display_name,
      rank: typeof reputation === 'number' ? `${reputation.toLocaleString('en-US')} reputation` : null,
    },
    createdAt: answer.creation_date,
    updatedAt: answer.last_edit_date,
    votes: answer.score,
    accepted: isAccepted,
    body: answer.body,
  };
}
