import type { KnowledgeBase, SearchResult } from '../../../index/contracts/search.js';
import type { AnswerOutcome, GivenAnswer, KnownQuestion } from './contracts.js';

/** So many are listed to a customer who is asked "did you mean …?". */
const LISTED = 3;

/** What of a knowledge base is asked. */
type Asked = Pick<KnowledgeBase, 'search' | 'item'>;

/**
 * Asks a release each question as a customer would, by the same search and bands.
 * @returns one answer a question, in order
 */
export async function askQuestions(
  knowledgeBase: Asked,
  questions: readonly KnownQuestion[],
): Promise<GivenAnswer[]> {
  const answers: GivenAnswer[] = [];
  for (const known of questions) {
    const result = await knowledgeBase.search(known.question, { limit: LISTED });
    answers.push(givenBy(result, known, knowledgeBase));
  }
  return answers;
}

function givenBy({ hits, bands }: SearchResult, known: KnownQuestion, { item }: Asked): GivenAnswer {
  const [first] = hits;
  if (!first)
    return { outcome: outcomeOfNone(known), isSure: false, itemId: null, title: null, probability: 0 };
  const { probability } = first.confidence;
  const rightTexts = new Set(known.right.flatMap((id) => item(id)?.answer ?? []));
  // Of items with one answer it does not matter which one is named.
  const isRight = (hit: typeof first) => known.right.includes(hit.item.id) || rightTexts.has(hit.item.answer);
  const outcome =
    probability >= bands.doubt
      ? outcomeOfTold(known, first.item.id, isRight(first))
      : known.right.length > 0 && probability >= bands.askBack && hits.some(isRight)
        ? 'offered'
        : outcomeOfNone(known);
  return {
    outcome,
    isSure: probability >= bands.answer,
    itemId: first.item.id,
    title: first.item.question,
    probability,
  };
}

function outcomeOfTold(
  { right, wrong, isComplete }: KnownQuestion,
  id: string,
  isRight: boolean,
): AnswerOutcome {
  if (isRight) return 'right';
  return isComplete || right.length > 0 || wrong.includes(id) ? 'wrong' : 'other';
}

function outcomeOfNone({ right, isComplete }: KnownQuestion): AnswerOutcome {
  return right.length === 0 && isComplete ? 'right' : 'person';
}
