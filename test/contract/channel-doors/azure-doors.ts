import type { Activity } from '../../../bot/contracts/activities.js';
import { openAzureLine } from './azure-line.js';
import type { ChannelDoor, Reply } from './customer.js';
import { readMarkdown, replyOf } from './reply.js';
import { buttonsOf, rateTitle, viewWebchat } from './webchat-door.js';

const ARRIVAL = { type: 'conversationUpdate', membersAdded: [{ id: 'the-bot' }, { id: 'somebody' }] };
const PICTURE = {
  text: '',
  attachments: [{ contentType: 'image/png', contentUrl: 'https://cdn.example/p.png' }],
};

/** Azure's own Web Chat. */
export const azureWebchatDoor = directLineDoor('web chat of Azure', 'webchat');

/** Direct Line as Azure has it. */
export const azureDirectLineDoor = directLineDoor('Direct Line of Azure', 'directline');

/** A channel whose buttons post their title, as the Bot Framework Emulator's do. */
export const emulatorDoor = plainDoor('Bot Framework Emulator', 'emulator', (title) => title);

/** A channel that shows no buttons of ours: people type the number, or the words where there is none. */
export const slackDoor = plainDoor('Slack', 'slack', (title, words) => {
  const numbered = words.split('\n').find((line) => /^\d+\. /.test(line) && line.endsWith(`. ${title}`));
  return numbered ? numbered.slice(0, numbered.indexOf('.')) : title;
});

/** Clients of Direct Line: buttons post title and value, as in our own web chat. */
function directLineDoor(title: string, channelId: string): ChannelDoor {
  return {
    title,
    welcomes: true,
    namesAgents: true,
    changesShown: false,
    hasTaps: true,
    saysNumbers: false,
    unfolds: true,
    async open(stage) {
      const line = openAzureLine(stage, channelId);
      let last: readonly Activity[] = [];
      const tap = (title: string) => {
        const button = buttonsOf(last).find((one) => one.title === title);
        if (!button) throw new Error(`there is no button "${title}"`);
        return line.post({ text: button.text, value: button.value });
      };
      return {
        channelId,
        conversationId: line.conversationId,
        arrive: () => line.post(ARRIVAL),
        say: (text, isTwice) => line.post({ text, locale: 'nl-NL' }, isTwice),
        choose: tap,
        rate: (isHelpful) => tap(rateTitle(last, isHelpful)),
        sendPicture: () => line.post(PICTURE),
        async look() {
          last = line.news().fresh;
          return viewWebchat(last);
        },
      };
    },
  };
}

/** @param typedFor what goes out for a choice, by its title and all words that are shown */
function plainDoor(
  title: string,
  channelId: string,
  typedFor: (title: string, words: string) => string,
): ChannelDoor {
  return {
    title,
    welcomes: true,
    namesAgents: true,
    changesShown: false,
    hasTaps: false,
    saysNumbers: channelId === 'slack',
    unfolds: false,
    async open(stage) {
      const line = openAzureLine(stage, channelId);
      let last: readonly Activity[] = [];
      let reply: Reply;
      const choose = (chosen: string) => line.post({ text: typedFor(chosen, reply.words) });
      return {
        channelId,
        conversationId: line.conversationId,
        arrive: () => line.post(ARRIVAL),
        say: (text, isTwice) => line.post({ text }, isTwice),
        choose,
        rate: (isHelpful) => choose(rateTitle(last, isHelpful)),
        sendPicture: () => line.post(PICTURE),
        async look() {
          last = line.news().fresh;
          reply = viewPlain(last);
          return reply;
        },
      };
    },
  };
}

/** Words only: a choice counts where its title stands in them. */
function viewPlain(activities: readonly Activity[]): Reply {
  const messages = activities.filter(({ type }) => type === 'message');
  const shown = messages.map(({ text = '' }) => readMarkdown(text));
  const words = shown.map((one) => one.words).join('\n');
  const titles = buttonsOf(messages).map(({ value }) => String(value));
  const speaker = /^\*\*(?<name>[^*\n]+)\*\*$/m.exec(messages.at(-1)?.text?.split('\n')[0] ?? '')?.groups
    ?.name;
  return replyOf(
    shown,
    titles.filter((title) => words.includes(title)),
    { speaker: speaker ?? null },
  );
}
