import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isCoded } from '../../../../index/platform/errors.js';
import { readLabelFiles } from '../../../../ingest/learning/read-label-files.js';
import { temporaryFolder } from '../../../support/temporary-folder.js';

function file(...rows: readonly unknown[]): string {
  const path = join(temporaryFolder(), 'questions.jsonl');
  writeFileSync(path, rows.map((row) => JSON.stringify(row)).join('\n'));
  return path;
}
const hasItem = (id: string) => id === 'forum:sim';

describe('a file of labels', () => {
  it('gives complete labels of the half that may be fitted on', () => {
    const path = file(
      { text: 'my sim?', relevant: ['forum:sim', 'forum:gone'], split: 'fit' },
      { text: 'where is my order?', relevant: [] },
      { text: 'sim again?', relevant: ['forum:sim'], split: 'report' },
    );
    expect(readLabelFiles([path], hasItem)).toEqual({
      labels: [
        { question: 'my sim?', right: ['forum:sim'], wrong: [], isComplete: true, weight: 1 },
        { question: 'where is my order?', right: [], wrong: [], isComplete: true, weight: 1 },
      ],
      leftOut: [],
    });
  });

  it('says nothing of a question whose answer has gone', () => {
    const path = file({ text: 'sim', relevant: ['forum:sim'] }, { text: 'bill', relevant: ['forum:gone'] });
    expect(readLabelFiles([path], hasItem).labels.map(({ question }) => question)).toEqual(['sim']);
  });

  it('is left out where it is about another community', () => {
    const path = file({ text: 'bill', relevant: ['other:1'] }, { text: 'order', relevant: [] });
    expect(readLabelFiles([path], hasItem)).toEqual({
      labels: [],
      leftOut: [`${path} is about other items`],
    });
  });

  it('is left out where it is not there', () => {
    expect(readLabelFiles(['/nowhere/q.jsonl'], hasItem).leftOut).toEqual(['/nowhere/q.jsonl is not there']);
  });

  it('that is broken stops the run', () => {
    const path = file({ relevant: ['forum:sim'] });
    expect(() => readLabelFiles([path], hasItem)).toThrow(
      expect.toSatisfy((error) => isCoded(error, 'EVALUATION_FILE_INVALID')),
    );
  });
});
