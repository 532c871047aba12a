import type { Seen, SeenTurn } from './dialogue.js';

/** What customers see in whole dialogues; shares from 0 to 1. Of the turns `right`, `choices`, `wrong` and `person` add up to 1. */
export interface DialogueView {
  readonly dialogues: number;
  readonly turns: number;
  /** A right answer, or a part of it. */
  readonly right: number;
  /** A right question among the choices. */
  readonly choices: number;
  /** A wrong answer, or one for the third time. */
  readonly wrong: number;
  /** Whatever else: a person, small talk, choices without a right one. */
  readonly person: number;
  /** Turns after which came what the labels call right, be it an answer, a person or a word of thanks. */
  readonly fitting: number;
  /** Turns after which came what the labels call harmful. */
  readonly harmful: number;
  /** Dialogues that were fitting from the first turn to the last. */
  readonly whole: number;
  /** Dialogues with a turn that did harm. */
  readonly harmed: number;
}

const AS: Readonly<Partial<Record<Seen, 'right' | 'choices' | 'wrong'>>> = {
  answer: 'right',
  'answer-again': 'right',
  'next-part': 'right',
  simpler: 'right',
  choices: 'choices',
  'wrong-answer': 'wrong',
  'answer-a-third-time': 'wrong',
};

/** The views of dialogues that were held, by kind; `all` for all together. */
export function viewDialogues(turns: readonly SeenTurn[]): Readonly<Record<string, DialogueView>> {
  const kinds = [...new Set(turns.map(({ dialogue }) => dialogue.kind))];
  const byKind = kinds.map((kind) => [kind, turns.filter(({ dialogue }) => dialogue.kind === kind)] as const);
  return Object.fromEntries([['all', turns] as const, ...byKind].map(([kind, of]) => [kind, viewOf(of)]));
}

function viewOf(turns: readonly SeenTurn[]): DialogueView {
  const share = (is: (turn: SeenTurn) => boolean) => turns.filter(is).length / Math.max(1, turns.length);
  const as = (what: string) => share(({ seen }) => (AS[seen] ?? 'person') === what);
  const dialogues = [...new Set(turns.map(({ dialogue }) => dialogue.id))].map((id) =>
    turns.filter(({ dialogue }) => dialogue.id === id),
  );
  const shareOfDialogues = (is: (turns: readonly SeenTurn[]) => boolean) =>
    dialogues.filter(is).length / Math.max(1, dialogues.length);
  return {
    dialogues: dialogues.length,
    turns: turns.length,
    right: as('right'),
    choices: as('choices'),
    wrong: as('wrong'),
    person: as('person'),
    fitting: share(isFitting),
    harmful: share(isHarmful),
    whole: shareOfDialogues((of) => of.every(isFitting)),
    harmed: shareOfDialogues((of) => of.some(isHarmful)),
  };
}

/** Whether the labels call right what followed. */
export function isFitting({ said, seen }: SeenTurn): boolean {
  return said.right.includes(seen);
}

/** Whether the labels call harmful what followed. */
export function isHarmful({ said, seen }: SeenTurn): boolean {
  return said.harmful.includes(seen);
}
