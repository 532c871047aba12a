import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { messageOf, printableError } from '../../index/platform/errors.js';
import { writeFileAtomically } from '../../index/platform/files.js';
import { parseSettings, setting } from '../../index/platform/settings.js';
import { channelSettings } from '../settings.js';
import { appFacts } from './app-facts.js';
import { teamsErrors } from './errors.js';
import { packApp } from './pack-app.js';
import { teamsSettings } from './settings.js';

const USAGE = `Usage: npm run teams -- manifest [--out teams-app.zip]

  manifest   pack the Teams app from the settings, to be uploaded to Teams`;

if (existsSync('.env')) process.loadEnvFile('.env');

try {
  main();
} catch (error) {
  console.error(printableError(error));
  process.exitCode = 1;
}

function main(): void {
  const { values, positionals } = parseWords(process.argv.slice(2));
  const [command = 'help', ...others] = positionals;
  if (values.help || command === 'help') {
    console.log(USAGE);
    return;
  }
  if (command !== 'manifest' || others.length > 0) {
    throw teamsErrors.TEAMS_COMMAND_INVALID({ reason: `"${positionals.join(' ')}" is not known` });
  }
  const facts = appFacts(readSettings());
  const bytes = packApp(facts);
  writeFileAtomically(values.out, bytes);
  console.log(
    `Packed ${facts.botName} ${facts.version} (app ${facts.appId}) into ${values.out}, ${bytes.length} bytes.\n` +
      'Upload it in the Teams admin center (Teams apps, Manage apps), or in Teams (Apps, Manage your apps).',
  );
}

/** Names have defaults elsewhere, for the sample company; here they must be set. */
function readSettings() {
  const table = {
    ...teamsSettings,
    PUBLIC_URL: channelSettings.PUBLIC_URL,
    MicrosoftAppId: setting.optionalText('Id of the Azure Bot.'),
    BOT_NAME: setting.optionalText('Name under which the bot speaks.'),
    COMPANY_NAME: setting.optionalText('Name of the company the bot speaks for.'),
  };
  return parseSettings(table, process.env);
}

function parseWords(words: string[]) {
  try {
    return parseArgs({
      args: words,
      allowPositionals: true,
      options: {
        out: { type: 'string', default: 'teams-app.zip' },
        help: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    throw teamsErrors.TEAMS_COMMAND_INVALID({ reason: messageOf(error) }, error);
  }
}
