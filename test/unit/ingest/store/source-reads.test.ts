import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { noteSourceReads, readSourceReads } from '../../../../ingest/store/source-reads.js';
import { temporaryFolder } from '../../../support/temporary-folder.js';

describe('when sources were read', () => {
  it('is remembered by source, the last time alone', () => {
    const folder = temporaryFolder();
    noteSourceReads(folder, ['forum', 'faq'], new Date('2026-03-01T02:00:00Z'));
    noteSourceReads(folder, ['forum'], new Date('2026-03-02T02:00:00Z'));
    expect(readSourceReads(folder)).toEqual({
      forum: '2026-03-02T02:00:00.000Z',
      faq: '2026-03-01T02:00:00.000Z',
    });
  });

  it('is nothing where nobody noted it, or where the file is broken', () => {
    const folder = temporaryFolder();
    expect(readSourceReads(folder)).toEqual({});
    writeFileSync(join(folder, 'source-reads.json'), '{"forum": 7, "faq": "yesterday"');
    expect(readSourceReads(folder)).toEqual({});
    writeFileSync(
      join(folder, 'source-reads.json'),
      '{"forum": 7, "faq": "yesterday", "shop": "2026-03-01T00:00:00Z"}',
    );
    expect(readSourceReads(folder)).toEqual({ shop: '2026-03-01T00:00:00Z' });
  });

  it('ends no run that cannot write it', () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, `source-reads.json.${process.pid}.tmp`));
    expect(() => noteSourceReads(folder, ['forum'], new Date())).not.toThrow();
  });
});
