import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import { botErrors } from '../../../bot/errors.js';
import { watchUnforeseen } from '../../../bot/last-resort.js';
import { createLog } from '../../../index/platform/log.js';

/** A process that is only told of failures. */
class Source extends EventEmitter {
  readonly exits: number[] = [];
  exit(code: number): void {
    this.exits.push(code);
  }
}

describe('a failure that nobody waited for', () => {
  it.each([
    ['is logged while the server runs', 'unhandledRejection', true, []],
    ['ends a start', 'unhandledRejection', false, [1]],
    ['ends the program when it was an exception', 'uncaughtException', true, [1]],
  ] as const)('%s', (_, event, isRunning, exits) => {
    const { source, lines } = watch(isRunning);
    source.emit(event, botErrors.INVITATION_INVALID({}));
    expect(lines).toMatchObject([{ level: 50, code: 'INVITATION_INVALID' }]);
    expect(source.exits).toEqual(exits);
  });

  it.each([
    [Object.assign(new Error('x'), { code: 'EMFILE' }), 'EMFILE'],
    [new Error('x'), 'UNFORESEEN'],
    ['a word', 'UNFORESEEN'],
    [undefined, 'UNFORESEEN'],
  ])('is logged with a code: %s', (error, code) => {
    const { source, lines } = watch(true);
    source.emit('unhandledRejection', error);
    expect(lines).toMatchObject([{ code }]);
  });
});

function watch(isRunning: boolean) {
  const source = new Source();
  const lines: unknown[] = [];
  watchUnforeseen(
    createLog('info', (line) => lines.push(JSON.parse(line))),
    () => isRunning,
    source,
  );
  return { source, lines };
}
