import { quotedAfter, wasQuotedLast } from '../../decisions/quoted.js';
import { readIn } from '../../decisions/read-on.js';
import { phrasesOf } from '../../phrases/phrases-of.js';
import { waitingChoices } from '../choices.js';
import { dropOffer } from '../handover/handoff-move.js';
import { subjectAfter } from '../handover/subject-after.js';
import type { Reply, ReplyBase, ReplyParts } from '../reply.js';
import { say } from '../say.js';
import { choicesOf, composeAnswer } from './compose-answer.js';

/** An answer, sure or in doubt. */
export function replyWithAnswer(parts: ReplyParts<'answer' | 'answer-with-doubt'>): Reply {
  const { decision, understanding, state, facts } = parts;
  const { language } = understanding;
  const { hit } = decision;
  const isInDoubt = decision.kind === 'answer-with-doubt';
  const lead = leadOf(parts);
  const messages = composeAnswer(
    {
      hit,
      alternatives: isInDoubt ? decision.alternatives : [],
      lead,
      question: askedIn(parts),
    },
    language,
    facts,
  );
  return {
    messages,
    changes: {
      ...subjectAfter(parts),
      answer: { turnId: facts.turnId, itemId: hit.item.id, ...readBy(parts) },
      quoted: quotedAfter(hit, state),
      openChoices: [
        ...messages.flatMap(choicesOf),
        ...(facts.handoff === 'waiting' ? waitingChoices(language) : []),
      ],
      misses: 0,
      offered: null,
      lastSaid: lead || null,
    },
    handoff: dropOffer(facts),
  };
}

/** What the customer asked, before and now; a tap asks nothing in words. */
export function askedIn({ understanding: { wish }, state }: ReplyBase): string {
  return [state.question, 'text' in wish ? wish.text : null].filter((text) => text).join('\n');
}

/** How many of its parts the customer read with the passage shown. */
function readBy({ decision: { hit }, facts }: ReplyParts<'answer' | 'answer-with-doubt'>): {
  readTo?: number;
} {
  const reading = facts.readAnswer?.(hit.item.id);
  return reading ? { readTo: readIn(hit.passage, reading) } : {};
}

/** What is said of the answer as a whole, '' for nothing. */
function leadOf({
  decision,
  understanding,
  state,
  facts,
}: ReplyParts<'answer' | 'answer-with-doubt'>): string {
  const phrases = phrasesOf(understanding.language);
  const { wish } = understanding;
  if (facts.handoff === 'waiting' && decision.kind === 'answer')
    return say(phrases.leadWhileWaiting, state.lastSaid);
  const isNext = wish.kind === 'act' || (wish.kind === 'choice' && wish.value.action === 'feedback');
  if (isNext) {
    return say(
      wish.kind === 'act' && wish.act === 'next' ? phrases.leadOfOther : phrases.leadOfNext,
      state.lastSaid,
    );
  }
  if (wish.kind === 'question' && wish.asksIfStillTrue) return say(phrases.leadOfStillTrue, state.lastSaid);
  if (wasQuotedLast(decision.hit, state)) return say(phrases.leadOfAgain, state.lastSaid);
  return decision.kind === 'answer-with-doubt' ? say(phrases.leadOfDoubt, state.lastSaid) : '';
}
