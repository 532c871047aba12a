import type { DangerKind, Understanding } from '../../bot/turn/contracts.js';
import { startState, understand } from '../../bot/turn/turn.js';
import { dangerIn } from '../../bot/turn/understanding/danger/danger-in.js';
import { isWanted } from '../../index/classifiers/choose-reading.js';
import { HEADS } from '../../index/classifiers/heads.js';
import { openHearing } from '../../index/classifiers/open-hearing.js';
import { embedQuery } from '../../index/embedder/embed-query.js';
import { openEmbedder } from '../../index/embedder/open-embedder.js';
import { parseSettings } from '../../index/platform/settings.js';
import { embedderOptions, indexSettings } from '../../index/settings.js';
import { type MeasuredMessage, readMessageFile, readReportHalves } from './heard/read-messages.js';
import { readLines } from './understanding/read-lines.js';

/** Precision and recall, and how many were wanted; of ordinary questions, how many were taken for it. */
interface Figures {
  readonly wanted: number;
  readonly precision: number | null;
  readonly recall: number | null;
}

interface Read extends MeasuredMessage {
  readonly understanding: Understanding;
}

const [, ...SMALL_TALK] = HEADS.talk;
const [, ...TOPICS] = HEADS.topic;
/**
 * How much is heard in the report halves, by rules and classifiers as the bot uses them, with and without the vector of the
 * message; and how much in ordinary questions of the fields that nothing was trained on. Nothing is tuned on these.
 * @param file fully labelled messages to measure instead; empty for the report halves of `data/training`
 */
export async function measureHeard(file: string) {
  const settings = parseSettings(indexSettings, process.env);
  const embedder = await openEmbedder(embedderOptions(settings));
  const hear = openHearing({ path: settings.CLASSIFIERS, embedder: embedder.id });
  const messages =
    file === ''
      ? readReportHalves('data/training', 'data/evaluation/heard-sectors.jsonl')
      : readMessageFile(file);
  try {
    const withVector: Read[] = [];
    const alone: Read[] = [];
    let milliseconds = 0;
    for (const measured of messages) {
      const text = measured.message.text.trim();
      const vectors = await embedQuery(embedder, text);
      const began = performance.now();
      hear(text, vectors);
      milliseconds += performance.now() - began;
      withVector.push(read(measured, { hear, vectors }));
      alone.push(read(measured, { hear, vectors: null }));
    }
    return {
      messages: file === '' ? 'report halves' : file,
      hearingMilliseconds: milliseconds / messages.length,
      withVector: figures(withVector),
      withoutVector: figures(alone),
      dangerByRulesOnly: recallOf(alone, ({ message }) => dangerIn(message.text) !== null),
      alarms: alarmsIn(withVector),
    };
  } finally {
    await embedder.close();
  }
}

function read(measured: MeasuredMessage, ears: Parameters<typeof understand>[3]): Read {
  const { message } = measured;
  const locale = message.lang === 'en' ? 'en' : 'nl';
  const input = { text: message.text, value: null, hasAttachments: false, locale };
  return { ...measured, understanding: understand(input, startState(locale), 'with-bot', ears) };
}

const asksForPerson = ({ understanding }: Read) => understanding.wish.kind === 'person';
const isMatter = ({ understanding }: Read) =>
  understanding.wish.kind === 'company-matter' || understanding.wish.kind === 'danger';
const isAnnoyed = ({ understanding }: Read) => understanding.mood === 'annoyed';
const dangerOf = ({ understanding }: Read): DangerKind | null =>
  understanding.wish.kind === 'danger' ? understanding.wish.danger : null;
const talkOf = ({ understanding }: Read) =>
  understanding.wish.kind === 'small-talk' ? understanding.wish.talk.replaceAll('-', '_') : 'none';

function figures(all: readonly Read[]) {
  const ordinary = all.filter(({ isOrdinary }) => isOrdinary);
  const told = readLines<{ text: string }>('data/evaluation/ordinary-dangers.jsonl').map(({ text }) => text);
  const plain = ordinary.filter(({ message }) => !told.includes(message.text));
  const written = all.filter(({ isFullyLabelled }) => isFullyLabelled);
  const dangers = all.filter(
    ({ message, isFullyLabelled }) => isFullyLabelled || message.file === 'danger.jsonl',
  );
  const byTalk = Object.fromEntries(
    SMALL_TALK.map((talk) => [
      talk,
      score(
        written,
        ({ message }) => message.labels.talk?.includes(talk) ?? false,
        (row) => talkOf(row) === talk,
      ),
    ]),
  );
  const f1 = Object.values(byTalk).map(({ precision, recall }) => {
    const sum = (precision ?? 0) + (recall ?? 0);
    return sum === 0 ? 0 : (2 * (precision ?? 0) * (recall ?? 0)) / sum;
  });
  const count = (is: (row: Read) => boolean) => plain.filter(is).length;
  const four = (rows: readonly Read[]) => ({
    person: wantedIn(rows, 'person', asksForPerson),
    matter: wantedIn(rows, 'matter', isMatter),
    annoyed: wantedIn(rows, 'annoyed', isAnnoyed),
    danger: wantedIn(rows, 'danger', (row) => dangerOf(row) !== null),
  });
  return {
    ...four(written),
    needsPerson: score(written, isForPerson, isMatterOrPerson),
    danger: wantedIn(dangers, 'danger', (row) => dangerOf(row) !== null),
    smallTalk: { macroF1: f1.reduce((sum, value) => sum + value, 0) / f1.length, byKind: byTalk },
    byLanguage: Object.fromEntries(
      ['nl', 'en'].map((lang) => [
        lang,
        four(all.filter(({ message }) => message.lang === lang && !message.isOrdinary)),
      ]),
    ),
    bySector: Object.fromEntries(
      sectorsOf(written).map((name) => [name, four(written.filter(({ sector }) => sector === name))]),
    ),
    recallByTopic: Object.fromEntries(
      TOPICS.map((topic) => [
        topic,
        recallIn(written, ({ message }) => message.labels.topic?.[0] === topic, isMatterOrPerson),
      ]),
    ),
    recallByDanger: Object.fromEntries(
      [
        ...new Set(
          dangers.map(({ message }) => message.detail ?? '').filter((name) => name !== '' && name !== 'none'),
        ),
      ]
        .sort()
        .map((name) => [
          name,
          recallIn(
            dangers,
            ({ message }) => message.detail === name,
            (row) => dangerOf(row) !== null,
          ),
        ]),
    ),
    ordinary: {
      questions: plain.length,
      person: count(asksForPerson),
      matter: count(isMatter),
      annoyed: count(isAnnoyed),
      smallTalk: count((row) => talkOf(row) !== 'none'),
      danger: count((row) => dangerOf(row) !== null && dangerOf(row) !== 'death'),
      death: count((row) => dangerOf(row) === 'death'),
    },
  };
}

