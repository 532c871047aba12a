import type { Embedder, TextVectors } from '../contracts/embedder.js';
import type { RankQuery } from '../search/rank-query.js';

/**
 * Reads a question as the ranking wants it, in one run of the model.
 * @param beginning what the text begins with, where that was read just now: then only the rest is read
 */
export async function embedQuery(
  embedder: Pick<Embedder, 'embedQuestion' | 'tokens'>,
  text: string,
  beginning?: string,
): Promise<RankQuery & TextVectors> {
  if (!embedder.tokens) return { text, vector: await embedder.embedQuestion(text), tokens: null };
  return { text, ...(await embedder.tokens.readQuestion(text, beginning)) };
}
