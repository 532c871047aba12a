import { parentPort } from 'node:worker_threads';
import { messageOf } from '../../index/platform/errors.js';
import { deriveKey, type KeyRequest } from './derive-key.js';

/** What the thread of `createPasswordThread` says of each request, in order. */
export type KeyReply =
  | { readonly kind: 'key'; readonly key: Uint8Array }
  | { readonly kind: 'failed'; readonly reason: string };

if (parentPort) {
  const port = parentPort;
  port.on('message', (request: KeyRequest) => port.postMessage(answer(request)));
}

function answer(request: KeyRequest): KeyReply {
  try {
    return { kind: 'key', key: deriveKey(request) };
  } catch (error) {
    return { kind: 'failed', reason: messageOf(error) };
  }
}
