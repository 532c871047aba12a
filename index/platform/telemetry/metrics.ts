import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { shared } from '../lanes.js';

/** Values of the labels of one sample. */
export type Labels<Label extends string> = Readonly<Record<Label, string>>;

/** What a gauge shows at one reading; what is not set at a reading is not shown. */
export interface GaugeFace<Label extends string> {
  set(labels: Labels<Label>, value: number): void;
}

/** The figures of a program in the form that Prometheus reads. This file is the one door to prom-client. */
export interface Metrics {
  /** Makes a figure that only grows; `count` adds one. */
  counter<Label extends string>(
    name: string,
    help: string,
    labels: readonly Label[],
  ): { count(labels: Labels<Label>): void };
  /** Makes a distribution. @param buckets upper bounds in seconds */
  histogram<Label extends string>(
    name: string,
    help: string,
    labels: readonly Label[],
    buckets: readonly number[],
  ): { observe(labels: Labels<Label>, seconds: number): void };
  /** Makes a figure that `fill` sets whenever somebody reads; where it throws, this one is left out and the others come. */
  gauge<Label extends string>(
    name: string,
    help: string,
    labels: readonly Label[],
    fill: (face: GaugeFace<Label>) => void | Promise<void>,
  ): void;
  /** Names of all figures, those of the process and of Node among them. */
  names(): readonly string[];
  /** All figures as text; who reads at the same time gets the same reading. Never throws because of one figure. */
  read(): Promise<MetricsReading>;
}

export interface MetricsReading {
  readonly contentType: string;
  readonly text: string;
}

/** More values of one label than this make no picture, and each costs the reader a series. */
const MOST_VALUES = 40;
const LONGEST_VALUE = 60;
/** What a value is shown as that is one too many, or of a form that only an outsider would choose. */
const OTHER = 'other';

/** @param onFailure told of a figure that could not be read */
export function createMetrics(onFailure: (name: string, error: unknown) => void = () => {}): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });

  return {
    counter(name, help, labels) {
      const counter = new Counter({ name, help, labelNames: [...labels], registers: [registry] });
      // A figure that is not there cannot be told from one that nobody counts.
      if (labels.length === 0) counter.inc(0);
      const bounded = boundLabels(labels);
      return { count: (values) => counter.inc(bounded(values)) };
    },
    histogram(name, help, labels, buckets) {
      const registers = [registry];
      const histogram = new Histogram({
        name,
        help,
        labelNames: [...labels],
        buckets: [...buckets],
        registers,
      });
      const bounded = boundLabels(labels);
      return { observe: (values, seconds) => histogram.observe(bounded(values), seconds) };
    },
    gauge(name, help, labels, fill) {
      const bounded = boundLabels(labels);
      new Gauge({
        name,
        help,
        labelNames: [...labels],
        registers: [registry],
        async collect() {
          this.reset();
          // `reset` shows a figure without labels as 0, which is a lie where it cannot be read.
          if (labels.length === 0) this.remove({});
          try {
            await fill({ set: (values, value) => this.set(bounded(values), value) });
          } catch (error) {
            onFailure(name, error);
          }
        },
      });
    },
    names: () => registry.getMetricsAsArray().map(({ name }) => name),
    read: shared(async () => ({ contentType: registry.contentType, text: await registry.metrics() })),
  };
}

/** Keeps the values of each label few: channels and codes are, but some of them are named by whoever calls us. */
function boundLabels<Label extends string>(
  labels: readonly Label[],
): (values: Labels<Label>) => Record<Label, string> {
  const known = new Map<Label, Set<string>>(labels.map((label) => [label, new Set()]));
  return (values) => {
    const bounded = labels.map((label) => [label, boundValue(known.get(label) ?? new Set(), values[label])]);
    return Object.fromEntries(bounded) as Record<Label, string>;
  };
}

function boundValue(known: Set<string>, value: string): string {
  if (known.has(value)) return value;
  if (known.size >= MOST_VALUES || value.length > LONGEST_VALUE || !/^[\w.*-]+$/.test(value)) return OTHER;
  known.add(value);
  return value;
}
