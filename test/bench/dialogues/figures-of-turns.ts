import { SEEN, type Seen, type SeenTurn } from '../../../bot/evaluation/dialogues/dialogue.js';
import { isFitting, isHarmful } from '../../../bot/evaluation/dialogues/dialogue-view.js';
import { round } from '../machine.js';

/** How many turns were right and harmful, and what was seen; shares from 0 to 1. */
export function figuresOfTurns(turns: readonly SeenTurn[]) {
  const kinds = [...new Set(turns.map(({ dialogue }) => dialogue.kind))];
  const lists = turns.filter(({ seen }) => seen === 'choices' || seen === 'wrong-choices');
  return {
    dialogues: new Set(turns.map(({ dialogue }) => dialogue.id)).size,
    turns: turns.length,
    right: share(turns, isFitting),
    harmful: turns.filter(isHarmful).length,
    /** Of the lists of questions, those that hold a right one. */
    lists: lists.length,
    listsRight: share(lists, ({ seen }) => seen === 'choices'),
    seen: Object.fromEntries(
      SEEN.flatMap((name): [Seen, number][] => {
        const part = share(turns, ({ seen }) => seen === name);
        return part > 0 ? [[name, part]] : [];
      }),
    ),
    rightByKind: Object.fromEntries(
      kinds.map((kind) => [
        kind,
        share(
          turns.filter(({ dialogue }) => dialogue.kind === kind),
          isFitting,
        ),
      ]),
    ),
  };
}

function share<Row>(rows: readonly Row[], is: (row: Row) => boolean): number {
  return rows.length === 0 ? 0 : round(rows.filter(is).length / rows.length);
}
