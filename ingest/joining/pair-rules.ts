import type { PairDecision } from '../../index/contracts/pair-decisions.js';
import { isStillAbout } from '../../index/edits/is-still-about.js';
import { sha256 } from '../steps/fingerprint.js';
import type { UpcomingItems } from '../store/upcoming-items.js';
import type { JoiningOptions, JoinRule, LikePair } from './contracts.js';
import { readJoinRules } from './read-join-rules.js';
import { type SettledJoins, settleJoins } from './settle-joins.js';

/**
 * Reads what content people settled, and gives how pairs are settled by it: by the lines of the file, then by what was decided at the
 * desk about words that stand as they did.
 * @throws JOIN_RULES_INVALID
 */
export function openPairRules(
  items: UpcomingItems,
  { rulesFile, staffRanks }: Pick<JoiningOptions, 'rulesFile' | 'staffRanks'>,
  decisions: readonly PairDecision[],
): (pairs: readonly LikePair[]) => SettledJoins {
  const written = readJoinRules(rulesFile);
  return (pairs) => {
    const decided = decisions.filter((decision) => isStillAbout(decision, hashIn(items))).map(ruleOf);
    return settleJoins({
      pairs,
      rules: [...written, ...decided],
      idOf: idsOf(
        written.flatMap(({ threads }) => threads),
        items,
      ),
      find: items.find,
      staffRanks: new Set(staffRanks.map((rank) => rank.toLowerCase())),
    });
  };
}

function hashIn(items: UpcomingItems): (itemId: string) => string | null {
  return (itemId) => {
    const item = items.find(itemId);
    return item && sha256(item.answer);
  };
}

function ruleOf({ itemIds: [first, second], counts, by, at }: PairDecision): JoinRule {
  return {
    rule: counts === null ? 'separate' : 'join',
    threads: counts === second ? [second, first] : [first, second],
    position: `desk, ${by}, ${at.slice(0, 10)}`,
  };
}

/** Ids of items by what people call them: an id, or a link to the thread or its answer. */
function idsOf(names: readonly string[], items: UpcomingItems): (name: string) => string | null {
  const links = new Set(names.filter((name) => /^https?:/.test(name)).map(plainLink));
  const found = new Map<string, string>();
  if (links.size > 0) {
    for (const { id, url } of items.all()) {
      const place = plainLink(url ?? '');
      // The thread of an answer is its link without the last part.
      const link = [place, place.replace(/\/[^/]*$/, '')].find((each) => links.has(each));
      if (link !== undefined) found.set(link, id);
    }
  }
  return (name) => found.get(plainLink(name)) ?? (items.find(name) ? name : null);
}

function plainLink(link: string): string {
  return link.replace(/[?#].*$/, '').replace(/\/+$/, '');
}
