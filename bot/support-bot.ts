import {
  ActivityHandler,
  activityOf,
  isOnlyToBeKept,
  originOf,
  type TurnContext,
  transportOf,
} from './bot-framework.js';
import type { Reception } from './reception/reception.js';

/** Event by which our own web chat tells that a customer opened the chat. */
const JOIN = 'webchat/join';

/** The bot as the Bot Framework sees it. It has no rules of its own: it tells the reception who came and what was said. */
export class SupportBot extends ActivityHandler {
  constructor(reception: Pick<Reception, 'receive' | 'accept' | 'welcome'>) {
    super();
    const welcome = async (context: TurnContext) => {
      const greeting = reception.welcome(incomingOf(context));
      if (!isOnlyToBeKept(context)) await greeting;
    };
    this.onMessage(async (context, next) => {
      const take = isOnlyToBeKept(context) ? reception.accept : reception.receive;
      await take(incomingOf(context));
      await next();
    });
    this.onMembersAdded(async (context, next) => {
      if (hasCustomerAdded(context)) await welcome(context);
      await next();
    });
    this.onEvent(async (context, next) => {
      if (context.activity.name === JOIN) {
        await welcome(context);
      }
      await next();
    });
  }
}

function incomingOf(context: TurnContext) {
  return { activity: activityOf(context), transport: transportOf(context), origin: originOf(context) };
}

/** The bot itself is among the members added as well. */
function hasCustomerAdded(context: TurnContext): boolean {
  const { membersAdded = [], recipient } = context.activity;
  return membersAdded.some((member) => member.id !== recipient?.id);
}
