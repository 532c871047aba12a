import { describe, expect, it } from 'vitest';
import { SEEN } from '../../../../bot/evaluation/dialogues/dialogue.js';
import { figuresOfTurns } from '../../../bench/dialogues/figures-of-turns.js';
import { labelledDialogues } from '../../../bench/dialogues/read-dialogues.js';

const dialogues = labelledDialogues();

describe('the dialogues of the evaluation', () => {
  it('are at least 400, half of each language and kind to report on', () => {
    expect(dialogues.length).toBeGreaterThanOrEqual(400);
    const balance = new Map<string, number>();
    for (const { language, kind, split } of dialogues) {
      const key = `${language} ${kind}`;
      balance.set(key, (balance.get(key) ?? 0) + (split === 'report' ? 1 : -1));
    }
    expect([...balance].filter(([, difference]) => difference !== 0)).toEqual([]);
  });

  it('name what is right and what harms after each turn, and nothing as both', () => {
    const known = new Set<string>(SEEN);
    const turns = dialogues.flatMap(({ id, turns }) => turns.map((turn) => ({ id, ...turn })));
    const wrong = turns.filter(
      ({ right, harmful }) =>
        right.length === 0 ||
        harmful.length === 0 ||
        [...right, ...harmful].some((name) => !known.has(name)) ||
        right.some((name) => harmful.includes(name)),
    );
    expect(wrong.map(({ id, text }) => `${id}: ${text}`)).toEqual([]);
  });
});

describe('the figures of turns', () => {
  it('count what was right, what did harm, and the lists that hold a right question', () => {
    const [dialogue] = dialogues;
    const said = { text: 'x', relevant: [], right: ['choices'], harmful: ['wrong-answer'] } as const;
    const seen = ['choices', 'wrong-choices', 'wrong-answer', 'silence'] as const;
    const turns = dialogue ? seen.map((name) => ({ dialogue, said, seen: name })) : [];
    expect(figuresOfTurns(turns)).toMatchObject({
      turns: 4,
      right: 0.25,
      harmful: 1,
      lists: 2,
      listsRight: 0.5,
    });
  });
});
