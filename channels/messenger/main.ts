import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { isCoded, messageOf } from '../../index/platform/errors.js';
import { parseSettings, setting } from '../../index/platform/settings.js';
import { channelSettings } from '../settings.js';
import { messengerErrors } from './errors.js';
import { createGraphClient } from './graph/graph-client.js';
import { messengerOptions } from './messenger-options.js';
import { sampleQuestions } from './profile.js';
import { createProfileCommands } from './profile-commands.js';
import { readQuestions } from './read-questions.js';
import { messengerSettings } from './settings.js';

const USAGE = `Usage: npm run messenger -- profile set|show|delete [options]

  profile set      give the page its button "Get Started", greeting, menu and first questions
  profile show     print what the page has
  profile delete   take all of it away

  --questions FILE   first questions, {"nl": ["…"], "en": ["…"]}, at most 4 each; else those of the sample community

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
      PUBLIC_URL: channelSettings.PUBLIC_URL,
      BOT_NAME: setting.text('Name under which the bot speaks.', 'Zwaluw-assistent'),
      COMPANY_NAME: setting.text('Name of the company the bot speaks for.', 'Zwaluw'),
    },
    process.env,
  );
  const options = messengerOptions(settings);
  if (options === null) throw messengerErrors.MESSENGER_OFF({});
  const commands = createProfileCommands(createGraphClient(options));
  if (action !== 'set') return console.log(await commands[action]());
  const { PUBLIC_URL: publicUrl } = settings;
  console.log(
    await commands.set({
      botName: settings.BOT_NAME,
      companyName: settings.COMPANY_NAME,
      websiteUrl: publicUrl?.startsWith('https://') ? publicUrl : null,
      questions: values.questions === undefined ? sampleQuestions : readQuestions(values.questions),
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
