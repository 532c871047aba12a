import { PAGE } from '../../support/messenger-server.js';
import type { ChannelDoor } from './customer.js';
import { type MessengerPart, type QuickReply, rateReply, tapsOf, viewMessenger } from './messenger-view.js';

let opened = 0;

/** Messenger by its own webhook: signed deliveries in, calls of the Graph API out. */
export const messengerDoor: ChannelDoor = {
  title: 'Messenger',
  welcomes: true,
  namesAgents: true,
  changesShown: false,
  hasTaps: true,
  saysNumbers: true,
  unfolds: false,
  async open(stage) {
    opened += 1;
    const psid = `70010${opened}`;
    let seen = 0;
    let told = 0;
    let last: readonly MessengerPart[] = [];

    async function deliver(part: (mid: string) => object, isTwice = false): Promise<void> {
      told += 1;
      const event = {
        sender: { id: psid },
        recipient: { id: PAGE },
        timestamp: stage.clock.now().getTime(),
        ...part(`m_${psid}_${told}`),
      };
      for (let time = 0; time < (isTwice ? 2 : 1); time++) {
        const { status } = await stage.graph.deliver(`${stage.url}/messenger/webhook`, [event]);
        if (status !== 200) throw new Error(`the webhook answered ${status}`);
      }
      await stage.settle();
    }
    const tap = (reply: QuickReply | undefined) => {
      if (!reply) throw new Error('there is no such quick reply');
      const { title: text, payload } = reply;
      return deliver((mid) => ({ message: { mid, text, quick_reply: { payload } } }));
    };

    return {
      channelId: 'facebook',
      conversationId: `${psid}-${PAGE}`,
      arrive: () => deliver((mid) => ({ postback: { mid, title: 'Get Started', payload: 'GET_STARTED' } })),
      say: (text, isTwice) => deliver((mid) => ({ message: { mid, text } }), isTwice),
      choose: (title) => tap(tapsOf(last).find(({ meaning }) => meaning === title)),
      rate: (isHelpful) => tap(rateReply(last, isHelpful)),
      sendPicture: () => {
        const payload = { url: 'https://cdn.example/p.png' };
        return deliver((mid) => ({ message: { mid, attachments: [{ type: 'image', payload }] } }));
      },
      async look() {
        const messages = stage.graph.messages.filter((message) => message.psid === psid);
        const fresh = messages.slice(seen);
        seen = messages.length;
        last = fresh;
        return viewMessenger(last, stage.graph.personas.get(fresh.at(-1)?.personaId ?? '') ?? null);
      },
    };
  },
};
