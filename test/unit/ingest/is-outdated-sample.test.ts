import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseSettings } from '../../../index/platform/settings.js';
import { isOutdatedSample } from '../../../ingest/is-outdated-sample.js';
import { ingestSettings } from '../../../ingest/settings.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

const ID = '20260101T000000000-00000000';

/** Whether a release with this manifest is taken for an outdated sample. */
function judged(manifest: unknown, environment = {}): boolean {
  const directory = temporaryFolder();
  mkdirSync(join(directory, ID));
  writeFileSync(join(directory, ID, 'manifest.json'), JSON.stringify(manifest));
  return isOutdatedSample(directory, ID, parseSettings(ingestSettings, environment));
}

describe('a release of another version', () => {
  it('is built anew by itself when it holds the bundled sample alone', () => {
    expect(judged({ format: 1, sources: { samples: 93 } })).toBe(true);
  });

  it.each([
    ['holds another source', { format: 1, sources: { samples: 93, coffee: 400 } }, {}],
    ['does not tell its sources', { format: 1 }, {}],
    ['is of this version', { format: 2, sources: { samples: 93 } }, {}],
    [
      'is not what is configured',
      { format: 1, sources: { samples: 93 } },
      { INGEST_SOURCES: 'a=file:b.csv' },
    ],
  ])('is left to a person when it %s', (_, manifest, environment) => {
    expect(judged(manifest, environment)).toBe(false);
  });
});
