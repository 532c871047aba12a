import type { ChoiceValue } from '../contracts/messages.js';
import type { RawVerdict } from './raw-verdict.js';

/** What a turn showed its customer. */
export interface ShownTurn {
  /** The question it was about, with what it follows up on; null where there was none. */
  readonly question: string | null;
  /** The item it answered with; null where it did not answer. */
  readonly itemId: string | null;
  /** The items it gave to choose from. */
  readonly offeredItemIds: readonly string[];
}

/**
 * What a tapped choice says of the items that were shown. An item that was chosen is right, the others are not wrong
 * for that; "none of these" is wrong for all. What was not shown says nothing: choices come from outside.
 */
export function verdictsInChoice(value: ChoiceValue, shown: ShownTurn): RawVerdict[] {
  const { question, itemId, offeredItemIds } = shown;
  if (question === null) return [];
  switch (value.action) {
    case 'feedback':
      return itemId === null ? [] : [{ question, itemId, isRight: value.isHelpful, by: 'customer' }];
    case 'pick-item':
      return offeredItemIds
        .filter((offered) => offered === value.itemId)
        .map((offered) => ({ question, itemId: offered, isRight: true, by: 'choice' }));
    case 'none-of-these':
      return offeredItemIds.map((offered) => ({ question, itemId: offered, isRight: false, by: 'choice' }));
    default:
      return [];
  }
}
