import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LearnedRanking, NetCommittee } from '../contracts/learned-ranking.js';

/**
 * Reads `ranking.json` of a model, as `learn` writes it.
 * @returns null where the model brings none
 */
export function readLearnedRanking(modelsDirectory: string, model: string): LearnedRanking | null {
  const path = join(modelsDirectory, model, 'ranking.json');
  if (!existsSync(path)) return null;
  const stored = JSON.parse(readFileSync(path, 'utf8')) as Partial<LearnedRanking>;
  const { evidence, order, belief, words } = stored;
  return Array.isArray(evidence) && isCommittee(order) && isCommittee(belief)
    ? { evidence, order, belief, words: isCommittee(words?.committee) ? words : null }
    : null;
}

function isCommittee(value: NetCommittee | undefined): value is NetCommittee {
  return Array.isArray(value?.means) && Array.isArray(value.deviations) && Array.isArray(value.nets);
}
