import { readFileSync } from 'node:fs';
import type { PeersResult } from './format-peers.js';
import { OWN } from './own-row.js';
import type { NoRow, PeerRow, PeerRows } from './peer-row.js';

/** What the last whole run found; nothing where there was none. */
export function readLastResult(path = 'test/bench/results/peers.json'): PeersResult {
  try {
    return (JSON.parse(readFileSync(path, 'utf8')) as { result: PeersResult }).result;
  } catch {
    return {};
  }
}

/** The rows of a set with our own measured anew; the packages' stay as they are. */
export function withOwnRow(rows: PeerRows, own: PeerRow | NoRow): PeerRows {
  return { ...rows, [OWN]: own };
}
