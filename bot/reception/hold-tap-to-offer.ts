import type { Choice, ChoiceValue } from '../contracts/messages.js';
import { messagesOfTurn } from '../store/messages/outbox.js';
import type { Store } from '../store/store.js';
import { findTurn } from '../store/turns.js';
import type { CustomerInput } from '../turn/contracts.js';
import { turnOfChoice } from '../turn/decisions/turn-of-choice.js';

/**
 * Holds a tap against what this conversation offered: choices come from outside, and anybody can make one up. An older
 * list counts as well, whether or not it was delivered, and after a restart; what was never offered here has lapsed.
 */
export async function holdTapToOffer(
  store: Store,
  conversationId: string,
  input: CustomerInput,
): Promise<CustomerInput> {
  const { value } = input;
  const turnId = value && turnOfChoice(value);
  if (value === null || turnId === null) return input;
  const turn = await findTurn(store, conversationId, turnId);
  if (!turn) return { ...input, value: null, hasLapsedTap: true };
  // Channels with thumbs of their own put them under every message of a turn.
  if (value.action === 'feedback') return input;
  const offered = (await choicesOfTurn(store, conversationId, turnId)).find((choice) =>
    isSame(choice.value, value),
  );
  if (!offered) return { ...input, value: null, hasLapsedTap: true };
  return { ...input, offer: { title: offered.title, question: turn.wholeQuestion } };
}

/** All choices that the messages of a turn offered, those beside "did this help?"; none for a turn of another conversation. */
export async function choicesOfTurn(
  store: Store,
  conversationId: string,
  turnId: string,
): Promise<readonly Choice[]> {
  const messages = await messagesOfTurn(store, conversationId, turnId);
  return messages.flatMap(({ choices }) => choices);
}

function isSame(one: ChoiceValue, other: ChoiceValue): boolean {
  const itemOf = (value: ChoiceValue) => (value.action === 'pick-item' ? value.itemId : null);
  return one.action === other.action && itemOf(one) === itemOf(other);
}
