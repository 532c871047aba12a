import { tellsToDo } from '../../../index/language/tells-to-do.js';

/** Words in which somebody says where a quotation comes from, and says no more. */
const MOST_WORDS = 15;
/** The same of one that begins with none of these words: a longer one says something itself. */
const MOST_WORDS_ON_PAPER = 8;
const SOURCE_WORDS =
  /^[\s(*_–—-]*(?:references?|refs?|sources?|bron(?:nen)?|quelle|citation|cited|via|from|uit|taken from|quoted from|quote from|citaat uit|overgenomen uit|aldus|volgens|according to|as per|selon|laut)\b/iu;
/** What a quotation is taken from, in words of its own: "Staat zo in de voorwaarden, artikel 9", "that's from the manual, page 12". */
const NAMES_PAPER =
  /(?<!\p{L})(?:voorwaarden|artikel|handleiding|gebruiksaanwijzing|bijsluiter|reglement|polis|brochure|folder|helppagina|huisregels|tariefblad|tarieven|wording|tariff|sheet|pagina \d+|page \d+|terms|conditions|clause|section|article|manual|handbook|leaflet|policy|rulebook|help page|faq|website|datasheet|small print)(?!\p{L})/iu;
const ADDRESS = /https?:\/\/\S+/gi;

/**
 * Whether a reply that opens with a quotation only names its source below it: then the quotation is the answer. A quoted
 * question is the asker's, whatever follows.
 */
export function namesSource(quotation: string, rest: string): boolean {
  if (/\?\s*$/.test(quotation)) return false;
  const words = rest.replace(ADDRESS, ' ').trim();
  const count = words.split(/\s+/).length;
  if (count > MOST_WORDS) return false;
  const isShort = count <= MOST_WORDS_ON_PAPER;
  const isOfPaper = isShort && NAMES_PAPER.test(words) && !/\?/.test(words) && !tellsToDo(words);
  return isOfPaper || SOURCE_WORDS.test(words) || !/[\p{L}\p{N}]/u.test(words);
}
