import type { TokenVectors } from '../contracts/embedder.js';

/** What the embedding thread is started with. */
export interface WorkerSettings {
  readonly model: string;
  readonly pooling: 'mean' | 'cls';
  readonly modelsDirectory: string;
  readonly allowRemote: boolean;
}

export interface WorkerRequest {
  readonly text: string;
  readonly maxTokens: number;
  /** What stands before the text for the model's sake and is no token of it; null where tokens are not wanted. */
  readonly prefix: string | null;
  /** Whether the mean states of inner layers are wanted. */
  readonly withLayers: boolean;
}

/** What the thread answers of a text. */
export interface WorkerReading {
  readonly vector: Float32Array;
  /** Mean states of inner layers, one after the other; empty where they were not wanted or the model gives none. */
  readonly layers: Float32Array;
  /** Null where tokens were not wanted or the model brings no projection. */
  readonly tokens: TokenVectors | null;
}

export type WorkerReply =
  | { readonly kind: 'ready'; readonly dimensions: number; readonly tokenDimensions: number }
  | { readonly kind: 'reading'; readonly reading: WorkerReading }
  | { readonly kind: 'failed'; readonly reason: string };
