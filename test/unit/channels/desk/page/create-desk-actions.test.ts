import { describe, expect, it } from 'vitest';
import type { DeliveryProblem } from '../../../../../bot/contracts/channels.js';
import type { ConversationReply, DeskNews } from '../../../../../channels/desk/contracts.js';
import type { ApiClient, ApiResult } from '../../../../../channels/desk/page/api-client.js';
import { createDeskActions } from '../../../../../channels/desk/page/create-desk-actions.js';
import type { LiveChangesOptions } from '../../../../../channels/desk/page/live-changes.js';
import { reduce } from '../../../../../channels/desk/page/state/reduce.js';
import { initialState } from '../../../../../channels/desk/page/state/state.js';
import { createStore } from '../../../../../channels/desk/page/state/store.js';
import { CHANNELS_AT_DESK } from '../../../../support/channels-at-desk.js';
import { claimed, conversation, entry, SANNE } from './scene.js';

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

describe('an open page', () => {
  it('answers every heartbeat of the server', async () => {
    const { actions, calls, beat } = setUp({});
    await actions.start();
    beat();
    beat();
    expect(calls).toEqual(['here', 'here']);
  });

  it('takes a conversation over from the agent who has it as far as it knows', async () => {
    const { actions, store, calls } = setUp({ act: reply(claimed('a', SANNE)) });
    await actions.start();
    expect(await actions.takeOver('a', 'm')).toBe(true);
    expect(calls).toEqual(['takes over from m']);
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
});

describe('a reply that did not arrive', () => {
  it('stays as unsent and goes again with the same key', async () => {
    const { actions, store, keys } = setUp({});
    await actions.start();
    await actions.reply('a', 'Hallo');
    const unsent = store.get().pending.a?.[0];
    expect(unsent).toMatchObject({ text: 'Hallo', state: 'unsent' });
    await actions.replyAgain('a', 'Hallo', unsent?.key ?? '');
    expect(keys).toEqual(['key-1', 'key-1']);
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
  readonly changeAccount?: ApiResult<never>;
}

/** The real store and actions with an API that answers as told; reads of a conversation wait for the test. */
function setUp(scene: Scene) {
  const store = createStore(reduce, initialState('nl'));
  const address = { path: scene.path ?? '/desk', fragment: scene.fragment ?? '' };
  const conversations: ((answer: ApiResult<ConversationReply>) => Promise<void>)[] = [];
  const keys: string[] = [];
  const calls: string[] = [];
  let listener: LiveChangesOptions | null = null;
  const signedIn = ok({ agent: SANNE, channels: CHANNELS_AT_DESK });
  const api: ApiClient = {
    me: async () => scene.me ?? signedIn,
    signIn: async () => signedIn,
    signOut: async () => ok(null),
    lookAtInvitation: async (token) => ok({ role: token === 'good' ? ('agent' as const) : null }),
    acceptInvitation: async () => signedIn,
    lookAtReset: async (token) => ok({ account: token === 'good' ? OWNER : null }),
    useReset: async () => signedIn,
    invite: async () => failed('DeskNotAllowed'),
    agents: async () => failed('DeskNotAllowed'),
    changeAccount: async () => scene.changeAccount ?? failed('LastAdministrator'),
    makeReset: async () => failed('AccountLocked'),
    conversation: () =>
      new Promise((resolve) => {
        conversations.push(async (answer) => {
          resolve(answer);
          // Lets the action go on before the test looks.
          await new Promise((next) => setImmediate(next));
        });
      }),
    act: async () => scene.act ?? failed('Unreachable'),
    takeOver: async (_id, from) => {
      calls.push(`takes over from ${from}`);
      return scene.act ?? failed('Unreachable');
    },
    here: async () => {
      calls.push('here');
      return ok(null);
    },
    judge: async (_id, isRight) =>
      ok({ conversation: { ...conversation(claimed('a', SANNE)), isGuessRight: isRight } }),
    reply: async (_id, _text, key) => {
      keys.push(key);
      return scene.reply ?? failed('Unreachable');
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
    now: () => 30_000,
    newKey: () => 'key-1',
    address: {
      path: () => address.path,
      fragment: () => address.fragment,
      go: (path) => Object.assign(address, { path }),
      replace: (path) => Object.assign(address, { path, fragment: '' }),
    },
    keepLanguage: () => {},
  });
  return {
    store,
    actions,
    address,
    conversations,
    keys,
    calls,
    beat: () => listener?.onBeat(),
    isListening: () => listener !== null,
    news: (changes: Partial<DeskNews>) =>
      listener?.onNews({
        entries: [],
        notices: [],
        pause: null,
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

function reply(row: ReturnType<typeof entry>): ApiResult<ConversationReply> {
  return ok({ conversation: conversation(row) });
}
