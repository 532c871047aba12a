import { mkdirSync, writeFileSync } from 'node:fs';
import { measureIngest } from './ingest.js';
import { describeMachine } from './machine.js';
import { measureQuality } from './quality.js';
import { measureStart } from './start.js';
import { measureTurns } from './turns.js';
import { measureWidget } from './widget.js';

/** Measurements by name; each result is a file of its own, so that a diff shows what changed. */
const benchmarks: Readonly<Record<string, (argument: string) => unknown>> = {
  ingest: measureIngest,
  quality: measureQuality,
  start: measureStart,
  turns: measureTurns,
  widget: measureWidget,
};

const wanted = process.argv.slice(2);
// Dumps and public sets are too big for the repository: their folder is named as in "ingest=DIR".
const byDefault = Object.keys(benchmarks).filter((name) => !['ingest', 'quality'].includes(name));
for (const word of wanted.length > 0 ? wanted : byDefault) {
  const [name = '', argument = ''] = word.split('=');
  const measure = benchmarks[name];
  if (!measure) {
    console.error(`"${name}" is not a benchmark. Known: ${Object.keys(benchmarks).join(', ')}.`);
    process.exit(2);
  }
  const result = await measure(argument);
  const report = { benchmark: name, ...describeMachine(new Date()), result };
  mkdirSync('test/bench/results', { recursive: true });
  writeFileSync(`test/bench/results/${name}.json`, `${JSON.stringify(report, null, 2)}\n`);
  console.log(JSON.stringify(report, null, 2));
}
