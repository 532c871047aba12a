import type { Item } from '../../../../index/contracts/items.js';
import type { SpokenLanguage } from '../../../contracts/messages.js';
import { formatDate } from '../../phrases/format-date.js';
import { phrasesOf } from '../../phrases/phrases-of.js';
import { oneLine } from '../../understanding/normalise.js';

/** What sources name who wrote without a name. */
const NAMELESS = new Set(['', 'anonymous', 'anoniem']);

/**
 * What the bot says before it quotes an answer, as a plain sentence: that another customer was helped with these words,
 * or that they correct an earlier answer. The quotation speaks to somebody else, who knows its author.
 */
export function introduceQuote(item: Item, language: SpokenLanguage): string {
  const introduction = introduceAuthor(item, language);
  // Nobody's name stands above words that are not all theirs without saying so.
  const note = noteOn(item, language);
  return note === null ? introduction : introduction.replace(/:$/, () => ` (${note}):`);
}

function noteOn({ edited, isShortened }: Item, language: SpokenLanguage): string | null {
  const phrases = phrasesOf(language);
  if (edited) return phrases.editedBy({ company: oneLine(edited.by), date: formatDate(edited.at, language) });
  return isShortened ? phrases.shortened : null;
}

function introduceAuthor(item: Item, language: SpokenLanguage): string {
  const {
    fromHelpPage,
    howOthersWereHelped,
    howTheySolvedIt,
    answerFound,
    correctedBy,
    overtakenBy,
    cameBackOnIt,
  } = phrasesOf(language);
  const author = oneLine(item.author.name);
  if (item.isOfficial) return fromHelpPage(author);
  if (NAMELESS.has(author.toLowerCase())) return answerFound;
  const date = formatDate(item.answeredAt, language);
  const [corrected] = item.earlier ?? [];
  if (item.answeredIn !== undefined) return overtakenBy({ author, date });
  if (corrected?.author.name === item.author.name) return cameBackOnIt({ author, date });
  if (corrected) return correctedBy({ author, date });
  return item.isByAsker ? howTheySolvedIt(author) : howOthersWereHelped(author);
}
