import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import type { EmbedderEnd } from '../../../../index/contracts/embedder.js';
import {
  createEmbedderThread,
  type EmbedderThread,
  type ThreadOptions,
} from '../../../../index/embedder/embedder-thread.js';

/** A thread that answers with the length of the text and how many it has embedded, and breaks when asked to. */
const OBEDIENT = `
  import { parentPort } from 'node:worker_threads';
  let count = 0;
  parentPort.postMessage({ kind: 'ready', dimensions: 2, tokenDimensions: 0 });
  parentPort.on('message', ({ text }) => {
    if (text === 'hang') return;
    if (text === 'exit') process.exit(3);
    if (text === 'throw') throw new Error('broken');
    if (text === 'fail') return parentPort.postMessage({ kind: 'failed', reason: 'too strange' });
    const vector = Float32Array.of(text.length, ++count);
    parentPort.postMessage({ kind: 'reading', reading: { vector, tokens: null } });
  });
`;
const SETTINGS = { model: 'm', pooling: 'mean', modelsDirectory: 'x', allowRemote: false } as const;

const opened: EmbedderThread[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((thread) => thread.close()));
});

describe('createEmbedderThread', () => {
  it('embeds texts one after the other', async () => {
    const thread = open(OBEDIENT);
    expect(await thread.start()).toEqual({ dimensions: 2, tokenDimensions: 0 });
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

  it.each(['exit', 'throw'])('is over after it died by %s, and says so once', async (text) => {
    const ends: EmbedderEnd[] = [];
    const thread = open(OBEDIENT, { onEnd: (end) => ends.push(end) });
    await embed(thread, 'before');
    const failed = { status: 'rejected', reason: { code: 'EMBEDDER_ENDED' } };
    const asked = Promise.allSettled([text, 'next'].map((one) => embed(thread, one)));
    expect(await asked).toMatchObject([failed, failed]);
    await expect(embed(thread, 'later')).rejects.toMatchObject({ code: 'EMBEDDER_ENDED' });
    expect(ends).toEqual([{ reason: expect.any(String), isHanging: false }]);
  });

  it('notices a death while nothing is asked', async () => {
    const died = new Promise<EmbedderEnd>((resolve) => {
      const thread = open(`${OBEDIENT}; setTimeout(() => process.exit(7), 1);`, { onEnd: resolve });
      thread.start().catch(() => {});
    });
    expect((await died).reason).toContain('7');
  });

  it('is over when a text does not come back within half a minute', async () => {
    const ends: EmbedderEnd[] = [];
    const clock = handWound();
    const thread = open(OBEDIENT, { onEnd: (end) => ends.push(end), wait: clock.wait });
    await thread.start();
    const asked = Promise.allSettled(['hang', 'behind'].map((text) => embed(thread, text)));
    for (let step = 1; step <= 10; step++) {
      expect(ends).toEqual([]);
      await clock.pass(3_000);
    }
    const failed = { status: 'rejected', reason: { code: 'EMBEDDER_ENDED' } };
    expect(await asked).toMatchObject([failed, failed]);
    expect(ends).toEqual([{ reason: expect.stringContaining('30 s'), isHanging: true }]);
    // Nobody waits for a thread that does not come back.
    await thread.close();
  });

  it('does not call a thread over that is closed', async () => {
    const ends: EmbedderEnd[] = [];
    const thread = open(OBEDIENT, { onEnd: (end) => ends.push(end) });
    await embed(thread, 'a');
    await thread.close();
    expect(ends).toEqual([]);
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

function open(code: string, options: ThreadOptions = {}): EmbedderThread {
  const file = join(mkdtempSync(join(tmpdir(), 'thread-')), 'worker.mjs');
  writeFileSync(file, code);
  const thread = createEmbedderThread(SETTINGS, pathToFileURL(file), options);
  opened.push(thread);
  return thread;
}

async function embed(thread: EmbedderThread, text: string, isUrgent = false): Promise<Float32Array> {
  return (await thread.embed({ text, maxTokens: 8, prefix: null, withLayers: false }, isUrgent)).vector;
}

/** Time that passes when a test says so. */
function handWound() {
  let waiting: { readonly end: () => void; readonly ms: number } | null = null;
  const round = () => new Promise((resolve) => setImmediate(resolve));
  return {
    wait: (ms: number, signal: AbortSignal) =>
      new Promise<void>((resolve) => {
        waiting = { end: resolve, ms };
        signal.addEventListener('abort', () => resolve(), { once: true });
      }),
    async pass(ms: number) {
      await round();
      expect(waiting?.ms).toBe(ms);
      waiting?.end();
      await round();
    },
  };
}
