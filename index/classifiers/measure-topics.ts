import { HEADS } from './heads.js';
import type { LabelledMessage } from './labelled-messages.js';
import type { CompanyTopics } from './read-topics.js';
import { fitHead, headScores, softmax } from './softmax-regression.js';
import { BUCKETS, textFeatures } from './text-features.js';

const FOLDS = 5;
const GRAMS = { epochs: 10, rate: 0.3, ridge: 1e-5 };

/** How often the likeliest topic is right, of a company's own examples that were held out, without and with the others. */
interface TopicEffect {
  readonly topic: string;
  readonly examples: number;
  readonly before: number;
  readonly after: number;
}

/**
 * What a company's examples change, by cross-validation and by words and letters alone: each fifth of them is read by
 * classifiers that know the messages of the program, then by ones that know the other four fifths as well. A topic of its own
 * is right before where it was taken for what it is handled as.
 */
export function measureTopics(messages: readonly LabelledMessage[], company: CompanyTopics): TopicEffect[] {
  const { ownTopics } = company;
  const known = messages.filter(({ split, labels }) => split === 'fit' && labels.topic);
  const before = topicReader(known, HEADS.topic);
  const labels = [...HEADS.topic, ...Object.keys(ownTopics)];
  const asHandled = (topic: string) => ownTopics[topic] ?? topic;
  const right = new Map<string, { examples: number; before: number; after: number }>();
  for (let fold = 0; fold < FOLDS; fold++) {
    const held = company.messages.filter((_, at) => at % FOLDS === fold);
    const others = company.messages.filter((_, at) => at % FOLDS !== fold);
    const after = topicReader([...known, ...others], labels);
    for (const { text, labels: wanted } of held) {
      const topic = wanted.topic?.[0] ?? '';
      const count = right.get(topic) ?? { examples: 0, before: 0, after: 0 };
      right.set(topic, {
        examples: count.examples + 1,
        before: count.before + (before(text) === asHandled(topic) ? 1 : 0),
        after: count.after + (asHandled(after(text)) === asHandled(topic) ? 1 : 0),
      });
    }
  }
  return [...right].map(([topic, count]) => ({
    topic,
    examples: count.examples,
    before: count.before / count.examples,
    after: count.after / count.examples,
  }));
}

function topicReader(rows: readonly LabelledMessage[], labels: readonly string[]): (text: string) => string {
  const examples = rows.map((message) => {
    const { buckets, weights } = textFeatures(message.text);
    return {
      row: { columns: buckets, values: weights },
      allowed: Uint8Array.from(labels, (label) => (message.labels.topic?.includes(label) ? 1 : 0)),
      weight: message.isOrdinary ? 0.5 : 1,
    };
  });
  const head = fitHead(examples, { ...GRAMS, columns: BUCKETS, labels: labels.length });
  return (text) => {
    const { buckets, weights } = textFeatures(text);
    const chances = softmax(headScores(head, { columns: buckets, values: weights }));
    return labels[chances.indexOf(Math.max(...chances))] ?? '';
  };
}

export function formatTopicEffects(effects: readonly TopicEffect[]): string {
  const share = (value: number) => value.toFixed(2);
  return [
    'Own examples taken for the right topic, held out: before → after',
    ...effects.map(
      ({ topic, examples, before, after }) =>
        `  ${topic.padEnd(20)} ${String(examples).padStart(4)}  ${share(before)} → ${share(after)}`,
    ),
  ].join('\n');
}
