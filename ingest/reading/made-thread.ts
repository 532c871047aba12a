import type { Thread } from '../sources/contracts.js';
import { makeItem, type ReadRules } from '../steps/make-item.js';
import { shownAnswer } from '../steps/shown-answer.js';
import { type ItemResult, toAsked, toPhrasing } from '../steps/to-item.js';

/** What a thread becomes: it follows from the thread, its source and the rules alone, so that it can be kept. */
export interface MadeThread {
  readonly result: ItemResult;
  /** Whether redaction leaves nothing of the answer to show. */
  readonly isWithheld: boolean;
  /** What a thread without an item is called in reports; left out until it is asked for, which only the first ones are. */
  readonly title?: string | null;
  /** What a duplicate adds to the item it is a duplicate of; null for any other thread. */
  readonly duplicate: { readonly wording: string | null; readonly asked: readonly string[] } | null;
}

/** Takes a thread through all steps. */
export function makeThread(thread: Thread, source: string, rules: ReadRules): MadeThread {
  const result = makeItem(thread, source, rules);
  return {
    result,
    isWithheld:
      result.kind === 'item' && result.redacted.length > 0 && shownAnswer(result.item.answer).answer === '',
    duplicate:
      thread.duplicateOf === null
        ? null
        : { wording: toPhrasing(thread, rules), asked: toAsked(thread, rules) },
  };
}
