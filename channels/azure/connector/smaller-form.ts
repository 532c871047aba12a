import type { Activity } from '../../../bot/contracts/activities.js';
import { isRecord } from '../../../index/platform/is-record.js';

/** Far below every limit on a text. */
const MOST_TEXT = 10_000;

/**
 * What a message with cards says in plain words, for a channel that finds them too large: the facts of a card (source,
 * author, age, choices) stand in its `fallbackText`. Null where there is no card, or one without words. Pure.
 */
export function smallerForm({ attachments, summary: _, ...activity }: Activity): Activity | null {
  const cards = Array.isArray(attachments) ? attachments : [];
  const words = cards.map(({ content }) => (isRecord(content) ? content.fallbackText : undefined));
  const text = words.filter((said) => typeof said === 'string').join('\n\n');
  return text === '' ? null : { ...activity, text: text.slice(0, MOST_TEXT), textFormat: 'plain' };
}
