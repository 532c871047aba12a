import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { askRecheck, timeAtBound, type Verdict } from './check-regex.js';
import { type FoundRegex, findRegexes } from './find-regexes.js';

/**
 * `npm run check:regexes`: has every regular expression of the product checked by recheck, and writes down what it said. With
 * `--known` nothing is checked: it fails where one is not among those that were.
 */
const ROOT = fileURLToPath(new URL('../../../../', import.meta.url));
const LIST = `${ROOT}test/bench/regexes/checked.json`;

/** `safe`, or `bounded` where the longest text that it meets was tried, by the hash of an expression with its folders. */
type Checked = Readonly<Record<string, string>>;

const known: Checked = existsSync(LIST) ? JSON.parse(readFileSync(LIST, 'utf8')) : {};
const regexes = await findRegexes(ROOT);
const unchecked = regexes.filter((regex) => known[keyOf(regex)] === undefined);
if (process.argv.includes('--known')) tellUnchecked();
else await checkAll();

/** Where it stands decides how long a text may be; another file of the same folder changes nothing. */
function keyOf({ source, flags, files }: FoundRegex): string {
  const folders = [...new Set(files.map((file) => file.split('/')[0]))].join(',');
  return createHash('sha256').update(`${folders}\n${flags}\n${source}`).digest('hex').slice(0, 20);
}

function tellUnchecked(): void {
  for (const { source, flags, files } of unchecked) {
    console.log(`${files.join(', ')}: /${source.slice(0, 200)}/${flags} was never checked.`);
  }
  if (unchecked.length > 0) console.log('"npm run check:regexes" checks them.');
  console.log(`${regexes.length} regular expressions, ${unchecked.length} unchecked`);
  process.exitCode = unchecked.length > 0 ? 1 : 0;
}

async function checkAll(): Promise<void> {
  const found: Record<string, string> = {};
  for (const regex of regexes) {
    const key = keyOf(regex);
    const word = known[key] ?? (await check(regex));
    if (word === null) continue;
    found[key] = word;
    // Hundreds take minutes: what was done is not done again when somebody breaks it off.
    if (known[key] === undefined) save({ ...known, ...found });
  }
  save(found);
  const refused = regexes.length - Object.keys(found).length;
  console.log(`${regexes.length} regular expressions, ${refused} refused`);
}

function save(checked: Checked): void {
  const sorted = Object.fromEntries(Object.entries(checked).sort(([a], [b]) => a.localeCompare(b)));
  writeFileSync(LIST, `${JSON.stringify(sorted, null, 2)}\n`);
}

/** @returns null for one that takes too long, which was told */
async function check(regex: FoundRegex): Promise<string | null> {
  let verdict: Verdict = askRecheck(regex, 'auto', 1_500);
  if (verdict.status === 'unknown') verdict = askRecheck(regex, 'fuzz', 1_500);
  if (verdict.status === 'safe') return 'safe';
  const { ms, mostMs } = await timeAtBound(regex, verdict);
  const how = verdict.complexity?.summary ?? 'undecided';
  if (ms <= mostMs) return `bounded (${how})`;
  process.exitCode = 1;
  const took = Number.isFinite(ms) ? `${Math.round(ms)} ms` : 'for ever';
  console.log(
    `${regex.files.join(', ')}: /${regex.source.slice(0, 200)}/${regex.flags} (${how}) took ${took}; ${mostMs} are allowed.`,
  );
  return null;
}
