import type { Activity } from '../../../bot/contracts/activities.js';
import type { DeskRoom } from '../../../bot/contracts/desk-elsewhere.js';
import type { SpokenLanguage } from '../../../bot/contracts/messages.js';
import { delay } from '../../../index/platform/clock.js';
import { createLanes } from '../../../index/platform/lanes.js';
import type { ChannelAnswer, ChannelDesk, ChannelDeskParts, DeskLine } from '../../channel-desk.js';
import { mentionsBot } from '../../text/words-without-bot.js';
import { createCardActions } from './card-actions.js';
import { createCommands, readDeskCommand } from './commands.js';
import { answerFailed, answerWords } from './invoke-answer.js';
import { type DeskAction, readDeskAction } from './read-action.js';
import { entraIdOf, languageOfActivity, placeOfActivity } from './room-activity.js';
import { createRoomKeeper, TEAMS } from './room-keeper.js';
import type { RoomParts } from './room-parts.js';
import { createShiftKeeper } from './shift-keeper.js';
import { createHandoffShow, removeLeft } from './show-hand-off.js';
import { showQueue } from './show-queue.js';
import { createTeamsOutbox } from './teams-outbox.js';
import { createThreadReply, tellInThread } from './thread-reply.js';
import { createActorCheck } from './who-acts.js';
import type { RoomWords } from './words/word-list.js';
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
/** Minutes stand on the queue's card. */
const QUEUE_EVERY_MS = 60_000;

