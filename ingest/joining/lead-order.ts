import type { Item } from '../../index/contracts/items.js';
import type { LeadReason } from './contracts.js';

/** So many times the votes of the other make an answer the better one, from so many on. */
const VOTES = { times: 2, least: 3 } as const;
/** From here on an answer is of another time than the one before. */
const LATER_MS = 365 * 24 * 60 * 60 * 1000;

/** Which of two answers to one question leads, and why. */
export interface Lead {
  readonly leader: Item;
  readonly because: LeadReason;
}

/**
 * What content people pinned, then an answer of the community before an article of the company, somebody of the company before a member, an accepted answer before one that nobody accepted, one with far more votes, one written
 * a year later, one with more votes, the newer one; at last the one whose id comes first, so that each run chooses alike.
 * @param staffRanks in lower case
 */
export function chooseLead(left: Item, right: Item, staffRanks: ReadonlySet<string>): Lead {
  const isStaff = ({ author }: Item) => Number(staffRanks.has(author.rank?.toLowerCase() ?? ''));
  const isAccepted = ({ isUnaccepted }: Item) => Number(isUnaccepted !== true);
  const hasFarMore = (one: Item, other: Item) =>
    Number(one.votes >= VOTES.least && one.votes >= VOTES.times * Math.max(1, other.votes));
  const apart = answerTime(left) - answerTime(right);
  const steps: readonly (readonly [LeadReason, number])[] = [
    ['pinned', Number(left.isPinned === true) - Number(right.isPinned === true)],
    ['community', Number(right.isOfficial === true) - Number(left.isOfficial === true)],
    ['rank', isStaff(left) - isStaff(right)],
    ['accepted', isAccepted(left) - isAccepted(right)],
    ['votes', hasFarMore(left, right) - hasFarMore(right, left)],
    ['newer', Math.abs(apart) >= LATER_MS ? apart : 0],
    ['votes', left.votes - right.votes],
    ['newer', apart],
    ['first', left.id < right.id ? 1 : -1],
  ];
  const [because, value] = steps.find(([, each]) => each !== 0) ?? ['first', 1];
  return { leader: value > 0 ? left : right, because };
}

/** When an answer was written or last edited, in milliseconds; 0 where nobody knows, which counts as old. */
export function answerTime({ answeredAt }: Pick<Item, 'answeredAt'>): number {
  const time = Date.parse(answeredAt ?? '');
  return Number.isNaN(time) ? 0 : time;
}
