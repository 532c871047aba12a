import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { isCoded, messageOf } from '../../index/platform/errors.js';
import { parseSettings, setting } from '../../index/platform/settings.js';
import { messengerErrors } from './errors.js';
import { createGraphClient } from './graph/graph-client.js';
import { messengerOptions } from './messenger-options.js';
import { createProfileCommands } from './profile/profile-commands.js';
import { readQuestions } from './profile/read-questions.js';
import { messengerSettings } from './settings.js';

const USAGE = `Usage: npm run messenger -- profile set|show|delete [options]

  profile set      give the page its button "Get Started", greeting and menu, and first questions where they are given
  profile show     print what the page has
  profile delete   take all of it away

  --questions FILE   first questions, {"nl": ["…"], "en": ["…"]}, at most 4 each; Meta shows them in place of "Get Started"

Ends with 0 when done, 1 when it failed, 2 when the command is not understood.`;

if (existsSync('.env')) process.loadEnvFile('.env');

try {
  await main();
} catch (error) {
  console.error(isCoded(error) ? `${error.code}: ${error.message}` : error);
  process.exitCode = isCoded(error, 'MESSENGER_COMMAND_INVALID') ? 2 : 1;
}

async function main(): Promise<void> {
  const { values, positionals } = parseWords(process.argv.slice(2));
  const [subject, action, ...rest] = positionals;
  if (values.help || subject === undefined || subject === 'help') return console.log(USAGE);
  if (subject !== 'profile' || rest.length > 0) throw invalid(`"${positionals.join(' ')}" is not known`);
  if (action !== 'set' && action !== 'show' && action !== 'delete') {
    throw invalid('profile needs one of set, show, delete');
  }
  const settings = parseSettings(
    {
      ...messengerSettings,
      // Names have defaults elsewhere, for the sample company; a page must not bear them.
      BOT_NAME: setting.optionalText('Name under which the bot speaks.'),
      COMPANY_NAME: setting.optionalText('Name of the company the bot speaks for.'),
    },
    process.env,
  );
  const options = messengerOptions(settings);
  if (options === null) throw messengerErrors.MESSENGER_OFF({});
  const commands = createProfileCommands(createGraphClient(options));
  if (action !== 'set') return console.log(await commands[action]());
  const { MESSENGER_WEBSITE_URL: websiteUrl = null, BOT_NAME: botName, COMPANY_NAME: companyName } = settings;
  if (botName === undefined || companyName === undefined) {
    const missing = { BOT_NAME: botName, COMPANY_NAME: companyName };
    const names = Object.entries(missing).filter(([, value]) => value === undefined);
    throw messengerErrors.MESSENGER_NAMES_MISSING({ names: names.map(([name]) => name).join(' and ') });
  }
  console.log(
    await commands.set({
      botName,
      companyName,
      // Not our own address: a demonstration stands there.
      websiteUrl,
      questions: values.questions === undefined ? { nl: [], en: [] } : readQuestions(values.questions),
    }),
  );
}

function parseWords(words: string[]) {
  try {
    return parseArgs({
      args: words,
      allowPositionals: true,
      options: { questions: { type: 'string' }, help: { type: 'boolean', default: false } },
    });
  } catch (error) {
    throw invalid(messageOf(error));
  }
}

function invalid(reason: string) {
  return messengerErrors.MESSENGER_COMMAND_INVALID({ reason });
}
