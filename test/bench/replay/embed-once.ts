import type { Embedder } from '../../../index/contracts/embedder.js';

/** The same embedder, which embeds each text once: the releases that are compared share nearly all of theirs. */
export function embedOnce(embedder: Embedder): Embedder {
  const { tokens = null } = embedder;
  return {
    ...embedder,
    embedQuestion: once(embedder.embedQuestion),
    embedPassage: once(embedder.embedPassage),
    tokens: tokens && {
      ...tokens,
      readQuestion: once(tokens.readQuestion),
      readPassage: once(tokens.readPassage),
    },
  };
}

function once<Result>(embed: (text: string) => Promise<Result>): (text: string) => Promise<Result> {
  const known = new Map<string, Promise<Result>>();
  return (text) => {
    const result = known.get(text) ?? embed(text);
    known.set(text, result);
    return result;
  };
}
