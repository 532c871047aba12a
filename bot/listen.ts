import type { Hear } from '../index/contracts/hearing.js';
import type { KnowledgeBase } from '../index/contracts/search.js';
import { delay } from '../index/platform/clock.js';
import type { Log } from '../index/platform/log.js';
import type { FactFinder } from './company/fact-finder.js';
import type { CustomerInput, Ears } from './turn/contracts.js';
import { tellsDangerInWords } from './turn/turn.js';

/** Nobody waits longer for what vectors add: words and letters tell as well, only less. */
const LONGEST_WAIT_MS = 1_500;

/**
 * Gets what a message is heard with: its vectors, which its search needs anyway, unless exact words tell danger. Those that
 * fail or stay away cost nobody an answer.
 */
export async function listen(
  parts: { knowledgeBase: KnowledgeBase; hear: Hear; factFinder: Pick<FactFinder, 'find'>; log: Log },
  input: CustomerInput,
): Promise<Ears> {
  const { knowledgeBase, hear, factFinder, log } = parts;
  const alone: Ears = { hear, vectors: null, factAsked: factFinder.find };
  const text = input.text.trim();
  if (input.value || text === '' || !knowledgeBase.vectorsOf || tellsDangerInWords(text)) return alone;
  const isHere = new AbortController();
  try {
    const late = delay(LONGEST_WAIT_MS, isHere.signal).then(() => null);
    return { ...alone, vectors: await Promise.race([knowledgeBase.vectorsOf(text), late]) };
  } catch (error) {
    log.warn('A message is heard without its vectors.', { error });
    return alone;
  } finally {
    isHere.abort();
  }
}
