import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { LearnedRanking } from '../../../index/contracts/learned-ranking.js';
import { EVIDENCE } from '../../../index/search/evidence/evidence.js';
import { ROOT } from '../../support/product-files.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

interface Ended {
  readonly code: number;
  readonly complaint: string;
}

/** A community of the fields with two items, each with a question that it answers and one that it does not. */
function smallFields(): string {
  const folder = temporaryFolder();
  const item = (id: string, title: string, own: string, near: string) => ({
    ...{ id, domain: 'home', split: 'choose', lang: 'en', title, answer: `${title}: press the button.` },
    ...{ queries: [{ t: own, l: 'en', k: 'own' }], near: [{ t: near, l: 'en' }] },
  });
  const items = [
    item('1', 'Reset the box', 'start the router from nothing', 'reset my password'),
    item('2', 'Pair the remote', 'the zapper does nothing', 'the remote of my car'),
  ];
  writeFileSync(join(folder, 'items.jsonl'), items.map((row) => `${JSON.stringify(row)}\n`).join(''));
  writeFileSync(join(folder, 'pairs.jsonl'), '');
  return folder;
}

describe('the index command', () => {
  it('says what to do while nothing is live', async () => {
    const { code, complaint } = await run(['status']);
    expect(code).toBe(1);
    expect(complaint).toContain('KNOWLEDGE_NOT_READY');
    expect(complaint).toContain('npm run ingest');
  });

  it('learns how answers are ordered and believed, and keeps which words are named', async () => {
    const out = join(temporaryFolder(), 'ranking.json');
    expect(await run(['learn', '--fields', smallFields(), '--out', out])).toEqual({
      code: 0,
      complaint: 'choose/home done\n',
    });
    const { evidence, order, belief, words } = JSON.parse(readFileSync(out, 'utf8')) as LearnedRanking;
    expect(evidence).toEqual(EVIDENCE);
    expect([order.nets.length, belief.nets.length]).toEqual([3, 5]);
    const shipped = readFileSync(join(ROOT, 'data/models/e5-small-community-nl-en/ranking.json'), 'utf8');
    expect(words).toEqual((JSON.parse(shipped) as LearnedRanking).words);
  });

  it('names the commands it knows', async () => {
    const { code, complaint } = await run(['dance']);
    expect(code).toBe(1);
    expect(complaint.trim()).toBe(
      'COMMAND_UNKNOWN: "dance" is not a command. Known: ask, status, learn, learn-words, train-classifiers, train-asides.',
    );
  });
});

function run(words: readonly string[]): Promise<Ended> {
  const environment = { ...process.env, RUNTIME_DIR: temporaryFolder(), LOG_LEVEL: 'silent' };
  return new Promise((resolve) => {
    execFile('node', ['dist/index/main.js', ...words], { env: environment }, (error, _output, complaint) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, complaint });
    });
  });
}
