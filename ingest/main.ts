import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { printableError } from '../index/platform/errors.js';
import { makePrivateFolder } from '../index/platform/files.js';
import { joinSettings, parseSettings } from '../index/platform/settings.js';
import { createReleaseStore } from '../index/releases/create-release-store.js';
import { indexSettings } from '../index/settings.js';
import { ingestErrors } from './errors.js';
import { isItemCommand, readIngestWords } from './ingest-command.js';
import { releaseCommands, reportWordsOf } from './releasing/release-commands.js';
import { ingestSettings } from './settings.js';
import { namesOfKinds, sourceKinds } from './sources/source-kinds.js';

const USAGE = `Usage: npm run ingest -- [command] [options]

  run        read the sources, build a release, publish it (the default)
  plan       read the sources and say what would change: by title and link, and for your questions
  list       name the releases that are there, newest first
  releases   the same with who made them live, when and why, also those whose folder is gone
  publish ID|NAME   make a release live
  name ID|NAME "NEW NAME"   call a release something that people remember
  trace ITEM [ID|NAME]   what an item said in a release, or in each, and where that came from
  report [ID]  what the live release, or another, will answer, and what it confuses
  rollback [ID]   make the release live that was live before; with an ID only where that one is live
  check      try address and credentials of the sources and say what they hold; changes nothing
  sweep      take out what the sources no longer have, without reading the rest
  retry      read those threads again that could not be read
  failures   list them
  remove NAME  take all items of a source out and publish
  upgrade    build the live release anew where an older version of this program made it; reads no source
  review     list customers' wordings that wait; "review list learned" and "review list refused" list those settled
  review stale   the answers that most speaks against, worst first
  review right ID…   says that they still hold; --by tells who
  review pairs   answers that contradict each other, both sides; those that are kept back first
  links      look where the links in answers lead, where INGEST_CHECK_LINKS is on
  review accept ID…, review refuse ID…   decide about them

  --source KIND   ${namesOfKinds}, instead of INGEST_SOURCES
  --path PATH     ${sourceKinds.map(({ pathNames }) => pathNames).join(';\n                  or ')}
  --site HOST     host of a Stack Exchange community, for links; else the folder's name where it is one
  --full          read everything again, also what did not change
  --name NAME     name of the source; else from the site or the path
  --allow-empty   a source that held items may give none, and the release goes live whatever it takes away
  --no-publish    build the release without making it live
  --rebuild       build a release even when nothing changed
  --force         publish whatever speaks against it; needs --by
  --by NAME       who decides, for run, publish and rollback; else who is signed in to this machine
  --why TEXT      why; remembered with the release
  --all           plan lists everything, instead of the first of each kind
  --json          plan, review stale and review pairs write JSON
  --progress json a run tells how far it is in lines of JSON
  --language nl|en   language of plan, list, trace; else INGEST_REPORT_LANGUAGE

Exit codes: 0 done, 1 failed, 2 the release was built and held back: "publish ID" makes it live; plan: it would be,
3 done, but a source was not read to its end and keeps what it had`;

if (existsSync('.env')) process.loadEnvFile('.env');

try {
  await main();
} catch (error) {
  console.error(printableError(error));
  process.exitCode = 1;
}

async function main(): Promise<void> {
  const { values, positionals } = readIngestWords(process.argv.slice(2));
  const [name = 'run', ...words] = positionals;
  if (values.help || name === 'help') return console.log(USAGE);
  const settings = parseSettings(joinSettings(indexSettings, ingestSettings), process.env);
  makePrivateFolder(settings.RUNTIME_DIR);
  const directory = join(settings.RUNTIME_DIR, 'releases');
  const releases = createReleaseStore({ directory, now: () => new Date() });
  const reportWords = reportWordsOf(values.language, settings.INGEST_REPORT_LANGUAGE);
  const { log: print, error: complain } = console;
  const command = { name, values, words, settings, directory, releases, reportWords, print, complain };
  const tell = releaseCommands[name];
  if (tell) return console.log(tell(command));
  if (!isItemCommand(name)) {
    throw ingestErrors.INGEST_COMMAND_INVALID({ reason: `"${name}" is not known` });
  }
  // Most of the modules: who lists releases or mistypes a word does not wait for them.
  const { itemCommands } = await import('./item-commands.js');
  await itemCommands[name](command);
}
