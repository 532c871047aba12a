import { describe, expect, it } from 'vitest';
import type { DeliveryProblem } from '../../../../../bot/contracts/channels.js';
import type { DeskMessage } from '../../../../../bot/contracts/desk.js';
import type { ConversationReply, DeskNews } from '../../../../../channels/desk/contracts.js';
import type { ApiClient } from '../../../../../channels/desk/page/api-client.js';
import type { ApiResult } from '../../../../../channels/desk/page/ask-server.js';
import { draftApi } from '../../../../../channels/desk/page/content/draft-api.js';
import { pairApi } from '../../../../../channels/desk/page/content/pair-api.js';
import { releaseApi } from '../../../../../channels/desk/page/content/release-api.js';
import { shadowApi } from '../../../../../channels/desk/page/content/shadow-api.js';
import { staleApi } from '../../../../../channels/desk/page/content/stale-api.js';
import { createDeskActions } from '../../../../../channels/desk/page/create-desk-actions.js';
import type { LiveChangesOptions } from '../../../../../channels/desk/page/live-changes.js';
import { securityApi } from '../../../../../channels/desk/page/security-api.js';
import { reduce } from '../../../../../channels/desk/page/state/reduce.js';
import { initialState } from '../../../../../channels/desk/page/state/state.js';
import { createStore } from '../../../../../channels/desk/page/state/store.js';
import type { OwnNameReply } from '../../../../../channels/desk/security/contracts.js';
import { CHANNELS_AT_DESK } from '../../../../support/channels-at-desk.js';
import { claimed, conversation, entry, message, SANNE } from './scene.js';

describe('the start', () => {
  it('shows the desk to somebody signed in, at the place of the address', async () => {
    const { actions, store } = setUp({ fragment: '#/conversation/a' });
    await actions.start();
    expect(store.get().screen).toMatchObject({ place: { kind: 'conversation', conversationId: 'a' } });
  });

  it('learns from the server what the channels are called', async () => {
    const { actions, store } = setUp({});
    await actions.start();
    expect(store.get().channels).toEqual(CHANNELS_AT_DESK);
  });

  it('asks others to sign in', async () => {
    const { actions, store } = setUp({ me: failed('DeskSessionEnded') });
    await actions.start();
    expect(store.get().screen).toEqual({ kind: 'sign-in', endedFor: null });
  });

  it.each([
    ['#good', 'agent'],
    ['#bad', null],
    ['', null],
  ])('looks at an invitation first: %j', async (fragment, role) => {
    const { actions, store } = setUp({ path: '/desk/invitation', fragment });
    await actions.start();
    expect(store.get().screen).toMatchObject({ kind: 'invitation', role });
  });

  it('leaves no way back to an invitation that was accepted', async () => {
    const { actions, address } = setUp({ path: '/desk/invitation', fragment: '#good' });
    await actions.start();
    expect(await actions.acceptInvitation({ token: 'good', name: '', email: '', password: '' })).toBeNull();
    expect(address.path).toBe('/desk');
  });
});

describe('a link to a new password', () => {
  it.each([
    ['#good', OWNER],
    ['#bad', null],
    ['', null],
  ])('is looked at first: %j', async (fragment, account) => {
    const { actions, store } = setUp({ path: '/desk/reset', fragment });
    await actions.start();
    expect(store.get().screen).toMatchObject({ kind: 'reset', account });
  });

  it('leaves no way back once it was used', async () => {
    const { actions, address, store } = setUp({ path: '/desk/reset', fragment: '#good' });
    await actions.start();
    expect(await actions.useReset('good', 'een zin van een paar woorden')).toBeNull();
    expect(address).toEqual({ path: '/desk', fragment: '' });
    expect(store.get().screen.kind).toBe('desk');
  });
});

describe('an account that is changed', () => {
  it('tells the view that asked what stood in the way', async () => {
    const { actions, store } = setUp({});
    await actions.start();
    expect(await actions.changeAccount('s', 'lock')).toEqual(failed('LastAdministrator'));
    expect(store.get().screen.kind).toBe('desk');
  });

  it('shows that the own session has ended meanwhile', async () => {
    const { actions, store, isListening } = setUp({ changeAccount: failed('DeskSessionEnded') });
    await actions.start();
    await actions.changeAccount('s', 'lock');
    expect(store.get().screen).toEqual({ kind: 'sign-in', endedFor: SANNE.id });
    expect(isListening()).toBe(false);
  });
});

