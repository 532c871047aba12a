import { matching, type Settings, setting } from '../../index/platform/settings.js';

const GUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

const appId = setting.optionalText(
  'Id of the Teams app (a GUID), where it is not MicrosoftAppId; it never changes once people have the app.',
);
const version = setting.text('Version of the Teams app; raise it before each upload.', '1.0.0');
const accentColor = setting.text(
  'Colour behind the outline icon of the Teams app, such as #1F5FBF; the other icon has its own.',
  '#1F5FBF',
);

const deskChannel = setting.optionalText(
  'Id of the channel of Teams in which agents work; where not set, an administrator chooses it by writing "@bot desk here" there.',
);

/** Settings of Teams: some of them for messages and the desk, the others for the app that "npm run teams" packs. */
export const teamsSettings = {
  TEAMS_AI_LABEL: setting.flag(
    'Whether answers carry the label "AI generated" of Teams; Microsoft asks for it where a machine chooses or writes the answer.',
    true,
  ),
  TEAMS_READ_RECEIPTS: setting.flag(
    'Whether the app asks to be told when a message was read, so that agents see it; an organisation has to allow that.',
    false,
  ),
  TEAMS_DESK: setting.flag(
    'Whether agents may work in a channel of Teams; the app then asks to read the channels of the team that it is added to.',
    false,
  ),
  TEAMS_DESK_CHANNEL: {
    ...deskChannel,
    schema: deskChannel.schema.refine(isChannelId, 'must be the id of a channel, such as 19:…@thread.tacv2'),
  },
  TEAMS_DESK_LANGUAGE: setting.choice('Language of the cards in that channel.', ['nl', 'en'], 'nl'),
  TEAMS_DESK_IDLE_MINUTES: setting.integer(
    'After how many minutes without doing anything somebody who works in Teams counts as gone: their customers go back to the queue.',
    60,
    { min: 5, max: 1_440 },
  ),
  TEAMS_APP_ID: { ...appId, schema: appId.schema.refine(isGuid, 'must be a GUID') },
  TEAMS_APP_VERSION: matching(version, /^\d{1,5}(\.\d{1,5}){2}$/, 'must be three numbers, such as 1.0.0'),
  TEAMS_DEVELOPER_NAME: setting.optionalText('Who publishes the Teams app; COMPANY_NAME where not set.'),
  TEAMS_WEBSITE_URL: page('Page about the bot or the company, shown with the Teams app.'),
  TEAMS_PRIVACY_URL: page('Page with the privacy statement, shown with the Teams app.'),
  TEAMS_TERMS_URL: page('Page with the terms of use, shown with the Teams app.'),
  TEAMS_ACCENT_COLOR: matching(accentColor, /^#[0-9a-f]{6}$/i, 'must be # and six hexadecimal digits'),
};

export type TeamsSettings = Settings<typeof teamsSettings>;

/** Whether agents may work in Teams: naming their channel says so as well. */
export function hasTeamsDesk({
  TEAMS_DESK,
  TEAMS_DESK_CHANNEL,
}: Pick<TeamsSettings, 'TEAMS_DESK' | 'TEAMS_DESK_CHANNEL'>): boolean {
  return TEAMS_DESK || TEAMS_DESK_CHANNEL !== undefined;
}

/** Whether a text, where there is one, is an id as Microsoft gives them. */
export function isGuid(text: string | undefined): boolean {
  return text === undefined || GUID.test(text);
}

function isChannelId(text: string | undefined): boolean {
  return text === undefined || /^19:[^;\s]{1,250}@thread\.(tacv2|skype)$/.test(text);
}

function page(about: string) {
  const base = setting.optionalText(about);
  return { ...base, schema: base.schema.refine(isPage, 'must be an https address') };
}

function isPage(text: string | undefined): boolean {
  if (text === undefined) return true;
  return text.length <= 2_048 && URL.canParse(text) && new URL(text).protocol === 'https:';
}
