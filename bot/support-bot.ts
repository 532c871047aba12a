import { ActivityHandler, type TurnContext, turnOf } from './bot-framework.js';
import type { Corrections } from './corrections/corrections.js';
import type { CustomerTyping } from './desk/typing/customer-typing.js';
import type { Reception } from './reception/reception.js';

/** Event by which our own web chat tells that a customer opened the chat. */
const JOIN = 'webchat/join';

/** The bot as the Bot Framework sees it. It has no rules of its own: it tells the reception who came and what was said. */
export class SupportBot extends ActivityHandler {
  constructor(
    reception: Pick<Reception, 'receive' | 'accept' | 'welcome'>,
    corrections: Corrections,
    customerTyping: Pick<CustomerTyping, 'heard'>,
  ) {
    super();
    this.onMessage(async (context, next) => {
      const turn = turnOf(context);
      await (turn.isOnlyKept ? reception.accept(turn) : reception.receive(turn));
      await next();
    });
    this.onMessageUpdate(async (context, next) => {
      await corrections.correct(turnOf(context));
      await next();
    });
    this.onMessageDelete(async (context, next) => {
      await corrections.takeBack(turnOf(context));
      await next();
    });
    this.onMembersAdded(async (context, next) => {
      if (hasCustomerAdded(context)) await welcome(context);
      await next();
    });
    this.onEvent(async (context, next) => {
      if (context.activity.name === JOIN) await welcome(context);
      await next();
    });

    this.onTyping(async (context, next) => {
      await customerTyping.heard(turnOf(context).activity);
      await next();
    });

    async function welcome(context: TurnContext): Promise<void> {
      const turn = turnOf(context);
      const greeting = reception.welcome(turn);
      if (!turn.isOnlyKept) await greeting;
    }
  }
}

/** The bot itself is among the members added as well. */
function hasCustomerAdded(context: TurnContext): boolean {
  const { membersAdded = [], recipient } = context.activity;
  return membersAdded.some((member) => member.id !== recipient?.id);
}
