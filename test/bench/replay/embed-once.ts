import type { Embedder } from '../../../index/contracts.js';

type Embed = (text: string) => Promise<Float32Array>;

/** The same embedder, which embeds each text once: the releases that are compared share nearly all of theirs. */
export function embedOnce(embedder: Embedder): Embedder {
  const { companion = null } = embedder;
  return {
    ...embedder,
    embedQuestion: once(embedder.embedQuestion),
    embedPassage: once(embedder.embedPassage),
    companion: companion && {
      ...companion,
      embedQuestion: once(companion.embedQuestion),
      embedPassage: once(companion.embedPassage),
    },
  };
}

function once(embed: Embed): Embed {
  const vectors = new Map<string, Promise<Float32Array>>();
  return (text) => {
    const vector = vectors.get(text) ?? embed(text);
    vectors.set(text, vector);
    return vector;
  };
}
