import type { Hit } from '../../../../index/contracts/search.js';
import type {
  Choice,
  FeedbackRequest,
  OutgoingMessage,
  SpokenLanguage,
} from '../../../contracts/messages.js';
import type { TurnFacts } from '../../contracts.js';
import { phrasesOf } from '../../phrases/phrases-of.js';
import { botMessage } from '../bot-message.js';
import { itemChoice } from '../choices.js';
import { type AnswerParts, composeLead } from './compose-lead.js';
import { introduceQuote } from './introduce-quote.js';
import { mentionable } from './mentionable.js';
import { quoteAnswer } from './quote-answer.js';
import { sourceOf } from './source-of.js';

/** The messages of an answer: a short lead where it is useful, then the quotation with its source and "did this help?". */
export function composeAnswer(
  parts: AnswerParts,
  language: SpokenLanguage,
  facts: TurnFacts,
): OutgoingMessage[] {
  const { hit, alternatives, question } = parts;
  const { more, ...words } = quoteAnswer(hit, language, question);
  const message = botMessage(facts.botName, language, words, {
    more,
    isQuote: true,
    intro: introduceQuote(hit.item, language),
    source: sourceOf(hit.item, language, facts),
    choices: [
      ...itMattersChoice(hit, language, facts.turnId),
      ...alternatives.map((alternative) => itemChoice(alternative, facts.turnId)),
    ],
    feedback: feedbackRequest(language, facts.turnId),
  });
  const lead = composeLead(parts, language);
  return lead === '' ? [message] : [botMessage(facts.botName, language, lead), message];
}

/** The choices that stand open under an answer. */
export function choicesOf(message: OutgoingMessage): Choice[] {
  return [...message.choices, ...(message.feedback ? [message.feedback.yes, message.feedback.no] : [])];
}

/** What the answer does not mention does matter: then it did not help. */
function itMattersChoice(hit: Hit, language: SpokenLanguage, turnId: string): Choice[] {
  const unmentioned = mentionable(hit, language);
  if (unmentioned.length === 0) return [];
  const title = phrasesOf(language).itMatters(unmentioned);
  return [{ title, value: { action: 'feedback', turnId, isHelpful: false } }];
}

/** "Did this help?" about the answer of a turn. */
export function feedbackRequest(language: SpokenLanguage, turnId: string): FeedbackRequest {
  const { feedbackQuestion, yes, no } = phrasesOf(language);
  return {
    question: feedbackQuestion,
    yes: { title: yes, value: { action: 'feedback', turnId, isHelpful: true } },
    no: { title: no, value: { action: 'feedback', turnId, isHelpful: false } },
  };
}
