import { describe, expect, it } from 'vitest';
import type { IngestReport } from '../../../ingest/contracts.js';
import { formatReport } from '../../../ingest/reports/format-report.js';
import { lineProgress } from '../../../ingest/reports/terminal-progress.js';

const REPORT: IngestReport = {
  sources: ['samples', 'coffee'],
  ...{ read: 20, added: 3, changed: 1, removed: 2, unchanged: 8, duplicates: 2, items: 12, embedded: 7 },
  skipped: {
    'no-accepted-answer': { count: 5, examples: ['a line 1'] },
    'broken-row': { count: 7, examples: ['a line 2: no valid JSON', 'a line 3: no valid JSON'] },
  },
  redacted: { phone: 2, email: 1 },
  learning: {
    ...{ wordings: 2, open: 1, labelsOfFiles: 210, labelsOfVerdicts: 14 },
    leftOut: ['old.jsonl is not there'],
  },
  confidence: { expected: { coverage: 0.62, precision: 0.93 }, wantedPrecision: 0.9, labels: 96.4 },
  durationMs: 12_345,
  heldBackBecause: [],
  releaseId: 'r-1',
  outcome: 'published',
};

describe('the report of a run', () => {
  it('tells everything on one screen', () => {
    expect(formatReport(REPORT)).toBe(
      [
        'Sources     samples, coffee',
        'Read        20 threads',
        'Items       3 added, 1 changed, 2 removed, 8 unchanged; 12 in all',
        'Duplicates  2 became further phrasings',
        'Skipped     5: no accepted answer',
        'Skipped     7: cannot be read',
        '              a line 2: no valid JSON',
        '              a line 3: no valid JSON',
        '              …',
        'Redacted    phone 2, email 1',
        'Learned     2 wordings of customers in use; 1 for review ("npm run ingest -- review")',
        'Labels      210 of files, 14 of verdicts',
        'Labels      left out: old.jsonl is not there',
        'Embedded    7 texts',
        'Confidence  answers about 62 % at 90 % precision; 96 labels',
        'Duration    12.3 s',
        'Release     r-1 is live',
      ].join('\n'),
    );
  });

  it('tells the same in Dutch', () => {
    const lines = formatReport(REPORT, 'nl').split('\n');
    expect(lines).toHaveLength(formatReport(REPORT).split('\n').length);
    expect(lines).toEqual(
      expect.arrayContaining([
        'Items       3 nieuw, 1 gewijzigd, 2 ingetrokken, 8 gelijk gebleven; 12 in totaal',
        'Weggelaten  5: geen geaccepteerd antwoord',
        'Zekerheid   beantwoordt ongeveer 62 % bij een precisie van 90 %; 96 labels',
        'Versie      r-1 staat live',
      ]),
    );
  });

  it.each([
    [0, 'and there are none'],
    [1, 'and there is 1'],
    [79.9, 'and there are 79'],
  ])('guesses nothing from %d labels, and says how many it takes', (labels, there) => {
    const confidence = { expected: null, wantedPrecision: 0.9, labels };
    expect(formatReport({ ...REPORT, confidence }).split('\n')).toContain(
      `Confidence  how much it will answer is not known yet: that takes 80 labels, ${there}`,
    );
  });

  it('says nothing of confidence after a plan', () => {
    expect(formatReport({ ...REPORT, confidence: null })).not.toContain('Confidence');
  });

  it.each([
    ['unchanged', 'Release     unchanged, r-1 stays live'],
    ['built', 'Release     r-1 is built; "npm run ingest -- publish r-1" makes it live'],
    [
      'held-back',
      'Release     r-1 holds this but was rolled back; "npm run ingest -- publish r-1" makes it live',
    ],
    ['planned', 'Release     none: this was a plan'],
  ] as const)('says what became of the release: %s', (outcome, line) => {
    expect(
      formatReport({ ...REPORT, outcome })
        .split('\n')
        .at(-1),
    ).toBe(line);
  });
});

describe('progress where there is no terminal', () => {
  it('is a line now and then', () => {
    const lines: string[] = [];
    const progress = lineProgress((line) => lines.push(line));
    progress.begin('reading samples', null);
    for (let read = 25; read <= 10_000; read += 25) progress.advance(read);
    progress.end();
    progress.begin('embedding', 45);
    for (let done = 1; done <= 45; done++) progress.advance(done);
    progress.end();
    progress.begin('building release', null);
    progress.end();
    expect(lines).toEqual([
      'reading samples',
      'reading samples: 5000 threads',
      'reading samples: 10000 threads',
      'embedding 45 texts',
      'embedding 20/45',
      'embedding 40/45',
      'embedding 45/45',
      'building release',
    ]);
  });

  it('is silent about nothing to do', () => {
    const lines: string[] = [];
    const progress = lineProgress((line) => lines.push(line));
    progress.begin('embedding', 0);
    progress.end();
    expect(lines).toEqual([]);
  });
});