describe('another name', () => {
  it('is shown at once, with what was typed and what is on its way left as it was', async () => {
    const renamed = { ...SANNE, name: 'Sanne de Wit' };
    const { actions, store, hear } = setUp({ fragment: '#/conversation/a', ownName: ok({ agent: renamed }) });
    await actions.start();
    const listener = hear();
    await actions.reply('a', 'Zet het modem uit');
    actions.draft('a', 'En nog iets');
    const { pending } = store.get();
    expect(pending.a).toMatchObject([{ text: 'Zet het modem uit', state: 'unsent' }]);
    expect(await actions.rename('Sanne de Wit')).toBeNull();
    const place = { kind: 'conversation', conversationId: 'a' };
    expect(store.get().screen).toEqual({ kind: 'desk', agent: renamed, place });
    expect(store.get()).toMatchObject({ drafts: { a: 'En nog iets' }, pending });
    expect(hear()).toBe(listener);
  });

  it('that is refused changes nothing', async () => {
    const { actions, store } = setUp({});
    await actions.start();
    expect(await actions.rename('...')).toMatchObject({ code: 'DeskNotAllowed' });
    expect(store.get().screen).toMatchObject({ agent: SANNE });
  });
});

describe('an open page', () => {
  it('answers every heartbeat of the server', async () => {
    const { actions, calls, beat, pass } = setUp({});
    await actions.start();
    await pass();
    calls.length = 0;
    beat();
    await pass();
    beat();
    await pass();
    expect(calls).toEqual(['here at null', 'here at null']);
  });

  it('tells what it shows when it goes elsewhere, and nothing while nobody can see it', async () => {
    let isSeen = true;
    const { actions, calls, address, pass } = setUp({ isSeen: () => isSeen });
    await actions.start();
    await pass();
    address.fragment = '#/conversation/a';
    void actions.arrive();
    await pass();
    isSeen = false;
    await actions.leavePage();
    isSeen = true;
    await actions.returnToPage();
    expect(calls).toEqual(['here at null', 'here at a', 'here at null', 'here at a']);
  });

  it("tells the customer's newest message once it is on the screen, anew when it takes the conversation", async () => {
    let isSeen = true;
    const { actions, calls, conversations, news, pass } = setUp({
      fragment: '#/conversation/a',
      isSeen: () => isSeen,
    });
    await actions.start();
    await pass();
    calls.length = 0;
    const shows = async (answer: ApiResult<ConversationReply>) => {
      await conversations.shift()?.(answer);
      await pass();
    };
    const withMessages = (of: ReturnType<typeof entry>, ...ids: string[]) =>
      reply(
        of,
        ids.map((one) => message(one, one.startsWith('c') ? {} : { from: 'bot' })),
      );
    await shows(withMessages(entry('a'), 'c1', 'b1'));
    expect(calls).toEqual(['here at a, seen c1']);
    news({ changedIds: ['a'] });
    await shows(withMessages(entry('a'), 'c1', 'b1', 'b2'));
    expect(calls).toHaveLength(1);
    news({ changedIds: ['a'] });
    await shows(withMessages(claimed('a', SANNE), 'c1', 'b1', 'b2'));
    expect(calls.splice(0)).toEqual(['here at a, seen c1', 'here at a, seen c1']);
    isSeen = false;
    news({ changedIds: ['a'] });
    await shows(withMessages(claimed('a', SANNE), 'c1', 'c2'));
    expect(calls).toEqual([]);
    isSeen = true;
    await actions.returnToPage();
    expect(calls).toEqual(['here at a, seen c2']);
  });

  it('tells every three seconds that somebody types, and at once in another conversation', async () => {
    let now = 0;
    const { actions, calls } = setUp({ now: () => now });
    await actions.start();
    calls.length = 0;
    for (; now < 6_000; now += 500) actions.draft('a', 'Ik kijk');
    actions.typesNote('b');
    actions.draft('b', '  ');
    expect(calls).toEqual(['types a reply in a', 'types a reply in a', 'types a note in b']);
  });

  it('shows for six seconds that a customer types, longer where it goes on', async () => {
    const { actions, store, hear, pass, timers } = setUp({});
    await actions.start();
    const told = () => hear()?.onTyping({ conversationId: 'a', by: 'customer' });
    told();
    expect([...timers].map(({ ms }) => ms)).toEqual([6_000]);
    const [first] = timers;
    told();
    first?.act();
    expect(store.get().signs.typing.a).toHaveLength(1);
    await pass();
    expect(store.get().signs.typing).toEqual({});
  });

  it('takes a conversation over from the agent who has it as far as it knows', async () => {
    const { actions, store, calls } = setUp({ act: reply(claimed('a', SANNE)) });
    await actions.start();
    expect(await actions.takeOver('a', 'm')).toBe(true);
    expect(calls).toContain('takes over from m');
    expect(store.get().conversations.a?.entry.holder?.name).toBe('Sanne');
  });
});

