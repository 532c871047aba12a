import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { copySampleRelease } from '../../../support/sample-release.js';
import { temporaryFolder } from '../../../support/temporary-folder.js';

interface Ended {
  readonly code: number;
  readonly output: string;
  readonly complaint: string;
}

describe('the command that evaluates', () => {
  it('prints the figures of a corpus as one line of JSON', async () => {
    const folder = temporaryFolder();
    const [corpus, queries] = [join(folder, 'corpus.jsonl'), join(folder, 'queries.jsonl')];
    writeFileSync(
      corpus,
      '{"id":"a","question":"How do I cancel?","answer":"By letter.","lang":"en","format":"text"}\n' +
        '{"id":"b","question":"Hoe reset ik de router?","answer":"Trek de stekker eruit.","lang":"nl","format":"text"}\n',
    );
    writeFileSync(
      queries,
      '{"qid":"1","text":"I want to cancel","relevant":["a"]}\n{"qid":"2","text":"restart router","relevant":["b"]}\n',
    );
    const { code, output } = await run(['--corpus', corpus, '--queries', queries, '--json']);
    expect(code).toBe(0);
    expect(output.trim().split('\n')).toHaveLength(1);
    expect(JSON.parse(output)).toMatchObject({ hit1: 1, hit3: 1, mrr: 1, answerable: 2, mustEscalate: 0 });
  });

  // The first test that wants the samples' release waits until it is built.
  it('holds dialogues on the live release and prints what customers see of them', {
    timeout: 240_000,
  }, async () => {
    const folder = temporaryFolder();
    await copySampleRelease(folder);
    const answered = { relevant: [], right: ['small-talk'], harmful: ['wrong-answer'] };
    const dialogue = {
      ...{ id: 'd-1', language: 'en', kind: 'talk', split: 'fit' },
      turns: [{ text: 'hello', ...answered }],
    };
    const dialogues = join(folder, 'dialogues.jsonl');
    writeFileSync(dialogues, JSON.stringify(dialogue));
    const { code, output } = await run(['--live', '--dialogues', dialogues, '--json'], folder);
    expect(code).toBe(0);
    expect(JSON.parse(output)).toMatchObject({ talk: { dialogues: 1, turns: 1, person: 1, whole: 1 } });
  });

  it('says how to call it', async () => {
    const { code, output } = await run([]);
    expect(code).toBe(0);
    expect(output).toContain('--corpus FILE --queries FILE');
    const mistaken = await run(['--corpse', 'x']);
    expect(mistaken.code).toBe(1);
    expect(mistaken.complaint).toContain('--corpus FILE --queries FILE');
    const onCorpus = await run(['--corpus', 'x', '--dialogues', 'y']);
    expect(onCorpus.output).toContain('--live --dialogues FILE');
  });

  it('says what to do while nothing is live', async () => {
    const queries = join(temporaryFolder(), 'queries.jsonl');
    writeFileSync(queries, '{"qid":"1","text":"I want to cancel","relevant":["a"]}\n');
    const { code, complaint } = await run(['--live', '--queries', queries]);
    expect(code).toBe(1);
    expect(complaint).toContain('NOTHING_TO_EVALUATE');
  });
});

function run(words: readonly string[], runtimeFolder = temporaryFolder()): Promise<Ended> {
  const environment = { ...process.env, RUNTIME_DIR: runtimeFolder, LOG_LEVEL: 'silent' };
  return new Promise((resolve) => {
    execFile(
      'node',
      ['dist/bot/evaluation/main.js', ...words],
      { env: environment },
      (error, output, complaint) => {
        resolve({ code: typeof error?.code === 'number' ? error.code : 0, output, complaint });
      },
    );
  });
}