/** The desk in a channel of Teams: cards for the queue and for each hand-off, whose threads lead to the customers. */
export function createTeamsDesk(deskParts: ChannelDeskParts, options: TeamsDeskOptions): ChannelDesk {
  const { desk, assignment, elsewhere, clock } = deskParts;
  const log = deskParts.log.child('teams-desk');
  const { rooms } = elsewhere;
  const lanes = createLanes();
  const stopping = new AbortController();
  let open: DeskLine | null = null;
  let loop = Promise.resolve();
  /** Conversations that may look different; filled with all of them when the room is seen first. */
  const stale = new Set<string>();
  /** Conversations with a thread that is not at its end. */
  let threaded: Set<string> | null = null;
  let queueDueAt = 0;

  const parts: RoomParts = {
    ...deskParts,
    log,
    line: () => open ?? CLOSED,
    keeper: createRoomKeeper(rooms, options.channelId),
    shifts: createShiftKeeper(deskParts, options.idleMs),
    language: options.language,
    words: roomWords(options.language),
    changed(conversationId) {
      if (conversationId === null) threaded = null;
      else {
        stale.add(conversationId);
        threaded?.add(conversationId);
      }
      queueDueAt = 0;
    },
  };
  const outbox = createTeamsOutbox(parts);
  const showHandoff = createHandoffShow(parts, outbox);
  const whoActs = createActorCheck(parts);
  const act = createCardActions(parts);
  const reply = createThreadReply(parts);
  const command = createCommands(parts);
  const stopListening = [
    // Of most of these nothing is shown: they are the bot's.
    desk.onChange((conversationId) => {
      stale.add(conversationId);
      queueDueAt = 0;
    }),
    assignment.onChange(() => {
      queueDueAt = 0;
    }),
  ];

  async function work(): Promise<void> {
    const room = await parts.keeper.current();
    if (room === null || open === null) return;
    await parts.shifts.look();
    outbox.begin();
    await removeLeft(parts, outbox, room);
    const now = clock.now().getTime();
    if (stale.size === 0 && threaded !== null && now < queueDueAt) return;
    const entries = await desk.entries();
    if (threaded === null) {
      threaded = new Set(await rooms.openConversations(TEAMS));
      for (const id of [...threaded, ...entries.map(({ conversationId }) => conversationId)]) stale.add(id);
    }
    const queued = new Set(entries.map(({ conversationId }) => conversationId));
    // In the order of the queue, so that who waits longest is shown first after a start.
    for (const id of [...queued, ...stale].filter((found) => stale.has(found))) {
      if (!queued.has(id) && !threaded.has(id)) stale.delete(id);
      else if (outbox.hasRoom()) await showOne(room, id, queued.has(id));
    }
    if (
      now < queueDueAt ||
      !(await showQueue(parts, outbox, (await parts.keeper.current()) ?? room, entries))
    )
      return;
    queueDueAt = now + QUEUE_EVERY_MS;
  }

  async function showOne(room: DeskRoom, conversationId: string, isQueued: boolean): Promise<void> {
    // Once more in a set: what changes meanwhile is stale again.
    if (!stale.delete(conversationId)) return;
    threaded?.add(conversationId);
    const isShown = await lanes.serially(conversationId, () => showHandoff(room, conversationId));
    if (!isShown) stale.add(conversationId);
    else if (!isQueued) threaded?.delete(conversationId);
  }

  async function tapped(action: DeskAction, activity: Activity, words: RoomWords): Promise<ChannelAnswer> {
    const room = await parts.keeper.current();
    if (room === null || placeOfActivity(activity).groupId !== room.conversationId)
      return answerWords(words.over);
    const actor = await whoActs(activity, room, words);
    if ('refusal' in actor) return answerWords(actor.refusal);
    const tap = { action, activity, agent: actor.agent, room, words };
    try {
      // Who taps waits for no card that is being sent, unless it decides what they have seen.
      const lane = action.verb === 'say' ? action.conversationId : `tap ${action.conversationId}`;
      return await lanes.serially(lane, () => act(tap));
    } catch (error) {
      log.error('A tap on a card of the desk failed.', { verb: action.verb, agentId: actor.agent.id, error });
      return answerFailed(words.failed);
    }
  }

  async function said(activity: Activity, words: RoomWords): Promise<void> {
    const room = await parts.keeper.current();
    const isMention = mentionsBot(activity);
    if (room === null || isOfBot(activity)) return;
    if (!isMention && !room.hearsAll) {
      // Teams tells what does not mention the bot only where it was given the permission.
      await parts.keeper.change({ hearsAll: true });
      parts.changed(null);
    }
    const thread = await rooms.threadFrom(TEAMS, placeOfActivity(activity).rootId);
    if (thread === null) {
      if (isMention) await command.tell(words.onlyDesk, activity);
      return;
    }
    const actor = await whoActs(activity, room, words);
    if ('refusal' in actor) {
      // Once for each person: colleagues may talk there.
      await tellInThread(parts, thread, `stranger-${entraIdOf(activity).slice(0, 60)}`, actor.refusal);
      return;
    }
    await lanes.serially(thread.conversationId ?? '', () =>
      reply({ activity, thread, isMention, words }, actor.agent),
    );
  }

  async function takeInside(activity: Activity, words: RoomWords): Promise<void> {
    if (activity.type === 'message') return said(activity, words);
    if (activity.type === 'messageUpdate') return edited(activity, words);
    // The app came in anew: whether it may hear everything shows itself again.
    if (activity.type === 'installationUpdate') await parts.keeper.change({ hearsAll: false });
  }

  async function edited(activity: Activity, words: RoomWords): Promise<void> {
    const thread = await rooms.threadFrom(TEAMS, placeOfActivity(activity).rootId);
    if (thread?.conversationId == null || isOfBot(activity)) return;
    await tellInThread(parts, thread, `edit-${(activity.id ?? '').slice(0, 60)}`, words.editNotSent);
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
      if (action) return tapped(action, activity, words);
      const asked = readDeskCommand(activity);
      if (asked) {
        await command.carryOut(asked, activity, words);
        return { status: 200 };
      }
      if (!(await parts.keeper.isInside(activity))) return null;
      await takeInside(activity, words);
      // Whatever else happens in the channel of the desk is no customer's.
      return activity.type === 'invoke' ? { status: 200, body: {} } : { status: 200 };
    },
    work: () => lanes.serially('work', work),
    async stop() {
      stopping.abort();
      for (const stop of stopListening) stop();
      parts.shifts.stop();
      await loop;
      await lanes.idle();
    },
  };

  async function repeat(): Promise<void> {
    while (!stopping.signal.aborted) {
      await delay(WORK_EVERY_MS, stopping.signal);
      if (stopping.signal.aborted) return;
      await lanes.serially('work', work).catch((error: unknown) => {
        log.error('The desk in Teams could not be shown.', { error });
      });
    }
  }
}

function isOfBot({ from, recipient }: Activity): boolean {
  return from?.id !== undefined && from.id === recipient?.id;
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
