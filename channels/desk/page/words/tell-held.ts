import type { DeskMessage } from '../../../../bot/contracts/desk.js';
import type { DeskWords } from './word-list.js';

/** Why a reply was held back; the customer's words count more than a colleague's. '' where it was not. */
export function tellHeld(words: DeskWords, newer: readonly DeskMessage[]): string {
  const newest = newer.at(-1);
  if (!newest) return '';
  const isByCustomer = newer.some((message) => message.from === 'customer');
  return isByCustomer ? words.reply.heldByCustomer : words.reply.heldByColleague(newest.name);
}
