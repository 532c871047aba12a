/** What the embedder and its thread say to each other. */
export interface WorkerSettings {
  readonly model: string;
  readonly modelsDirectory: string;
  readonly allowRemote: boolean;
  readonly pooling: 'mean' | 'cls';
}

/** One text to embed; prefix included. */
export interface WorkerRequest {
  readonly text: string;
  readonly maxTokens: number;
}

export type WorkerReply =
  | { readonly kind: 'ready'; readonly dimensions: number }
  | { readonly kind: 'vector'; readonly vector: Float32Array }
  | { readonly kind: 'failed'; readonly reason: string };
