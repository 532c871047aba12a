import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { digestOfVectors, hasModel, readMeanVector } from '../../../../index/embedder/model-files.js';
import { fileDigest } from '../../../../index/file-digest.js';
import { temporaryFolder } from '../../../support/temporary-folder.js';

const MODELS = 'data/models';
const MODEL = 'e5-small-community-nl-en';

const BUNDLED: readonly [string, readonly string[]][] = [
  [
    MODEL,
    [
      'onnx/model_quantized.onnx',
      'tokenizer.json',
      'mean-vector.json',
      'token-projection.f32',
      'ranking.json',
    ],
  ],
];

describe.each(BUNDLED)('the bundled model %s', (model, listed) => {
  const rows = [
    ...readFileSync(join(MODELS, model, 'README.md'), 'utf8').matchAll(/^\| (\S+) \| ([0-9a-f]{64}) \|$/gm),
  ];

  it('lists its files with checksums', () => {
    expect(rows.map(([, file]) => file)).toEqual(expect.arrayContaining([...listed]));
  });

  it.each(rows.map(([, file = '', digest = '']) => [file, digest]))(
    'has %s unchanged',
    async (file, digest) => {
      expect(await fileDigest(join(MODELS, model, file))).toBe(digest);
    },
  );
});

describe('the files of a model', () => {
  it('say that vectors are those of earlier weights, as long as the weights are the ones it is said of', async () => {
    const folder = temporaryFolder();
    expect(digestOfVectors(folder, 'm', 'now')).toBe('now');
    mkdirSync(join(folder, 'm'));
    writeFileSync(join(folder, 'm', 'same-vectors.json'), '{"weights":"now","vectorsOf":"before"}');
    expect(digestOfVectors(folder, 'm', 'now')).toBe('before');
    expect(digestOfVectors(folder, 'm', 'later')).toBe('later');
    const bundled = await fileDigest(join(MODELS, MODEL, 'onnx/model_quantized.onnx'));
    expect(digestOfVectors(MODELS, MODEL, bundled)).not.toBe(bundled);
  });

  it('brings a mean vector, which counts only at its own length', () => {
    expect(readMeanVector(MODELS, MODEL, 384)).toHaveLength(384);
    expect(readMeanVector(MODELS, MODEL, 64)).toBeNull();
    expect(readMeanVector(MODELS, 'no-such-model', 384)).toBeNull();
  });

  it('is found by its name, another one is not', () => {
    expect(hasModel(MODELS, MODEL)).toBe(true);
    expect(hasModel(MODELS, 'no-such-model')).toBe(false);
  });
});
