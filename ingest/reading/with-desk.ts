import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DESK_SOURCE, openApprovedAnswers } from '../../index/edits/open-approved-answers.js';
import { CONTENT_FILE } from '../../index/edits/open-content-edits.js';
import { deskKind } from '../sources/desk/desk-kind.js';
import type { NamedSource } from './named-source.js';

/**
 * The sources that are set, and the answers that content people approved at the desk of this folder, from the first one on: nobody
 * who clicks "Approve" should have to ask an operator for a setting. Where a desk is named already nothing is added.
 */
export function withDesk(named: readonly NamedSource[], runtimeDirectory: string): readonly NamedSource[] {
  const isNamed = named.some(({ name, kind }) => kind === deskKind.kind || name === DESK_SOURCE);
  if (isNamed || !existsSync(join(runtimeDirectory, CONTENT_FILE))) return named;
  const approved = openApprovedAnswers(runtimeDirectory);
  try {
    if (!approved.hasAny()) return named;
  } finally {
    approved.close();
  }
  return [...named, { name: DESK_SOURCE, kind: deskKind.kind, path: runtimeDirectory, options: {} }];
}