describe('an open conversation', () => {
  it('is not set back by an answer from before an action', async () => {
    const { actions, store, conversations } = setUp({
      fragment: '#/conversation/a',
      act: reply(claimed('a', SANNE)),
    });
    await actions.start();
    await actions.act('a', 'claim');
    await conversations[0]?.(reply(entry('a')));
    expect(store.get().conversations.a?.entry.state).toBe('with-agent');
    await conversations[1]?.(reply(claimed('a', SANNE, { customerName: 'read again' })));
    expect(store.get().conversations.a?.entry.customerName).toBe('read again');
  });

  it('shows what the agent said of the best guess', async () => {
    const { actions, store } = setUp({});
    await actions.start();
    await actions.judge('a', false);
    expect(store.get().conversations.a?.isGuessRight).toBe(false);
  });

  it('is read once more for changes during a read', async () => {
    const { actions, news, conversations } = setUp({ fragment: '#/conversation/a' });
    await actions.start();
    news({ changedIds: ['a'] });
    news({ changedIds: ['a'] });
    expect(conversations).toHaveLength(1);
    await conversations[0]?.(reply(entry('a')));
    expect(conversations).toHaveLength(2);
    await conversations[1]?.(reply(entry('a')));
    expect(conversations).toHaveLength(2);
  });

  it('is not read again for changes elsewhere', async () => {
    const { actions, news, conversations } = setUp({ fragment: '#/conversation/a' });
    await actions.start();
    await conversations[0]?.(reply(entry('a')));
    news({ changedIds: ['b'] });
    expect(conversations).toHaveLength(1);
  });
});

describe('an action that is refused', () => {
  it('tells who was first', async () => {
    const { actions, store } = setUp({ act: failed('DeskConversationTaken', 'Mehmet') });
    await actions.start();
    expect(await actions.act('a', 'claim')).toBe(false);
    expect(store.get().notice).toEqual({
      conversationId: 'a',
      code: 'DeskConversationTaken',
      agentName: 'Mehmet',
      problem: null,
    });
  });

  it('leads to signing in when the session has ended', async () => {
    const { actions, store, isListening } = setUp({ act: failed('DeskSessionEnded') });
    await actions.start();
    await actions.act('a', 'claim');
    expect(store.get().screen).toEqual({ kind: 'sign-in', endedFor: SANNE.id });
    expect(isListening()).toBe(false);
  });

  it('leads there as well where labels or saved views are asked for', async () => {
    const failure = failed('DeskSessionEnded');
    const { actions, store } = setUp({ labels: failure });
    for (const ask of [actions.labels, actions.views]) {
      await actions.start();
      expect(store.get().screen.kind).toBe('desk');
      expect(await ask()).toEqual(failure);
      expect(store.get().screen.kind).toBe('sign-in');
    }
  });
});

describe('a reply that did not arrive', () => {
  it('stays as unsent and goes again with the same key', async () => {
    const { actions, store, keys } = setUp({});
    await actions.start();
    await actions.reply('a', 'Hallo');
    const unsent = store.get().pending.a?.[0];
    expect(unsent).toMatchObject({ text: 'Hallo', state: 'unsent' });
    await actions.replyAgain('a', { text: 'Hallo', key: unsent?.key ?? '' });
    expect(keys).toEqual(['key-1', 'key-1']);
  });

  it('still leaves the conversation when it goes again', async () => {
    const { actions, store, endings } = setUp({});
    await actions.start();
    await actions.reply('a', 'Tot ziens', 'close');
    const unsent = store.get().pending.a?.[0];
    if (unsent) await actions.replyAgain('a', unsent);
    await actions.reply('a', 'Hallo');
    expect(endings).toEqual(['close', 'close', undefined]);
  });
});

