import { rmSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { playNights } from '../../support/communities/play-nights.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

let folder: string;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('nights of a Discourse community', { timeout: 60_000 }, () => {
  it.each(['one answer', 'several answers'] as const)(
    'leave no difference between release and community: %s',
    async (shape) => {
      const { differences, events } = await playNights({ shape, seed: 3, topics: 40, nights: 4, folder });
      expect(differences).toEqual([]);
      expect(Object.keys(events).length).toBeGreaterThan(3);
    },
  );
});
