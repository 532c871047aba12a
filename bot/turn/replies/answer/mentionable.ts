import type { Hit } from '../../../../index/contracts/search.js';
import type { SpokenLanguage } from '../../../contracts/messages.js';
import { topicWordsOf } from '../../understanding/topic-words.js';

/** E-mail addresses, numbers of five digits and more (accounts, telephones, customers), Dutch and British postcodes. */
const PERSONAL = /@|\d{5}|^\d{4}[a-z]{2}$|^[a-z]{1,2}\d[a-z\d]?\d[a-z]{2}$/i;

/** Words that set off against something that they do not name. */
const OTHERS = new Set(['ander', 'andere', 'anders', 'another', 'else', 'other', 'others']);

/** The beginning of a question, with what it asks by: "Hoe haal", "Can I". */
const BEGINS_SENTENCE =
  /^(?:hoe|wat|waar|waarom|wanneer|wie|welke?|kan|kun|kunt|mag|moet|is|zijn|heb|heeft|how|what|where|why|when|who|which|can|may|must|do|does|is|are|have)\s/i;

/**
 * What an answer does not mention, as far as it may be said aloud: nobody's own numbers and addresses, and no words that name
 * nothing ("this answer does not mention else").
 * @param language the customer's
 */
export function mentionable(
  { unmentioned = [], item }: Pick<Hit, 'unmentioned' | 'item'>,
  language: SpokenLanguage,
): readonly string[] {
  const isTranslated = item.language !== language;
  return unmentioned.filter(
    (name) =>
      !PERSONAL.test(name.replace(/[\s.-]/g, '')) &&
      topicWordsOf(name).some((word) => !OTHERS.has(word)) &&
      !BEGINS_SENTENCE.test(name) &&
      // A word of one language is never in an answer of another; a name or a number may be.
      (!isTranslated || /\p{Lu}|\d/u.test(name)),
  );
}
