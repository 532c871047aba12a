import type { ChoiceValue } from '../contracts/messages.js';
import { choicesOfTurn } from '../reception/hold-tap-to-offer.js';
import type { Store } from '../store/store.js';
import { findTurn } from '../store/turns.js';
import type { Understanding } from '../turn/contracts.js';
import { turnOfChoice } from '../turn/decisions/turn-of-choice.js';
import type { RawVerdict } from './raw-verdict.js';
import { type ShownTurn, verdictsInChoice } from './verdicts-in-choice.js';

/** The verdicts in what a customer did; only turns of their own conversation are looked at. */
export async function findVerdicts(
  store: Store,
  conversationId: string,
  understanding: Understanding | null,
): Promise<RawVerdict[]> {
  if (understanding?.wish.kind !== 'choice') return [];
  return verdictsOfChoice(store, conversationId, understanding.wish.value);
}

/** The verdicts in a choice, whichever way it was made; only turns of their own conversation are looked at. */
export async function verdictsOfChoice(
  store: Store,
  conversationId: string,
  value: ChoiceValue,
): Promise<RawVerdict[]> {
  const turnId = turnOfChoice(value);
  const shown = turnId === null ? null : await findShownTurn(store, conversationId, turnId);
  return shown ? verdictsInChoice(value, shown) : [];
}

async function findShownTurn(
  store: Store,
  conversationId: string,
  turnId: string,
): Promise<ShownTurn | null> {
  const turn = await findTurn(store, conversationId, turnId);
  if (!turn) return null;
  const choices = await choicesOfTurn(store, conversationId, turnId);
  const offered = choices.flatMap(({ value }) => (value.action === 'pick-item' ? [value.itemId] : []));
  return { question: turn.wholeQuestion, itemId: turn.itemId, offeredItemIds: [...new Set(offered)] };
}
