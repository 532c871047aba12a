import { setImmediate as nextTurn } from 'node:timers/promises';
import { storedQuestionTokens } from '../evidence/stored-question-tokens.js';
import type { Rank } from '../rank.js';
import type { SearchIndex } from '../search-index.js';
import { twinsIn } from './confidence.js';
import type { OwnWording } from './own-questions.js';

/** How an item fares against the one that comes nearest to its own question. Items by number. */
export interface OwnLead {
  readonly item: number;
  readonly rival: number;
  /** How far the item's own answer lies before the rival's; below 0 the rival comes first. */
  readonly lead: number;
}

interface LeadParts {
  readonly index: SearchIndex;
  readonly rank: Rank;
  readonly wordingAt: (wording: number) => OwnWording;
  readonly idOf: (item: number) => string;
}

const ITEMS_ASKED = 1_000;

/**
 * Asks items their own question: all, or a thousand that their ids choose, so that those of the next release are the same.
 * @param known what a release before found of items that nothing new came near to: they are not asked again
 */
export async function findLeads(
  { index, rank, wordingAt, idOf }: LeadParts,
  known: readonly OwnLead[],
): Promise<OwnLead[]> {
  const twinOf = twinsIn(index);
  const knownOf = new Map(known.map((lead) => [lead.item, lead]));
  const found: OwnLead[] = [];
  for (const item of chosen(index.items, idOf)) {
    const before = knownOf.get(item);
    if (before && twinOf(before.rival) !== twinOf(item)) {
      found.push(before);
      continue;
    }
    // Each takes some milliseconds; others in the process get their turn.
    await nextTurn();
    const wording = index.firstWordingOfItem[item] ?? 0;
    const ranked = rank({
      text: wordingAt(wording).text,
      vector: index.questions.row(wording),
      tokens: storedQuestionTokens(index.tokens, item),
    });
    const own = ranked.find((entry) => twinOf(entry.item) === twinOf(item));
    const rival = ranked.find((entry) => twinOf(entry.item) !== twinOf(item));
    if (own && rival) found.push({ item, rival: rival.item, lead: own.score - rival.score });
  }
  return found;
}

/** Numbers of the items that are asked, ascending. */
function chosen(items: number, idOf: LeadParts['idOf']): number[] {
  const all = [...Array(items).keys()];
  if (items <= ITEMS_ASKED) return all;
  const places = Uint32Array.from(all, (item) => placeOf(idOf(item)));
  return all
    .sort((left, right) => (places[left] as number) - (places[right] as number) || left - right)
    .slice(0, ITEMS_ASKED)
    .sort((left, right) => left - right);
}

/** A number that follows from an id and spreads evenly (FNV-1a, 32 bits). */
function placeOf(id: string): number {
  let hash = 2_166_136_261;
  for (let at = 0; at < id.length; at++) hash = Math.imul(hash ^ id.charCodeAt(at), 16_777_619);
  // The last step mixes the high bits, which ids that differ in their last letter share.
  return Math.imul(hash ^ (hash >>> 15), 2_246_822_507) >>> 0;
}
