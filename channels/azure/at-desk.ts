import { type ChannelsAtDesk, deskChannel } from '../channels-at-desk.js';

/** What agents read of the channels that Azure brings and that have no folder of their own, and of Azure's door. */
export const AZURE_AT_DESK: ChannelsAtDesk = {
  channels: [
    deskChannel('slack', 'Slack', 'speech'),
    deskChannel('telegram', 'Telegram', 'speech'),
    deskChannel('line', 'LINE', 'speech'),
    deskChannel('kik', 'Kik', 'speech'),
    deskChannel('groupme', 'GroupMe', 'speech'),
    deskChannel('outlook', 'Outlook', 'letter'),
    deskChannel('omnichannel', 'Dynamics 365', 'speech'),
    deskChannel('emulator', 'Emulator', 'speech'),
    deskChannel('email', 'E-mail', 'letter'),
    deskChannel('sms', { nl: 'Sms', en: 'Text message' }, 'speech'),
  ],
  doors: [
    {
      door: 'azure',
      name: { nl: 'Azure (Teams en andere kanalen)', en: 'Azure (Teams and other channels)' },
      because: {
        'access-ended': {
          nl: 'het geheim van de bot geldt niet meer. Een beheerder moet MicrosoftAppPassword vernieuwen of de beheerde identiteit nakijken.',
          en: 'the bot’s secret is not valid any more. An administrator must renew MicrosoftAppPassword or check the managed identity.',
        },
        'permission-missing': {
          nl: 'de bot heeft geen toestemming. Een beheerder moet de bot in Azure nakijken.',
          en: 'the bot has no permission. An administrator must check the bot in Azure.',
        },
      },
    },
  ],
};
