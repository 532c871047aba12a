import type { Item } from '../../../../index/contracts/items.js';
import type { AnswerSource, SpokenLanguage } from '../../../contracts/messages.js';
import { formatDate, readDate } from '../../phrases/format-date.js';
import type { Phrases } from '../../phrases/phrases.js';
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
    line: lineOf(
      item,
      item.isOfficial
        ? phrases.articleLine({ company: author, date })
        : phrases.sourceLine({ author, rank, date }),
      language,
    ),
    linkTitle: titleOfLink(item, phrases),
    ...(item.edited ? { isEdited: true } : {}),
    ...(item.isOfficial ? { isOfficial: true } : {}),
    ageNote: ageNoteFor(item, language, rule),
  };
}

function titleOfLink({ edited, isOfficial }: Item, phrases: Phrases): string {
  if (edited) return phrases.originalTitle;
  return isOfficial ? phrases.articleTitle : phrases.linkTitle;
}

/** Never the author's name alone where the words are not theirs alone. */
function lineOf({ edited }: Item, line: string, language: SpokenLanguage): string {
  if (!edited) return line;
  const date = formatDate(edited.at, language);
  return `${line} (${phrasesOf(language).editedBy({ company: oneLine(edited.by), date })})`;
}

/** One note at most: what is known to be otherwise says more than the year, which the line names anyway. */
function ageNoteFor(item: Item, language: SpokenLanguage, rule: AgeRule): string | null {
  if (item.isOutdated) return phrasesOf(language).outdatedNote;
  return staleNoteFor(item, language) ?? yearNoteFor(item, language, rule);
}

function staleNoteFor({ stale }: Item, language: SpokenLanguage): string | null {
  const { endedNote, contradictedNote, deadLinksNote } = phrasesOf(language);
  if (stale?.because === 'product-ended') return stale.product ? endedNote(oneLine(stale.product)) : null;
  if (stale?.because === 'contradicted') return contradictedNote;
  return stale?.because === 'links-dead' ? deadLinksNote : null;
}

function yearNoteFor(item: Item, language: SpokenLanguage, rule: AgeRule): string | null {
  const answeredAt = readDate(item.answeredAt);
  if (answeredAt === null) return null;
  const oldFrom = new Date(answeredAt);
  oldFrom.setUTCMonth(oldFrom.getUTCMonth() + rule.oldAfterMonths);
  return oldFrom <= rule.now ? phrasesOf(language).ageNote(String(answeredAt.getUTCFullYear())) : null;
}
