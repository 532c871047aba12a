import type { Channel, ChannelKind } from '../channel.js';
import { deskChannel } from '../channels-at-desk.js';
import { createTeamsForm } from './create-teams-form.js';
import { createTeamsDesk } from './desk/teams-desk.js';
import { teamsErrors } from './errors.js';
import { hasTeamsDesk, teamsSettings } from './settings.js';

/** Microsoft Teams: a form and a desk of its own, carried by the door of Azure. */
export const teamsChannel: ChannelKind<typeof teamsSettings> = {
  title: 'Microsoft Teams',
  settings: teamsSettings,
  errors: teamsErrors,
  create: (settings): Channel => ({
    forms: [createTeamsForm({ hasAiLabel: settings.TEAMS_AI_LABEL })],
    atDesk: { channels: [deskChannel('msteams', 'Teams', 'people')], doors: [] },
    openDesk: (parts) =>
      hasTeamsDesk(settings)
        ? createTeamsDesk(parts, {
            channelId: settings.TEAMS_DESK_CHANNEL,
            idleMs: settings.TEAMS_DESK_IDLE_MINUTES * 60_000,
            language: settings.TEAMS_DESK_LANGUAGE,
          })
        : null,
    connect: () => null,
  }),
};
