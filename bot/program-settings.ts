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

/** Of the sources of ingest only what people settled beside them is taken: dumps are large and stay where they came from. */
const NAMED_FILES_TABLE = {
  COMPANY_FACTS: botSettings.COMPANY_FACTS,
  OPENING_HOURS: botSettings.OPENING_HOURS,
  SAFETY_TEXTS: botSettings.SAFETY_TEXTS,
  SEARCH_FILTERS: botSettings.SEARCH_FILTERS,
  DESK_TEAMS: botSettings.DESK_TEAMS,
  CLASSIFIERS: indexSettings.CLASSIFIERS,
  INGEST_JOIN_RULES: ingestSettings.INGEST_JOIN_RULES,
  INGEST_PRODUCTS: ingestSettings.INGEST_PRODUCTS,
  INGEST_LABELS: ingestSettings.INGEST_LABELS,
};

/**
 * The files that people write and settings name.
 * @throws SETTINGS_INVALID
 */
export function readNamedFileSettings(environment: Readonly<Record<string, string | undefined>>) {
  return parseSettings(NAMED_FILES_TABLE, environment);
}
