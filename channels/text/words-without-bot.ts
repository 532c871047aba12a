import type { Activity } from '../../bot/contracts/activities.js';
import { isRecord } from '../../index/platform/is-record.js';

/** Somebody named in a text by a channel's own means. */
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
  let words = typeof text === 'string' ? plainTags(text) : '';
  for (const mention of mentionsIn(entities)) {
    // A function, because "$&" in a name would be read as a pattern.
    if (mention.id === recipient?.id) words = without(words, mention.text);
    else words = words.replaceAll(mention.text, () => mention.name);
  }
  return (
    words
      // A quoted message stands as a placeholder in the text of some clients.
      .replace(/<quoted\b[^>]*>(?:<\/quoted>)?/gi, '')
      .replace(/<at>([^<]*)<\/at>/gi, '$1')
      .replace(/&nbsp;|\u00A0/gi, ' ')
      .replace(/[^\S\n]+/g, ' ')
      .replace(/ ?\n ?/g, '\n')
      .trim()
  );
}

/** Mentions without what clients put into their tags (`<at id="0">`), which the entity beside them may not have. */
function plainTags(words: string): string {
  return words.replace(/<at\s[^<>]{0,200}>/gi, '<at>');
}

/** Whether a mention entity of an activity names the bot. */
export function mentionsBot({ entities, recipient }: Activity): boolean {
  return mentionsIn(entities).some(({ id }) => id === recipient?.id);
}

/** Before punctuation no space is left; what only called the bot ("@Helper, …") goes with it. */
function without(words: string, mention: string): string {
  return words.split(mention).reduce((before, after) => {
    if (before.trim() === '') return after.replace(/^(?:&nbsp;|\s)*[,;:]/, '');
    if (!/^(?:&nbsp;|\s)*[,.;:!?…]/.test(after)) return `${before} ${after}`;
    return before.trimEnd() + after.replace(/^(?:&nbsp;|\s)+/, '');
  });
}

function mentionsIn(entities: unknown): Mention[] {
  if (!Array.isArray(entities)) return [];
  return entities.flatMap((entity: unknown): Mention[] => {
    if (!isRecord(entity) || entity.type !== 'mention' || !isRecord(entity.mentioned)) return [];
    const { id, name } = entity.mentioned;
    const known = typeof name === 'string' ? name : '';
    // Some clients leave the text out; then it stands in the form of Teams.
    const given = typeof entity.text === 'string' ? plainTags(entity.text) : '';
    const text = given === '' ? `<at>${known}</at>` : given;
    return typeof id === 'string' && (known !== '' || entity.text) ? [{ text, id, name: known }] : [];
  });
}
