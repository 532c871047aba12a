import type { Activity } from '../../../bot/contracts/activities.js';
import { openCustomer } from '../../support/product-customer.js';
import type { ChannelDoor, Reply } from './customer.js';
import { readMarkdown, replyOf } from './reply.js';

interface Button {
  readonly title: string;
  readonly text: string;
  readonly value: object;
}

/** Our own web chat, by the Direct Line protocol. */
export const webchatDoor: ChannelDoor = {
  title: 'web chat',
  welcomes: true,
  namesAgents: true,
  changesShown: false,
  hasTaps: true,
  saysNumbers: false,
  unfolds: true,
  async open(stage) {
    const visitor = await openCustomer(stage.url);
    const { conversationId } = visitor;
    let seen = 0;
    let posted = 0;
    let last: readonly Activity[] = [];

    async function post(activity: object, times = 1): Promise<void> {
      posted += 1;
      const channelData = { clientActivityID: `${conversationId}-${posted}` };
      for (let time = 0; time < times; time++) {
        const { status } = await visitor.post({ type: 'message', channelData, ...activity });
        if (status !== 200) throw new Error(`the web chat answered ${status}`);
      }
      await stage.settle();
    }
    const tap = (title: string) => {
      const button = buttonsOf(last).find((one) => one.title === title);
      if (!button) throw new Error(`there is no button "${title}"`);
      return post({ text: button.text, value: button.value });
    };

    return {
      channelId: 'directline',
      conversationId,
      arrive: () => post({ type: 'event', name: 'webchat/join', locale: 'nl-NL' }),
      say: (text, isTwice) => post({ text }, isTwice ? 2 : 1),
      choose: tap,
      rate: (isHelpful) => tap(rateTitle(last, isHelpful)),
      sendPicture: () =>
        post({ attachments: [{ contentType: 'image/png', contentUrl: 'https://cdn.example/p.png' }] }),
      async look() {
        const heard = (await visitor.heard()) as readonly unknown[] as readonly Activity[];
        last = heard.slice(seen).filter(({ from }) => from?.role === 'bot');
        seen = heard.length;
        return viewWebchat(last);
      },
    };
  },
};

/** What Direct Line clients show of activities: the text, the buttons of the last one, and what the widget unfolds. */
export function viewWebchat(activities: readonly Activity[]): Reply {
  const messages = activities.filter(({ type }) => type === 'message');
  const more = messages.map(
    ({ channelData }) => (channelData as { message: { more?: { text: string } } }).message.more?.text ?? '',
  );
  const speaker = messages.at(-1)?.from;
  return replyOf(
    messages.map(({ text = '' }) => readMarkdown(text)),
    buttonsOf(messages).map(({ title }) => title),
    {
      unfolds: more.map((text) => readMarkdown(text).words).join(''),
      speaker: speaker?.name ?? null,
    },
  );
}

/** Buttons vanish with the next message. */
export function buttonsOf(activities: readonly Activity[]): readonly Button[] {
  const last = activities.filter(({ type }) => type === 'message').at(-1);
  return (last?.suggestedActions as { actions: Button[] } | undefined)?.actions ?? [];
}

/** Title of the button that answers "did this help?". */
export function rateTitle(activities: readonly Activity[], isHelpful: boolean): string {
  const titles = isHelpful ? ['Ja', 'Yes'] : ['Nee', 'No'];
  return buttonsOf(activities).find(({ title }) => titles.includes(title))?.title ?? '';
}
