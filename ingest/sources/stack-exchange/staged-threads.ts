import type { Thread, ThreadReply, ThreadRow } from '../contracts.js';
import { licenceByDate } from './licence-by-date.js';
import type { AnswerWithAuthor, QuestionWithAsker, Staging } from './staging.js';

/** Questions read from the staging database at once. */
const PAGE = 200;

/**
 * Gives the staged questions with their answers, by id.
 * @param site host of the community for links, null where it is not known
 */
export function* stagedThreads(staging: Staging, site: string | null): Generator<ThreadRow> {
  const { database } = staging;
  // Made after the load: an index that grows with every row costs more than one made at once.
  database.exec('CREATE INDEX answerByParent ON answer(parent)');
  const hasTags = database.prepare('SELECT 1 FROM tag LIMIT 1').get() !== undefined;
  const page = database.prepare<[number, number], QuestionWithAsker>(`
    SELECT question.*, user.name AS userName FROM question LEFT JOIN user ON user.id = question.owner
    WHERE question.id > ? ORDER BY question.id LIMIT ?`);
  const answers = database.prepare<{ id: number; accepted: number | null }, AnswerWithAuthor>(`
    SELECT answer.*, user.name AS userName, user.reputation AS reputation,
      CASE WHEN @accepted IS NULL THEN acceptVote.answer IS NOT NULL ELSE answer.id = @accepted END AS isAccepted
    FROM answer LEFT JOIN user ON user.id = answer.owner LEFT JOIN acceptVote ON acceptVote.answer = answer.id
    WHERE answer.parent = @id ORDER BY answer.id`);
  // Of several originals the one that has an accepted answer.
  const original = database.prepare<[number], { original: number }>(`
    SELECT original FROM duplicate LEFT JOIN question ON question.id = original
    WHERE duplicate.question = ? ORDER BY accepted IS NULL, original LIMIT 1`);
  const tagKnown = database.prepare<[string]>('SELECT 1 FROM tag WHERE name = ?');
  const isTag = (name: string) => !hasTags || tagKnown.get(name) !== undefined;

  for (let last = Number.MIN_SAFE_INTEGER; ; ) {
    const questions = page.all(last, PAGE);
    for (const question of questions) {
      const replies = answers.all({ id: question.id, accepted: question.accepted });
      const duplicateOf = original.get(question.id)?.original ?? null;
      const thread = toThread(question, replies, duplicateOf, site, isTag);
      yield { kind: 'thread', thread, position: `Posts.xml line ${question.line}` };
    }
    last = questions.at(-1)?.id ?? last;
    if (questions.length < PAGE) return;
  }
}

function toThread(
  question: QuestionWithAsker,
  answers: readonly AnswerWithAuthor[],
  duplicateOf: number | null,
  site: string | null,
  isTag: (name: string) => boolean,
): Thread {
  const accepted = answers.find((answer) => answer.isAccepted === 1);
  return {
    id: String(question.id),
    url: site === null ? null : `https://${site}/q/${question.id}`,
    title: question.title,
    body: question.body,
    asker: nameOf(question),
    format: 'html',
    language: null,
    tags: tagsOf(question.tags).filter(isTag),
    createdAt: question.created,
    duplicateOf: duplicateOf === null ? null : String(duplicateOf),
    // The answer is what is quoted, so it is the answer's licence that counts.
    licence: accepted?.licence ?? question.licence ?? licenceByDate(accepted?.created ?? question.created),
    replies: answers.map((answer) => toReply(answer, answer === accepted, site)),
  };
}

function toReply(answer: AnswerWithAuthor, isAccepted: boolean, site: string | null): ThreadReply {
  const { id, body, score, reputation } = answer;
  return {
    id: String(id),
    url: site === null ? null : `https://${site}/a/${id}`,
    author: {
      name: nameOf(answer) ?? 'anonymous',
      rank: reputation === null ? null : `${reputation.toLocaleString('en-US')} reputation`,
    },
    createdAt: answer.created,
    updatedAt: answer.edited,
    votes: score,
    isAccepted,
    body,
  };
}

function nameOf({
  userName,
  ownerName,
  owner,
}: Pick<QuestionWithAsker, 'userName' | 'ownerName' | 'owner'>): string | null {
  return userName ?? ownerName ?? (owner === null ? null : `user${owner}`);
}

/** `<a><b>` of older dumps, `|a|b|` of newer ones. */
function tagsOf(text: string | null): string[] {
  return (text ?? '').split(/[<>|]+/).filter((tag) => tag !== '');
}
