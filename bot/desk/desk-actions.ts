import type { Clock } from '../../index/platform/clock.js';
import type { DeskAgent, DeskOutcome } from '../contracts/desk.js';
import type { Background } from '../conversations/background.js';
import type { Conversation } from '../conversations/conversation.js';
import type { ConversationChanges } from '../conversations/conversation-changes.js';
import type { Timers } from '../conversations/timers.js';
import { languageOf } from '../handoff/tell-news.js';
import type { Outbox } from '../outbox/outbox.js';
import { lockConversation } from '../store/conversations.js';
import type { Store, Write } from '../store/store.js';
import type { RawVerdict } from '../verdicts/raw-verdict.js';
import type { VerdictRecorder } from '../verdicts/verdict-recorder.js';

export interface ActionParts {
  readonly store: Store;
  readonly outbox: Outbox;
  readonly timers: Timers;
  readonly background: Background;
  readonly changes: ConversationChanges;
  readonly verdicts: VerdictRecorder;
  readonly clock: Clock;
}

/** How an action ended, and what the agent said with it of the best guess. */
export interface Acted<Outcome = DeskOutcome> {
  readonly outcome: Outcome;
  readonly verdict?: RawVerdict | null;
}

/** What an action does in its transaction. */
type Action<Outcome> = (write: Write, conversation: Conversation, now: Date) => Promise<Acted<Outcome>>;

/**
 * Makes what carries out an agent's action on a conversation: the action is one transaction; what it says of the best guess,
 * the news for other desks and the sending follow when it was carried out.
 */
export function createActions(
  parts: ActionParts,
): <Outcome extends { readonly kind: string } = DeskOutcome>(
  conversationId: string,
  agent: DeskAgent,
  action: Action<Outcome | DeskOutcome>,
) => Promise<Outcome | DeskOutcome> {
  const { store, outbox, timers, background, changes, verdicts, clock } = parts;
  return async (conversationId, agent, action) => {
    const now = clock.now();
    const { outcome, verdict, language, customerName } = await store.transaction().execute(async (write) => {
      const conversation = await lockConversation(write, conversationId, now.toISOString());
      if (!conversation) return UNKNOWN;
      return {
        ...(await action(write, conversation, now)),
        language: languageOf(conversation),
        customerName: conversation.customerName,
      };
    });
    if (outcome.kind !== 'done') return outcome;
    const person = { kind: 'agent', agentId: agent.id } as const;
    const source = { conversationId, language, customerName, person };
    verdicts.record(source, verdict ? [verdict] : []);
    changes.announce(conversationId);
    // The agent does not wait for the customer's channel; the outbox keeps what is not sent yet and reports by itself.
    void background.run(async () => {
      await outbox.drain(conversationId);
      await timers.runDue();
    });
    return outcome;
  };
}

const UNKNOWN: Acted & { readonly language: string; readonly customerName: string } = {
  outcome: { kind: 'unknown-conversation' },
  language: 'nl',
  customerName: '',
};
