import type { Activity } from '../../bot/contracts.js';
import { isRecord } from './is-record.js';

interface Mention {
  /** As it stands in the text: `<at>Helper</at>`. */
  readonly text: string;
  readonly id: string;
  readonly name: string;
}

/**
 * What was said, without any mention of the bot; other people's mentions become their names. `&nbsp;`, which Teams puts
 * behind a mention, becomes a space.
 */
export function wordsWithoutBot({ text, entities, recipient }: Activity): string {
  let words = typeof text === 'string' ? text : '';
  for (const mention of mentionsIn(entities)) {
    const isBot = mention.id === recipient?.id;
    words = words.replaceAll(mention.text, isBot ? ' ' : mention.name);
  }
  return words
    .replace(/<at(?: id="[^"]*")?>([^<]*)<\/at>/gi, '$1')
    .replace(/&nbsp;|\u00A0/gi, ' ')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .trim();
}

function mentionsIn(entities: unknown): Mention[] {
  if (!Array.isArray(entities)) return [];
  return entities.flatMap((entity: unknown): Mention[] => {
    if (!isRecord(entity) || entity.type !== 'mention' || !isRecord(entity.mentioned)) return [];
    const { text, mentioned } = entity;
    const { id, name } = mentioned;
    if (typeof text !== 'string' || text === '' || typeof id !== 'string') return [];
    return [{ text, id, name: typeof name === 'string' ? name : '' }];
  });
}
