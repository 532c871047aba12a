import { createFts5Peer } from './fts5-peer.js';
import { createMinisearchPeer } from './minisearch-peer.js';
import { createNodeNlpPeer, NODE_NLP_THRESHOLD } from './node-nlp-peer.js';
import { createOramaPeer } from './orama-peer.js';
import type { Peer, PeerOptions } from './peer.js';

export interface PeerEntry {
  readonly name: string;
  /** Loaded from the installed packages, not one of our own dependencies. */
  readonly isInstalled: boolean;
  /** The score from which the package itself would answer; null when it leaves that to whoever uses it. */
  readonly threshold: number | null;
  open(options: PeerOptions): Peer | Promise<Peer>;
}

const ours = { isInstalled: false, threshold: null } as const;
const installed = { isInstalled: true, threshold: null } as const;
const nodeNlp = { isInstalled: true, threshold: NODE_NLP_THRESHOLD } as const;

/** Everything our own search is measured against, in the order of the table. */
export const PEERS: readonly PeerEntry[] = [
  {
    ...ours,
    name: 'fts5 porter',
    open: () => createFts5Peer({ tokenizer: 'porter', weights: [3, 1] }),
  },
  {
    ...ours,
    name: 'fts5 trigram',
    open: () => createFts5Peer({ tokenizer: 'trigram', weights: [1, 0] }),
  },
  { ...installed, name: 'minisearch', open: createMinisearchPeer },
  { ...installed, name: 'orama', open: (options) => createOramaPeer(options, 0) },
  { ...installed, name: 'orama tolerant', open: (options) => createOramaPeer(options, 1) },
  { ...nodeNlp, name: 'node-nlp', open: (options) => createNodeNlpPeer(options, false) },
  { ...nodeNlp, name: 'node-nlp + None', open: (options) => createNodeNlpPeer(options, true) },
  {
    ...ours,
    name: 'natural bayes',
    open: (options) => openNatural('bayes', options),
  },
  {
    ...ours,
    name: 'natural logistic',
    open: (options) => openNatural('logistic', options),
  },
];

/** Loaded when wanted, so that it does not count as memory of the others. */
async function openNatural(classifier: 'bayes' | 'logistic', { language }: PeerOptions): Promise<Peer> {
  const { createNaturalPeer } = await import('./natural-peer.js');
  return createNaturalPeer({ classifier, language });
}
