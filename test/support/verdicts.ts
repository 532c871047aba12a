import type { Verdict } from '../../index/contracts/labels.js';

/** The verdict of a customer whom the company knows: each given visitor is another person. */
export function verdict(changes: Partial<Verdict> = {}): Verdict {
  return {
    question: 'kan ik mijn nummer houden bij een overstap',
    itemId: 'forum:porting',
    isRight: true,
    by: 'customer',
    visitor: 'visitor-1',
    isIdentified: true,
    address: `address of ${changes.visitor ?? 'visitor-1'}`,
    conversation: 'conversation-1',
    at: '2026-03-02T09:00:00.000Z',
    ...changes,
  };
}

/** The same verdict by `count` different customers. */
export function verdictsOf(count: number, changes: Partial<Verdict> = {}): Verdict[] {
  return Array.from({ length: count }, (_, index) =>
    verdict({ visitor: `${changes.isRight === false ? 'against' : 'for'}-${index}`, ...changes }),
  );
}
