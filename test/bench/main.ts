import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { SetMeasures } from '../../index/evaluation/evaluate-sets.js';
import { formatSets } from '../../index/evaluation/format-sets.js';
import { measureArticles } from './articles.js';
import { type ChannelsResult, formatChannels } from './channels/format-channels.js';
import { measureChannels } from './channels.js';
import { type DangerResult, formatDanger, measureDanger } from './danger.js';
import { type DeskResult, formatDesk, measureDesk } from './desk.js';
import { type DialoguesResult, formatDialogues } from './dialogues/format-dialogues.js';
import { measureDialogues } from './dialogues.js';
import { type EditorResult, formatEditor, measureEditor } from './editor.js';
import { measureErasure } from './erasure.js';
import { type FloodResult, formatFlood, measureFlood } from './flood.js';
import { type FuzzResult, formatFuzz, measureFuzz } from './fuzz.js';
import { formatHandoff, type HandoffResult, measureHandoff } from './handoff.js';
import { formatHeard, measureHeard } from './heard.js';
import { measureHours } from './hours.js';
import { measureIngest } from './ingest.js';
import { formatKills, type KillsResult, measureKills } from './kills.js';
import { describeMachine } from './machine.js';
import { measureNights } from './nights.js';
import { formatOffers, measureOffers, type OffersResult } from './offers.js';
import { measurePairs } from './pairs.js';
import { measurePassages } from './passages.js';
import { formatPeers, type PeersResult } from './peers/format-peers.js';
import { measurePeers } from './peers.js';
import { formatPersonalData, measurePersonalData, type PersonalDataResult } from './personal-data.js';
import { measureQuality } from './quality.js';
import { measureReleases } from './releases.js';
import { formatReplay } from './replay/format-replay.js';
import { measureReplay, type ReplayResult } from './replay.js';
import { measureScale } from './scale.js';
import { measureStart } from './start.js';
import { measureTurns } from './turns.js';
import { measureTurnsDuringIngest } from './turns-during-ingest.js';
import { formatUnderstanding } from './understanding/format-understanding.js';
import { measureUnderstanding, type UnderstandingResult } from './understanding.js';
import { measureWaits } from './waits.js';
import { measureWidget } from './widget.js';

interface Benchmark {
  readonly measure: (argument: string) => unknown;
  /** A table for people, kept beside the figures. */
  readonly format?: (result: unknown) => string;
  /** Dumps and public sets are too big for the repository: their folder is named as in "ingest=DIR". */
  readonly needsFolder?: boolean;
  /** What the results file is called where other arguments measure something else; the benchmark's name where left out. */
  readonly resultName?: (argument: string) => string;
}

/** Measurements by name; each result is a file of its own, so that a diff shows what changed. */
const benchmarks: Readonly<Record<string, Benchmark>> = {
  articles: { measure: measureArticles },
  channels: { measure: measureChannels, format: (result) => formatChannels(result as ChannelsResult) },
  danger: {
    measure: measureDanger,
    format: (result) => formatDanger(result as DangerResult),
    needsFolder: true,
  },
  desk: { measure: measureDesk, format: (result) => formatDesk(result as DeskResult) },
  dialogues: {
    measure: measureDialogues,
    format: (result) => formatDialogues(result as DialoguesResult),
  },
  editor: { measure: measureEditor, format: (result) => formatEditor(result as EditorResult) },
  erasure: { measure: measureErasure },
  flood: { measure: measureFlood, format: (result) => formatFlood(result as FloodResult) },
  fuzz: { measure: measureFuzz, format: (result) => formatFuzz(result as FuzzResult) },
  handoff: { measure: measureHandoff, format: (result) => formatHandoff(result as HandoffResult) },
  heard: {
    measure: measureHeard,
    format: (result) => formatHeard(result as Awaited<ReturnType<typeof measureHeard>>),
    resultName: (file) =>
      file === '' ? 'heard' : `heard-${basename(file, '.jsonl').replace(/^heard-/, '')}`,
  },
  hours: { measure: measureHours },
  ingest: { measure: measureIngest, needsFolder: true },
  kills: { measure: measureKills, format: (result) => formatKills(result as KillsResult) },
  offers: { measure: measureOffers, format: (result) => formatOffers(result as OffersResult) },
  nights: { measure: measureNights },
  pairs: { measure: measurePairs },
  passages: { measure: measurePassages },
  peers: {
    measure: measurePeers,
    format: (result) => formatPeers(result as PeersResult),
    needsFolder: true,
  },
  'personal-data': {
    measure: measurePersonalData,
    format: (result) => formatPersonalData(result as PersonalDataResult),
  },
  quality: {
    measure: measureQuality,
    format: (result) => formatSets(result as readonly SetMeasures[], 0.9),
    needsFolder: true,
  },
  releases: { measure: measureReleases, needsFolder: true },
  replay: {
    measure: measureReplay,
    format: (result) => formatReplay(result as ReplayResult),
    needsFolder: true,
  },
  scale: { measure: measureScale, needsFolder: true },
  start: { measure: measureStart },
  turns: { measure: measureTurns },
  'turns-during-ingest': { measure: measureTurnsDuringIngest },
  understanding: {
    measure: measureUnderstanding,
    format: (result) => formatUnderstanding(result as UnderstandingResult),
    needsFolder: true,
  },
  waits: { measure: measureWaits },
  widget: { measure: measureWidget },
};

const given = process.argv.slice(2);
const byDefault = Object.keys(benchmarks).filter((name) => !benchmarks[name]?.needsFolder);
const wanted = given.length > 0 ? given : byDefault;
for (const word of wanted) {
  const [name = '', argument = ''] = word.split('=');
  const benchmark = benchmarks[name];
  if (!benchmark) {
    console.error(`"${name}" is not a benchmark. Known: ${Object.keys(benchmarks).join(', ')}.`);
    process.exit(2);
  }
  // Each in a process of its own: no figure carries another's memory, and the model's library loads once in a process.
  if (wanted.length > 1) {
    execFileSync(process.execPath, [fileURLToPath(import.meta.url), word], { stdio: 'inherit' });
    continue;
  }
  const result = await benchmark.measure(argument);
  const report = { benchmark: name, ...describeMachine(new Date()), result };
  const figures = `${JSON.stringify(report, null, 2)}\n`;
  const table = benchmark.format?.(result);
  const resultName = benchmark.resultName?.(argument) ?? name;
  mkdirSync('test/bench/results', { recursive: true });
  writeFileSync(`test/bench/results/${resultName}.json`, figures);
  if (table !== undefined) writeFileSync(`test/bench/results/${resultName}.txt`, `${table}\n`);
  console.log(table ?? figures);
}
