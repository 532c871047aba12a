import {
  ActivityHandler,
  BotAdapter,
  type ResourceResponse,
  type Activity as SdkActivity,
  TurnContext,
} from 'botbuilder';
import { delay } from '../index/platform/clock.js';
import type { Activity } from './contracts/activities.js';
import type { BotEntry, Transport } from './contracts/channels.js';
import type { Speaker } from './contracts/messages.js';
import { botErrors } from './errors.js';
import type { IncomingActivity } from './reception/incoming-activity.js';

export type { TurnContext };
// The Bot Framework SDK has reached its end of life: this file is its one door in the bot, so that its successor
// (Microsoft 365 Agents SDK) can take its place here.
export { ActivityHandler };

/** What a handler of the bot needs of its turn, whichever adapter runs it. */
export interface Turn extends IncomingActivity {
  /** Whether the activity counts as taken as soon as it is kept; the turn then goes on by itself. */
  readonly isOnlyKept: boolean;
}

/** The turn of a context: the one that our own adapter made, or one that sends by any other adapter. */
export function turnOf(context: TurnContext): Turn {
  if (context instanceof ChannelContext) return context.turn;
  return {
    activity: context.activity as unknown as Activity,
    transport: transportThrough(context),
    isOnlyKept: false,
  };
}

/** Lets a bot of the SDK be driven by our own channels, each bringing its transport. */
export function createBotEntry(
  bot: ActivityHandler,
  onError: (activity: Activity, transport: Transport, error: unknown) => Promise<void>,
): Pick<BotEntry, 'receive' | 'accept'> {
  const adapter = new ChannelAdapter();
  const run = (turn: Turn) => bot.run(new ChannelContext(adapter, turn));
  return {
    async receive(activity, transport, origin) {
      try {
        await run({ activity, transport, origin, isOnlyKept: false });
      } catch (error) {
        await onError(activity, transport, error);
      }
    },
    accept: (activity, transport) => run({ activity, transport, isOnlyKept: true }),
  };
}

/** A context of the SDK that knows the turn it was made for. */
class ChannelContext extends TurnContext {
  readonly turn: Turn;

  constructor(adapter: BotAdapter, turn: Turn) {
    // A copy, because the SDK lets a bot write on it. Its type has `Date` where the protocol has text.
    super(adapter, { ...turn.activity } as unknown as Partial<SdkActivity>);
    this.turn = turn;
  }
}

/**
 * The way back through the adapter of a context. It goes to the adapter directly: `context.sendActivity` would take away
 * the id and put the bot's name in place of an agent's.
 */
function transportThrough(context: TurnContext): Transport {
  return {
    door: 'adapter',
    async send(activity) {
      const sent = activity as unknown as Partial<SdkActivity>;
      const responses = await context.adapter.sendActivities(context, [sent]);
      return { kind: 'sent', id: responses[0]?.id ?? activity.id ?? '' };
    },
  };
}

/** Who speaks where an SDK bot sends by itself; ours never does. */
const UNNAMED: Speaker = { kind: 'bot', name: '' };

/** What the SDK calls an adapter: our channels, for a bot that sends by `context.sendActivity`. */
class ChannelAdapter extends BotAdapter {
  override async sendActivities(
    context: TurnContext,
    activities: Partial<SdkActivity>[],
  ): Promise<ResourceResponse[]> {
    const { transport } = turnOf(context);
    const responses: ResourceResponse[] = [];
    for (const activity of activities) {
      if (activity.type === 'delay') await delay(Number(activity.value) || 0);
      const isForCustomer = activity.type !== 'delay' && activity.type !== 'trace';
      responses.push({ id: isForCustomer ? await sendBy(transport, activity as unknown as Activity) : '' });
    }
    return responses;
  }

  override async updateActivity(): Promise<void> {
    // Nothing of this bot is ever changed once it was said.
  }

  override async deleteActivity(): Promise<void> {
    // Nothing of this bot is ever taken back.
  }

  override async continueConversation(): Promise<void> {
    throw botErrors.NOT_CONTINUED_BY_ADAPTER({});
  }
}

async function sendBy(transport: Transport, activity: Activity): Promise<string> {
  const outcome = await transport.send(activity, { speaker: UNNAMED, customerWroteAt: null });
  return outcome.kind === 'sent' ? outcome.id : '';
}
