import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { indexErrors } from '../errors.js';
import { messageOf } from '../platform/errors.js';
import { layoutOf } from './heads.js';
import type { ClassifierModel } from './model.js';
import type { StackedNet } from './stacked-net.js';
import { BUCKETS } from './text-features.js';

const FORMAT = 4;
const labels = z.array(z.string());
const heads = z.object({
  person: labels,
  topic: labels,
  mood: labels,
  talk: labels,
  danger: labels,
  act: labels,
});
const temperatures = z.object({
  person: z.number(),
  topic: z.number(),
  mood: z.number(),
  talk: z.number(),
  danger: z.number(),
  act: z.number(),
});
const byLabel = z.record(z.string(), z.number());
const thresholds = z.object({
  person: z.number(),
  matter: byLabel,
  clear: byLabel,
  annoyed: z.number(),
  talk: byLabel,
  danger: byLabel,
  act: z.number(),
});
const reading = z.object({ temperatures, thresholds });
const headerSchema = z.object({
  format: z.literal(FORMAT),
  heads,
  handledAs: z.record(z.string(), z.string()),
  embedder: z.string(),
  dimensions: z.number(),
  /** Vectors of a text that are read, of so many numbers each. */
  vectors: z.number(),
  buckets: z.literal(BUCKETS),
  net: z.object({ inputs: z.number(), units: z.number() }),
  alone: reading,
  withVector: reading,
});

/** The bytes of a model: a line of JSON, then its numbers, little endian: floats first, then one byte a weight of n-grams. */
export function writeClassifiers(model: ClassifierModel): Buffer {
  const { heads, handledAs, embedder, dimensions, centre, net, alone, withVector } = model;
  const header = {
    format: FORMAT,
    heads,
    handledAs,
    embedder,
    dimensions,
    vectors: centre.length / dimensions,
    buckets: BUCKETS,
    net: { inputs: net.inputs, units: net.units },
    alone,
    withVector,
  };
  const floats = [centre, model.scales, model.bias, net.inner, net.bias, net.out];
  const bytes = floats.map((part) => Buffer.from(part.buffer, part.byteOffset, part.byteLength));
  const { grams } = model;
  return Buffer.concat([
    Buffer.from(`${JSON.stringify(header)}\n`),
    ...bytes,
    Buffer.from(grams.buffer, grams.byteOffset, grams.byteLength),
  ]);
}

/**
 * Reads a file of classifiers.
 * @throws CLASSIFIERS_UNREADABLE
 */
export function readClassifiers(path: string): ClassifierModel {
  try {
    return parse(readFileSync(path));
  } catch (error) {
    const command = 'train-classifiers';
    throw indexErrors.CLASSIFIERS_UNREADABLE({ path, reason: messageOf(error), command }, error);
  }
}

function parse(file: Buffer): ClassifierModel {
  const end = file.indexOf(10);
  const header = headerSchema.parse(JSON.parse(file.subarray(0, Math.max(end, 0)).toString('utf8')));
  const { width } = layoutOf(header.heads);
  const { inputs, units } = header.net;
  const counts = [
    ...[header.dimensions * header.vectors, width, width],
    ...[(units + width) * inputs, units + width, width * units],
  ];
  const total = counts.reduce((sum, count) => sum + count, 0);
  // A copy, so that the floats begin at an even address.
  const body = Uint8Array.from(file.subarray(end + 1)).buffer;
  const grams = new Int8Array(body, total * 4, BUCKETS * width);
  let at = 0;
  const floats = counts.map((count) => {
    const part = new Float32Array(body, at * 4, count);
    at += count;
    return part;
  });
  const [centre, scales, bias, inner, innerBias, out] = floats as [
    Float32Array,
    Float32Array,
    Float32Array,
    Float32Array,
    Float32Array,
    Float32Array,
  ];
  const net: StackedNet = { inputs, units, labels: width, inner, bias: innerBias, out };
  const { heads, handledAs, embedder, dimensions, alone, withVector } = header;
  return { heads, handledAs, embedder, dimensions, alone, withVector, centre, grams, scales, bias, net };
}
