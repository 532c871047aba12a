import { existsSync } from 'node:fs';
import type { ApprovedAnswer } from '../../../index/contracts/approved-answers.js';
import { openApprovedAnswers } from '../../../index/edits/open-approved-answers.js';
import { ingestErrors } from '../../errors.js';
import type { Source, SourceRow } from '../contracts.js';
import { failedRow } from '../failed-row.js';

/**
 * The approved answers of a desk as a source, each a thread with one accepted reply, the oldest first. All are given every time.
 * @param runtimeDirectory the folder with `content.sqlite`; reading throws SOURCE_UNREADABLE where it is not there
 */
export function deskSource(name: string, runtimeDirectory: string): Source {
  return { name, read: () => ({ covers: 'everything', rows: rows(runtimeDirectory) }) };
}

async function* rows(runtimeDirectory: string): AsyncGenerator<SourceRow> {
  // Opening would make the file, and a folder that is spelled wrongly must not look like a desk without answers.
  if (!existsSync(runtimeDirectory)) {
    const reason = 'there is no such folder';
    throw ingestErrors.SOURCE_UNREADABLE({ path: runtimeDirectory, reason });
  }
  const approved = openApprovedAnswers(runtimeDirectory);
  try {
    for (const answer of approved.all().toReversed()) yield rowOf(answer);
  } finally {
    approved.close();
  }
}

function rowOf(approved: ApprovedAnswer): SourceRow {
  const { id, question, answer, language, author, company, writtenAt } = approved;
  const position = `approved answer ${id}`;
  if (question.trim() === '' || answer.trim() === '')
    return failedRow(position, 'it has no question or no answer', id);
  const reply = {
    id: `${id}-answer`,
    url: null,
    author: { name: author, rank: company === '' ? null : company },
    createdAt: writtenAt,
    updatedAt: null,
    votes: 0,
    isAccepted: true,
    body: answer,
  };
  const thread = {
    id,
    url: null,
    title: question,
    body: '',
    asker: null,
    format: 'markdown' as const,
    language,
    tags: [],
    createdAt: writtenAt,
    duplicateOf: null,
    licence: null,
    replies: [reply],
  };
  return { kind: 'thread', position, thread };
}
