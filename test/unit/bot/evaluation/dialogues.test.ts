import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type {
  Dialogue,
  DialogueTurn,
  Seen,
  SeenTurn,
} from '../../../../bot/evaluation/dialogues/dialogue.js';
import { viewDialogues } from '../../../../bot/evaluation/dialogues/dialogue-view.js';
import { formatDialogues } from '../../../../bot/evaluation/dialogues/format-dialogues.js';
import { readDialogues } from '../../../../bot/evaluation/dialogues/read-dialogues.js';
import { temporaryFolder } from '../../../support/temporary-folder.js';

describe('what customers see in dialogues', () => {
  const views = viewDialogues([
    ...held('1', 'elliptic', ['answer', 'next-part', 'choices']),
    ...held('2', 'elliptic', ['answer-a-third-time', 'offer-person']),
    ...held('3', 'thanks', ['thanks']),
  ]);

  it('is told by kind, as shares of turns that add up to one', () => {
    expect(views.elliptic).toMatchObject({ dialogues: 2, turns: 5 });
    expect(views.elliptic).toMatchObject({ right: 0.4, choices: 0.2, wrong: 0.2, person: 0.2 });
    expect(views.thanks).toMatchObject({ dialogues: 1, right: 0, person: 1, fitting: 1, whole: 1 });
    expect(views.all).toMatchObject({ dialogues: 3, turns: 6 });
  });

  it('counts a dialogue as whole where every turn was right, and as harmed where any did harm', () => {
    expect(views.elliptic).toMatchObject({ fitting: 0.6, harmful: 0.2, whole: 0.5, harmed: 0.5 });
  });

  it('stands in a table with a line a kind', () => {
    expect(formatDialogues(views)).toMatch(/^elliptic +2 +5 +0\.400 +0\.200 +0\.200 +0\.200/m);
  });
});

describe('labelled dialogues', () => {
  const row = {
    ...{ id: 'd-1', language: 'en', kind: 'elliptic', split: 'fit' },
    turns: [{ text: 'and Norway?', relevant: ['a'], right: ['answer'], harmful: ['wrong-answer'] }],
  };

  it('are read by half', () => {
    const path = fileOf([row, { ...row, id: 'd-2', split: 'report' }]);
    expect(readDialogues(path).map(({ id }) => id)).toEqual(['d-1', 'd-2']);
    expect(readDialogues(path, 'report')).toEqual([{ ...row, id: 'd-2', split: 'report' }]);
  });

  it('complain with the line of what nobody can see', () => {
    const turns = [{ text: 'and Norway?', right: ['a miracle'] }];
    const path = fileOf([row, { ...row, turns }]);
    expect(() => readDialogues(path)).toThrow(/Line 2 .*"right" must be a list of names.*answer-again/s);
    expect(() => readDialogues(fileOf([{ ...row, language: 'fr' }]))).toThrow(/"language" must be one of/);
    expect(() => readDialogues(fileOf([{ ...row, turns: 'none' }]))).toThrow(/"turns" must be a list/);
  });
});

function fileOf(rows: readonly object[]): string {
  const path = join(temporaryFolder(), 'dialogues.jsonl');
  writeFileSync(path, rows.map((row) => JSON.stringify(row)).join('\n'));
  return path;
}

/** A dialogue after whose turns this was seen; the labels call all right but an answer a third time, which harms. */
function held(id: string, kind: string, seen: readonly Seen[]): SeenTurn[] {
  const said: DialogueTurn = {
    text: 'x',
    relevant: [],
    right: ['answer', 'next-part', 'choices', 'thanks'],
    harmful: ['answer-a-third-time'],
  };
  const dialogue: Dialogue = { id, kind, language: 'en', split: 'fit', turns: seen.map(() => said) };
  return seen.map((one) => ({ dialogue, said, seen: one }));
}
