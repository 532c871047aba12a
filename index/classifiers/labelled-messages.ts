import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { indexErrors } from '../errors.js';
import { HEADS, type HeadName } from './heads.js';

/** A message with what is known of it. A head that is left out is not known; several labels say that one of them is right. */
export interface LabelledMessage {
  readonly text: string;
  readonly lang: string;
  readonly split: 'fit' | 'choose' | 'report';
  readonly labels: Readonly<Partial<Record<HeadName, readonly string[]>>>;
  /** Messages of one group are never on both sides of a fold: the questions that one item answers, what was written in one go. */
  readonly group: string | null;
  /** Whether it is a question that a community answers, of which most messages are; it counts less. */
  readonly isOrdinary: boolean;
  /** The name in the file, where it tells finer than the head: `smoke`, `shock`, `theft`. */
  readonly detail: string | null;
  readonly file: string;
}

/** What the finer names of `danger.jsonl` are for the head. */
const DANGER_KINDS: Readonly<Record<string, string>> = {
  smoke: 'fire',
  co: 'carbon-monoxide',
  shock: 'medical',
  dependence: 'medical',
  swindle: 'fraud',
  bereavement: 'death',
};
/** What danger a message of a topic may tell; nothing where it is not here. */
const DANGER_OF_TOPIC: Readonly<Record<string, readonly string[]>> = {
  self_harm: ['suicide'],
  fraud: ['fraud', 'theft'],
  medical: ['medical', 'fire', 'gas', 'carbon-monoxide', 'emergency-call'],
  none: ['none'],
  sales: ['none'],
  abuse: ['none'],
};

const oneOrMore = z.union([z.string(), z.array(z.string()).min(1)]);
const rowSchema = z.object({
  text: z.string().min(1).max(4_000),
  lang: z.string(),
  split: z.enum(['fit', 'choose', 'report']).default('fit'),
  person: z.boolean().optional(),
  topic: oneOrMore.optional(),
  mood: oneOrMore.optional(),
  talk: oneOrMore.optional(),
  danger: z.string().optional(),
  act: oneOrMore.optional(),
  item: z.string().optional(),
  block: z.string().optional(),
  tells: z.string().optional(),
});
type Row = z.infer<typeof rowSchema>;

/**
 * Reads every `.jsonl` file of a folder, in the order of their names.
 * @throws TRAINING_INVALID with file, line and complaint
 */
export function readLabelledMessages(folder: string): LabelledMessage[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.jsonl'));
  return files.sort().flatMap((file) => readLabelledFile(join(folder, file)));
}

/**
 * Reads one file of labelled messages, in its order.
 * @throws TRAINING_INVALID with file, line and complaint
 */
export function readLabelledFile(path: string): LabelledMessage[] {
  const file = basename(path);
  const lines = readFileSync(path, 'utf8').split('\n');
  return lines.flatMap((line, at) => (line.trim() === '' ? [] : [messageOf(line, file, at + 1)]));
}

function messageOf(line: string, file: string, number: number): LabelledMessage {
  const complain = (reason: string) => indexErrors.TRAINING_INVALID({ file, line: number, reason });
  let parsed: unknown;
  try {
    parsed = JSON.parse(line);
  } catch (error) {
    throw complain(error instanceof Error ? error.message : 'it is no JSON');
  }
  const read = rowSchema.safeParse(parsed);
  if (!read.success) throw complain(read.error.issues.map(({ message }) => message).join('; '));
  const row = read.data;
  const labels = labelsOf(row);
  for (const [head, given] of Object.entries(labels)) {
    const known: readonly string[] = HEADS[head as HeadName];
    const unknown = given.find((label) => !known.includes(label));
    if (unknown !== undefined) {
      throw complain(`${head} "${unknown}" is not one of ${known.join(', ')}`);
    }
  }
  return {
    text: row.text,
    lang: row.lang,
    split: row.split,
    labels,
    group: row.item ?? row.block ?? null,
    isOrdinary: row.item !== undefined,
    detail: row.danger ?? null,
    file,
  };
}

function labelsOf(row: Row): Partial<Record<HeadName, readonly string[]>> {
  if (row.item !== undefined) return ordinaryLabels(row);
  const topic = listOf(row.topic);
  const kind = row.danger === undefined ? undefined : (DANGER_KINDS[row.danger] ?? row.danger);
  return {
    ...(row.person === undefined ? {} : { person: [row.person ? 'yes' : 'no'] }),
    ...(topic ? { topic } : topicOfDanger(kind)),
    ...(row.mood === undefined ? {} : { mood: listOf(row.mood) ?? [] }),
    ...(row.talk === undefined ? {} : { talk: listOf(row.talk) ?? [] }),
    ...(kind === undefined ? dangerOfTopic(topic) : { danger: [kind], talk: ['none'] }),
    ...actOf(row, topic, kind),
  };
}

/** A question that a community answers: nothing of anything, but where it truly tells a theft, a fraud, a death or danger. */
function ordinaryLabels({ tells }: Row): Partial<Record<HeadName, readonly string[]>> {
  const rest = { person: ['no'], talk: ['none'], act: ['none'] };
  return tells === undefined ? { ...rest, topic: ['none'], danger: ['none'] } : rest;
}

/** Who tells of a matter of their own, asks for a person, or tells of danger opens something new. */
function actOf(
  { act, person }: Row,
  topic: readonly string[] | undefined,
  danger: string | undefined,
): Partial<Record<HeadName, readonly string[]>> {
  const given = listOf(act);
  if (given) return { act: given };
  const isMatter = topic !== undefined && !topic.includes('none') && !topic.includes('abuse');
  return person || isMatter || danger !== undefined ? { act: ['none'] } : {};
}

function topicOfDanger(kind: string | undefined): Partial<Record<HeadName, readonly string[]>> {
  if (kind === 'fraud' || kind === 'theft') return { topic: ['fraud'] };
  if (kind === 'suicide') return { topic: ['self_harm'] };
  return kind === undefined || kind === 'none' || kind === 'death' || kind === 'violence'
    ? {}
    : { topic: ['medical'] };
}

function dangerOfTopic(topic: readonly string[] | undefined): Partial<Record<HeadName, readonly string[]>> {
  if (!topic) return {};
  const kinds = topic.flatMap((name) => DANGER_OF_TOPIC[name] ?? ['none', 'death']);
  return { danger: [...new Set(kinds)] };
}

function listOf(value: string | string[] | undefined): readonly string[] | undefined {
  return typeof value === 'string' ? [value] : value;
}
