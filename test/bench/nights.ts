import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { playNights } from '../support/communities/play-nights.js';
import { round } from './machine.js';

const SHAPES = ['one answer', 'several answers'] as const;

/**
 * Nights of a scripted Discourse community in both shapes of the solved plugin: differences from the truth after each, and
 * how long it takes.
 * @param argument `TOPICS@NIGHTS`, `1000@30` where left out; the seed is 1
 */
export async function measureNights(argument: string) {
  const [topics = 1000, nights = 30] = argument.split('@').map((part) => Number(part) || undefined);
  const results = [];
  for (const shape of SHAPES) {
    const folder = mkdtempSync(join(tmpdir(), 'nights-'));
    try {
      const startedAt = performance.now();
      const { differences, events, items, tombstones, requests } = await playNights({
        shape,
        seed: 1,
        topics,
        nights,
        folder,
      });
      const seconds = round((performance.now() - startedAt) / 1000);
      const first = differences.slice(0, 20);
      results.push({
        shape,
        differences: differences.length,
        first,
        events,
        items,
        tombstones,
        requests,
        seconds,
      });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  return { seed: 1, topics, nights, results };
}
