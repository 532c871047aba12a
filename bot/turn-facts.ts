import type { KnowledgeBase } from '../index/contracts/search.js';
import type { Clock } from '../index/platform/clock.js';
import type { AssignmentRules } from './assignment/assignment-rules.js';
import type { Routed } from './assignment/routing.js';
import type { CompanyFacts } from './company/read-company-facts.js';
import type { Conversation } from './conversations/conversation.js';
import type { AgentPresence } from './handoff/agent-presence.js';
import { expectedPlace } from './handoff/queue.js';
import type { BotSettings } from './settings.js';
import type { Write } from './store/store.js';
import type { DecisionFacts, SafetyTexts, TurnFacts } from './turn/contracts.js';

/** What the facts of a turn are asked of. */
export interface FactParts {
  readonly knowledgeBase: KnowledgeBase;
  readonly clock: Clock;
  readonly settings: BotSettings;
  readonly safetyTexts: SafetyTexts;
  readonly companyFacts: CompanyFacts;
  readonly rules: Pick<AssignmentRules, 'routing'>;
  readonly presence: Pick<AgentPresence, 'attendance' | 'hereUntil'>;
}

/** What a turn decides by, of a conversation as it was read. */
export function decisionFactsOf(
  knowledgeBase: KnowledgeBase,
  { state, handoff }: Conversation,
): DecisionFacts {
  return {
    handoff: state,
    promise: handoff?.promise ?? null,
    findItem: (itemId) => knowledgeBase.item(itemId),
    readAnswer: (itemId) => knowledgeBase.readAnswer?.(itemId) ?? null,
  };
}

/**
 * All that a turn is concluded by, asked for where it is written: who is at the desk, and a place in the queue, may have
 * changed since it began.
 */
export async function factsOf(
  { knowledgeBase, clock, settings, safetyTexts, companyFacts, presence, rules }: FactParts,
  write: Write,
  conversation: Conversation,
  turnId: string,
): Promise<TurnFacts> {
  const now = clock.now();
  const expireMs = settings.HANDOFF_EXPIRE_MINUTES * 60_000;
  const attendance = await presence.attendance(write, conversation.handoff);
  return {
    ...decisionFactsOf(knowledgeBase, conversation),
    turnId,
    handoffId: conversation.handoff?.id ?? null,
    now,
    botName: settings.BOT_NAME,
    companyName: settings.COMPANY_NAME,
    ...brandOf(conversation),
    queuePosition: await expectedPlace(write, conversation.handoff, {
      now,
      expireMs,
      routing: rules.routing,
      asking: askingIn(conversation),
    }),
    ...attendance,
    oldAfterMonths: settings.OLD_ANSWER_MONTHS,
    safetyTexts,
    companyFacts,
  };
}

/** What would be asked for by who asks for a person now, as far as it is known before they do. */
function askingIn({ channelId, language, turnState, handoff }: Conversation): Routed {
  return {
    channelId,
    language: turnState?.language ?? language ?? 'nl',
    reason: turnState?.offered ?? 'asked',
    question: turnState?.question ?? '',
    passedTo: handoff?.state === 'expired' ? handoff.teamId : null,
  };
}

function brandOf({ reference: { page } }: Conversation): Pick<TurnFacts, 'brand'> {
  return page?.company === undefined ? {} : { brand: page.company };
}
