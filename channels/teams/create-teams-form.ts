import type { ChannelForm } from '../../bot/contracts/channels.js';
import { readActivity } from './read-activity.js';
import { readDownloads } from './read-files.js';
import { createRenderer } from './render-message.js';

/** How messages look in Microsoft Teams and how its activities read; the door of Azure carries them. */
export function createTeamsForm(options: { readonly hasAiLabel: boolean }): ChannelForm {
  return {
    channelId: 'msteams',
    render: createRenderer(options),
    isUpdatable: true,
    read: readActivity,
    downloads: readDownloads,
  };
}
