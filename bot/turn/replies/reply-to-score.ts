import { phrasesOf } from '../phrases/phrases-of.js';
import { commentChoices } from './choices.js';
import type { Reply, ReplyParts } from './reply.js';
import { spoken } from './spoken.js';

/** Thanks for a score, which can be explained; asks for the explanation, or thanks for it. What was asked before stays. */
export function replyToScore(parts: ReplyParts<'thank-for-score' | 'ask-comment' | 'keep-comment'>): Reply {
  const { decision, understanding } = parts;
  const { language } = understanding;
  const phrases = phrasesOf(language);
  switch (decision.kind) {
    case 'thank-for-score': {
      const choices = commentChoices(decision.handoffId, language);
      const reply = spoken(phrases.thanksForScore, parts, { choices });
      return { ...reply, changes: { ...reply.changes, openChoices: choices } };
    }
    case 'ask-comment': {
      const reply = spoken(phrases.askComment, parts);
      return { ...reply, changes: { ...reply.changes, openChoices: [], commentsOn: decision.handoffId } };
    }
    case 'keep-comment': {
      const reply = spoken(phrases.thanksForComment, parts);
      return { ...reply, changes: { ...reply.changes, openChoices: [] } };
    }
  }
}
