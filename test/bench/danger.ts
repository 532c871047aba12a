import { join } from 'node:path';
import type { DangerKind } from '../../bot/turn/contracts.js';
import { dangerIn } from '../../bot/turn/understanding/danger/danger-in.js';
import { readLines } from './understanding/read-lines.js';

interface Message {
  readonly text: string;
  readonly topic: string;
  readonly split: 'fit' | 'report';
}

interface LabelledItem {
  readonly split: string;
  readonly title: string;
  readonly queries: readonly { readonly t: string }[];
}

/** What a message of a topic is rightly taken for. */
const RIGHT: Readonly<Record<string, readonly DangerKind[]>> = {
  self_harm: ['suicide'],
  fraud: ['fraud', 'theft'],
  medical: ['medical', 'fire', 'gas', 'carbon-monoxide', 'emergency-call'],
};
/** Topics of messages in which nobody is in danger; a death may stand behind a cancellation or a bill. */
const NOBODY = new Set([
  ...['none', 'account', 'order', 'billing', 'cancellation', 'complaint', 'legal', 'sales', 'abuse'],
]);

export type DangerResult = ReturnType<typeof measureDanger>;

/**
 * How much danger is heard in labelled messages, and how often it is heard where there is none.
 * @param directory folder with messages.jsonl (`text`, `topic`, `split`) and items.jsonl (`title`, `queries`, `split`)
 */
export function measureDanger(directory: string) {
  const messages = readLines<Message>(join(directory, 'messages.jsonl'));
  const items = readLines<LabelledItem>(join(directory, 'items.jsonl'));
  return Object.fromEntries(
    ['fit', 'report'].map((split) => {
      const half = messages.filter((message) => message.split === split);
      const ours = items.filter((item) => (item.split === 'report') === (split === 'report'));
      const questions = ours.flatMap(({ title, queries }) => [title, ...queries.map(({ t }) => t)]);
      return [split, { topics: topicsIn(half), others: othersIn(half), questions: heardIn(questions) }];
    }),
  );
}

function topicsIn(half: readonly Message[]) {
  return Object.fromEntries(
    Object.entries(RIGHT).map(([topic, kinds]) => {
      const wanted = half.filter((message) => message.topic === topic);
      const taken = half.filter(({ text }) => kinds.includes(dangerIn(text)?.kind ?? 'death'));
      const right = taken.filter((message) => message.topic === topic).length;
      return [topic, { wanted: wanted.length, taken: taken.length, right }];
    }),
  );
}

function othersIn(half: readonly Message[]) {
  const others = half.filter(({ topic }) => NOBODY.has(topic));
  return heardIn(others.map(({ text }) => text));
}

function heardIn(texts: readonly string[]) {
  const kinds = texts.map((text) => dangerIn(text)?.kind ?? null).filter((kind) => kind !== null);
  const deaths = kinds.filter((kind) => kind === 'death').length;
  return { texts: texts.length, danger: kinds.length - deaths, deaths };
}

/** The measurement as a table in plain text. */
export function formatDanger(result: DangerResult): string {
  const lines = ['Danger: precision / recall, of those wanted'];
  const rate = (part: number, of: number) => (of === 0 ? '-' : (part / of).toFixed(2));
  for (const [split, { topics, others, questions }] of Object.entries(result)) {
    for (const [topic, { wanted, taken, right }] of Object.entries(topics)) {
      lines.push(
        `  ${split.padEnd(7)} ${topic.padEnd(10)} ${rate(right, taken)} / ${rate(right, wanted)} of ${wanted}`,
      );
    }
    lines.push(
      `  ${split.padEnd(7)} other messages: ${others.danger} dangers and ${others.deaths} deaths heard in ${others.texts}`,
      `  ${split.padEnd(7)} ordinary questions: ${questions.danger} dangers and ${questions.deaths} deaths heard in ${questions.texts}`,
    );
  }
  return lines.join('\n');
}
