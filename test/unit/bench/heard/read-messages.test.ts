import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readLabelledMessages } from '../../../../index/classifiers/labelled-messages.js';
import { readMessageFile, readReportHalves } from '../../../bench/heard/read-messages.js';
import { temporaryFolder } from '../../../support/temporary-folder.js';

const NOTHING = {
  lang: 'en',
  split: 'report',
  person: false,
  topic: 'none',
  mood: 'neutral',
  danger: 'none',
};

function write(name: string, rows: readonly object[], folder = temporaryFolder()): string {
  const path = join(folder, name);
  writeFileSync(path, rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
  return path;
}

describe('a file of messages', () => {
  it('gives each message with the sector that its row tells', () => {
    const path = write('own.jsonl', [
      { ...NOTHING, text: 'bike on the train', sector: 'transport' },
      { ...NOTHING, text: 'hello' },
    ]);
    expect(readMessageFile(path).map(({ message, sector }) => [message.text, sector])).toEqual([
      ['bike on the train', 'transport'],
      ['hello', null],
    ]);
  });

  it('keeps sectors beside their messages when a row that is not to report on lies between', () => {
    const path = write('own.jsonl', [
      { ...NOTHING, text: 'first', sector: 'bank' },
      { ...NOTHING, text: 'trained on', sector: 'energy', split: 'fit' },
      { ...NOTHING, text: 'last', sector: 'telecom' },
    ]);
    expect(readMessageFile(path).map(({ message, sector }) => [message.text, sector])).toEqual([
      ['first', 'bank'],
      ['last', 'telecom'],
    ]);
  });

  it.each([
    ['nothing', {}, true],
    ['a person', { person: true }, false],
    ['a matter', { topic: 'billing' }, false],
    ['what may be a matter', { topic: ['none', 'complaint'] }, false],
    ['annoyance', { mood: 'frustrated' }, false],
    ['danger', { danger: 'gas' }, false],
    ['small talk', { danger: undefined, talk: 'greeting' }, false],
    ['what nobody labelled', { mood: undefined }, false],
  ])('takes a message that tells %s for ordinary: %s', (_what, labels, expected) => {
    const path = write('own.jsonl', [{ ...NOTHING, ...labels, text: 'x' }]);
    expect(readMessageFile(path).map(({ isOrdinary }) => isOrdinary)).toEqual([expected]);
  });

  it('is refused when no row is to report on', () => {
    const path = write('own.jsonl', [{ ...NOTHING, text: 'x', split: 'fit' }]);
    expect(() => readMessageFile(path)).toThrow('no row has the split "report"');
  });

  it('is refused with the line of a sector that is no text', () => {
    const path = write('own.jsonl', [
      { ...NOTHING, text: 'x' },
      { ...NOTHING, text: 'y', sector: 7 },
    ]);
    expect(() => readMessageFile(path)).toThrow('Line 2 of own.jsonl');
  });
});

describe('the report halves', () => {
  const folder = () => {
    const training = temporaryFolder();
    write(
      'messages.jsonl',
      [
        { ...NOTHING, text: 'trained on', split: 'fit' },
        { ...NOTHING, text: 'reported on' },
      ],
      training,
    );
    write(
      'ordinary.jsonl',
      [
        { text: 'chosen on', lang: 'en', split: 'choose', item: 'a-1' },
        { text: 'trained on too', lang: 'en', split: 'fit', item: 'b-1' },
      ],
      training,
    );
    return training;
  };

  it('have the sectors of the file that gives them by row', () => {
    const sectors = write('sectors.jsonl', [{ row: 2, sector: 'bank' }]);
    expect(
      readReportHalves(folder(), sectors).map(({ message, ...rest }) => ({ text: message.text, ...rest })),
    ).toEqual([
      { text: 'reported on', sector: 'bank', isOrdinary: false, isFullyLabelled: true },
      { text: 'chosen on', sector: null, isOrdinary: true, isFullyLabelled: false },
    ]);
  });

  it.each([
    [
      'a row that was trained on',
      [{ row: 1, sector: 'bank' }],
      'row 1 of messages.jsonl is not in the report',
    ],
    ['a row that is not there', [{ row: 3, sector: 'bank' }], 'row 3 of messages.jsonl is not in the report'],
    [
      'two sectors for a row',
      [
        { row: 2, sector: 'bank' },
        { row: 2, sector: 'energy' },
      ],
      'row 2 of messages.jsonl has a sector already',
    ],
    ['a row without a sector', [{ row: 2 }], 'Line 1 of sectors.jsonl'],
  ])('refuse %s', (_what, rows, complaint) => {
    const sectors = write('sectors.jsonl', rows);
    expect(() => readReportHalves(folder(), sectors)).toThrow(complaint);
  });
});

describe('the files of the repository', () => {
  it('give every fully labelled message of the report half a sector', () => {
    const measured = readReportHalves('data/training', 'data/evaluation/heard-sectors.jsonl');
    const without = measured.filter(({ isFullyLabelled, sector }) => isFullyLabelled && sector === null);
    expect(without.map(({ message }) => message.text)).toEqual([]);
  });

  it('give every fresh message a sector, and none was trained on', () => {
    const fresh = readMessageFile('data/evaluation/heard-fresh.jsonl');
    const bare = (text: string) =>
      text
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
        .trim();
    const known = new Set(readLabelledMessages('data/training').map(({ text }) => bare(text)));
    expect(fresh.length).toBe(195);
    const wrong = fresh.filter(({ message, sector }) => sector === null || known.has(bare(message.text)));
    expect(wrong.map(({ message }) => message.text)).toEqual([]);
  });
});