function sectorsOf(rows: readonly Read[]): string[] {
  const names = rows.flatMap(({ sector }) => sector ?? []);
  return [...new Set(names)].sort();
}

/** Who asks for a person with a matter is led to one either way: a turn has one wish, and the request counts. */
const isForPerson = ({ message }: Read) =>
  isWanted('person', message) === true || isWanted('matter', message) === true;
const isMatterOrPerson = (row: Read) => isMatter(row) || asksForPerson(row);

function wantedIn(
  rows: readonly Read[],
  use: Parameters<typeof isWanted>[0],
  isFound: (row: Read) => boolean,
): Figures {
  const known = rows.filter(({ message }) => isWanted(use, message) !== null);
  return score(known, ({ message }) => isWanted(use, message) === true, isFound);
}

function score(
  rows: readonly Read[],
  isRight: (row: Read) => boolean,
  isFound: (row: Read) => boolean,
): Figures {
  const wanted = rows.filter(isRight);
  const found = rows.filter(isFound);
  const right = found.filter(isRight).length;
  return {
    wanted: wanted.length,
    precision: found.length === 0 ? null : right / found.length,
    recall: wanted.length === 0 ? null : right / wanted.length,
  };
}

function recallIn(rows: readonly Read[], isRight: (row: Read) => boolean, isFound: (row: Read) => boolean) {
  const wanted = rows.filter(isRight);
  return { wanted: wanted.length, recall: wanted.filter(isFound).length / Math.max(1, wanted.length) };
}

function recallOf(rows: readonly Read[], isFound: (row: Read) => boolean) {
  return recallIn(
    rows,
    ({ message }) => !message.isOrdinary && isWanted('danger', message) === true,
    isFound,
  );
}

/** Ordinary questions in which danger was heard, to be read by people. */
function alarmsIn(rows: readonly Read[]) {
  return rows
    .filter((row) => row.isOrdinary && dangerOf(row) !== null)
    .map((row) => ({ danger: dangerOf(row), split: row.message.split, text: row.message.text }));
}

type Result = Awaited<ReturnType<typeof measureHeard>>;

/** The measurement as a table in plain text. */
export function formatHeard(result: Result): string {
  const two = (value: number | null) => (value === null ? '-' : value.toFixed(2));
  const line = (name: string, { precision, recall, wanted }: Figures) =>
    `  ${name.padEnd(22)} ${two(precision)} / ${two(recall)} of ${wanted}`;
  const lines = [`Hearing a message: ${result.hearingMilliseconds.toFixed(2)} ms`];
  for (const [title, part] of [
    ['With vector', result.withVector],
    ['Without vector', result.withoutVector],
  ] as const) {
    lines.push(`${title}, ${result.messages}: precision / recall`);
    for (const use of ['person', 'matter', 'annoyed', 'danger'] as const) lines.push(line(use, part[use]));
    lines.push(line('person or matter', part.needsPerson));
    lines.push(`  small talk, macro-F1   ${two(part.smallTalk.macroF1)}`);
    for (const [kind, figure] of Object.entries(part.smallTalk.byKind)) lines.push(line(`  ${kind}`, figure));
    for (const [group, rows] of [...Object.entries(part.byLanguage), ...Object.entries(part.bySector)]) {
      for (const [use, figure] of Object.entries(rows)) lines.push(line(`${group}: ${use}`, figure));
    }
    for (const [topic, { wanted, recall }] of Object.entries(part.recallByTopic)) {
      lines.push(`  topic ${topic.padEnd(15)}  heard ${two(recall)} of ${wanted}`);
    }
    for (const [kind, { wanted, recall }] of Object.entries(part.recallByDanger)) {
      lines.push(`  danger ${kind.padEnd(15)} heard ${two(recall)} of ${wanted}`);
    }
    lines.push(`  ordinary questions: ${JSON.stringify(part.ordinary)}`);
  }
  return lines.join('\n');
}
