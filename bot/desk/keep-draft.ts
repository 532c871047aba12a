import type { Clock } from '../../index/platform/clock.js';
import type { DeskAgent, DeskOutcome } from '../contracts/desk.js';
import { findAgent } from '../store/accounts/agents.js';
import { deskRow } from '../store/handoffs/desk-rows.js';
import { deleteReplyDraft, saveReplyDraft } from '../store/reply-drafts.js';
import type { Store } from '../store/store.js';

/** Longest draft that is kept, in UTF-16 units: more than any reply may have, so that one can be shortened later. */
const LONGEST_DRAFT = 10_000;

/**
 * Keeps what an agent typed for a conversation, or forgets it where nothing is left of it. It is no action: it changes
 * nothing that others see, and a conversation is kept no longer for it.
 */
export async function keepDraft(
  { store, clock }: { readonly store: Store; readonly clock: Clock },
  conversationId: string,
  agent: DeskAgent,
  text: string,
): Promise<DeskOutcome> {
  const changedAt = clock.now().toISOString();
  return store.transaction().execute(async (write) => {
    if ((await deskRow(write, conversationId)) === null) return { kind: 'unknown-conversation' };
    const kept = text.slice(0, LONGEST_DRAFT);
    if (kept.trim() === '') await deleteReplyDraft(write, conversationId, agent.id);
    // An account may be removed while its page still types.
    else if (await findAgent(write, agent.id)) {
      await saveReplyDraft(write, { agentId: agent.id, conversationId, text: kept, changedAt });
    }
    return { kind: 'done' };
  });
}
