import { cutTitle } from '../text/cut-title.js';
import { readableLine } from '../text/readable.js';
import type { AppFacts } from './app-facts.js';
import { type AppWords, appWords } from './manifest-words.js';

type Json = Readonly<Record<string, unknown>>;

// The first version that knows `supportsChannelFeatures` (shared and private channels). Nothing newer is used here, and
// Teams goes on taking every older version.
const VERSION = '1.25';
const SCHEMAS = `https://developer.microsoft.com/json-schemas/teams/v${VERSION}`;
const SCOPES = ['personal', 'team', 'groupChat'];

/** The manifest of the Teams app, in Dutch; too long names are cut to what Teams takes. */
export function buildManifest(facts: AppFacts): Json {
  const words = appWords('nl', names(facts));
  return {
    $schema: `${SCHEMAS}/MicrosoftTeams.schema.json`,
    manifestVersion: VERSION,
    version: facts.version,
    id: facts.appId,
    localizationInfo: {
      defaultLanguageTag: 'nl',
      additionalLanguages: [{ languageTag: 'en', file: 'en.json' }],
    },
    developer: {
      name: lineOf(facts.developerName, 32),
      websiteUrl: facts.websiteUrl,
      privacyUrl: facts.privacyUrl,
      termsOfUseUrl: facts.termsUrl,
    },
    ...shownWords(words),
    icons: { color: 'color.png', outline: 'outline.png' },
    accentColor: facts.accentColor,
    bots: [
      {
        botId: facts.botId,
        scopes: SCOPES,
        // Agents could not open what customers put into their own OneDrive.
        supportsFiles: false,
        isNotificationOnly: false,
        commandLists: [{ scopes: SCOPES, commands: words.commands }],
      },
    ],
    permissions: ['identity', 'messageTeamMembers'],
    validDomains: [facts.domain],
    supportsChannelFeatures: 'tier1',
    defaultInstallScope: 'personal',
    defaultGroupCapability: { team: 'bot', groupchat: 'bot' },
    ...permissionsOf(facts),
  };
}

/** The same words in English, in the form of Teams' localisation files. */
export function buildEnglish(facts: AppFacts): Json {
  const words = appWords('en', names(facts));
  const { name, description } = shownWords(words);
  return {
    $schema: `${SCHEMAS}/MicrosoftTeams.Localization.schema.json`,
    'name.short': name.short,
    'name.full': name.full,
    'description.short': description.short,
    'description.full': description.full,
    ...Object.fromEntries(
      words.commands.flatMap(({ title, description: about }, index) => [
        [`bots[0].commandLists[0].commands[${index}].title`, title],
        [`bots[0].commandLists[0].commands[${index}].description`, about],
      ]),
    ),
  };
}

/** Lengths as the schema has them. */
function shownWords({ shortName, fullName, shortDescription, fullDescription }: AppWords) {
  return {
    name: { short: cutTitle(shortName, 30), full: cutTitle(fullName, 100) },
    description: { short: cutTitle(shortDescription, 80), full: cutTitle(fullDescription, 4_000) },
  };
}

function names({ botName, companyName }: AppFacts) {
  return { bot: lineOf(botName, 100), company: lineOf(companyName, 100) };
}

function lineOf(text: string, most: number): string {
  return cutTitle(readableLine(text) || '…', most);
}

/** Permissions for one chat, or one team, which the person who adds the app there gives. */
function permissionsOf({ hasReadReceipts, hasDesk, botId }: AppFacts): Json {
  const names = [
    // To be told what was read.
    ...(hasReadReceipts ? ['ChatMessageReadReceipt.Read.Chat'] : []),
    // What agents write in the thread of a hand-off reaches the bot without a mention.
    ...(hasDesk ? ['ChannelMessage.Read.Group'] : []),
  ];
  if (names.length === 0) return {};
  return {
    webApplicationInfo: { id: botId, resource: 'https://RscBasedStoreApp' },
    authorization: {
      permissions: { resourceSpecific: names.map((name) => ({ name, type: 'Application' })) },
    },
  };
}
