import { said } from '../../../said.js';
import { joinParts } from '../../decisions/join-parts.js';
import { quotedAfter } from '../../decisions/quoted.js';
import { phrasesOf } from '../../phrases/phrases-of.js';
import { botMessage } from '../bot-message.js';
import { subjectAfter } from '../handover/subject-after.js';
import type { Reply, ReplyParts } from '../reply.js';
import { say } from '../say.js';
import { feedbackRequest } from './compose-answer.js';
import { askedIn } from './reply-with-answer.js';
import { sourceOf } from './source-of.js';
import { speakToReader } from './speak-to-reader.js';

/**
 * The next part of the answer shown, or its first alone, with where it is from. "Did this help?" comes with the last part;
 * before it the customer hears what to type for the next. Feedback stays about the answer that was shown first.
 */
export function replyWithParts(parts: ReplyParts<'read-on' | 'put-simply'>): Reply {
  const { decision, understanding, state, facts } = parts;
  const { language } = understanding;
  const { item, reading, readTo, parts: read } = decision;
  const phrases = phrasesOf(language);
  const answer = state.answer ?? { turnId: facts.turnId, itemId: item.id };
  const isLast = readTo >= reading.parts.length;
  const isSimply = decision.kind === 'put-simply';
  const isStep = read[0]?.isStep ?? false;
  const begins = isStep ? phrases.firstStep : phrases.inShort;
  const simply = decision.step === undefined ? begins : phrases.stepAsked(decision.step);
  const intro = say(isSimply ? simply : phrases.readsOn, state.lastSaid);
  const written = joinParts(read);
  const tree = speakToReader(written.tree, item, askedIn(parts));
  const words = tree === written.tree ? written : said(tree);
  const feedback = feedbackRequest(language, answer.turnId);
  const quotation = botMessage(facts.botName, language, words, {
    isQuote: true,
    intro,
    source: sourceOf(item, language, facts),
    feedback: isLast ? feedback : null,
  });
  const more = isStep ? phrases.typeForStep : phrases.typeForMore;
  return {
    messages: isLast ? [quotation] : [quotation, botMessage(facts.botName, language, more)],
    changes: {
      ...subjectAfter(parts),
      answer: { ...answer, readTo, ...(isSimply ? { isStepByStep: true } : {}) },
      quoted: quotedAfter({ item, passage: written.text }, state),
      openChoices: [feedback.yes, feedback.no],
      misses: 0,
      offered: null,
      lastSaid: intro,
    },
  };
}
