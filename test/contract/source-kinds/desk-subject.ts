import { join } from 'node:path';
import type { ApprovedAnswers } from '../../../index/contracts/approved-answers.js';
import { openApprovedAnswers } from '../../../index/edits/open-approved-answers.js';
import { openDatabase } from '../../../index/platform/database.js';
import { deskKind } from '../../../ingest/sources/desk/desk-kind.js';
import type { KindSubject } from './describe-source-kind.js';

const ANSWER = {
  ...{ language: 'en', author: 'Tea Master', company: 'Tea House', approvedBy: 'Noor' },
  ...{ writtenAt: '2026-03-01T10:00:00.000Z', approvedAt: '2026-03-02T10:00:00.000Z' },
};

/** Answers that content people approved at the desk, one of which lost its words. */
export function deskSubject(): KindSubject {
  return {
    title: 'the approved answers of a desk',
    kind: deskKind,
    kettleId: 'kettle',
    failedId: 'torn',
    isOfCommunity: false,
    prepare(folder) {
      onAnswers(folder, (answers) => {
        answers.keep({ ...ANSWER, id: 'kettle', question: 'How do I descale it?', answer: 'With vinegar.' });
        answers.keep({ ...ANSWER, id: 'moka', question: 'How much coffee?', answer: 'A spoon a cup.' });
        answers.keep({ ...ANSWER, id: 'torn', question: 'Which filter?', answer: 'The small one.' });
      });
      const database = openDatabase(join(folder, 'content.sqlite'));
      database.exec(`UPDATE approvedAnswer SET answer = ' ' WHERE id = 'torn'`);
      database.close();
      return folder;
    },
    removeKettle: (folder) => onAnswers(folder, (answers) => void answers.takeBack('kettle', new Date(0))),
  };
}

function onAnswers(folder: string, work: (answers: ApprovedAnswers) => void): void {
  const answers = openApprovedAnswers(folder);
  work(answers);
  answers.close();
}
