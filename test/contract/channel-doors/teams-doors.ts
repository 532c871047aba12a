import type { Activity } from '../../../bot/contracts/activities.js';
import { openAzureLine } from './azure-line.js';
import type { ChannelDoor } from './customer.js';
import { tapsIn, thumbsOf, viewTeams } from './teams-view.js';

const BOT = { id: 'the-bot', name: 'Zwaluw' };
let threads = 0;

/** The chat of one person with the bot in Teams. */
export const teamsChatDoor = teamsDoor('Teams, personal chat', () => ({ conversationType: 'personal' }));

/** A chat of several people in Teams: the bot hears what mentions it. */
export const teamsGroupDoor = teamsDoor('Teams, group chat', () => ({
  conversationType: 'groupChat',
  isGroup: true,
}));

/** A thread in a channel of a team: the bot hears what mentions it. */
export const teamsThreadDoor = teamsDoor('Teams, thread in a channel', () => {
  threads += 1;
  const id = `19:team${threads}@thread.tacv2;messageid=17${threads}`;
  return { id, conversationType: 'channel', isGroup: true };
});

function teamsDoor(
  title: string,
  conversation: () => { readonly id?: string; readonly conversationType: string; readonly isGroup?: true },
): ChannelDoor {
  return {
    title,
    welcomes: conversation().conversationType !== 'channel',
    namesAgents: true,
    changesShown: true,
    hasTaps: true,
    saysNumbers: false,
    unfolds: true,
    async open(stage) {
      const place = conversation();
      const line = openAzureLine(stage, 'msteams', place);
      let last: readonly Activity[] = [];
      const mention = { type: 'mention', mentioned: BOT, text: '<at>Zwaluw</at>' };
      const spoken = (text: string) =>
        place.isGroup ? { text: `<at>Zwaluw</at>&nbsp;${text}`, entities: [mention] } : { text };
      return {
        channelId: 'msteams',
        conversationId: line.conversationId,
        arrive: () => line.post({ type: 'conversationUpdate', membersAdded: [BOT] }),
        say: (text, isTwice) => line.post({ textFormat: 'plain', ...spoken(text) }, isTwice),
        choose(chosen) {
          const tap = tapsIn(last).find((one) => one.title === chosen);
          if (!tap) throw new Error(`no card has "${chosen}"`);
          // Teams sends no text with Action.Submit.
          return line.post({ value: tap.sent, replyToId: tap.activityId });
        },
        rate(isHelpful) {
          const reaction = isHelpful ? 'like' : 'dislike';
          const actionValue = { reaction, feedback: '{"feedbackText":""}' };
          const replyToId = thumbsOf(last);
          if (replyToId === null) throw new Error('nothing has thumbs');
          const value = { actionName: 'feedback', actionValue };
          return line.post({ type: 'invoke', name: 'message/submitAction', replyToId, value });
        },
        sendPicture: () =>
          line.post({
            ...spoken(''),
            attachments: [
              { contentType: 'image/*', contentUrl: 'https://smba.example/p' },
              { contentType: 'text/html', content: '<div><img></div>' },
            ],
          }),
        async look() {
          const { fresh, changed } = line.news();
          last = fresh;
          return viewTeams(fresh, changed);
        },
      };
    },
  };
}
