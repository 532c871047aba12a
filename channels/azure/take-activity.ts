import type { Activity } from '../../bot/contracts/activities.js';
import type { BotEntry, ChannelForm, Reading, Transport } from '../../bot/contracts/channels.js';
import { isCoded } from '../../index/platform/errors.js';
import type { ChannelAnswer, ChannelDesk } from '../channel-desk.js';
import type { FileFetching } from '../server/files/file-fetching.js';
import { answerInvoke } from './answer-invoke.js';
import { collectReplies } from './collect-replies.js';
import { azureErrors } from './errors.js';
import { readPlainly } from './read-plainly.js';

export type TakingBot = Pick<BotEntry, 'accept' | 'takeEvent' | 'receive'>;

/**
 * Makes what an activity that may be believed comes to: it is brought into the plain form by its channel, kept by the bot,
 * then answered.
 *
 * The result throws AZURE_ACTIVITY_MALFORMED for what the bot cannot take, and whatever kept the bot from keeping it.
 */
export function createActivityTaker(
  bot: TakingBot,
  forms: readonly ChannelForm[],
  desks: readonly ChannelDesk[],
  transport: Transport,
  fetching: Pick<FileFetching, 'begin'> | null,
): (activity: Activity) => Promise<ChannelAnswer> {
  const readers = new Map(forms.map(({ channelId, read }) => [channelId, read ?? readPlainly]));
  const readerOf = (channelId = '') => readers.get(channelId) ?? readers.get('*') ?? readPlainly;

  /** Once they are kept: what was fetched is put into the message. */
  function fetchFiles(activity: Activity): void {
    const form = forms.find(({ channelId }) => channelId === activity.channelId);
    const downloads = form?.downloads?.(activity) ?? [];
    const of = { channelId: activity.channelId ?? '', conversationId: activity.conversation?.id ?? '' };
    if (downloads.length > 0)
      fetching?.begin({ of, activityId: activity.id, downloads, serviceUrl: activity.serviceUrl });
  }

  async function keep(readings: readonly Reading[]): Promise<void> {
    for (const reading of readings) {
      if (reading.kind === 'event') await bot.takeEvent(reading.event);
      else await bot.accept(reading.activity, transport);
    }
  }

  async function take(activity: Activity): Promise<ChannelAnswer> {
    for (const desk of desks) {
      const answer = desk.channelId === activity.channelId ? await desk.take(activity) : null;
      if (answer) return answer;
    }
    const readings = isOwn(activity) ? [] : readerOf(activity.channelId)(activity);
    if (activity.type === 'invoke') {
      const known = readings.length > 0 ? readings : readPlainly(activity);
      await keep(known);
      return answerInvoke(activity.name, known.length > 0);
    }
    if (activity.deliveryMode !== 'expectReplies') {
      await keep(readings);
      if (readings.length > 0) fetchFiles(activity);
      return { status: 200 };
    }
    await keep(readings.filter((reading) => reading.kind === 'event'));
    const said = readings.flatMap((reading) => (reading.kind === 'activity' ? [reading.activity] : []));
    return { status: 200, body: { activities: await collectReplies(bot, said) } };
  }

  return async (activity) => {
    try {
      return await take(activity);
    } catch (error) {
      if (!isCoded(error, 'ACTIVITY_MALFORMED')) throw error;
      throw azureErrors.AZURE_ACTIVITY_MALFORMED({ reason: error.message }, error);
    }
  };
}

/** Some channels echo to a bot what it said itself. */
function isOwn({ type, from, recipient }: Activity): boolean {
  return type === 'message' && from?.id !== undefined && from.id === recipient?.id;
}
