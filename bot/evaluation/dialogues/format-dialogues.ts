import { tableOf } from '../table.js';
import type { DialogueView } from './dialogue-view.js';

/** The views of dialogues as a table with a line for each kind. */
export function formatDialogues(byKind: Readonly<Record<string, DialogueView>>): string {
  const rows = Object.entries(byKind).map(([kind, { dialogues, turns, ...shares }]) => [
    ...[kind, String(dialogues), String(turns)],
    ...COLUMNS.map((name) => shares[name].toFixed(3)),
  ]);
  return `${tableOf([['dialogues', 'held', 'turns', ...COLUMNS], ...rows])}

What customers see in whole dialogues, by the bot's own decisions. Shares of turns: "right" a right answer or a part of it;
"choices" a right question among those to choose from; "wrong" a wrong answer, or one for the third time; "person" whatever
else; "fitting" and "harmful" what the labels call so, small talk and hand-overs among it. Shares of dialogues: "whole" fitting
from the first turn to the last, "harmed" harmful anywhere.`;
}

const COLUMNS = ['right', 'choices', 'wrong', 'person', 'fitting', 'harmful', 'whole', 'harmed'] as const;
