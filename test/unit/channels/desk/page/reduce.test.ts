import { describe, expect, it } from 'vitest';
import { isAway } from '../../../../../channels/desk/page/state/is-away.js';
import { reduce } from '../../../../../channels/desk/page/state/reduce.js';
import {
  isUnread,
  selectAttention,
  selectConversation,
  selectLists,
  selectNews,
} from '../../../../../channels/desk/page/state/select.js';
import { CHANNELS_AT_DESK } from '../../../../support/channels-at-desk.js';
import {
  claimed,
  conversation,
  entry,
  heldElsewhere,
  MEHMET,
  notSending,
  opened,
  read,
  SANNE,
  stateAfter,
} from './scene.js';

describe('the clock of the server', () => {
  const told = (clockOffsetMs: number) => ({ ...read(), clockOffsetMs });

  it('is not moved by what a message took on its way', () => {
    const state = stateAfter(told(-5_000), told(-5_300), told(-4_200));
    expect(state.clockOffsetMs).toBe(-5_000);
  });

  it('is followed where it was set', () => {
    expect(stateAfter(told(-5_000), told(60_000)).clockOffsetMs).toBe(60_000);
  });
});

describe('the lists', () => {
  it('split by who has the conversation; who waits stays in the order of the queue', () => {
    const state = stateAfter(
      read(
        entry('urgent', { waitingSince: '2026-01-01T10:09:00Z', priority: 'urgent' }),
        entry('early', { waitingSince: '2026-01-01T10:01:00Z' }),
        claimed('mine', SANNE),
        claimed('theirs', MEHMET),
        heldElsewhere('elsewhere'),
        entry('over', { state: 'solved' }),
      ),
    );
    const lists = selectLists(state, SANNE);
    const ids = Object.values(lists).map((rows) =>
      rows.map((row: { conversationId: string }) => row.conversationId),
    );
    expect(ids).toEqual([[], ['urgent', 'early'], ['mine'], [], ['theirs', 'elsewhere'], []]);
  });
});

describe('news of waiting customers', () => {
  it('leaves out those who waited before the page opened', () => {
    expect(stateAfter(read(entry('a'))).newIds).toEqual([]);
  });

  it('names those who came since', () => {
    const state = stateAfter(read(entry('a')), read(entry('a'), entry('b')));
    expect(selectNews(state).map((row) => row.conversationId)).toEqual(['b']);
    expect(selectAttention(state, SANNE)).toEqual({ waiting: 2, unread: 0, isNew: true });
  });

  it.each([
    ['somebody looks', opened('b')],
    ['a colleague takes it', read(entry('a'), claimed('b', MEHMET))],
    ['the customer leaves', read(entry('a'))],
    ['it is closed', { kind: 'news-closed' } as const],
  ])('ends when %s', (_, event) => {
    expect(stateAfter(read(entry('a')), read(entry('a'), entry('b')), event).newIds).toEqual([]);
  });

  it('comes again for a customer who waits again', () => {
    const state = stateAfter(read(entry('a')), read(), read(entry('a')));
    expect(state.newIds).toEqual(['a']);
  });
});

describe('unread messages', () => {
  const before = claimed('mine', SANNE);
  const later = claimed('mine', SANNE, { customerWroteAt: '2026-01-01T10:05:00Z' });

  it('are those written while another conversation is open', () => {
    const state = stateAfter(read(before), read(later));
    expect(isUnread(state, later)).toBe(true);
    expect(selectAttention(state, SANNE)).toEqual({ waiting: 0, unread: 1, isNew: true });
  });

  it('are read by opening the conversation', () => {
    expect(isUnread(stateAfter(read(before), read(later), opened('mine')), later)).toBe(false);
  });

  it('are read at once where the conversation is open', () => {
    expect(isUnread(stateAfter(read(before), opened('mine'), read(later)), later)).toBe(false);
  });
});

describe('a conversation on the screen', () => {
  it('shows the newest row, also before it is fetched again', () => {
    const state = stateAfter(
      { kind: 'conversation-read', conversation: conversation(entry('a')), draft: '' },
      read(claimed('a', MEHMET)),
    );
    expect(selectConversation(state, 'a')?.entry.holder?.name).toBe('Mehmet');
  });

  it('keeps its own row after the hand-off ended', () => {
    const solved = conversation(entry('a', { state: 'solved' }));
    const state = stateAfter(
      read(entry('a')),
      { kind: 'conversation-read', conversation: solved, draft: '' },
      read(),
    );
    expect(selectConversation(state, 'a')?.entry.state).toBe('solved');
  });

  it('goes when the server does not know it', () => {
    const state = stateAfter(
      { kind: 'conversation-read', conversation: conversation(entry('a')), draft: '' },
      { kind: 'conversation-gone', conversationId: 'a' },
    );
    expect(selectConversation(state, 'a')).toBeNull();
  });
});

