import type { Embedder, Language, ReleaseManifest } from '../contracts.js';
import { questionLanguage } from '../language/question-language.js';
import type { RankQuery } from '../search/rank-query.js';

/**
 * Embeds a question for a release: always by the main model, and by the companion where the release has its vectors and the
 * question is in its language.
 *
 * @param language of the question where it is known; told from its letters where not, and where those say nothing it is
 *   that of the release if it has only one
 */
export async function embedQuery(
  embedder: Embedder,
  release: Pick<ReleaseManifest, 'companion' | 'languages'>,
  text: string,
  language: Language | null = null,
): Promise<RankQuery> {
  const vector = await embedder.embedQuestion(text);
  const { companion } = embedder;
  if (!release.companion || !companion) return { text, vector, companionVector: null };
  const told = language ?? questionLanguage(text, release.languages);
  const companionVector = told === companion.language ? await companion.embedQuestion(text) : null;
  return { text, vector, companionVector };
}
