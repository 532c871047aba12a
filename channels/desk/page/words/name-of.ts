import type { DeskEntry } from '../../../../bot/contracts/desk.js';
import type { DeskWords } from './word-list.js';

/** What a customer is called at the desk: their name, or "Customer" with the last signs of the conversation's id. */
export function nameOf(
  { customerName, conversationId }: Pick<DeskEntry, 'customerName' | 'conversationId'>,
  words: DeskWords,
): string {
  const name = customerName.trim();
  return name === '' ? `${words.conversation.customer} ${conversationId.slice(-4)}` : name;
}
