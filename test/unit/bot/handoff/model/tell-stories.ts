import type { AssignmentMode } from '../../../../../bot/contracts/assignment.js';
import { fc } from '../../../../support/properties.js';
import { stories } from './commands.js';
import { World } from './world.js';

export interface StoryOptions {
  readonly runs: number;
  /** Most events of a run. */
  readonly longest: number;
  readonly seed?: number;
  readonly mode?: AssignmentMode;
  /** Makes an empty folder for the store of a run. */
  readonly folder: () => string;
}

/** How many runs there were, and the shortest that went wrong. */
export interface StoryResult {
  readonly runs: number;
  readonly seed: number;
  readonly deeds: number;
  readonly crashes: number;
  /** What went wrong, event by event; null where nothing did. */
  readonly wrong: string | null;
}

/** Lets customers, agents, crashes and the clock do what fast-check draws, and holds the world to its rules after each event. */
export async function tellStories({
  runs,
  longest,
  seed,
  mode = 'claim',
  folder,
}: StoryOptions): Promise<StoryResult> {
  let [deeds, crashes] = [0, 0];
  const property = fc.asyncProperty(stories(longest), async (commands) => {
    const world = await World.begin(folder(), mode);
    const story = { deeds: 0 };
    try {
      await fc.asyncModelRun(async () => ({ model: story, real: world }), commands);
      const left = await world.bot.repairLimbo();
      if (left > 0) throw new Error(`the watchdog found ${left} in limbo`);
    } finally {
      deeds += story.deeds;
      crashes += world.crashes;
      await world.end();
    }
  });
  const result = await fc.check(property, { numRuns: runs, ...(seed === undefined ? {} : { seed }) });
  return {
    runs: result.numRuns,
    seed: result.seed,
    deeds,
    crashes,
    wrong: result.failed ? [fc.defaultReportMessage(result), String(result.errorInstance)].join('\n') : null,
  };
}
