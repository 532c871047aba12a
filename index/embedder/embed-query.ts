import type { Embedder } from '../contracts.js';
import type { RankQuery } from '../search/rank-query.js';

/** Reads a question as the ranking wants it, in one run of the model. */
export async function embedQuery(
  embedder: Pick<Embedder, 'embedQuestion' | 'tokens'>,
  text: string,
): Promise<RankQuery> {
  if (!embedder.tokens) return { text, vector: await embedder.embedQuestion(text), tokens: null };
  const { vector, tokens } = await embedder.tokens.readQuestion(text);
  return { text, vector, tokens };
}
