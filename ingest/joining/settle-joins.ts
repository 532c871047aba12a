import type { Item } from '../../index/contracts/items.js';
import type { JoinMode, JoinRule, LeadReason, LikePair } from './contracts.js';
import { answerTime, chooseLead } from './lead-order.js';

/** An item that stands behind another one. */
interface Joined {
  readonly id: string;
  readonly leader: string;
  readonly because: LeadReason;
}

/** Answers of two items that cannot both hold. */
interface Opposed {
  readonly older: string;
  readonly newer: string;
  readonly about: Extract<LikePair, { kind: 'contradicting' }>['about'];
  /** Whether content people pinned one of them, which stands here as the newer one. */
  readonly isDecided: boolean;
}

/** Whether neither of two answers is told until somebody decides. */
export function isHeldBack(
  { about, isDecided }: Pick<Opposed, 'about' | 'isDecided'>,
  mode: JoinMode,
): boolean {
  return (mode === 'join' || mode === 'on') && about === 'money' && !isDecided;
}

/** What is done about items that ask the same. */
export interface SettledJoins {
  /** Each item once, by id in order; a leader is never joined itself. */
  readonly joined: readonly Joined[];
  /** Those of them that content people settled; what they are joined to is what they named, or leads that. */
  readonly byRule: readonly Joined[];
  /** Between items that stay, each pair once. */
  readonly opposed: readonly Opposed[];
  /** Positions of rules about items that are not there, or that lead in a circle. */
  readonly unusedRules: readonly string[];
}

interface SettleOptions {
  readonly pairs: readonly LikePair[];
  readonly rules: readonly JoinRule[];
  /** The id of an item that a rule names; null where it is not there. */
  readonly idOf: (name: string) => string | null;
  readonly find: (id: string) => Item | null;
  /** In lower case. */
  readonly staffRanks: ReadonlySet<string>;
}

/**
 * Decides which items are told as one. What people settled comes first. Of the others each is joined only to a leader whose duplicate
 * it is itself: there are no chains, in which the last would ask something else than the first. Nothing is joined beside what it
 * contradicts.
 */
export function settleJoins({ pairs, rules, idOf, find, staffRanks }: SettleOptions): SettledJoins {
  const groups = createGroups();
  const { settled, unusedRules } = applyRules(rules, idOf, groups);
  // Nothing that is joined below moves these: a leader never stands behind another.
  const byRule = inOrder(groups.all());
  const open = pairs.filter(({ ids }) => !settled.has(keyOf(...ids)));
  for (const { kind, ids } of open) if (kind === 'contradicting') groups.keepApart(...ids);
  const duplicates = open.filter(({ kind }) => kind === 'duplicate').map(({ ids }) => ids);
  for (const component of componentsOf(duplicates)) {
    joinComponent(component, { groups, find, staffRanks });
  }
  return { joined: inOrder(groups.all()), byRule, opposed: opposedIn(open, groups, find), unusedRules };
}

function inOrder(joined: Iterable<Joined>): Joined[] {
  return [...joined].sort((a, b) => (a.id < b.id ? -1 : 1));
}

function applyRules(rules: readonly JoinRule[], idOf: SettleOptions['idOf'], groups: Groups) {
  const settled = new Set<string>();
  const unusedRules: string[] = [];
  // What must stay apart first: no join may cross it.
  for (const { rule, threads, position } of [...rules].sort((a, b) => (a.rule > b.rule ? -1 : 1))) {
    const [first, second] = threads.map(idOf) as [string | null, string | null];
    if (first === null || second === null || first === second) {
      unusedRules.push(position);
      continue;
    }
    if (rule === 'separate') groups.keepApart(first, second);
    else if (!groups.join(second, first, 'rule')) unusedRules.push(position);
    settled.add(keyOf(first, second));
  }
  return { settled, unusedRules };
}

