import {
  ActivityHandler,
  BotAdapter,
  type ConversationReference,
  type ResourceResponse,
  type Activity as SdkActivity,
  TurnContext,
} from 'botbuilder';
import { delay } from '../index/platform/clock.js';
import type { Activity } from './contracts/activities.js';
import type { BotEntry, Origin, Transport } from './contracts/channels.js';
import type { Speaker } from './contracts/messages.js';

export type { TurnContext };
// The Bot Framework SDK has reached its end of life: this file is its one door in the bot, so that its successor
// (Microsoft 365 Agents SDK) can take its place here.
export { ActivityHandler };

/** The activity of a turn as the channel sent it. */
export function activityOf(context: TurnContext): Activity {
  return context.activity as unknown as Activity;
}

/**
 * The way back to the customer of a turn, under any adapter. It goes to the adapter directly: `context.sendActivity`
 * would take away the id and put the bot's name in place of an agent's.
 */
export function transportOf(context: TurnContext): Transport {
  const own = context.turnState.get(TRANSPORT) as Transport | undefined;
  if (own) return own;
  return {
    door: 'adapter',
    async send(activity) {
      const responses = await context.adapter.sendActivities(context, [toSdk(activity)]);
      return { kind: 'sent', id: responses[0]?.id ?? activity.id ?? '' };
    },
  };
}

/** Where the activity of a turn came from; undefined where the door does not tell. */
export function originOf(context: TurnContext): Origin | undefined {
  return context.turnState.get(ORIGIN) as Origin | undefined;
}

/** Whether a turn has only to be kept before its activity counts as taken; it then goes on by itself. */
export function isOnlyToBeKept(context: TurnContext): boolean {
  return context.turnState.get(ONLY_KEPT) === true;
}

/** Lets a bot of the SDK be driven by our own channels, each bringing its transport. */
export function createBotEntry(
  bot: ActivityHandler,
  onError: (activity: Activity, transport: Transport, error: unknown) => Promise<void>,
): Pick<BotEntry, 'receive' | 'accept'> {
  const adapter = new TransportAdapter();
  return {
    async receive(activity, transport, origin) {
      try {
        await adapter.process(activity, transport, bot, { isOnlyKept: false, origin });
      } catch (error) {
        await onError(activity, transport, error);
      }
    },
    accept: (activity, transport) => adapter.process(activity, transport, bot, { isOnlyKept: true }),
  };
}

const TRANSPORT = Symbol('transport');
const ONLY_KEPT = Symbol('only to be kept');
const ORIGIN = Symbol('origin');

/** Who speaks where an SDK bot sends by itself; ours never does. */
const UNNAMED: Speaker = { kind: 'bot', name: '' };

class TransportAdapter extends BotAdapter {
  async process(
    activity: Activity,
    transport: Transport,
    bot: ActivityHandler,
    { isOnlyKept, origin }: { readonly isOnlyKept: boolean; readonly origin?: Origin | undefined },
  ): Promise<void> {
    const context = new TurnContext(this, toSdk(activity));
    context.turnState.set(TRANSPORT, transport);
    context.turnState.set(ONLY_KEPT, isOnlyKept);
    context.turnState.set(ORIGIN, origin);
    await this.runMiddleware(context, (turn) => bot.run(turn));
  }

  override async sendActivities(
    context: TurnContext,
    activities: Partial<SdkActivity>[],
  ): Promise<ResourceResponse[]> {
    const transport = transportOf(context);
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

  override async continueConversation(
    reference: Partial<ConversationReference>,
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<void> {
    const event = TurnContext.applyConversationReference(
      { type: 'event', name: 'ContinueConversation' },
      reference,
      true,
    );
    // Otherwise the id of an old activity would become the replyToId of everything sent.
    delete event.id;
    await this.runMiddleware(new TurnContext(this, event), logic);
  }
}

async function sendBy(transport: Transport, activity: Activity): Promise<string> {
  const outcome = await transport.send(activity, { speaker: UNNAMED, customerWroteAt: null });
  return outcome.kind === 'sent' ? outcome.id : '';
}

function toSdk(activity: Activity): Partial<SdkActivity> {
  return { ...activity } as unknown as Partial<SdkActivity>;
}
