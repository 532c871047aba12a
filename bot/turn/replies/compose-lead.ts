import type { Hit, Item } from '../../../index/contracts.js';
import type { SpokenLanguage } from '../../contracts.js';
import { escapeMarkdown } from '../phrases/escape-markdown.js';
import { formatLanguage } from '../phrases/format-date.js';
import { phrasesOf } from '../phrases/phrases-of.js';
import { wordsOf } from '../understanding/normalise.js';

/** Two wordings that share less than this part of their longer words are shown beside each other. */
const SAME_WORDING = 0.5;

export interface AnswerParts {
  readonly hit: Hit;
  readonly alternatives: readonly Hit[];
  /** What is said of the answer as a whole, '' for nothing. */
  readonly lead: string;
  /** The customer's own words; null where they chose the question from a list. */
  readonly asked: string | null;
}

/** What is said before an answer, where something is to be said: doubt, other wording, other language, alternatives. */
export function composeLead(
  { hit, alternatives, lead, asked }: AnswerParts,
  language: SpokenLanguage,
): string {
  const phrases = phrasesOf(language);
  const { item } = hit;
  return [
    lead,
    asked !== null && isWordedOtherwise(asked, item, language)
      ? phrases.leadOfQuestion(escapeMarkdown(item.question))
      : '',
    item.language === language ? '' : phrases.leadOfLanguage(formatLanguage(item.language, language)),
    alternatives.length > 0 ? phrases.alternatives : '',
  ]
    .filter((part) => part !== '')
    .join(' ');
}

/** A question in another language is told as a quotation of that language anyway, so its wording is not repeated. */
function isWordedOtherwise(asked: string, item: Item, language: SpokenLanguage): boolean {
  if (item.language !== language) return false;
  const own = stemsOf(asked);
  return [item.question, ...item.phrasings].every((wording) => {
    const theirs = stemsOf(wording);
    const shared = [...own].filter((stem) => theirs.has(stem)).length;
    return shared / Math.max(1, Math.min(own.size, theirs.size)) < SAME_WORDING;
  });
}

/** The first five letters of the longer words: enough to see whether two wordings are alike. */
function stemsOf(text: string): Set<string> {
  return new Set(
    wordsOf(text)
      .filter((word) => word.length > 3)
      .map((word) => word.slice(0, 5)),
  );
}
