import type { AskedBefore, Lesson } from './learn-from.js';
import type { Treatment } from './verdicts-of-turn.js';

/** What happened to past questions, and what was learned from them. */
export interface Feedback {
  readonly questions: number;
  readonly treatments: Readonly<Record<Treatment, number>>;
  /** Items that were said to be right, and to be wrong. */
  readonly confirmed: number;
  readonly rejected: number;
  readonly wordings: number;
  readonly labels: number;
}

export function feedbackOf(
  turns: readonly AskedBefore[],
  { wordings, labels }: Pick<Lesson, 'wordings' | 'labels'>,
): Feedback {
  const said = turns.flatMap((turn) => turn.said);
  return {
    questions: turns.length,
    treatments: byTreatment((treatment) => turns.filter((turn) => turn.treatment === treatment).length),
    confirmed: said.filter(({ isRight }) => isRight).length,
    rejected: said.filter(({ isRight }) => !isRight).length,
    wordings,
    labels: labels.length,
  };
}

export function sumOf(feedback: readonly Feedback[]): Feedback {
  const sum = (of: (one: Feedback) => number) => feedback.reduce((total, one) => total + of(one), 0);
  return {
    questions: sum(({ questions }) => questions),
    treatments: byTreatment((treatment) => sum(({ treatments }) => treatments[treatment])),
    confirmed: sum(({ confirmed }) => confirmed),
    rejected: sum(({ rejected }) => rejected),
    wordings: sum(({ wordings }) => wordings),
    labels: sum(({ labels }) => labels),
  };
}

function byTreatment(count: (treatment: Treatment) => number): Record<Treatment, number> {
  return {
    answered: count('answered'),
    'in doubt': count('in doubt'),
    'asked back': count('asked back'),
    'offered a person': count('offered a person'),
  };
}
