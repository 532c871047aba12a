import type { ItemEdit, KeptEdit, SourceAnswer } from '../../../index/contracts/content-edits.js';
import type { Item } from '../../../index/contracts/items.js';
import type { ContentEdit, ContentItem } from '../../contracts/content/desk-content.js';

/** An item as content people see it, from its edit and from what is live; null where there is neither. */
export function contentItem(kept: KeptEdit | null, live: Item | null): Omit<ContentItem, 'uses'> | null {
  const source = kept ? (kept.source ?? kept.original) : live && sourceOfLive(live);
  const itemId = kept?.itemId ?? live?.id;
  if (!source || itemId === undefined) return null;
  const { question, answer, ...rest } = source;
  return { itemId, question, ...rest, sourceAnswer: answer, edit: kept && editAsSeen(kept, live) };
}

/** What the source gives, as far as the live release tells. */
export function sourceOfLive({
  question,
  answer,
  url,
  answeredAt,
  language,
  author,
  edited,
}: Item): SourceAnswer {
  return { question, answer: edited?.original ?? answer, url, answeredAt, language, author: author.name };
}

function editAsSeen(kept: KeptEdit, live: Item | null): ContentEdit {
  const { answer, phrasings, isHidden, isOutdated, isPinned, by, at, source, original } = kept;
  const isOther =
    source !== null && (source.answer !== original.answer || source.question !== original.question);
  return {
    answer,
    phrasings,
    isHidden,
    isOutdated,
    isPinned,
    by,
    at,
    sourceBefore: isOther ? original.answer : null,
    isGone: source === null,
    // Nobody is told a hidden item, whatever else was changed about it.
    isLive: isHidden || (live !== null && isToldSo(kept, live)),
  };
}

function isToldSo(edit: ItemEdit, live: Item): boolean {
  const isInWords = edit.answer === null ? live.edited === undefined : live.answer === edit.answer;
  const known = new Set([live.question, ...live.phrasings].map(lettersOf));
  return (
    isInWords &&
    edit.phrasings.every((wording) => known.has(lettersOf(wording))) &&
    edit.isOutdated === (live.isOutdated ?? false) &&
    edit.isPinned === (live.isPinned ?? false)
  );
}

/** What tells one wording from another, for ingest too: letters and digits alone. */
function lettersOf(wording: string): string {
  return wording
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
