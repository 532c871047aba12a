import { teamsErrors } from './errors.js';
import { hasTeamsDesk, isGuid, type TeamsSettings } from './settings.js';

/** What a Teams app says of itself. */
export interface AppFacts {
  readonly appId: string;
  readonly botId: string;
  readonly version: string;
  readonly botName: string;
  readonly companyName: string;
  readonly developerName: string;
  readonly websiteUrl: string;
  readonly privacyUrl: string;
  readonly termsUrl: string;
  /** Host name under which this server is reached. */
  readonly domain: string;
  /** `#` and six hexadecimal digits. */
  readonly accentColor: string;
  readonly hasReadReceipts: boolean;
  /** Whether agents work in a channel of Teams. */
  readonly hasDesk: boolean;
}

/** Settings of other parts that the app needs; each is undefined where not set. */
interface SharedSettings {
  readonly MicrosoftAppId: string | undefined;
  readonly PUBLIC_URL: string | undefined;
  readonly BOT_NAME: string | undefined;
  readonly COMPANY_NAME: string | undefined;
}

const NEEDED = [
  'MicrosoftAppId',
  'PUBLIC_URL',
  'BOT_NAME',
  'COMPANY_NAME',
  'TEAMS_WEBSITE_URL',
  'TEAMS_PRIVACY_URL',
  'TEAMS_TERMS_URL',
] as const;

/**
 * Gathers what the app says of itself. Names have no default here: what is uploaded must not bear a name of the samples.
 * @throws TEAMS_SETTINGS_MISSING with all that are not set, TEAMS_SETTING_UNUSABLE
 */
export function appFacts(settings: TeamsSettings & SharedSettings): AppFacts {
  const missing = NEEDED.filter((name) => settings[name] === undefined);
  if (missing.length > 0) throw teamsErrors.TEAMS_SETTINGS_MISSING({ names: missing.join(', ') });
  const [botId, publicUrl, botName, companyName, websiteUrl, privacyUrl, termsUrl] = NEEDED.map(
    (name) => settings[name] ?? '',
  ) as [string, string, string, string, string, string, string];
  if (!isGuid(botId)) throw unusable('MicrosoftAppId', botId, 'the id of an Azure Bot is a GUID');
  const url = new URL(publicUrl);
  if (url.protocol !== 'https:')
    throw unusable('PUBLIC_URL', publicUrl, 'Teams reaches https addresses only');
  return {
    appId: settings.TEAMS_APP_ID ?? botId,
    botId,
    version: settings.TEAMS_APP_VERSION,
    botName,
    companyName,
    developerName: settings.TEAMS_DEVELOPER_NAME ?? companyName,
    websiteUrl,
    privacyUrl,
    termsUrl,
    domain: url.hostname,
    accentColor: settings.TEAMS_ACCENT_COLOR,
    hasReadReceipts: settings.TEAMS_READ_RECEIPTS,
    hasDesk: hasTeamsDesk(settings),
  };
}

function unusable(name: string, value: string, reason: string) {
  return teamsErrors.TEAMS_SETTING_UNUSABLE({ name, value, reason });
}
