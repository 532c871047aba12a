/** Channels by their `channelId` that are called the same in every language. */
export const CHANNEL_NAMES: Readonly<Record<string, string>> = {
  facebook: 'Messenger',
  messenger: 'Messenger',
  msteams: 'Teams',
  slack: 'Slack',
  telegram: 'Telegram',
  line: 'LINE',
  kik: 'Kik',
  groupme: 'GroupMe',
  outlook: 'Outlook',
  omnichannel: 'Dynamics 365',
  emulator: 'Emulator',
};
