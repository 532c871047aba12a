import { expect, it } from 'vitest';
import { temporaryFolder } from '../../../support/temporary-folder.js';
import { tellStories } from './model/tell-stories.js';

// `npm run bench -- handoff` tells many more.
it.each([
  ['agents take what they see', 'claim', 15],
  ['agents are offered it', 'offer', 15],
] as const)(
  'no order of events, crashes or jumps of the clock leaves a conversation in limbo where %s',
  async (_, mode, runs) => {
    const { wrong } = await tellStories({ runs, longest: 40, mode, folder: temporaryFolder });
    expect(wrong).toBeNull();
  },
);
