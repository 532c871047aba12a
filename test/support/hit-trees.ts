import { parseAnswer } from '../../index/answers/parse-answer.js';
import type { Hit } from '../../index/contracts/search.js';

/** What a hit says, of which this part of the answer is shown; all of it where no part is named. */
export function shownOf(answer: string, passage: string = answer): Pick<Hit, 'passage' | 'trees' | 'isPart'> {
  const trees = { passage: parseAnswer(passage), whole: parseAnswer(answer) };
  return { passage, trees, isPart: passage !== answer };
}
