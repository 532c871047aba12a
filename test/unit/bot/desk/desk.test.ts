import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DeskAgent } from '../../../../bot/contracts/desk.js';
import { RecordingTransport } from '../support/recording-transport.js';
import { signIn } from '../support/sign-in.js';
import { TestBot } from '../support/test-bot.js';

const SANNE: DeskAgent = { id: 'agent-1', name: 'Sanne', email: 'sanne@example.com', role: 'agent' };
const JORIS: DeskAgent = { id: 'agent-2', name: 'Joris', email: 'joris@example.com', role: 'agent' };

const ASK = 'Ik wil graag een medewerker spreken';
const DONE = { kind: 'done' };

describe('the desk', () => {
  let test: TestBot;
  beforeEach(async () => {
    test = await TestBot.open();
  });
  afterEach(() => test.bot.stop());

  const desk = () => test.bot.desk;
  const idOf = async (index = 0) => (await desk().entries())[index]?.conversationId ?? 'missing';
  const settled = async () => {
    await test.bot.idle();
    return test.newMessages();
  };
  /** A customer in conversation `id` who asks for a person. */
  const queueUp = async (id = 'c1') => {
    const customer = { id: `customer-${id}`, name: `Klant ${id}` };
    await test.say(ASK, { conversation: { id }, from: customer });
    test.newMessages(id);
    test.clock.forward({ seconds: 1 });
  };

  /** Somebody is at the desk, so that who asks for a person waits instead of leaving a message. */
  const attend = async () => {
    const { agent } = await signIn(test);
    await desk().present(agent.id);
  };

  it('shows the page that the customer wrote from last, without what stands behind it', async () => {
    const on = (address: unknown, campaign: unknown = null) => ({
      channelData: { page: { address, campaign } },
    });
    await test.say('wifi is traag', on('https://zwaluw.example/wifi'));
    await test.say(ASK, on('https://zwaluw.example/esim?klant=7#x', 'najaar'));
    const page = { address: 'https://zwaluw.example/esim', campaign: 'najaar' };
    expect((await desk().entries())[0]?.page).toEqual(page);
    for (const wrong of ['javascript:alert(1)', 7, '']) {
      await test.say('hallo?', on(wrong));
      expect((await desk().entries())[0]).not.toHaveProperty('page');
    }
    expect(test.logLines.join('')).not.toContain('zwaluw.example/esim');
  });

  it.each(['webchat', 'azure'])(
    'shows who the customer is by the word of our own door alone: %s',
    async (door) => {
      await test.bot.stop();
      test = await TestBot.open({ transport: new RecordingTransport(door) });
      const identity = { id: 'c-1', email: 'anna@example.com' };
      await test.say(ASK, { from: { id: 'customer-1', name: 'Anna', identity } });
      expect((await desk().entries())[0]?.identity).toEqual(door === 'webchat' ? identity : undefined);
    },
  );

  it('shows who waits, since when, for what and why', async () => {
    await test.say(ASK);
    await expect(desk().entries()).resolves.toEqual([
      {
        conversationId: expect.any(String),
        channelId: 'test',
        customerName: 'Anna',
        language: 'nl',
        state: 'waiting',
        replyUntil: null,
        isUnreachable: false,
        teamId: null,
        promise: { dueAt: '2026-03-02T13:00:00.000Z', warnAt: '2026-03-02T12:00:00.000Z', brokenAt: null },
        offer: null,
        reason: 'asked',
        mood: 'calm',
        priority: 'normal',
        awayFrom: null,
        returnedAt: null,
        question: expect.any(String),
        waitingSince: '2026-03-02T09:00:00.000Z',
        holder: null,
        claimedAt: null,
        customerWroteAt: '2026-03-02T09:00:00.000Z',
        lastWord: 'customer',
      },
    ]);
  });

  it('shows that a customer sounds annoyed, until an agent was there', async () => {
    await test.say('mijn goudvis is ziek en ik word er gek van!!');
    await test.say(ASK);
    const [entry] = await desk().entries();
    expect(entry?.mood).toBe('annoyed');
    const id = await idOf();
    await desk().claim(id, SANNE);
    expect((await desk().conversation(id))?.entry.mood).toBe('annoyed');
    await desk().close(id, SANNE);
    expect((await desk().conversation(id))?.entry.mood).toBe('calm');
  });

  it('shows the whole conversation', async () => {
    await test.say('Waarom doet mijn wifi het niet?');
    await test.say(ASK, {
      attachments: [{ contentType: 'image/png', name: 'modem.png', contentUrl: 'https://files.example/1' }],
    });
    const id = await idOf();
    await desk().claim(id, SANNE);
    await desk().reply(id, SANNE, 'Dag *Anna*', 'key-of-reply');
    await settled();
    const shown = await desk().conversation(id);
    const lines = shown?.messages.map((message) => [
      message.from,
      message.tree === null,
      message.text,
      message.delivery,
    ]);
    expect(lines?.at(0)).toEqual(['customer', true, 'Waarom doet mijn wifi het niet?', null]);
    expect(lines).toContainEqual(['customer', true, ASK, null]);
    expect(shown?.messages.flatMap(({ files = [] }) => files)).toEqual([
      { id: null, name: 'modem.png', contentType: 'image/png', bytes: null, url: 'https://files.example/1' },
    ]);
    expect(lines?.filter(([from]) => from === 'bot').every(([, isTyped]) => !isTyped)).toBe(true);
    expect(lines?.at(-1)).toEqual(['agent', true, 'Dag *Anna*', 'sent']);
    await expect(desk().conversation('unknown')).resolves.toBeNull();
  });

  it('lets an agent take over, write, and close', async () => {
    await queueUp();
    const id = await idOf();

    await expect(desk().claim(id, SANNE)).resolves.toEqual(DONE);
    const [joined] = await settled();
    expect(joined?.text).toContain('Sanne');
    expect(joined?.status).toMatchObject({ handoff: 'with-agent', agentName: 'Sanne' });

    await expect(desk().reply(id, SANNE, 'Wat is er <b>mis</b>?', 'key-of-reply')).resolves.toEqual(DONE);
    const [reply] = await settled();
    expect(reply).toMatchObject({
      speaker: { kind: 'agent', name: 'Sanne' },
      text: 'Wat is er \\<b>mis\\</b>?',
      tree: [{ type: 'paragraph', children: [{ type: 'text', value: 'Wat is er <b>mis</b>?' }] }],
    });

    await expect(desk().close(id, SANNE)).resolves.toEqual(DONE);
    const [closed] = await settled();
    expect(closed?.status).toMatchObject({ handoff: 'solved', agentName: null });
    await expect(desk().entries()).resolves.toEqual([]);
  });

  it('sends what an agent writes under their name', async () => {
    await queueUp();
    const id = await idOf();
    await desk().claim(id, SANNE);
    await desk().reply(id, SANNE, 'Dag', 'key-of-reply');
    await test.bot.idle();
    expect(test.transport.sent.at(-1)?.from).toEqual({ id: 'bot-1', name: 'Sanne', role: 'bot' });
  });

  it('keeps the bot silent while an agent has the conversation', async () => {
    await queueUp();
    const id = await idOf();
    await desk().claim(id, SANNE);
    await settled();
    const before = test.transport.sent.length;
    await test.say('Waarom doet mijn wifi het niet?');
    expect(test.transport.sent).toHaveLength(before);
    const shown = await desk().conversation(id);
    expect(shown?.messages.at(-1)).toMatchObject({
      from: 'customer',
      text: 'Waarom doet mijn wifi het niet?',
    });
  });

  it('keeps the bot silent when an agent claims during its turn', async () => {
    await queueUp();
    const id = await idOf();
    test.knowledgeBase.beforeSearch = async () => {
      await desk().claim(id, SANNE);
    };
    await test.say('Waarom doet mijn wifi het eigenlijk niet?');
    const said = (await settled()).map((message) => message.text).join('\n');
    expect(said).toContain('Sanne');
    expect(said).not.toContain('Zet het modem');
    expect(test.knowledgeBase.searched).toHaveLength(1);
  });

  it('begins anew after a person was there', async () => {
    await queueUp();
    const id = await idOf();
    await desk().claim(id, SANNE);
    await desk().close(id, SANNE);
    await settled();
    await test.say('Waarom doet mijn wifi het niet?');
    expect((await settled()).map((message) => message.text).join('\n')).toContain('Zet het modem');
    await expect(desk().entries()).resolves.toEqual([]);
  });

  it('gives a conversation back to the bot', async () => {
    await queueUp();
    const id = await idOf();
    await desk().claim(id, SANNE);
    await settled();
    await expect(desk().giveBack(id, SANNE)).resolves.toEqual(DONE);
    const [givenBack] = await settled();
    expect(givenBack?.status).toMatchObject({ handoff: 'with-bot' });
    await test.say('Waarom doet mijn wifi het niet?');
    expect((await settled()).map((message) => message.text).join('\n')).toContain('Zet het modem');
  });

  it('lets one of two win who claim at once', async () => {
    await queueUp();
    const id = await idOf();
    const outcomes = await Promise.all([desk().claim(id, SANNE), desk().claim(id, JORIS)]);
    expect(outcomes).toEqual([DONE, { kind: 'conflict', state: 'with-agent', agentName: 'Sanne' }]);
    expect(await settled()).toHaveLength(1);
  });

  it('takes a second claim of the same agent as done', async () => {
    await queueUp();
    const id = await idOf();
    await desk().claim(id, SANNE);
    await expect(desk().claim(id, SANNE)).resolves.toEqual(DONE);
    expect(await settled()).toHaveLength(1);
  });

  it('lets nobody but the agent who has it act on a conversation', async () => {
    await queueUp();
    const id = await idOf();
    const waiting = { kind: 'conflict', state: 'waiting', agentName: null };
    await expect(desk().reply(id, SANNE, 'Dag', 'key-of-reply')).resolves.toEqual(waiting);
    await expect(desk().close(id, SANNE)).resolves.toEqual(waiting);
    await desk().claim(id, SANNE);
    const taken = { kind: 'conflict', state: 'with-agent', agentName: 'Sanne' };
    await expect(desk().reply(id, JORIS, 'Dag', 'key-of-reply')).resolves.toEqual(taken);
    await expect(desk().giveBack(id, JORIS)).resolves.toEqual(taken);
    await expect(desk().close('unknown', JORIS)).resolves.toEqual({ kind: 'unknown-conversation' });
    expect(await settled()).toHaveLength(1);
  });

  describe('and a reply that comes again', () => {
    const KEY = 'key-of-reply';
    let id: string;
    beforeEach(async () => {
      await queueUp();
      id = await idOf();
      await desk().claim(id, SANNE);
      await settled();
    });
    const texts = async () => (await settled()).map((message) => message.text);

    it('says it once, one after the other and at the same time', async () => {
      await expect(desk().reply(id, SANNE, 'Dag', KEY)).resolves.toEqual(DONE);
      await expect(desk().reply(id, SANNE, ' Dag ', KEY)).resolves.toEqual(DONE);
      const twice = ['another-key', 'another-key'].map((key) => desk().reply(id, SANNE, 'Hallo', key));
      await expect(Promise.all(twice)).resolves.toEqual([DONE, DONE]);
      await expect(texts()).resolves.toEqual(['Dag', 'Hallo']);
    });

    it('takes the same words under another key as another reply', async () => {
      for (const key of ['key-number-1', 'key-number-2']) await desk().reply(id, SANNE, 'Dag', key);
      await expect(texts()).resolves.toEqual(['Dag', 'Dag']);
    });

    it('refuses other words under a key that was used', async () => {
      await desk().reply(id, SANNE, 'Dag', KEY);
      await expect(desk().reply(id, SANNE, 'Iets anders', KEY)).resolves.toEqual({ kind: 'key-used' });
      await expect(texts()).resolves.toEqual(['Dag']);
    });

    it('takes it as said after the conversation was closed, given back or claimed by a colleague', async () => {
      await desk().reply(id, SANNE, 'Dag', KEY);
      await desk().close(id, SANNE);
      await expect(desk().reply(id, SANNE, 'Dag', KEY)).resolves.toEqual(DONE);
      await test.say(ASK);
      await desk().claim(id, JORIS);
      await expect(desk().reply(id, SANNE, 'Dag', KEY)).resolves.toEqual(DONE);
      expect((await texts()).filter((text) => text === 'Dag')).toHaveLength(1);
      await expect(desk().reply(id, SANNE, 'Nieuw', 'another-key')).resolves.toMatchObject({
        kind: 'conflict',
      });
    });

    it('keeps keys apart by agent and by conversation', async () => {
      await queueUp('c2');
      const other = await idOf();
      await desk().claim(other, SANNE);
      await desk().reply(id, SANNE, 'Dag', KEY);
      await expect(desk().reply(other, SANNE, 'Goedemorgen', KEY)).resolves.toEqual(DONE);
      await desk().giveBack(id, SANNE);
      await test.say(ASK);
      await desk().claim(id, JORIS);
      await expect(desk().reply(id, JORIS, 'Hallo', KEY)).resolves.toEqual(DONE);
    });

    it('sends a reply under its key that was refused before', async () => {
      await desk().giveBack(id, SANNE);
      await expect(desk().reply(id, SANNE, 'Dag', KEY)).resolves.toMatchObject({ kind: 'conflict' });
      await test.say(ASK);
      await desk().claim(id, SANNE);
      await expect(desk().reply(id, SANNE, 'Dag', KEY)).resolves.toEqual(DONE);
      expect((await texts()).filter((text) => text === 'Dag')).toHaveLength(1);
    });

    it('lets the store itself hold no two of them', async () => {
      await desk().reply(id, SANNE, 'Dag', KEY);
      const again = `insert into messages select 'another', conversationId, sequence + 100, direction, speakerKind,
        speakerName, agentId, text, message, activityId, turnId, status, attempts, nextAttemptAt, lastError, createdAt,
        handledAt, sentAt, saidAt, sentIds, arrivals, uncertainUntil, problem, collapseKey, replacesId, replyKey
        from messages where replyKey = '${KEY}'`;
      expect(() => test.database.exec(again)).toThrow('UNIQUE constraint failed');
    });
  });

  it('keeps the name of an agent whose account was removed on what they said', async () => {
    const { accounts } = test.bot;
    const password = 'een zin van woorden';
    const join = async (token: string, name: string) =>
      (await accounts.accept(token, { name, email: `${name}@example.com`, password })).agent;
    const noor = await join((await accounts.firstInvitation()) ?? '', 'Noor');
    const tijs = await join((await accounts.invite('agent', noor)).token, 'Tijs');
    await queueUp();
    const id = await idOf();
    await desk().claim(id, tijs);
    await desk().reply(id, tijs, 'Dag', 'key-of-reply');
    await settled();
    await accounts.remove(tijs.id, noor);
    const shown = await desk().conversation(id);
    expect(shown?.entry).toMatchObject({ state: 'waiting', holder: null });
    const said = shown?.messages.filter(({ from }) => from === 'agent');
    expect(said).toMatchObject([{ name: 'Tijs', text: 'Dag' }]);
    expect(test.logLines.join('\n')).toContain('An account of the desk was removed.');
  });

  it('tells listeners what changed until they stop', async () => {
    const changed: string[] = [];
    const stop = desk().onChange((id) => changed.push(id));
    await queueUp();
    const id = await idOf();
    expect(new Set(changed)).toEqual(new Set([id]));
    changed.length = 0;
    await desk().claim(id, SANNE);
    expect(changed).toEqual([id]);
    stop();
    await settled();
    changed.length = 0;
    await desk().close(id, SANNE);
    expect(changed).toEqual([]);
  });

  it('says nothing of conversations that only the bot has', async () => {
    const changed: string[] = [];
    desk().onChange((id) => changed.push(id));
    await test.say('Waarom doet mijn wifi het niet?');
    expect(changed).toEqual([]);
  });

  it('shows how far a message came', async () => {
    await queueUp();
    const id = await idOf();
    await desk().claim(id, SANNE);
    await settled();
    test.transport.failNext(1);
    await desk().reply(id, SANNE, 'Dag', 'key-of-reply');
    await test.bot.idle();
    const delivery = async () => (await desk().conversation(id))?.messages.at(-1)?.delivery;
    await expect(delivery()).resolves.toBe('queued');
    test.clock.forward({ seconds: 2 });
    await test.bot.runDueTimers();
    await expect(delivery()).resolves.toBe('sent');
  });

  describe('and its queue', () => {
    const placesTold = (id: string) =>
      test
        .newMessages(id)
        .map((message) => message.status?.queuePosition ?? null)
        .filter((place) => place !== null);

    it('is served in the order of asking', async () => {
      for (const id of ['c1', 'c2', 'c3']) await queueUp(id);
      const names = (await desk().entries()).map((entry) => entry.customerName);
      expect(names).toEqual(['Klant c1', 'Klant c2', 'Klant c3']);
      await test.say('Ik wacht nog steeds op een medewerker', { conversation: { id: 'c1' } });
      expect(await idOf()).toBe((await desk().entries())[0]?.conversationId);
      expect((await desk().entries())[0]?.waitingSince).toBe('2026-03-02T09:00:00.000Z');
    });

    it('tells those behind that they moved up, at most once a minute', async () => {
      for (const id of ['c1', 'c2', 'c3', 'c4']) await queueUp(id);
      test.clock.forward({ minutes: 2 });
      await desk().claim(await idOf(), SANNE);
      await test.bot.idle();
      expect(['c2', 'c3', 'c4'].map(placesTold)).toEqual([[1], [2], [3]]);
      await desk().claim(await idOf(), SANNE);
      await desk().claim(await idOf(), SANNE);
      await test.bot.idle();
      expect(placesTold('c4')).toEqual([]);
      test.clock.forward({ minutes: 1 });
      await test.bot.runDueTimers();
      expect(placesTold('c4')).toEqual([1]);
    });

    it('says nothing to those in front', async () => {
      for (const id of ['c1', 'c2']) await queueUp(id);
      test.clock.forward({ minutes: 2 });
      await desk().claim(await idOf(1), SANNE);
      await test.bot.idle();
      expect(placesTold('c1')).toEqual([]);
    });

    it('lets a customer go who has changed their mind', async () => {
      for (const id of ['c1', 'c2']) await queueUp(id);
      test.clock.forward({ minutes: 2 });
      await test.say('Annuleren', { value: { action: 'cancel-request' } });
      await test.bot.idle();
      expect((await desk().entries()).map((entry) => entry.customerName)).toEqual(['Klant c2']);
      expect(placesTold('c2')).toEqual([1]);
    });

    it('tells a customer when nobody was free in time', async () => {
      await attend();
      await queueUp();
      test.clock.forward({ minutes: 29 });
      await test.bot.runDueTimers();
      expect(await settled()).toEqual([]);
      test.clock.forward({ minutes: 1 });
      await test.bot.runDueTimers();
      const [expired] = await settled();
      expect(expired?.status).toMatchObject({ handoff: 'expired', queuePosition: null });
      expect((await desk().entries()).map(({ missed }) => missed)).toEqual(['request']);
    });

    it('keeps the place of a customer who goes on waiting', async () => {
      await attend();
      await queueUp('c1');
      test.clock.forward({ minutes: 20 });
      await queueUp('c2');
      test.clock.forward({ minutes: 10 });
      await test.bot.runDueTimers();
      await test.say('Blijven wachten', { value: { action: 'request-person' } });
      expect((await desk().entries()).map((entry) => entry.waitingSince)).toEqual([
        '2026-03-02T09:00:00.000Z',
        '2026-03-02T09:20:01.000Z',
      ]);
    });

    it('lets nobody expire who was claimed', async () => {
      await queueUp();
      await desk().present(SANNE.id);
      await desk().claim(await idOf(), SANNE);
      test.clock.forward({ days: 1 });
      await test.bot.runDueTimers();
      expect((await desk().entries()).map((entry) => entry.state)).toEqual(['with-agent']);
    });
  });
});
