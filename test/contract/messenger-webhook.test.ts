import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  APP_SECRET,
  delivery,
  echo,
  event,
  MESSENGER_OPTIONS,
  type MessengerServer,
  type MessengerServerOptions,
  PAGE,
  PSID,
  signatureOf,
  startMessengerServer,
} from '../support/messenger-server.js';

const SPOKEN_BY_BOT = { speaker: { kind: 'bot', name: 'Robin' }, customerWroteAt: null } as const;

/** A promise that is kept by hand. */
function gate() {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open: () => open(), opened };
}

/** The webhook of the Messenger Platform, on the real server. */
describe('the webhook of Messenger', () => {
  let server: MessengerServer;
  beforeEach(async () => {
    server = await startMessengerServer();
  });
  afterEach(() => server.stop());

  async function restart(options: MessengerServerOptions): Promise<void> {
    await server.stop();
    server = await startMessengerServer(options);
  }

  const says = (text: string, timestamp?: number, customer?: string) =>
    event({ message: { mid: `m_${text}`, text } }, timestamp, customer);
  const ids = () => server.taken.flatMap((one) => ('activity' in one ? [one.activity.id] : [one.event.kind]));
  const logged = (sentence: string) => server.logLines.filter((line) => line.includes(sentence));

  describe('verification', () => {
    const ask = (query: Record<string, string>) =>
      fetch(`${server.webhook}?${new URLSearchParams(query)}`, { headers: { accept: '*/*' } });
    const right = {
      'hub.mode': 'subscribe',
      'hub.verify_token': MESSENGER_OPTIONS.verifyToken,
      'hub.challenge': '1158201444',
    };

    test('answers the challenge as plain text', async () => {
      const answer = await ask(right);
      expect([answer.status, await answer.text()]).toEqual([200, '1158201444']);
      expect(answer.headers.get('content-type')).toMatch(/^text\/plain/);
      expect(logged('Meta has verified the webhook.')).toHaveLength(1);
    });

    test('gives nothing back that a browser would run', async () => {
      const answer = await ask({ ...right, 'hub.challenge': '<script>alert(1)</script>' });
      expect(answer.headers.get('content-type')).toMatch(/^text\/plain/);
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    });

    test.each([
      ['another token', { ...right, 'hub.verify_token': 'other' }],
      ['an empty token', { ...right, 'hub.verify_token': '' }],
      ['another mode', { ...right, 'hub.mode': 'unsubscribe' }],
      ['no challenge', { 'hub.mode': 'subscribe', 'hub.verify_token': MESSENGER_OPTIONS.verifyToken }],
      ['nothing', {}],
    ])('with %s is refused', async (_what, query) => {
      const answer = await ask(query);
      expect(answer.status).toBe(403);
      expect(await answer.json()).toMatchObject({ error: { code: 'MessengerTokenWrong' } });
    });

    test('with the token twice is refused', async () => {
      const query = `hub.mode=subscribe&hub.challenge=1&hub.verify_token=a&hub.verify_token=b`;
      expect((await fetch(`${server.webhook}?${query}`)).status).toBe(403);
    });
  });

  describe('a signature', () => {
    const body = JSON.stringify(delivery([says('text')])).replace(
      '"text":"text"',
      '"text":"\\u00e4\\ud83d\\ude00"',
    );

    test('over escaped letters is right, and the letters arrive', async () => {
      const answer = await server.deliver(body);
      expect([answer.status, await answer.text()]).toEqual([200, 'EVENT_RECEIVED']);
      expect(server.taken).toMatchObject([{ activity: { id: 'm_text', text: 'ä😀' } }]);
    });

    test('over unescaped letters is right as well', async () => {
      expect((await server.deliver(JSON.stringify(delivery([says('ä😀')])))).status).toBe(200);
      expect(server.taken).toMatchObject([{ activity: { text: 'ä😀' } }]);
    });

    test.each([
      ['missing', null],
      ['empty', ''],
      ['short', signatureOf(body).slice(0, -2)],
      ['of another secret', signatureOf(body, 'other')],
      ['of another body', signatureOf(body.replace('page', 'Page'))],
      ['of the letters unescaped', signatureOf(JSON.stringify(JSON.parse(body)))],
      ['of the old kind', `sha1=${signatureOf(body).slice(7, 47)}`],
    ])('that is %s is refused and nothing is done', async (_kind, signature) => {
      const answer = await server.deliver(body, signature);
      expect(answer.status).toBe(403);
      expect(await answer.json()).toMatchObject({ error: { code: 'MessengerSignatureWrong' } });
      expect(server.taken).toEqual([]);
    });

    test('is refused after one byte of the body changed', async () => {
      const answer = await server.deliver(body.replace(PSID, '7002'), signatureOf(body));
      expect([answer.status, server.taken]).toEqual([403, []]);
    });

    test('of nothing is refused', async () => {
      expect((await fetch(server.webhook, { method: 'POST' })).status).toBe(403);
    });

    test('that is wrong is warned of once an hour', async () => {
      const refuse = () => server.deliver(body, signatureOf(body, 'other'));
      await refuse();
      await refuse();
      expect(logged('not signed with MESSENGER_APP_SECRET')).toHaveLength(1);
      server.advance(3_600_000);
      await refuse();
      expect(logged('not signed with MESSENGER_APP_SECRET')).toHaveLength(2);
    });
  });

  describe('a body', () => {
    test('that is not JSON is refused', async () => {
      const answer = await server.deliver('{"object":');
      expect(answer.status).toBe(400);
      expect(await answer.json()).toMatchObject({ error: { code: 'BadArgument' } });
    });

    test.each([{ object: 'instagram', entry: [] }, { entry: [] }, [], 7, null])(
      'that is not of a page is not found: %j',
      async (body) => {
        const answer = await server.deliver(body);
        expect(answer.status).toBe(404);
        expect(await answer.json()).toMatchObject({ error: { code: 'MessengerNotAPage' } });
      },
    );

    test('above a megabyte is refused', async () => {
      const answer = await server.deliver({ ...delivery([]), more: 'x'.repeat(1_000_000) });
      expect([answer.status, server.taken]).toEqual([413, []]);
    });

    test('with events of unknown kinds is received', async () => {
      const odd = delivery([event({ something_new: { a: 1 } }), 7, null, { message: 'x' }]);
      expect((await server.deliver(odd)).status).toBe(200);
      expect((await server.deliver({ object: 'page', entry: 'x' })).status).toBe(200);
      expect(server.taken).toEqual([]);
      expect(logged('"kind":"something_new"')).toHaveLength(1);
    });
  });

  describe('events', () => {
    test('of every entry and both lists arrive in the order of their time', async () => {
      const body = {
        object: 'page',
        entry: [
          { id: PAGE, messaging: [says('third', 3_000), says('first', 1_000)] },
          { id: PAGE, messaging: [says('second', 2_000)], standby: [says('fourth', 4_000)] },
        ],
      };
      expect((await server.deliver(body)).status).toBe(200);
      expect(ids()).toEqual(['m_first', 'm_second', 'm_third', 'answered-elsewhere', 'm_fourth']);
    });

    test('that come twice in a delivery are passed on once', async () => {
      await server.deliver(delivery([says('a', 1), says('b', 2), says('a', 1)]));
      expect(ids()).toEqual(['m_a', 'm_b']);
    });

    test('that are delivered again have the same id, by which the bot knows them', async () => {
      const body = delivery([event({ postback: { title: 'Yes', payload: 'YES' } })]);
      await server.deliver(body);
      await server.deliver(body);
      const [first, second] = ids();
      expect(first).toMatch(/^pb:/);
      expect(second).toBe(first);
    });

    test('of another page than ours are left out, with a warning', async () => {
      await restart({ options: { pageId: PAGE } });
      await server.deliver(delivery([says('theirs')], [], '999'));
      await server.deliver(delivery([says('ours')]));
      expect(ids()).toEqual(['m_ours']);
      expect(logged('of another page')).toHaveLength(1);
    });
  });

  describe('the answer 200', () => {
    test('comes before the turn ends, which answers later by the transport', async () => {
      const search = gate();
      let turn: Promise<unknown> = Promise.resolve();
      await restart({
        bot: {
          accept: async (activity, transport) => {
            turn = search.opened.then(() => transport.send({ ...activity, text: 'answer' }, SPOKEN_BY_BOT));
          },
        },
      });
      expect((await server.deliver(delivery([says('a')]))).status).toBe(200);
      expect(server.sent).toEqual([]);
      search.open();
      await turn;
      expect(server.sent).toMatchObject([{ text: 'answer' }]);
    });

    test('comes only when all is kept', async () => {
      const begun = gate();
      const disk = gate();
      await restart({
        bot: {
          accept: async ({ from }) => {
            if (from?.id !== PSID) return;
            begun.open();
            await disk.opened;
          },
        },
      });
      let isAnswered = false;
      const answer = server.deliver(delivery([says('a')])).then(({ status }) => {
        isAnswered = true;
        return status;
      });
      await begun.opened;
      // A whole delivery of somebody else fits in between.
      expect((await server.deliver(delivery([says('b', 1, '7002')]))).status).toBe(200);
      expect(isAnswered).toBe(false);
      disk.open();
      expect(await answer).toBe(200);
    });
  });

  describe('a store that fails', () => {
    test('is answered with 500, so that Meta delivers again', async () => {
      let isBroken = true;
      await restart({
        bot: {
          accept: async ({ id }) => {
            if (isBroken && id === 'm_b') throw new Error('the disk is full');
          },
        },
      });
      const body = delivery([says('a', 1), says('b', 2), says('c', 3), says('other', 4, '7002')]);
      const refused = await server.deliver(body);
      expect(refused.status).toBe(500);
      expect(await refused.json()).toMatchObject({ error: { code: 'ServiceError' } });
      // What came behind the failure waits for it; another conversation does not.
      expect(ids().sort()).toEqual(['m_a', 'm_b', 'm_other']);
      isBroken = false;
      server.taken.length = 0;
      expect((await server.deliver(body)).status).toBe(200);
      expect(ids().sort()).toEqual(['m_a', 'm_b', 'm_c', 'm_other']);
    });

    test('fails the delivery of an event as well', async () => {
      await restart({ bot: { takeEvent: () => Promise.reject(new Error('the disk is full')) } });
      expect((await server.deliver(delivery([echo({ mid: 'm_1', metadata: 'm:a' })]))).status).toBe(500);
    });
  });

  test('one conversation stays in order across deliveries, others pass by', async () => {
    const disk = gate();
    const arrived = gate();
    const passed = gate();
    await restart({
      bot: {
        accept: async ({ id }) => {
          if (id === 'm_passer-by') passed.open();
          if (id !== 'm_first') return;
          arrived.open();
          await disk.opened;
        },
      },
    });
    const first = server.deliver(delivery([says('first', 1)]));
    await arrived.opened;
    const second = server.deliver(delivery([says('second', 2), says('passer-by', 3, '7002')]));
    await passed.opened;
    expect(ids()).toEqual(['m_first', 'm_passer-by']);
    disk.open();
    expect((await Promise.all([first, second])).map(({ status }) => status)).toEqual([200, 200]);
    expect(ids()).toEqual(['m_first', 'm_passer-by', 'm_second']);
  });

  test('a name is asked for in the background and told once', async () => {
    const graph = gate();
    await restart({ lookUpName: () => graph.opened.then(() => 'Anna Visser') });
    expect((await server.deliver(delivery([says('a', 1)]))).status).toBe(200);
    expect((await server.deliver(delivery([says('b', 2)]))).status).toBe(200);
    expect(ids()).toEqual(['m_a', 'm_b']);
    let isIdle = false;
    const idle = server.idle().then(() => {
      isIdle = true;
    });
    await new Promise((resolve) => setImmediate(resolve));
    // A stop would wait for it.
    expect(isIdle).toBe(false);
    graph.open();
    await idle;
    expect(ids()).toEqual(['m_a', 'm_b', 'name']);
  });

  test('the picture of agents is served beside it', async () => {
    const answer = await fetch(`${server.url}/messenger/agent.png`);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/png']);
  });

  test('no path is there where Messenger is off', async () => {
    await restart({ isOn: false });
    expect((await fetch(server.webhook)).status).toBe(404);
    expect((await server.deliver(delivery([says('a')]))).status).toBe(404);
  });

  test('the log has no words, ids of people or secrets', async () => {
    await restart({
      bot: {
        accept: async ({ text }) => {
          if (text === 'Geheim') throw new Error('the disk is full');
        },
      },
      lookUpName: async () => 'Anna Visser',
    });
    await server.deliver(delivery([says('Geheim')]));
    await server.deliver(delivery([says('Mijn IBAN'), echo({ mid: 'm_9', text: 'Antwoord' })]));
    await server.deliver(delivery([event({ 'Tekst van Anna': 1, odd: 'Tekst van Anna' })]));
    await server.deliver('{"object": Mijn IBAN');
    await server.deliver(delivery([says('Mijn IBAN')]), 'sha256=00');
    await fetch(`${server.webhook}?hub.verify_token=${MESSENGER_OPTIONS.verifyToken}`);
    const log = server.logLines.join('\n');
    expect(log).toMatch(/A request failed\./);
    for (const hidden of [
      'Geheim',
      'IBAN',
      'Antwoord',
      'Anna',
      PSID,
      APP_SECRET,
      MESSENGER_OPTIONS.verifyToken,
      MESSENGER_OPTIONS.pageAccessToken,
    ]) {
      expect(log).not.toContain(hidden);
    }
  });
});
