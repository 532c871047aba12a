import type { Item, SameThread } from '../../index/contracts/items.js';
import type { Label } from '../../index/contracts/labels.js';
import type { Learning } from '../learning/open-learning.js';
import { withAsked, withPhrasings } from '../steps/with-phrasings.js';
import { layeredItems } from '../store/layered-items.js';
import type { UpcomingItems } from '../store/upcoming-items.js';
import type { JoinMode } from './contracts.js';
import { isHeldBack, type SettledJoins } from './settle-joins.js';

/** Of an answer that a newer one contradicts so much is doubted. */
const CONTRADICTED = 1;

/** What a release holds in place of what the sources gave. */
export interface Joins {
  /** Ids of items that a release does not hold. */
  readonly untold: readonly string[];
  /** The item that is told where this one was joined; the same id where it stands for itself. */
  leaderOf(id: string): string;
  /** The items as a release takes them. */
  apply(items: UpcomingItems): UpcomingItems;
  /** What was learned about items, told of those that stand for them. */
  learned(learning: Learning): Learning;
}

/** Nothing is joined and nothing withheld. */
export const NO_JOINS: Joins = createJoins({ joined: [], opposed: [] }, 'off');

/**
 * Tells joined items as one: the leader with the questions of all as phrasings and where they stand, the others not at all. Of answers that
 * contradict each other the older one is believed less; about money neither is told until somebody decides. What the sources gave stays
 * as it is, so that a join that is undone leaves nothing behind.
 */
export function createJoins(
  { joined, opposed }: Pick<SettledJoins, 'joined' | 'opposed'>,
  mode: JoinMode,
): Joins {
  const leaders = new Map(joined.map(({ id, leader }) => [id, leader]));
  const members = new Map<string, { id: string; because: string }[]>();
  for (const { id, leader, because } of joined)
    members.set(leader, [...(members.get(leader) ?? []), { id, because }]);
  const money = opposed.filter((pair) => isHeldBack(pair, mode));
  const withheld = new Set(money.flatMap(({ older, newer }) => [older, newer]));
  const doubted = new Set(opposed.map(({ older }) => older).filter((id) => !withheld.has(id)));
  const isTold = (id: string) => !leaders.has(id) && !withheld.has(id);
  const leaderOf = (id: string) => leaders.get(id) ?? id;

  function told(item: Item, find: UpcomingItems['find']): Item {
    const doubt = doubted.has(item.id) ? { doubt: CONTRADICTED } : {};
    const behind = (members.get(item.id) ?? []).flatMap(({ id, because }) => {
      const other = find(id);
      return other ? [{ other, because }] : [];
    });
    if (behind.length === 0) return { ...item, ...doubt };
    const wordings = behind.flatMap(({ other }) => [other.question, ...other.phrasings]);
    const asked = behind.flatMap(({ other }) => other.asked ?? []);
    const sameIn = behind.map(({ other, because }) => sameThread(other, because));
    return { ...withAsked(withPhrasings(item, wordings), asked), sameIn, ...doubt };
  }

  return {
    untold: [...leaders.keys(), ...withheld],
    leaderOf,
    learned: (learning) => ({
      ...learning,
      wordings: wordingsFor(learning.wordings, leaderOf),
      labels: learning.labels.flatMap((label) => labelFor(label, leaderOf, isTold)),
    }),
    apply(items) {
      if (joined.length + opposed.length === 0) return items;
      return layeredItems(items, {
        isTold,
        isChanged: (id) => members.has(id) || doubted.has(id),
        told: (item) => told(item, items.find),
        sign: () => ({ joined, opposed, ...(withheld.size > 0 ? { mode } : {}) }),
      });
    },
  };
}

function sameThread({ id, question, author, answeredAt, url }: Item, because: string): SameThread {
  return { id, question, author, at: answeredAt, url, because };
}

function wordingsFor(
  wordings: Learning['wordings'],
  leaderOf: Joins['leaderOf'],
): ReadonlyMap<string, readonly string[]> {
  const told = new Map<string, readonly string[]>();
  for (const [id, texts] of wordings) told.set(leaderOf(id), [...(told.get(leaderOf(id)) ?? []), ...texts]);
  return told;
}

/** A label about the items that are told; none where nothing is left of it. */
function labelFor(label: Label, leaderOf: Joins['leaderOf'], isTold: (id: string) => boolean): Label[] {
  const of = (ids: readonly string[]) => [...new Set(ids.map(leaderOf))].filter(isTold);
  const right = of(label.right);
  const wrong = of(label.wrong).filter((id) => !right.includes(id));
  return right.length + wrong.length === 0 && label.right.length + label.wrong.length > 0
    ? []
    : [{ ...label, right, wrong }];
}
