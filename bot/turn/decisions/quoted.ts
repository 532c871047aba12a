import type { Hit } from '../../../index/contracts/search.js';
import type { TurnState } from '../contracts.js';

/** What is remembered of a quotation: enough to know it again. */
type Quoted = Pick<Hit, 'item' | 'passage'>;

/** So many quotations of a conversation are remembered. */
const MOST = 20;

/** Whether this very passage was quoted twice in the conversation: the same words help nobody a third time. */
export function wasQuotedTwice(hit: Quoted, { quoted }: TurnState): boolean {
  const key = keyOf(hit);
  return quoted.filter((other) => other === key).length >= 2;
}

/** Whether this very passage is what was quoted last. */
export function wasQuotedLast(hit: Quoted, { quoted }: TurnState): boolean {
  return quoted.at(-1) === keyOf(hit);
}

export function quotedAfter(hit: Quoted, { quoted }: TurnState): readonly string[] {
  return [...quoted, keyOf(hit)].slice(-MOST);
}

function keyOf({ item, passage }: Quoted): string {
  return `${item.id}/${passage.length}`;
}
