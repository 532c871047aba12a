import { expect, it } from 'vitest';
import { runs } from '../../../support/properties.js';
import { temporaryFolder } from '../../../support/temporary-folder.js';
import { tellStories } from './model/tell-stories.js';

// `npm run bench -- handoff` tells many more.
it.each([
  ['agents take what they see', 'claim', 40],
  ['agents are offered it', 'offer', 40],
] as const)(
  'no order of events, crashes or jumps of the clock leaves a conversation in limbo where %s',
  async (_, mode, stories) => {
    const { wrong } = await tellStories({ runs: runs(stories), longest: 40, mode, folder: temporaryFolder });
    expect(wrong).toBeNull();
  },
);