/** Joins what is left of a component around its best answer, until nothing is left that is anybody's duplicate. */
function joinComponent(
  component: ReadonlyMap<string, ReadonlySet<string>>,
  { groups, find, staffRanks }: Pick<SettleOptions, 'find' | 'staffRanks'> & { readonly groups: Groups },
): void {
  const left = new Map(
    [...component.keys()].sort().flatMap((id): [string, Item][] => {
      const item = groups.leaderOf(id) === id ? find(id) : null;
      return item ? [[id, item]] : [];
    }),
  );
  while (left.size > 1) {
    const [first, ...others] = left.values();
    if (!first) return;
    const isSettled = ({ id }: Item) => groups.isLeader(id);
    const leader =
      [first, ...others].find(isSettled) ??
      others.reduce((best, item) => chooseLead(best, item, staffRanks).leader, first);
    left.delete(leader.id);
    for (const id of component.get(leader.id) ?? []) {
      const item = left.get(id);
      if (!item || isSettled(item)) continue;
      const because =
        isSettled(leader) && chooseLead(leader, item, staffRanks).leader !== leader
          ? 'rule'
          : chooseLead(leader, item, staffRanks).because;
      if (groups.join(id, leader.id, because)) left.delete(id);
    }
  }
}

function opposedIn(pairs: readonly LikePair[], groups: Groups, find: SettleOptions['find']): Opposed[] {
  const opposed = new Map<string, Opposed>();
  for (const pair of pairs) {
    if (pair.kind !== 'contradicting') continue;
    const [one, other] = pair.ids.map((id) => find(groups.leaderOf(id))) as [Item | null, Item | null];
    if (!one || !other || one.id === other.id) continue;
    const key = keyOf(one.id, other.id);
    // Money weighs most: of two pairs of the same groups that one decides.
    if (opposed.has(key) && pair.about !== 'money') continue;
    const isDecided = (one.isPinned === true) !== (other.isPinned === true);
    const isOlder = isDecided ? other.isPinned === true : answerTime(one) <= answerTime(other);
    const [older, newer] = isOlder ? [one, other] : [other, one];
    opposed.set(key, { older: older.id, newer: newer.id, about: pair.about, isDecided });
  }
  return [...opposed.values()].sort((a, b) => (keyOf(a.older, a.newer) < keyOf(b.older, b.newer) ? -1 : 1));
}

type Groups = ReturnType<typeof createGroups>;

function createGroups() {
  const joined = new Map<string, Joined>();
  const members = new Map<string, string[]>();
  const apart = new Map<string, Set<string>>();
  const leaderOf = (id: string) => joined.get(id)?.leader ?? id;
  const groupOf = (id: string) => [id, ...(members.get(id) ?? [])];
  return {
    leaderOf,
    isLeader: (id: string) => members.has(id),
    all: () => joined.values(),
    keepApart(one: string, other: string) {
      for (const [from, to] of [
        [one, other],
        [other, one],
      ] as const)
        apart.set(from, (apart.get(from) ?? new Set()).add(to));
    },
    /** Puts an item and all that stand behind it behind a leader; false where it is there already, or must stay apart. */
    join(id: string, to: string, because: LeadReason): boolean {
      const leader = leaderOf(to);
      if (leader === leaderOf(id) || joined.has(id)) return false;
      const moving = groupOf(id);
      const held = groupOf(leader);
      if (moving.some((one) => held.some((other) => apart.get(one)?.has(other)))) return false;
      for (const one of moving)
        joined.set(one, { id: one, leader, because: joined.get(one)?.because ?? because });
      members.delete(id);
      members.set(leader, [...(members.get(leader) ?? []), ...moving]);
      return true;
    },
  };
}

/** Items that are duplicates of each other over others, each with its own duplicates. */
function* componentsOf(
  pairs: readonly (readonly [string, string])[],
): Generator<ReadonlyMap<string, ReadonlySet<string>>> {
  const near = new Map<string, Set<string>>();
  for (const [one, other] of pairs) {
    near.set(one, (near.get(one) ?? new Set()).add(other));
    near.set(other, (near.get(other) ?? new Set()).add(one));
  }
  const seen = new Set<string>();
  for (const start of near.keys()) {
    if (seen.has(start)) continue;
    const component = new Map<string, ReadonlySet<string>>();
    const open = [start];
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      if (seen.has(id)) continue;
      seen.add(id);
      const others = near.get(id) ?? new Set<string>();
      component.set(id, others);
      open.push(...others);
    }
    yield component;
  }
}

function keyOf(one: string, other: string): string {
  return one < other ? JSON.stringify([one, other]) : JSON.stringify([other, one]);
}
