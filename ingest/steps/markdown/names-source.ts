/** Words in which somebody says where a quotation comes from, and says no more. */
const MOST_WORDS = 15;
const SOURCE_WORDS =
  /^[\s(*_–—-]*(?:references?|refs?|sources?|bron(?:nen)?|quelle|citation|cited|via|from|uit|taken from|quoted from|quote from|citaat uit|overgenomen uit|aldus|volgens|according to|as per|selon|laut)\b/iu;
const ADDRESS = /https?:\/\/\S+/gi;

/**
 * Whether a reply that opens with a quotation only names its source below it: then the quotation is the answer. A quoted
 * question is the asker's, whatever follows.
 */
export function namesSource(quotation: string, rest: string): boolean {
  if (/\?\s*$/.test(quotation)) return false;
  const words = rest.replace(ADDRESS, ' ').trim();
  if (words.split(/\s+/).length > MOST_WORDS) return false;
  return SOURCE_WORDS.test(words) || !/[\p{L}\p{N}]/u.test(words);
}
