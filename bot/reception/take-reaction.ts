import type { VerdictStore } from '../../index/learning/verdict-store.js';
import type { Clock } from '../../index/platform/clock.js';
import type { ChannelEvent } from '../contracts/channels.js';
import type { Background } from '../conversations/background.js';
import { conversationIdOf, findConversation } from '../store/conversations.js';
import { turnOfActivity } from '../store/messages/message-of-activity.js';
import type { Store } from '../store/store.js';
import { deleteFeedback, findTurn, keepFeedback } from '../store/turns.js';
import { customerIdentity } from '../verdicts/customer-identity.js';
import { verdictsOfChoice } from '../verdicts/find-verdicts.js';
import type { VerdictRecorder } from '../verdicts/verdict-recorder.js';

export interface ReactionParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly background: Background;
  readonly recorder: VerdictRecorder;
  readonly verdicts: Pick<VerdictStore, 'pseudonym' | 'verdictsOf' | 'forgetQuestions'>;
}

type Reaction = Extract<ChannelEvent, { kind: 'reacted' }>;

/** Only what was said lately can be on a customer's screen. */
const LOOK_BACK = 200;

/**
 * Makes what takes a reaction on an answer as the word "it helped" or "it did not": the same feedback as a tapped button, of
 * which the last counts. The bot says nothing to it and no time limit begins anew, as nobody spoke; on anything but an answer
 * a reaction says nothing.
 */
export function createReactionTaking(parts: ReactionParts): (reaction: Reaction) => Promise<void> {
  const { store, clock } = parts;

  async function keep(conversationId: string, turnId: string, isHelpful: boolean): Promise<void> {
    const conversation = await findConversation(store, conversationId);
    const verdicts = await store.transaction().execute(async (write) => {
      const turn = await findTurn(write, conversationId, turnId);
      if (!turn || turn.itemId === null) return [];
      const { itemId, releaseId } = turn;
      const createdAt = clock.now().toISOString();
      const feedback = { turnId, conversationId, itemId, releaseId, isHelpful: isHelpful ? 1 : 0 } as const;
      await keepFeedback(write, { ...feedback, createdAt });
      return verdictsOfChoice(write, conversationId, { action: 'feedback', turnId, isHelpful });
    });
    if (!conversation) return;
    const { reference, language, customerName } = conversation;
    const person = customerIdentity(reference);
    parts.recorder.record({ conversationId, language: language ?? 'nl', customerName, person }, verdicts);
  }

  async function takeBack(conversationId: string, turnId: string): Promise<void> {
    const turn = await findTurn(store, conversationId, turnId);
    const wasThere = await store.transaction().execute((write) => deleteFeedback(write, turnId));
    if (!wasThere || !turn?.itemId) return;
    const { itemId } = turn;
    void parts.background.run(() =>
      parts.recorder.inTurn(conversationId, () => forget(conversationId, itemId)),
    );
  }

  /** The question is kept redacted: it is found by the answer that it was about. */
  async function forget(conversationId: string, itemId: string): Promise<void> {
    const conversation = parts.verdicts.pseudonym('conversation', conversationId);
    const given = await parts.verdicts.verdictsOf({ visitors: [], conversations: [conversation] });
    const questions = given.filter((verdict) => verdict.itemId === itemId).map(({ question }) => question);
    await parts.verdicts.forgetQuestions(conversation, (question) => questions.includes(question));
  }

  return async ({ of, activityId, isHelpful }) => {
    const conversationId = await conversationIdOf(store, of);
    const turnId = await turnOfActivity(store, of, activityId, LOOK_BACK);
    if (conversationId === null || turnId === null) return;
    if (isHelpful === null) await takeBack(conversationId, turnId);
    else await keep(conversationId, turnId, isHelpful);
  };
}