describe('a reply that the channel would not take', () => {
  it('stays with the reason, and the conversation is read anew', async () => {
    const { actions, store, conversations } = setUp({
      fragment: '#/conversation/a',
      reply: failed('DeskCannotReach', null, 'window-closed'),
    });
    await actions.start();
    await conversations[0]?.(reply(claimed('a', SANNE)));
    const sending = actions.reply('a', 'Hallo');
    await expect.poll(() => conversations).toHaveLength(2);
    await conversations[1]?.(reply(claimed('a', SANNE, { isUnreachable: true })));
    await sending;
    expect(store.get().pending.a).toEqual([{ key: 'key-1', text: 'Hallo', state: 'unsent' }]);
    expect(store.get().notice).toMatchObject({ code: 'DeskCannotReach', problem: 'window-closed' });
    expect(store.get().conversations.a?.entry.isUnreachable).toBe(true);
  });
});

describe('a reply to what was not the newest', () => {
  const first = message('m1', { text: 'Mijn wifi doet het niet' });
  const newer = message('m2', { text: 'Laat maar' });
  const held: ApiResult<never> = {
    isOk: false,
    failure: { code: 'DeskNewerMessages', agentName: null, problem: null, newer: [newer] },
  };
  const said = reply(claimed('a', SANNE), [first, newer, message('m3', { from: 'agent' })]);

  it('comes back into the box with what came, and goes again with that one', async () => {
    const { actions, store, conversations, seen } = setUp({
      fragment: '#/conversation/a',
      replies: [held, said],
    });
    await actions.start();
    await conversations[0]?.(reply(claimed('a', SANNE), [first]));
    void actions.reply('a', 'Zet het modem uit');
    await expect.poll(() => store.get().held.a).toEqual([newer]);
    expect(store.get()).toMatchObject({
      drafts: { a: 'Zet het modem uit' },
      pending: { a: [] },
      notice: null,
    });
    expect(store.get().conversations.a?.messages).toEqual([first, newer]);
    await actions.reply('a', 'Zet het modem uit');
    expect(seen).toEqual(['m1', 'm2']);
    expect(store.get()).toMatchObject({ held: { a: [] }, drafts: { a: '' }, pending: { a: [] } });
  });

  it('stays beside the box where another one is typed there', async () => {
    const { actions, store } = setUp({ reply: held });
    await actions.start();
    const sending = actions.reply('a', 'Zet het modem uit');
    actions.draft('a', 'En nog iets');
    await sending;
    expect(store.get().drafts.a).toBe('En nog iets');
    expect(store.get().pending.a).toEqual([{ key: 'key-1', text: 'Zet het modem uit', state: 'unsent' }]);
    expect(store.get().held.a).toEqual([newer]);
  });
});

