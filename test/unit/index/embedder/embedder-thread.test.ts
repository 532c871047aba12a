import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { createEmbedderThread, type EmbedderThread } from '../../../../index/embedder/embedder-thread.js';

/** A thread that answers with the length of the text and how many it has embedded, and breaks when asked to. */
const OBEDIENT = `
  import { parentPort } from 'node:worker_threads';
  let count = 0;
  parentPort.postMessage({ kind: 'ready', dimensions: [2] });
  parentPort.on('message', ({ text }) => {
    if (text === 'exit') process.exit(3);
    if (text === 'throw') throw new Error('broken');
    if (text === 'fail') return parentPort.postMessage({ kind: 'failed', reason: 'too strange' });
    parentPort.postMessage({ kind: 'vector', vector: Float32Array.of(text.length, ++count) });
  });
`;
const SETTINGS = {
  models: [{ model: 'm', pooling: 'mean' }],
  modelsDirectory: 'x',
  allowRemote: false,
} as const;

const opened: EmbedderThread[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((thread) => thread.close()));
});

describe('createEmbedderThread', () => {
  it('embeds texts one after the other', async () => {
    const thread = open(OBEDIENT);
    expect(await thread.start()).toEqual([2]);
    const vectors = await Promise.all(['a', 'bb', 'ccc'].map((text) => embed(thread, text)));
    expect(vectors.map((vector) => [...vector])).toEqual([
      [1, 1],
      [2, 2],
      [3, 3],
    ]);
  });

  it('lets urgent texts go first', async () => {
    const thread = open(OBEDIENT);
    const patient = ['a', 'b', 'c'].map((text) => embed(thread, text, false));
    const urgent = embed(thread, 'urgent', true);
    const places = (await Promise.all([...patient, urgent])).map((vector) => vector[1]);
    expect(places).toEqual([1, 3, 4, 2]);
  });

  it('says what failed and goes on', async () => {
    const thread = open(OBEDIENT);
    const failed = embed(thread, 'fail');
    const next = embed(thread, 'next');
    await expect(failed).rejects.toMatchObject({
      code: 'EMBEDDER_FAILED',
      message: expect.stringContaining('too strange'),
    });
    expect((await next)[0]).toBe(4);
  });

  it.each(['exit', 'throw'])('takes a fresh thread after one died by %s', async (text) => {
    const thread = open(OBEDIENT);
    await embed(thread, 'before');
    const failed = embed(thread, text);
    const next = embed(thread, 'next');
    await expect(failed).rejects.toMatchObject({ code: 'EMBEDDER_FAILED' });
    expect([...(await next)]).toEqual([4, 1]);
  });

  it('reports a thread that cannot start', async () => {
    const thread = open(`throw new Error('no such weights')`);
    await expect(thread.start()).rejects.toMatchObject({
      code: 'EMBEDDER_FAILED',
      facts: { model: 'm', reason: 'no such weights' },
    });
  });

  it('ends what it was asked for before closing, then refuses', async () => {
    const thread = open(OBEDIENT);
    const asked = embed(thread, 'asked');
    await thread.close();
    expect((await asked)[0]).toBe(5);
    await expect(embed(thread, 'late')).rejects.toMatchObject({ code: 'EMBEDDER_CLOSED' });
  });
});

function open(code: string): EmbedderThread {
  const file = join(mkdtempSync(join(tmpdir(), 'thread-')), 'worker.mjs');
  writeFileSync(file, code);
  const thread = createEmbedderThread(SETTINGS, pathToFileURL(file));
  opened.push(thread);
  return thread;
}

function embed(thread: EmbedderThread, text: string, isUrgent = false): Promise<Float32Array> {
  return thread.embed({ model: 0, text, maxTokens: 8 }, isUrgent);
}
