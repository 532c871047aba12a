import { describe, expect, it } from 'vitest';
import { type FreeAgent, planOffers, type Waiter } from '../../../../bot/assignment/plan-offers.js';
import { type Member, oneQueue, type Routing } from '../../../../bot/assignment/routing.js';

const NOW = new Date('2026-03-02T10:00:00.000Z');
const ago = (seconds: number) => new Date(NOW.getTime() - seconds * 1_000).toISOString();

const member = (changes: Partial<Member> = {}): Member => ({
  teams: new Set(['rest']),
  languages: new Set(['nl', 'en']),
  capacity: 4,
  ...changes,
});
const agent = (id: string, changes: Partial<FreeAgent> = {}): FreeAgent => ({
  id,
  member: member(),
  load: 0,
  assignedAt: null,
  ...changes,
});
const waiter = (id: string, changes: Partial<Waiter> = {}): Waiter => ({
  handoffId: id,
  conversationId: id,
  channelId: 'test',
  language: 'nl',
  reason: 'asked',
  question: '',
  requestedAt: ago(1),
  lastAgentId: null,
  refusals: new Map(),
  ...changes,
});

const teams: Routing = {
  ...oneQueue(4),
  teams: [
    {
      id: 'angry',
      name: { nl: 'Klachten', en: 'Complaints' },
      rule: { reasons: new Set(['complaint']), languages: null, channels: null, words: null },
    },
    { id: 'rest', name: { nl: 'Rest', en: 'Rest' }, rule: null },
  ],
};

/** Who is offered what, as "waiter agent". */
const plan = (waiters: Waiter[], agents: FreeAgent[], routing: Routing = oneQueue(4)) =>
  planOffers(waiters, agents, routing, NOW).map((offer) => `${offer.handoffId} ${offer.agentId}`);

describe('of those who are free', () => {
  it('the one who helped this customer last comes first', () => {
    const busier = agent('b', { load: 3 });
    expect(plan([waiter('w', { lastAgentId: 'b' })], [agent('a'), busier])).toEqual(['w b']);
    const full = agent('b', { load: 4 });
    expect(plan([waiter('w', { lastAgentId: 'b' })], [agent('a'), full])).toEqual(['w a']);
  });

  it('the one with the most room comes next, and the one who got nothing for longest', () => {
    expect(plan([waiter('w')], [agent('a', { load: 2 }), agent('b', { load: 1 })])).toEqual(['w b']);
    const agents = [agent('a', { assignedAt: ago(10) }), agent('b', { assignedAt: ago(60) })];
    expect(plan([waiter('w')], agents)).toEqual(['w b']);
    expect(plan([waiter('w')], [...agents, agent('c')])).toEqual(['w c']);
  });

  it('each gets one before anybody gets two', () => {
    const waiters = ['1', '2', '3'].map((id) => waiter(id));
    expect(plan(waiters, [agent('a'), agent('b')])).toEqual(['1 a', '2 b', '3 a']);
  });
});

describe('capacity', () => {
  it('counts what is being offered, by the weight of each channel', () => {
    const chats = ['1', '2', '3'].map((id) => waiter(id, { channelId: 'directline' }));
    expect(plan(chats, [agent('a')])).toEqual(['1 a', '2 a']);
  });

  it('lets somebody behind go first only where those in front do not fit', () => {
    const waiters = [waiter('heavy', { channelId: 'directline' }), waiter('light')];
    expect(plan(waiters, [agent('a', { load: 3 })])).toEqual(['light a']);
  });

  it('of agents without a limit is never used up', () => {
    const waiters = ['1', '2', '3'].map((id) => waiter(id));
    const free = agent('a', { member: member({ capacity: null }), load: 99 });
    expect(plan(waiters, [free])).toEqual(['1 a', '2 a', '3 a']);
  });
});

describe('a team and a language', () => {
  const dutch = agent('dutch', { member: member({ languages: new Set(['nl']) }) });
  const calm = agent('calm', { member: member({ teams: new Set(['angry']) }) });

  it('are asked for at first', () => {
    expect(plan([waiter('w', { language: 'en' })], [dutch])).toEqual([]);
    expect(plan([waiter('w', { reason: 'complaint' })], [dutch, calm], teams)).toEqual(['w calm']);
    expect(plan([waiter('w')], [calm], teams)).toEqual([]);
  });

  it('are dropped after a time, so that nobody waits for them for ever', () => {
    expect(plan([waiter('w', { language: 'en', requestedAt: ago(119) })], [dutch])).toEqual([]);
    expect(plan([waiter('w', { language: 'en', requestedAt: ago(120) })], [dutch])).toEqual(['w dutch']);
    expect(plan([waiter('w', { requestedAt: ago(299) })], [calm], teams)).toEqual([]);
    expect(plan([waiter('w', { requestedAt: ago(300) })], [calm], teams)).toEqual(['w calm']);
  });
});

describe('whoever did not take it', () => {
  const refused = (seconds: number) => ({ refusals: new Map([['a', ago(seconds)]]) });

  it('is not offered it again while a colleague is there, busy or not', () => {
    expect(plan([waiter('w', refused(600))], [agent('a'), agent('b')])).toEqual(['w b']);
    expect(plan([waiter('w', refused(600))], [agent('a'), agent('b', { load: 4 })])).toEqual([]);
  });

  it('is offered it again after a while where nobody else is there', () => {
    expect(plan([waiter('w', refused(59))], [agent('a')])).toEqual([]);
    expect(plan([waiter('w', refused(60))], [agent('a')])).toEqual(['w a']);
  });
});
