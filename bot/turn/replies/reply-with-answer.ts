import { phrasesOf } from '../phrases/phrases-of.js';
import { choicesOf, composeAnswer } from './compose-answer.js';
import { dropOffer } from './handoff-move.js';
import type { Reply, ReplyParts } from './reply.js';
import { say } from './say.js';
import { subjectAfter } from './subject-after.js';

/** An answer, sure or in doubt. */
export function replyWithAnswer(parts: ReplyParts<'answer' | 'answer-with-doubt'>): Reply {
  const { decision, understanding, state, facts } = parts;
  const { wish, language } = understanding;
  const phrases = phrasesOf(language);
  const isNext = wish.kind === 'choice' && wish.value.action === 'feedback';
  const isInDoubt = decision.kind === 'answer-with-doubt';
  const lead = isNext
    ? say(phrases.leadOfNext, state.lastSaid)
    : isInDoubt
      ? say(phrases.leadOfDoubt, state.lastSaid)
      : '';
  const messages = composeAnswer(
    {
      hit: decision.hit,
      alternatives: isInDoubt ? decision.alternatives : [],
      lead,
    },
    language,
    facts,
  );
  return {
    messages,
    changes: {
      ...subjectAfter(parts),
      answer: { turnId: facts.turnId, itemId: decision.hit.item.id },
      openChoices: messages.flatMap(choicesOf),
      misses: 0,
      offered: null,
      lastSaid: lead || null,
    },
    handoff: dropOffer(facts),
  };
}
