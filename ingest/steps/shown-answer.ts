import { type AnswerTree, parseAnswer, withoutTorn, writeAnswer } from '../../index/releases/answers.js';
import { hasLabel } from './redaction/labels.js';

interface AnswerAsShown {
  readonly tree: AnswerTree;
  /** The same in Markdown; '' where no whole sentence is left. */
  readonly answer: string;
}

/**
 * An answer as it is shown: without the sentences and clauses that redaction tore, because "[telefoonnummer]" is nothing
 * that its author advised.
 */
export function shownAnswer(answer: string): AnswerAsShown {
  const tree = parseAnswer(answer);
  if (!hasLabel(answer)) return { tree, answer };
  const whole = withoutTorn(tree, hasLabel);
  return { tree: whole, answer: whole === tree ? answer : writeAnswer(whole) };
}
