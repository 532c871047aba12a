import type { Embedder, TokenReader } from '../contracts/embedder.js';

/** An embedder as it is at work. */
export interface WatchedEmbedder {
  /** The same embedder; whatever asks it is counted. */
  readonly embedder: Embedder;
  /** Texts it was given and has not read yet. */
  queue(): number;
}

/** @param onRead told how long each text took, waiting for others included, in seconds; also of one that failed */
export function watchEmbedder(inner: Embedder, onRead: (seconds: number) => void): WatchedEmbedder {
  let queue = 0;
  async function counted<Result>(read: () => Promise<Result>): Promise<Result> {
    const beganAt = performance.now();
    queue += 1;
    try {
      return await read();
    } finally {
      queue -= 1;
      onRead((performance.now() - beganAt) / 1_000);
    }
  }
  const { tokens } = inner;
  const watched: TokenReader | null | undefined = tokens && {
    dimensions: tokens.dimensions,
    ranking: tokens.ranking,
    readQuestion: (text, beginning) => counted(() => tokens.readQuestion(text, beginning)),
    readPassage: (text) => counted(() => tokens.readPassage(text)),
  };
  return {
    queue: () => queue,
    embedder: {
      id: inner.id,
      dimensions: inner.dimensions,
      meanVector: inner.meanVector,
      embedQuestion: (text) => counted(() => inner.embedQuestion(text)),
      embedPassage: (text) => counted(() => inner.embedPassage(text)),
      ...(watched === undefined ? {} : { tokens: watched }),
      close: () => inner.close(),
    },
  };
}
