import type { DeskEntry } from '../../../../bot/contracts/desk.js';
import { isWith } from './holder.js';
import type { Notice } from './state.js';

/** Codes of the page's own, beside those of the server. */
export const TAKEN_FROM_YOU = 'TakenFromYou';
const BACK_IN_QUEUE = 'BackInQueue';

/** What an agent must be told whose conversation is no longer theirs, though they did not end it; null for nothing. */
export function tellLost(
  agentId: string,
  before: DeskEntry | undefined,
  now: DeskEntry | undefined,
): Notice | null {
  if (!before || !isWith(before, agentId) || !now) return null;
  const { conversationId, state, holder } = now;
  const notice = { conversationId, agentName: null, problem: null };
  if (state === 'with-agent' && !isWith(now, agentId)) {
    return { ...notice, code: TAKEN_FROM_YOU, agentName: holder?.name ?? null };
  }
  const isBack = state === 'waiting' && now.returnedAt !== before.returnedAt;
  return isBack ? { ...notice, code: BACK_IN_QUEUE } : null;
}
