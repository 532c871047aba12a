import { readFileSync } from 'node:fs';
import type { Dialogue } from '../../../bot/evaluation/dialogues/dialogue.js';
import { readDialogues } from '../../../bot/evaluation/dialogues/read-dialogues.js';
import type { Asked, FollowUp } from './contracts.js';

/** Kinds whose second turn is a question, with or without the one before it. */
const FOLLOW_UPS: ReadonlySet<string> = new Set([
  'elliptic',
  'pointing',
  'narrowing',
  'own',
  'new-subject',
  'no-answer',
]);

/** The dialogues of `data/evaluation`. */
export function labelledDialogues(): Dialogue[] {
  return ['nl', 'en'].flatMap((language) => readDialogues(`data/evaluation/dialogues-${language}.jsonl`));
}

/** The dialogues of two questions, for which it is measured what is searched. */
export function followUpsIn(dialogues: readonly Dialogue[]): FollowUp[] {
  return dialogues.flatMap(({ turns: [first, second], kind, ...row }) =>
    first && second && FOLLOW_UPS.has(kind) ? [{ ...row, kind, turns: [first, second] }] : [],
  );
}

/** Every evaluation question after a first question of its own half and language that has other answers. */
export function changesOfSubject(followUps: readonly FollowUp[]): FollowUp[] {
  const questions = ['nl', 'en'].flatMap((name) =>
    readRows<Asked & Omit<FollowUp, 'turns'>>(`questions-${name}`),
  );
  return questions.flatMap(({ text, relevant, language, kind, split }, at) => {
    const before = followUps.filter((row) => row.language === language && row.split === split);
    const [first] = before[(at * 37) % before.length]?.turns ?? [];
    const isSameSubject = first?.relevant.some((id) => relevant.includes(id));
    return first && !isSameSubject ? [{ language, turns: [first, { text, relevant }], kind, split }] : [];
  });
}

function readRows<Row>(name: string): Row[] {
  const lines = readFileSync(`data/evaluation/${name}.jsonl`, 'utf8').trim().split('\n');
  return lines.map((line) => JSON.parse(line) as Row);
}
