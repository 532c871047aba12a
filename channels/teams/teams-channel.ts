import type { Channel, ChannelKind } from '../channel.js';
import { deskChannel } from '../channels-at-desk.js';
import { createTeamsForm } from './create-teams-form.js';
import { teamsErrors } from './errors.js';
import { teamsSettings } from './settings.js';

/** Microsoft Teams: a form of its own, carried by the door of Azure. */
export const teamsChannel: ChannelKind<typeof teamsSettings> = {
  title: 'Microsoft Teams',
  settings: teamsSettings,
  errors: teamsErrors,
  create: (settings): Channel => ({
    forms: [createTeamsForm({ hasAiLabel: settings.TEAMS_AI_LABEL })],
    atDesk: { channels: [deskChannel('msteams', 'Teams', 'people')], doors: [] },
    connect: () => null,
  }),
};