describe('a draft', () => {
  const open = { fragment: '#/conversation/a' };

  it('is kept once, a while after typing stops', async () => {
    const { actions, kept, timers, pass } = setUp(open);
    await actions.start();
    for (const text of ['H', 'Ha', 'Hallo']) actions.draft('a', text);
    expect(kept).toEqual([]);
    expect([...timers].map(({ ms }) => ms)).toEqual([1_500]);
    await pass();
    await pass();
    expect(kept).toEqual(['Hallo']);
  });

  it.each([
    ['page', (actions: ReturnType<typeof setUp>['actions']) => actions.leavePage()],
    ['conversation', (actions: ReturnType<typeof setUp>['actions']) => actions.arrive()],
    ['desk', (actions: ReturnType<typeof setUp>['actions']) => actions.signOut()],
  ])('is kept at once when the %s is left', async (_, leave) => {
    const { actions, kept, conversations } = setUp(open);
    await actions.start();
    await conversations[0]?.(reply(claimed('a', SANNE)));
    actions.draft('a', 'Hallo');
    void leave(actions);
    await expect.poll(() => kept).toEqual(['Hallo']);
  });

  it('of another device is put into the box when the conversation is opened', async () => {
    const { actions, store, conversations } = setUp(open);
    await actions.start();
    await conversations[0]?.(reply(claimed('a', SANNE), [], 'Een half'));
    expect(store.get().drafts.a).toBe('Een half');
  });

  it('is not set back by what the server kept before', async () => {
    const { actions, store, conversations, news } = setUp(open);
    await actions.start();
    actions.draft('a', 'Nieuwer');
    await conversations[0]?.(reply(claimed('a', SANNE), [], 'Een half'));
    expect(store.get().drafts.a).toBe('Nieuwer');
    news({ changedIds: ['a'] });
    await conversations[1]?.(reply(claimed('a', SANNE), [], 'Een half'));
    expect(store.get().drafts.a).toBe('Nieuwer');
  });

  it('goes one at a time, so that an older one cannot come last', async () => {
    const answers: (() => void)[] = [];
    const keepDraft = () => new Promise<ApiResult<null>>((resolve) => answers.push(() => resolve(ok(null))));
    const { actions, kept, pass } = setUp({ ...open, keepDraft });
    await actions.start();
    actions.draft('a', 'Hal');
    await pass();
    actions.draft('a', 'Hallo');
    await pass();
    expect(kept).toEqual(['Hal']);
    answers[0]?.();
    await expect.poll(() => kept).toEqual(['Hal', 'Hallo']);
  });

  it('that was on its way while the reply was said does not come back', async () => {
    const answers: (() => void)[] = [];
    const keepDraft = () => new Promise<ApiResult<null>>((resolve) => answers.push(() => resolve(ok(null))));
    const { actions, kept, pass } = setUp({ ...open, keepDraft, reply: reply(claimed('a', SANNE)) });
    await actions.start();
    actions.draft('a', 'Hallo');
    await pass();
    await actions.reply('a', 'Hallo');
    answers[0]?.();
    await expect.poll(() => kept).toEqual(['Hallo', '']);
  });

  it('stays kept while its reply did not get through', async () => {
    const { actions, kept, pass } = setUp(open);
    await actions.start();
    actions.draft('a', 'Hallo');
    await pass();
    await actions.reply('a', 'Hallo');
    await actions.leavePage();
    await pass();
    expect(kept).toEqual(['Hallo']);
  });

  it('is tried again where the server could not be reached', async () => {
    const { actions, kept, timers, pass } = setUp({ ...open, keepDraft: async () => failed('Unreachable') });
    await actions.start();
    actions.draft('a', 'Hallo');
    await pass();
    expect([...timers].map(({ ms }) => ms)).toEqual([15_000]);
    await pass();
    expect(kept).toEqual(['Hallo', 'Hallo']);
  });

  it('leads to signing in where the session has ended, and is there again afterwards', async () => {
    const { actions, store, pass } = setUp({ ...open, keepDraft: async () => failed('DeskSessionEnded') });
    await actions.start();
    actions.draft('a', 'Hallo');
    await pass();
    expect(store.get().screen).toEqual({ kind: 'sign-in', endedFor: SANNE.id });
    await actions.signIn('', '');
    expect(store.get()).toMatchObject({ drafts: { a: 'Hallo' }, draftDue: null });
  });
});

describe('doors that do not send', () => {
  it('are told by live changes, until they send again', async () => {
    const { actions, store, news } = setUp({});
    const notice = { door: 'messenger', alert: 'access-ended', since: '2026-01-01T10:00:00Z' } as const;
    await actions.start();
    news({ notices: [notice] });
    expect(store.get().doorNotices).toEqual([notice]);
    news({ notices: [] });
    expect(store.get().doorNotices).toEqual([]);
  });
});

describe('the clock', () => {
  it('is the one of the server', async () => {
    const { actions, store, news } = setUp({});
    await actions.start();
    news({ now: new Date(90_000).toISOString() });
    expect(store.get().clockOffsetMs).toBe(60_000);
  });
});

const OWNER = { name: SANNE.name, email: SANNE.email };

