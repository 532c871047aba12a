import type { Item } from '../../../index/contracts/items.js';
import type { AnswerPart, AnswerReading } from '../../../index/contracts/search.js';

/** Parts of an answer to be read. */
export interface PartsRead {
  readonly item: Item;
  readonly parts: readonly AnswerPart[];
  /** The whole answer they are of. */
  readonly reading: AnswerReading;
  /** How many parts are read then. */
  readonly readTo: number;
  /** The number of the step that was asked for; left out where none was. */
  readonly step?: number;
}
