import type { SpokenLanguage } from '../../../bot/contracts/messages.js';
import { delay } from '../../../index/platform/clock.js';
import { createLanes } from '../../../index/platform/lanes.js';
import type { ChannelDesk, ChannelDeskParts, DeskLine } from '../../channel-desk.js';
import { createCommands, readDeskCommand } from './commands.js';
import { readDeskAction } from './read-action.js';
import { languageOfActivity } from './room-activity.js';
import { createRoomKeeper, TEAMS } from './room-keeper.js';
import type { RoomParts } from './room-parts.js';
import { createShiftKeeper } from './shift-keeper.js';
import { createRounds } from './showing/rounds.js';
import { createRoomTaking } from './take-in-room.js';
import { createActorCheck } from './who-acts.js';
import { roomWords } from './words/words.js';

interface TeamsDeskOptions {
  /** Id of the channel; undefined where an administrator chooses it in Teams. */
  readonly channelId: string | undefined;
  /** How long somebody who does nothing counts as being there, in milliseconds. */
  readonly idleMs: number;
  /** Of the cards, which everybody in the channel sees. */
  readonly language: SpokenLanguage;
}

const WORK_EVERY_MS = 1_000;

/** The desk in a channel of Teams: cards for the queue and for each hand-off, whose threads lead to the customers. */
export function createTeamsDesk(deskParts: ChannelDeskParts, options: TeamsDeskOptions): ChannelDesk {
  const { desk, assignment, elsewhere } = deskParts;
  const log = deskParts.log.child('teams-desk');
  const lanes = createLanes();
  const stopping = new AbortController();
  let open: DeskLine | null = null;
  let loop = Promise.resolve();
  const parts: RoomParts = {
    ...deskParts,
    log,
    line: () => open ?? CLOSED,
    keeper: createRoomKeeper(elsewhere.rooms, options.channelId),
    shifts: createShiftKeeper(deskParts, options.idleMs),
    language: options.language,
    words: roomWords(options.language),
    changed: (conversationId) => rounds.changed(conversationId),
  };
  const rounds = createRounds(parts, lanes);
  const whoActs = createActorCheck(parts);
  const commands = createCommands(parts, whoActs);
  const taking = createRoomTaking(parts, lanes, whoActs, commands);
  const stopListening = [
    desk.onChange((conversationId) => rounds.touched(conversationId)),
    assignment.onChange(() => rounds.queueChanged()),
  ];
  const work = () => lanes.serially('work', async () => (open === null ? undefined : rounds.work()));

  async function repeat(): Promise<void> {
    while (!stopping.signal.aborted) {
      await delay(WORK_EVERY_MS, stopping.signal);
      if (stopping.signal.aborted) return;
      await work().catch((error: unknown) => log.error('The desk in Teams could not be shown.', { error }));
    }
  }

  return {
    channelId: TEAMS,
    async start(line) {
      open = line;
      if (options.channelId !== undefined && (await parts.keeper.current()) === null) {
        log.warn('The desk in Teams waits until somebody mentions the bot in its channel.', {
          conversationId: options.channelId,
        });
      }
      loop = repeat();
    },
    async take(activity) {
      const words = roomWords(languageOfActivity(activity, options.language));
      const action = readDeskAction(activity);
      if (action) return taking.tap(action, activity, words);
      const command = readDeskCommand(activity);
      if (command) {
        await commands.carryOut(command, activity, words);
        return { status: 200 };
      }
      if (!(await parts.keeper.isInside(activity))) return null;
      await taking.inside(activity, words);
      // Whatever else happens in the channel of the desk is no customer's.
      return activity.type === 'invoke' ? { status: 200, body: {} } : { status: 200 };
    },
    work,
    async stop() {
      stopping.abort();
      for (const stop of stopListening) stop();
      parts.shifts.stop();
      await loop;
      await lanes.idle();
    },
  };
}

/** Before its door is open nothing can be said. */
const CLOSED: DeskLine = {
  send: async () => NOT_YET,
  update: async () => NOT_YET,
  remove: async () => NOT_YET,
  open: async () => NOT_YET,
  isMember: async () => null,
};
const NOT_YET = {
  kind: 'later',
  reason: 'the door of Teams is not open yet',
  waitMs: null,
  scope: 'message',
  alert: null,
} as const;