interface Scene {
  readonly path?: string;
  readonly fragment?: string;
  readonly me?: ApiResult<never>;
  readonly act?: ApiResult<ConversationReply>;
  readonly reply?: ApiResult<ConversationReply>;
  /** What replies come to, one after the other; then `reply`. */
  readonly replies?: ApiResult<ConversationReply>[];
  readonly keepDraft?: () => Promise<ApiResult<null>>;
  readonly changeAccount?: ApiResult<never>;
  /** What giving oneself another name comes to. */
  readonly ownName?: ApiResult<OwnNameReply>;
  /** Of labels and of saved views. */
  readonly labels?: ApiResult<never>;
  /** The time of this machine; 30 s after 1970 where not given. */
  readonly now?: () => number;
  /** Whether somebody can see the page; they can where not given. */
  readonly isSeen?: () => boolean;
}

/** The real store and actions with an API that answers as told; reads of a conversation wait for the test. */
function setUp(scene: Scene) {
  const store = createStore(reduce, initialState('nl'));
  const address = { path: scene.path ?? '/desk', fragment: scene.fragment ?? '' };
  const conversations: ((answer: ApiResult<ConversationReply>) => Promise<void>)[] = [];
  const keys: string[] = [];
  const endings: unknown[] = [];
  const seen: (string | null)[] = [];
  const kept: string[] = [];
  const timers = new Set<{ readonly ms: number; readonly act: () => void }>();
  const calls: string[] = [];
  let listener: LiveChangesOptions | null = null;
  const signedIn = ok({
    agent: SANNE,
    mustSetUp: false,
    channels: CHANNELS_AT_DESK,
    assignment: { mode: 'offer' as const, teams: [] },
  });
  const unreachable = {
    isOk: false,
    failure: { code: 'Unreachable', agentName: null, problem: null },
  } as const;
  const api: ApiClient = {
    lead: {
      board: async () => unreachable,
      reading: async () => unreachable,
      join: async () => unreachable,
      leave: async () => unreachable,
      reassign: async () => unreachable,
    },
    me: async () => scene.me ?? signedIn,
    sendFile: async () => ({
      isOk: false,
      failure: { code: 'Unreachable', agentName: null, problem: null },
    }),
    signIn: async () => signedIn,
    changeRole: async () => ok({ agents: [] }),
    signOut: async () => ok(null),
    lookAtInvitation: async (token) => ok({ role: token === 'good' ? ('agent' as const) : null }),
    acceptInvitation: async () => signedIn,
    lookAtReset: async (token) => ok({ account: token === 'good' ? OWNER : null }),
    useReset: async () => signedIn,
    drafts: draftApi(async () => failed('DeskNotAllowed')),
    releases: releaseApi(async () => failed('DeskNotAllowed')),
    stale: staleApi(async () => failed('DeskNotAllowed')),
    pairs: pairApi(async () => failed('DeskNotAllowed')),
    shadow: shadowApi(async () => failed('DeskNotAllowed')),
    security: {
      ...securityApi(async () => failed('DeskNotAllowed')),
      rename: async () => scene.ownName ?? failed('DeskNotAllowed'),
    },
    invite: async () => failed('DeskNotAllowed'),
    agents: async () => failed('DeskNotAllowed'),
    changeAccount: async () => scene.changeAccount ?? failed('LastAdministrator'),
    makeReset: async () => failed('AccountLocked'),
    link: async () => ok({ isLinked: null }),
    makeLinkCode: async () => failed('Unreachable'),
    removeLink: async () => ok(null),
    history: async () => ok({ contacts: [] }),
    search: async () => ok({ found: [], next: null }),
    withBot: async () => ok({ entries: [] }),
    addNote: async () => failed('Unreachable'),
    mentions: async () => ok({ mentions: [] }),
    sawMentions: async () => ok({ mentions: [] }),
    colleagues: async () => ok({ colleagues: [] }),
    knowledge: async () => ok({ found: [] }),
    content: async () => ok({ items: [] }),
    searchContent: async () => ok({ items: [] }),
    contentItem: async () => ok({ item: null }),
    keepContent: async () => ok({ item: null }),
    undoContent: async () => ok({ item: null }),
    canned: async () => ok({ answers: [], company: 'Zwaluw' }),
    addCanned: async () => failed('Unreachable'),
    changeCanned: async () => failed('Unreachable'),
    removeCanned: async () => failed('Unreachable'),
    findPerson: async () => failed('DeskNotAllowed'),
    exportPerson: async () => failed('DeskNotAllowed'),
    erasePerson: async () => failed('DeskNotAllowed'),
    transfer: async () => scene.act ?? failed('Unreachable'),
    snooze: async () => scene.act ?? failed('Unreachable'),
    wake: async () => scene.act ?? failed('Unreachable'),
    putLabel: async () => scene.act ?? failed('Unreachable'),
    labels: async () => scene.labels ?? ok({ labels: [] }),
    addLabel: async () => failed('Unreachable'),
    renameLabel: async () => failed('Unreachable'),
    removeLabel: async () => failed('Unreachable'),
    views: async () => scene.labels ?? ok({ views: [] }),
    keepView: async () => failed('Unreachable'),
    removeView: async () => failed('Unreachable'),
    conversation: () =>
      new Promise((resolve) => {
        conversations.push(async (answer) => {
          resolve(answer);
          // Lets the action go on before the test looks.
          await new Promise((next) => setImmediate(next));
        });
      }),
    act: async () => scene.act ?? failed('Unreachable'),
    setStatus: async (status) => {
      calls.push(`is ${status}`);
      return ok(null);
    },
    typing: async (id, kind) => {
      calls.push(`types a ${kind} in ${id}`);
      return ok(null);
    },
    decline: async (id) => {
      calls.push(`declines ${id}`);
      return ok(null);
    },
    takeOver: async (_id, from) => {
      calls.push(`takes over from ${from}`);
      return scene.act ?? failed('Unreachable');
    },
    here: async ({ conversationId, seenId }) => {
      calls.push(`here at ${conversationId}${seenId === undefined ? '' : `, seen ${seenId}`}`);
      return ok(null);
    },
    judge: async (_id, isRight) =>
      ok({ conversation: { ...conversation(claimed('a', SANNE)), isGuessRight: isRight }, draft: '' }),
    reply: async (_id, { key, ending }, seenId) => {
      keys.push(key);
      endings.push(ending);
      seen.push(seenId);
      return scene.replies?.shift() ?? scene.reply ?? failed('Unreachable');
    },
    keepDraft: (_id, text) => {
      kept.push(text);
      return scene.keepDraft?.() ?? Promise.resolve(ok(null));
    },
  };
  const actions = createDeskActions(store, {
    api,
    listen: (options) => {
      listener = options;
      return () => {
        listener = null;
      };
    },
    now: () => scene.now?.() ?? 30_000,
    newKey: () => 'key-1',
    after(ms, act) {
      const timer = { ms, act };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    address: {
      path: () => address.path,
      fragment: () => address.fragment,
      go: (path) => Object.assign(address, { path }),
      replace: (path) => Object.assign(address, { path, fragment: '' }),
      leave: (url) => Object.assign(address, { left: url }),
    },
    isSeen: () => scene.isSeen?.() ?? true,
    keepLanguage: () => {},
  });
  return {
    store,
    actions,
    address,
    conversations,
    keys,
    endings,
    seen,
    kept,
    timers,
    /** Lets every time pass that is waited for. */
    async pass() {
      for (const timer of [...timers]) {
        timers.delete(timer);
        timer.act();
      }
      await new Promise((next) => setImmediate(next));
    },
    calls,
    beat: () => listener?.onBeat(),
    hear: () => listener,
    isListening: () => listener !== null,
    news: (changes: Partial<DeskNews>) =>
      listener?.onNews({
        entries: [],
        notices: [],
        pause: null,
        standings: [],
        now: new Date(30_000).toISOString(),
        changedIds: [],
        ...changes,
      }),
  };
}

function ok<Value>(value: Value): ApiResult<Value> {
  return { isOk: true, value };
}

function failed(
  code: string,
  agentName: string | null = null,
  problem: DeliveryProblem | null = null,
): ApiResult<never> {
  return { isOk: false, failure: { code, agentName, problem } };
}

function reply(
  row: ReturnType<typeof entry>,
  messages: readonly DeskMessage[] = [],
  draft = '',
): ApiResult<ConversationReply> {
  return ok({ conversation: { ...conversation(row), messages }, draft });
}
