import { readFileSync } from 'node:fs';
import type { Dialogue, Said } from './contracts.js';

/** The two-turn dialogues of `data/evaluation`. */
export function readDialogues(): Dialogue[] {
  return ['nl', 'en'].flatMap((language) => readRows<Dialogue>(`dialogues-${language}`));
}

/** Every evaluation question after a first question of its own half and language that has other answers. */
export function changesOfSubject(dialogues: readonly Dialogue[]): Dialogue[] {
  const questions = ['nl', 'en'].flatMap((name) =>
    readRows<Said & Omit<Dialogue, 'turns'>>(`questions-${name}`),
  );
  return questions.flatMap(({ text, relevant, language, kind, split }, at) => {
    const before = dialogues.filter((row) => row.language === language && row.split === split);
    const [first] = before[(at * 37) % before.length]?.turns ?? [];
    const isSameSubject = first?.relevant.some((id) => relevant.includes(id));
    return first && !isSameSubject ? [{ language, turns: [first, { text, relevant }], kind, split }] : [];
  });
}

function readRows<Row>(name: string): Row[] {
  const lines = readFileSync(`data/evaluation/${name}.jsonl`, 'utf8').trim().split('\n');
  return lines.map((line) => JSON.parse(line) as Row);
}
