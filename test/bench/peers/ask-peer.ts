import { performance } from 'node:perf_hooks';
import type { Peer, PeerHit } from './peer.js';
import type { QuestionSet } from './question-set.js';

/** What a peer gave for a set. */
export interface PeerRun {
  readonly buildSeconds: number;
  /** One a question, in the order of the questions. */
  readonly milliseconds: readonly number[];
  readonly hits: readonly (readonly PeerHit[])[];
}

/** Builds a peer from the items of a set and asks it every question, one after the other. */
export async function askPeer(peer: Peer, { items, questions }: QuestionSet): Promise<PeerRun> {
  const startedAt = performance.now();
  await peer.build(items);
  const buildSeconds = (performance.now() - startedAt) / 1_000;
  const milliseconds: number[] = [];
  const hits: (readonly PeerHit[])[] = [];
  for (const { text } of questions) {
    const askedAt = performance.now();
    hits.push(await peer.search(text));
    milliseconds.push(performance.now() - askedAt);
  }
  return { buildSeconds, milliseconds, hits };
}
