import type { Hit } from '../../../../index/contracts/search.js';
import { topicWordsOf } from '../../understanding/topic-words.js';

/** E-mail addresses, numbers of five digits and more (accounts, telephones, customers), Dutch and British postcodes. */
const PERSONAL = /@|\d{5}|^\d{4}[a-z]{2}$|^[a-z]{1,2}\d[a-z\d]?\d[a-z]{2}$/i;

/** Words that set off against something that they do not name. */
const OTHERS = new Set(['ander', 'andere', 'anders', 'another', 'else', 'other', 'others']);

/**
 * What an answer does not mention, as far as it may be said aloud: nobody's own numbers and addresses, and no words that name
 * nothing ("this answer does not mention else").
 */
export function mentionable({ unmentioned = [] }: Pick<Hit, 'unmentioned'>): readonly string[] {
  return unmentioned.filter(
    (name) =>
      !PERSONAL.test(name.replace(/[\s.-]/g, '')) && topicWordsOf(name).some((word) => !OTHERS.has(word)),
  );
}
