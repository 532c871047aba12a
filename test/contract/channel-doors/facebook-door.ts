import { openAzureLine } from './azure-line.js';
import type { ChannelDoor } from './customer.js';
import { type MessengerPart, type QuickReply, rateReply, tapsOf, viewMessenger } from './messenger-view.js';

/** Messenger by Azure's Facebook channel: Meta's own event in `channelData`, the payload of a button as the text. */
export const facebookDoor: ChannelDoor = {
  title: 'Messenger through Azure',
  welcomes: true,
  // Azure's Facebook channel knows no personas.
  namesAgents: false,
  changesShown: false,
  hasTaps: true,
  saysNumbers: true,
  unfolds: false,
  async open(stage) {
    const line = openAzureLine(stage, 'facebook');
    let last: readonly MessengerPart[] = [];
    let told = 0;
    const post = (text: string, part: object, isTwice = false) => {
      told += 1;
      const timestamp = stage.clock.now().getTime();
      const channelData = { sender: { id: '81' }, recipient: { id: '1044' }, timestamp, ...part };
      return line.post({ text, channelData }, isTwice);
    };
    const message = (parts: object) => ({ message: { mid: `m_az_${told}`, ...parts } });
    const tap = (reply: QuickReply | undefined) => {
      if (!reply) throw new Error('there is no such quick reply');
      const { title, payload } = reply;
      return post(payload, message({ text: title, quick_reply: { payload } }));
    };
    return {
      channelId: 'facebook',
      conversationId: line.conversationId,
      arrive: () => post('GET_STARTED', { postback: { title: 'Get Started', payload: 'GET_STARTED' } }),
      say: (text, isTwice) => post(text, message({ text }), isTwice),
      choose: (title) => tap(tapsOf(last).find(({ meaning }) => meaning === title)),
      rate: (isHelpful) => tap(rateReply(last, isHelpful)),
      sendPicture: () =>
        post(
          '',
          message({ attachments: [{ type: 'image', payload: { url: 'https://cdn.example/p.png' } }] }),
        ),
      async look() {
        last = line.news().fresh.map(({ text, channelData }) => {
          const own = (channelData ?? {}) as { attachment?: unknown; quick_replies?: QuickReply[] };
          return { text, attachment: own.attachment, quickReplies: own.quick_replies ?? [] };
        });
        return viewMessenger(last, null);
      },
    };
  },
};
