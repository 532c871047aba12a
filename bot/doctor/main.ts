import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { messageOf } from '../../index/platform/errors.js';
import { terminalLanguage } from '../terminal/terminal-language.js';
import { freeBytesAt } from './check-machine.js';
import { examine } from './examine.js';

const USAGE = {
  en: `Usage: npm run doctor [-- --online] [--json] [--language nl|en]

Looks at everything the server needs and says what to do: settings, channels, origins, port, disk, rights, clock, model,
release, facts and opening hours, sources. It starts nothing and changes nothing.

  --online   ask Meta and Microsoft as well whether they take tokens and secrets
  --json     findings as JSON, for programs

Exit codes: 0 nothing wrong, 1 a problem, 2 warnings only, 3 the command is not understood.`,
  nl: `Gebruik: npm run doctor [-- --online] [--json] [--language nl|en]

Kijkt naar alles wat de server nodig heeft en zegt wat u kunt doen: instellingen, kanalen, websites, poort, schijf, rechten,
klok, model, release, feiten en openingstijden, bronnen. Er wordt niets gestart en niets veranderd.

  --online   vraag ook Meta en Microsoft of zij tokens en geheimen aannemen
  --json     bevindingen als JSON, voor programma's

Exitcodes: 0 niets mis, 1 een probleem, 2 alleen waarschuwingen, 3 de opdracht is niet begrepen.`,
};

const SIGNS = { ok: ' ok ', warning: 'WARN', problem: 'FAIL' } as const;

if (existsSync('.env')) process.loadEnvFile('.env');
process.exitCode = await run(process.argv.slice(2));

async function run(args: string[]): Promise<number> {
  const values = readDoctorWords(args);
  if (typeof values === 'string') {
    console.error(values);
    return 3;
  }
  const language = terminalLanguage(values.language, process.env.LC_ALL || process.env.LANG);
  if (values.help) {
    console.log(USAGE[language]);
    return 0;
  }
  const machine = { node: process.version, now: new Date(), freeBytes: freeBytesAt };
  const findings = await examine({ environment: process.env, machine, isOnline: values.online === true });
  if (values.json) {
    const rows = findings.map((one) => ({ check: one.check, level: one.level, says: one[language] }));
    console.log(JSON.stringify({ findings: rows }, null, 1));
  } else {
    for (const one of findings) console.log(`${SIGNS[one.level]}  ${one.check.padEnd(16)}${one[language]}`);
  }
  const levels = findings.map(({ level }) => level);
  return levels.includes('problem') ? 1 : levels.includes('warning') ? 2 : 0;
}

function readDoctorWords(args: string[]) {
  try {
    const { values } = parseArgs({
      args,
      options: {
        online: { type: 'boolean' },
        json: { type: 'boolean' },
        language: { type: 'string' },
        help: { type: 'boolean' },
      },
    });
    return values;
  } catch (error) {
    return `${messageOf(error)}. "npm run doctor -- --help"`;
  }
}
