/** What the embedding thread is started with. */
export interface WorkerSettings {
  /** The models it loads; requests name them by their place. The library runs in one thread of a process only. */
  readonly models: readonly WorkerModel[];
  readonly modelsDirectory: string;
  readonly allowRemote: boolean;
}

export interface WorkerModel {
  readonly model: string;
  readonly pooling: 'mean' | 'cls';
}

export interface WorkerRequest {
  /** Place in the models of the settings. */
  readonly model: number;
  readonly text: string;
  readonly maxTokens: number;
}

export type WorkerReply =
  | { readonly kind: 'ready' /** By model. */; readonly dimensions: readonly number[] }
  | { readonly kind: 'vector'; readonly vector: Float32Array }
  | { readonly kind: 'failed'; readonly reason: string };
