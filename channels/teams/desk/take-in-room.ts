import type { Activity } from '../../../bot/contracts/activities.js';
import type { DeskThread } from '../../../bot/contracts/elsewhere/desk-elsewhere.js';
import type { Lanes } from '../../../index/platform/lanes.js';
import type { ChannelAnswer } from '../../channel-desk.js';
import { mentionsBot } from '../../text/words-without-bot.js';
import { createCardActions } from './card-actions.js';
import type { DeskCommands } from './commands.js';
import { answerFailed, answerWords } from './invoke-answer.js';
import type { DeskAction } from './read-action.js';
import { entraIdOf, placeOfActivity } from './room-activity.js';
import { TEAMS } from './room-keeper.js';
import type { RoomParts } from './room-parts.js';
import { createThreadReply, replyKeyOf, tellInThread } from './thread-reply.js';
import type { WhoActs } from './who-acts.js';
import type { RoomWords } from './words/word-list.js';

/** What becomes of what people do in the channel of the desk. */
export interface RoomTaking {
  tap(action: DeskAction, activity: Activity, words: RoomWords): Promise<ChannelAnswer>;
  /** Something was said, changed or done there. */
  inside(activity: Activity, words: RoomWords): Promise<void>;
}

/** @param lanes where what is done with one conversation is done one by one */
export function createRoomTaking(
  parts: RoomParts,
  lanes: Lanes,
  whoActs: WhoActs,
  commands: Pick<DeskCommands, 'tell'>,
): RoomTaking {
  const { keeper, elsewhere, log } = parts;
  const { rooms } = elsewhere;
  const act = createCardActions(parts);
  const reply = createThreadReply(parts);

  async function said(activity: Activity, words: RoomWords): Promise<void> {
    const room = await keeper.current();
    const isMention = mentionsBot(activity);
    if (room === null) return;
    if (!isMention && !room.hearsAll) {
      // Teams tells what does not mention the bot only where it was given the permission.
      await keeper.change(room, { hearsAll: true });
      parts.changed(null);
    }
    const thread = await rooms.threadFrom(TEAMS, placeOfActivity(activity).rootId);
    if (thread === null) {
      if (isMention) await commands.tell(words.onlyDesk, activity);
      return;
    }
    const actor = await whoActs(activity, room, words);
    await inThread(thread, activity, async (current) => {
      if ('agent' in actor) return reply({ activity, thread: current, isMention, words }, actor.agent);
      // Once for each person: colleagues may talk there.
      await tellInThread(parts, current, `stranger-${entraIdOf(activity).slice(0, 60)}`, actor.refusal);
    });
  }

  /** Does something about a thread in its turn, with the thread as it is then: a round before it may have ended it. */
  async function inThread(
    { conversationId }: DeskThread,
    activity: Activity,
    act: (current: DeskThread) => Promise<void>,
  ): Promise<void> {
    await lanes.serially(conversationId ?? '', async () => {
      const current = await rooms.threadFrom(TEAMS, placeOfActivity(activity).rootId);
      if (current !== null) await act(current);
    });
  }

  async function edited(activity: Activity, words: RoomWords): Promise<void> {
    const thread = await rooms.threadFrom(TEAMS, placeOfActivity(activity).rootId);
    if (thread?.conversationId == null) return;
    const sent = await rooms.saidUnder(thread.conversationId, replyKeyOf(activity));
    if (sent.size === 0) return;
    await inThread(thread, activity, (current) =>
      tellInThread(parts, current, `edit-${(activity.id ?? '').slice(0, 60)}`, words.editNotSent),
    );
  }

  return {
    async tap(action, activity, words) {
      const room = await keeper.current();
      if (room === null || placeOfActivity(activity).groupId !== room.conversationId)
        return answerWords(words.over);
      const actor = await whoActs(activity, room, words);
      if ('refusal' in actor) return answerWords(actor.refusal);
      const tapped = { action, activity, agent: actor.agent, room, words };
      try {
        // Who taps waits for no card that is being sent, unless it decides what they have seen.
        const lane = action.verb === 'say' ? action.conversationId : `tap ${action.conversationId}`;
        return await lanes.serially(lane, () => act(tapped));
      } catch (error) {
        log.error('A tap on a card of the desk failed.', {
          verb: action.verb,
          agentId: actor.agent.id,
          error,
        });
        return answerFailed(words.failed);
      }
    },
    async inside(activity, words) {
      if (isOfBot(activity)) return;
      if (activity.type === 'message') return said(activity, words);
      if (activity.type === 'messageUpdate') return edited(activity, words);
      // The app came in anew: whether it may hear everything shows itself again.
      if (activity.type !== 'installationUpdate') return;
      await keeper.change(keeper.roomOf(activity), { hearsAll: false });
      parts.changed(null);
    },
  };
}

function isOfBot({ from, recipient }: Activity): boolean {
  return from?.id !== undefined && from.id === recipient?.id;
}
