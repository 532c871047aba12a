import { phrasesOf } from '../phrases/phrases-of.js';
import { askBackChoices } from './choices.js';
import { dropOffer } from './handover/handoff-move.js';
import { subjectAfter } from './handover/subject-after.js';
import type { Reply, ReplyParts } from './reply.js';
import { spoken } from './spoken.js';

/** "Did you mean …?" */
export function replyWithQuestions(parts: ReplyParts<'ask-back'>): Reply {
  const { decision, understanding, state, facts } = parts;
  const { language } = understanding;
  const phrases = phrasesOf(language);
  const wordings = decision.options.length === 1 ? phrases.didYouMeanOne : phrases.didYouMean;
  const choices = askBackChoices(decision.options, language, facts.turnId);
  const { messages, changes } = spoken(wordings, parts, { choices });
  return {
    messages,
    changes: {
      ...changes,
      ...subjectAfter(parts),
      answer: null,
      openChoices: choices,
      misses: state.misses + 1,
      offered: null,
    },
    handoff: dropOffer(facts),
  };
}
