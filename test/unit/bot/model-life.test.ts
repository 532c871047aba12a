import { describe, expect, it } from 'vitest';
import { watchModel } from '../../../bot/model-life.js';
import { createLog } from '../../../index/platform/log.js';

describe('the life of the model', () => {
  it.each([
    ['with 1 when its thread died', false, ['exit 1']],
    ['by force when its thread hangs, because that would keep it waiting', true, ['kill 42 SIGKILL']],
  ])('ends the process %s', async (_, isHanging, ends) => {
    const done: string[] = [];
    const lines: unknown[] = [];
    const life = watchModel(
      createLog('info', (line) => lines.push(JSON.parse(line))),
      {
        pid: 42,
        exit: (code) => done.push(`exit ${code}`) as never,
        kill: (pid, signal) => {
          done.push(`kill ${pid} ${signal}`);
          return true;
        },
      },
    );
    expect(life.notReadyBecause()).toBeNull();
    life.over({ reason: 'out of memory', isHanging });
    await life.isOver;
    expect(life.notReadyBecause()).toContain('the embedding model is over');
    expect(lines).toMatchObject([{ level: 50, code: 'EMBEDDER_ENDED', reason: 'out of memory' }]);
    life.endProcess();
    expect(done).toEqual(ends);
  });
});
