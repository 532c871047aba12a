import type { Hit } from '../../../../index/contracts/search.js';
import type { SpokenLanguage } from '../../../contracts/messages.js';
import { formatLanguage } from '../../phrases/format-date.js';
import { phrasesOf } from '../../phrases/phrases-of.js';
import { oneLine } from '../../understanding/normalise.js';
import { mentionable } from './mentionable.js';

export interface AnswerParts {
  readonly hit: Hit;
  readonly alternatives: readonly Hit[];
  /** What is said of the answer as a whole, '' for nothing. */
  readonly lead: string;
  /** What the customer asked. */
  readonly question: string | null;
}

/**
 * What is said before an answer, where something is to be said: doubt, what of the question the answer does not mention,
 * another language, alternatives. The community's question comes with the source: each channel shows it in its own form.
 */
export function composeLead(
  { hit, alternatives, lead }: Omit<AnswerParts, 'question'>,
  language: SpokenLanguage,
): string {
  const phrases = phrasesOf(language);
  const { item } = hit;
  const unmentioned = mentionable(hit, language);
  return [
    lead,
    unmentioned.length > 0 ? phrases.doesNotMention(unmentioned.map(oneLine)) : '',
    item.language === language ? '' : phrases.leadOfLanguage(formatLanguage(item.language, language)),
    alternatives.length > 0 ? phrases.alternatives : '',
  ]
    .filter((part) => part !== '')
    .join(' ');
}