describe('a reply', () => {
  const begun = { kind: 'reply-begun', conversationId: 'a', key: 'k', text: 'Hallo' } as const;

  it('empties the box and waits beside the conversation', () => {
    const state = stateAfter({ kind: 'draft-changed', conversationId: 'a', text: 'Hallo' }, begun);
    expect(state.drafts.a).toBe('');
    expect(state.pending.a).toEqual([{ key: 'k', text: 'Hallo', state: 'sending' }]);
  });

  it('is gone from there when it was sent', () => {
    const state = stateAfter(begun, { kind: 'reply-ended', conversationId: 'a', key: 'k', isSent: true });
    expect(state.pending.a).toEqual([]);
  });

  it('stays when it was not, and is sent again without losing a newer draft', () => {
    const state = stateAfter(
      begun,
      { kind: 'reply-ended', conversationId: 'a', key: 'k', isSent: false },
      { kind: 'draft-changed', conversationId: 'a', text: 'En nog iets' },
    );
    expect(state.pending.a?.[0]?.state).toBe('unsent');
    const again = reduce(state, begun);
    expect(again.pending.a).toEqual([{ key: 'k', text: 'Hallo', state: 'sending' }]);
    expect(again.drafts.a).toBe('En nog iets');
  });

  it('can be dropped', () => {
    expect(stateAfter(begun, { kind: 'reply-dropped', conversationId: 'a', key: 'k' }).pending.a).toEqual([]);
  });
});

describe('doors that do not send', () => {
  const notice = { door: 'azure', alert: 'restricted', since: '2026-01-01T10:00:00Z' } as const;

  it('are kept until the news without them', () => {
    expect(stateAfter(notSending(notice)).doorNotices).toEqual([notice]);
    expect(stateAfter(notSending(notice), read()).doorNotices).toEqual([]);
  });

  it('are forgotten on signing out', () => {
    expect(stateAfter(notSending(notice), { kind: 'signed-out', hasEnded: false }).doorNotices).toEqual([]);
  });
});

describe('a session that ends', () => {
  const typed = { kind: 'draft-changed', conversationId: 'a', text: 'Bijna klaar' } as const;
  const ended = { kind: 'signed-out', hasEnded: true } as const;
  const back = { kind: 'signed-in', channels: CHANNELS_AT_DESK, place: { kind: 'queue' } } as const;

  it('keeps what was typed for the same agent, and nothing of customers', () => {
    const state = stateAfter(read(entry('a')), typed, ended);
    expect(state.entries).toEqual([]);
    expect(reduce(state, { ...back, agent: SANNE }).drafts).toEqual({ a: 'Bijna klaar' });
  });

  it('shows it to nobody else', () => {
    expect(stateAfter(typed, ended, { ...back, agent: MEHMET }).drafts).toEqual({});
  });

  it('keeps nothing where the agent signed out', () => {
    const out = { kind: 'signed-out', hasEnded: false } as const;
    expect(stateAfter(typed, out, { ...back, agent: SANNE }).drafts).toEqual({});
  });
});

describe('a conversation that was lost', () => {
  const mine = claimed('a', SANNE);

  it('names the colleague who took it over', () => {
    const state = stateAfter(read(mine), opened('a'), read(claimed('a', MEHMET)));
    expect(state.notice).toMatchObject({ conversationId: 'a', code: 'TakenFromYou', agentName: 'Mehmet' });
  });

  it('says that it is back in the queue', () => {
    const returned = entry('a', { returnedAt: '2026-01-01T10:30:00Z' });
    expect(stateAfter(read(mine), opened('a'), read(returned)).notice?.code).toBe('BackInQueue');
  });

  it.each([
    ['goes on', [mine]],
    ['was ended by the agent', []],
  ])('is not told of one that %s', (_, next) => {
    expect(stateAfter(read(mine), opened('a'), read(...next)).notice).toBeNull();
  });

  it('is not told of a colleague’s that a third one took over', () => {
    const third = claimed('a', { ...MEHMET, id: 't', name: 'Tess' });
    expect(stateAfter(read(claimed('a', MEHMET)), opened('a'), read(third)).notice).toBeNull();
  });
});

describe('an agent', () => {
  const now = Date.parse('2026-01-01T10:10:00Z');
  it.each([
    [null, false],
    ['2026-01-01T10:09:00Z', true],
    ['2026-01-01T10:11:00Z', false],
  ])('who counts as away from %s on is away at 10:10: %s', (awayFrom, expected) => {
    expect(isAway(claimed('a', MEHMET, { awayFrom }), now)).toBe(expected);
  });
});
