import { decideFromHits } from '../../../bot/turn/decisions/decide-from-hits.js';
import { startState } from '../../../bot/turn/start-state.js';
import type { Verdict } from '../../../index/contracts/labels.js';
import type { Hit, SearchResult } from '../../../index/contracts/search.js';

/** What a customer says of one item that was shown. */
export type Said = Pick<Verdict, 'itemId' | 'isRight' | 'by'>;

/** What the bot did with a question. */
export type Treatment = 'answered' | 'in doubt' | 'asked back' | 'offered a person';

export interface PastTurn {
  readonly treatment: Treatment;
  readonly said: readonly Said[];
  /** What somebody says who wants it to learn the opposite: rejects what is right, confirms or takes what is wrong. */
  readonly lied: readonly Said[];
}

/**
 * What a customer who knows the right answer says of what the bot does with a first question: an answer, in doubt or not,
 * is confirmed or rejected; of a list the first right item is taken, or none of them. Where nothing is shown, nothing is said.
 */
export function verdictsOfTurn(found: SearchResult, isRight: (hit: Hit) => boolean): PastTurn {
  return { ...whatIsSaid(found, isRight), lied: whatIsSaid(found, (hit) => !isRight(hit)).said };
}

function whatIsSaid(found: SearchResult, isRight: (hit: Hit) => boolean): Omit<PastTurn, 'lied'> {
  const decision = decideFromHits(found, startState(null), 'calm', { text: '' });
  switch (decision.kind) {
    case 'answer':
      return { treatment: 'answered', said: feedbackOn(decision.hit, isRight) };
    case 'answer-with-doubt':
      return { treatment: 'in doubt', said: feedbackOn(decision.hit, isRight) };
    case 'ask-back':
      return { treatment: 'asked back', said: choiceFrom(decision.options, isRight) };
    default:
      return { treatment: 'offered a person', said: [] };
  }
}

function feedbackOn(hit: Hit, isRight: (hit: Hit) => boolean): Said[] {
  return [{ itemId: hit.item.id, isRight: isRight(hit), by: 'customer' }];
}

function choiceFrom(options: readonly Hit[], isRight: (hit: Hit) => boolean): Said[] {
  const taken = options.find(isRight);
  if (taken) return [{ itemId: taken.item.id, isRight: true, by: 'choice' }];
  return options.map(({ item }) => ({ itemId: item.id, isRight: false, by: 'choice' }));
}
