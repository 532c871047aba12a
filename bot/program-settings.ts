import { settingsOfChannels } from '../channels/channels.js';
import { deskSettings } from '../channels/desk/settings.js';
import { channelSettings } from '../channels/settings.js';
import { joinSettings, parseSettings } from '../index/platform/settings.js';
import { indexSettings } from '../index/settings.js';
import { ingestSettings } from '../ingest/settings.js';
import { botSettings } from './settings.js';

const TABLES = joinSettings(
  indexSettings,
  ingestSettings,
  botSettings,
  channelSettings,
  deskSettings,
  settingsOfChannels,
);

export type ProgramSettings = ReturnType<typeof readProgramSettings>;

/**
 * Everything that is set for the server, of all its parts.
 * @throws SETTINGS_INVALID
 */
export function readProgramSettings(environment: Readonly<Record<string, string | undefined>>) {
  return parseSettings(TABLES, environment);
}
