import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { SourceRow } from '../contracts.js';
import { failedRow } from '../failed-row.js';
import { skippedRow } from '../skipped-row.js';
import { sourceTime } from '../source-time.js';
import { readXmlRows, type XmlRow } from './read-xml-rows.js';
import type { Staging } from './staging.js';

type Attributes = XmlRow['attributes'];

/** Post types of the dump: 1 question, 2 answer, the others (tag texts, moderator nominations …) are neither. */
const QUESTION = '1';
const ANSWER = '2';
/** Link types: 1 related, 3 duplicate. */
const DUPLICATE = '3';
/** Vote types: 1 accepted by the asker, 2 up, 3 down … */
const ACCEPTED = '1';

/**
 * Reads every table of a dump into the staging database and gives the rows that cannot be used.
 * `Posts.xml` must be there; `Users.xml`, `Tags.xml`, `PostLinks.xml`, `Votes.xml` and `Comments.xml` are read where they are.
 */
export async function* stageTables(directory: string, staging: Staging): AsyncGenerator<SourceRow> {
  yield* stage(join(directory, 'Posts.xml'), staging, stagePost);
  yield* stageIfThere(directory, 'Users.xml', staging, stageUser);
  yield* stageIfThere(directory, 'Tags.xml', staging, stageTag);
  yield* stageIfThere(directory, 'PostLinks.xml', staging, stageLink);
  yield* stageIfThere(directory, 'Votes.xml', staging, stageVote);
  yield* countComments(directory);
}

/** Puts one row into its table; null where that went well. */
type StageRow = (row: Attributes, line: number, staging: Staging, file: string) => SourceRow | null;

async function* stageIfThere(directory: string, file: string, staging: Staging, stageRow: StageRow) {
  const path = join(directory, file);
  if (existsSync(path)) yield* stage(path, staging, stageRow);
}

async function* stage(path: string, staging: Staging, stageRow: StageRow): AsyncGenerator<SourceRow> {
  const file = path.split(/[\\/]/).at(-1) ?? path;
  for await (const rows of readXmlRows(path)) {
    const skipped: SourceRow[] = [];
    staging.together(() => {
      for (const { attributes, line } of rows) {
        const problem = stageRow(attributes, line, staging, file);
        if (problem) skipped.push(problem);
      }
    });
    yield* skipped;
  }
}

function stagePost(row: Attributes, line: number, staging: Staging, file: string): SourceRow | null {
  const position = `${file} line ${line}`;
  const id = integer(row.Id);
  if (id === null) return failedRow(position, 'no usable Id');
  if (row.DeletionDate) return skippedRow('deleted', position);
  if (row.PostTypeId === QUESTION) {
    if (!row.Title) return failedRow(position, `Id ${id}: a question without Title`, String(id));
    const { Title: title, Tags: tags = null, ContentLicense: licence = null } = row;
    const created = sourceTime(row.CreationDate);
    const isNew = staging.addQuestion({
      id,
      title,
      body: row.Body ?? '',
      owner: integer(row.OwnerUserId),
      ownerName: row.OwnerDisplayName || null,
      tags,
      created,
      accepted: integer(row.AcceptedAnswerId),
      licence,
      line,
    });
    return isNew ? null : skippedRow('id-used-twice', position, `Id ${id}`);
  }
  if (row.PostTypeId !== ANSWER) return skippedRow('not-a-question', position);
  const parent = integer(row.ParentId);
  if (parent === null || !row.Body) {
    const missing = parent === null ? 'ParentId' : 'Body';
    const threadId = parent === null ? null : String(parent);
    return failedRow(position, `Id ${id}: an answer without ${missing}`, threadId);
  }
  const isNew = staging.addAnswer({
    id,
    parent,
    body: row.Body,
    created: sourceTime(row.CreationDate),
    edited: sourceTime(row.LastEditDate),
    score: integer(row.Score) ?? 0,
    owner: integer(row.OwnerUserId),
    ownerName: row.OwnerDisplayName || null,
    licence: row.ContentLicense || null,
  });
  return isNew ? null : skippedRow('id-used-twice', position, `Id ${id}`);
}

function stageUser(row: Attributes, line: number, staging: Staging, file: string): SourceRow | null {
  const id = integer(row.Id);
  if (id === null || !row.DisplayName) return failedRow(`${file} line ${line}`, 'no Id or DisplayName');
  staging.addUser(id, row.DisplayName, integer(row.Reputation));
  return null;
}

function stageTag(row: Attributes, _line: number, staging: Staging): null {
  if (row.TagName) staging.addTag(row.TagName);
  return null;
}

function stageLink(row: Attributes, line: number, staging: Staging, file: string): SourceRow | null {
  if (row.LinkTypeId !== DUPLICATE) return null;
  const question = integer(row.PostId);
  const original = integer(row.RelatedPostId);
  if (question === null || original === null) {
    return failedRow(`${file} line ${line}`, 'no PostId or RelatedPostId');
  }
  if (question !== original) staging.addDuplicate(question, original);
  return null;
}

function stageVote(row: Attributes, _line: number, staging: Staging): null {
  const answer = row.VoteTypeId === ACCEPTED ? integer(row.PostId) : null;
  if (answer !== null) staging.addAcceptVote(answer);
  return null;
}

/** Comments ask back and thank; none of them is an answer, so they are read to be counted. */
async function* countComments(directory: string): AsyncGenerator<SourceRow> {
  const path = join(directory, 'Comments.xml');
  if (!existsSync(path)) return;
  let count = 0;
  for await (const rows of readXmlRows(path)) count += rows.length;
  if (count > 0) yield skippedRow('comment', 'Comments.xml', '', count);
}

function integer(text: string | undefined): number | null {
  return text !== undefined && /^-?\d{1,15}$/.test(text) ? Number(text) : null;
}
