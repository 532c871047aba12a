import { expect, it } from 'vitest';
import { temporaryFolder } from '../../../support/temporary-folder.js';
import { tellStories } from './model/tell-stories.js';

// `npm run bench -- handoff` tells many more.
it('no order of events, crashes or jumps of the clock leaves a conversation in limbo', async () => {
  const { wrong } = await tellStories({ runs: 30, longest: 40, folder: temporaryFolder });
  expect(wrong).toBeNull();
});
