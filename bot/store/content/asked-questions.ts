import type { SpokenLanguage } from '../../contracts/messages.js';
import type { Decision } from '../../turn/contracts.js';
import type { Store } from '../store.js';

/** A question as a customer put it, personal data and all: it goes through redaction before anybody sees it. */
export interface AskedByCustomer {
  readonly text: string;
  /** Null where the conversation had none yet. */
  readonly language: SpokenLanguage | null;
  readonly customerName: string;
}

/** What the search decided about: who asked for a person gets one whatever a release holds. */
const SEARCHED: readonly Decision['kind'][] = ['answer', 'answer-with-doubt', 'ask-back', 'offer-person'];

/**
 * What customers asked and the index was searched for, the newest first, each with what it follows up on.
 * @param since ISO 8601 in UTC
 */
export async function askedQuestions(store: Store, since: string, most: number): Promise<AskedByCustomer[]> {
  const rows = await store
    .selectFrom('turns')
    .innerJoin('conversations', 'conversations.id', 'turns.conversationId')
    .select(['turns.question', 'turns.wholeQuestion', 'conversations.language', 'conversations.customerName'])
    .where('turns.createdAt', '>=', since)
    .where('turns.releaseId', 'is not', null)
    .where('turns.decisionKind', 'in', SEARCHED)
    .orderBy('turns.createdAt', 'desc')
    .limit(most)
    .execute();
  return rows.map(({ question, wholeQuestion, language, customerName }) => ({
    text: wholeQuestion ?? question,
    language,
    customerName,
  }));
}
