import type { Item } from '../../../../index/contracts/items.js';
import type { AnswerSource, SpokenLanguage } from '../../../contracts/messages.js';
import { formatDate, readDate } from '../../phrases/format-date.js';
import { phrasesOf } from '../../phrases/phrases-of.js';
import { oneLine } from '../../understanding/normalise.js';

export interface AgeRule {
  readonly now: Date;
  readonly oldAfterMonths: number;
}

/**
 * Where an answer comes from, in the customer's language. All texts are plain, not Markdown: renderers escape them.
 * Links other than https are left out.
 */
export function sourceOf(item: Item, language: SpokenLanguage, rule: AgeRule): AnswerSource {
  const phrases = phrasesOf(language);
  const author = oneLine(item.author.name);
  const rank = item.author.rank === null ? null : oneLine(item.author.rank) || null;
  const date = formatDate(item.answeredAt, language);
  return {
    itemId: item.id,
    question: oneLine(item.answeredIn ?? item.question),
    author,
    authorRank: rank,
    answeredAt: item.answeredAt,
    url: item.url?.startsWith('https://') ? item.url : null,
    licence: item.licence,
    language: item.language,
    line: phrases.sourceLine({ author, rank, date }),
    linkTitle: phrases.linkTitle,
    ageNote: ageNoteFor(item, language, rule),
  };
}

function ageNoteFor(item: Item, language: SpokenLanguage, rule: AgeRule): string | null {
  const answeredAt = readDate(item.answeredAt);
  if (answeredAt === null) return null;
  const oldFrom = new Date(answeredAt);
  oldFrom.setUTCMonth(oldFrom.getUTCMonth() + rule.oldAfterMonths);
  return oldFrom <= rule.now ? phrasesOf(language).ageNote(String(answeredAt.getUTCFullYear())) : null;
}
