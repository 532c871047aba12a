import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DeskAgent } from '../../../../bot/contracts/desk.js';
import { temporaryFolder } from '../../../support/temporary-folder.js';
import { signIn } from '../support/sign-in.js';
import { TestBot } from '../support/test-bot.js';

const SANNE: DeskAgent = { id: 'agent-1', name: 'Sanne', email: 'sanne@example.com', role: 'agent' };
const JORIS: DeskAgent = { id: 'agent-2', name: 'Joris', email: 'joris@example.com', role: 'agent' };
const NOOR: DeskAgent = { id: 'admin-1', name: 'Noor', email: 'noor@example.com', role: 'administrator' };

const ASK = 'Ik wil graag een medewerker spreken';
const DONE = { kind: 'done' };

let test: TestBot;
beforeEach(async () => {
  test = await TestBot.open();
});
afterEach(() => test.bot.stop());

const desk = () => test.bot.desk;

/** A customer who asks for a person; gives the id of their conversation. */
async function queueUp(name: string, text = ASK): Promise<string> {
  await test.say(text, { conversation: { id: name }, from: { id: `customer-${name}`, name } });
  test.newMessages(name);
  test.clock.forward({ seconds: 1 });
  const entries = await desk().entries();
  return entries.find((entry) => entry.customerName === name)?.conversationId ?? 'missing';
}

async function helped(name: string, by: DeskAgent, text = ASK): Promise<string> {
  const id = await queueUp(name, text);
  await desk().present(by.id);
  await desk().claim(id, by);
  await test.bot.idle();
  test.newMessages(name);
  return id;
}

const standing = async () =>
  (await desk().entries()).map((entry) => [entry.customerName, entry.state, entry.holder?.name ?? null]);
const pass = async (time: { minutes?: number; seconds?: number }) => {
  test.clock.forward(time);
  await test.bot.runDueTimers();
};

describe('an agent who signed out', () => {
  it('leaves their customers first in line, who are told so and keep what was said', async () => {
    await signIn(test);
    const id = await helped('a', SANNE);
    await desk().reply(id, SANNE, 'Ik kijk het na.', 'key-0001');
    const other = await helped('other', JORIS);
    await queueUp('b', 'Ik wil een klacht indienen over de monteur');
    await queueUp('c');
    await test.bot.idle();
    test.newMessages('a');

    await desk().signedOut(SANNE.id);
    await test.bot.idle();
    expect(await standing()).toEqual([
      ['a', 'waiting', null],
      ['b', 'waiting', null],
      ['c', 'waiting', null],
      ['other', 'with-agent', 'Joris'],
    ]);
    const [told, ...more] = test.newMessages('a');
    expect(more).toEqual([]);
    expect(told?.text).toBe(
      'Sanne moest weg. U bent als eerste aan de beurt. Een collega neemt het over en leest het hele gesprek. U hoeft dus niets te herhalen.',
    );
    expect(told?.status).toEqual({ handoff: 'waiting', agentName: null, queuePosition: 1 });
    expect(test.newMessages('other')).toEqual([]);
    expect((await desk().conversation(other))?.entry.holder?.name).toBe('Joris');

    const shown = await desk().conversation(id);
    expect(shown?.messages.map((message) => message.text)).toContain('Ik kijk het na.');
    expect(shown?.entry.returnedAt).not.toBeNull();
    await expect(desk().reply(id, SANNE, 'Nog iets', 'key-0002')).resolves.toEqual({
      kind: 'conflict',
      state: 'waiting',
      agentName: null,
    });

    await expect(desk().claim(id, JORIS)).resolves.toEqual(DONE);
    await test.bot.idle();
    expect(test.newMessages('a').at(-1)?.text).toContain('Joris');
  });

  it('stays as long as another session of theirs goes on', async () => {
    const { accounts } = test.bot;
    const password = 'een lange zin';
    const first = await accounts.accept((await accounts.firstInvitation()) ?? '', { ...NOOR, password });
    const second = await accounts.signIn(NOOR.email, password);
    const noor = first.agent;
    await helped('a', noor);
    await accounts.signOut(first.token);
    await desk().signedOut(noor.id);
    expect(await standing()).toEqual([['a', 'with-agent', 'Noor']]);
    await accounts.signOut(second?.token ?? '');
    await desk().signedOut(noor.id);
    expect(await standing()).toEqual([['a', 'waiting', null]]);
  });

  it('is told of in English to somebody who speaks it', async () => {
    await signIn(test);
    await helped('a', SANNE, 'I would like to talk to a person please');
    await desk().signedOut(SANNE.id);
    await test.bot.idle();
    expect(test.newMessages('a').at(-1)?.text).toBe(
      'Sanne had to leave. You are next in line. A colleague will take over and can read this whole chat, so you do not have to repeat anything.',
    );
  });

  it('leaves customers to nobody where they were the last, and says so', async () => {
    await helped('a', SANNE, 'I would like to talk to a person please');
    await desk().signedOut(SANNE.id);
    await test.bot.idle();
    const said = test.newMessages('a').at(-1)?.text;
    expect(said).toMatch(/nobody else of our staff is here.*You are next in line/);
    expect(said).not.toContain('colleague');
  });

  it('leaves several customers in the order in which they asked, each with a place of their own', async () => {
    for (const name of ['a', 'b']) await helped(name, SANNE);
    await queueUp('c');
    await desk().signedOut(SANNE.id);
    await test.bot.idle();
    const places = ['a', 'b'].map((name) => test.newMessages(name).at(-1)?.status?.queuePosition);
    expect(places).toEqual([1, 2]);
    await pass({ minutes: 1 });
    expect(test.newMessages('c').map((message) => message.status?.queuePosition)).toEqual([3]);
  });

  it('leaves customers whose wait begins anew, and who are told once more that words are kept', async () => {
    const goOn = (text: string) =>
      test.say(text, { conversation: { id: 'a' }, from: { id: 'customer-a', name: 'a' } });
    const { agent } = await signIn(test);
    await desk().present(agent.id);
    const id = await queueUp('a');
    await goOn('hallo?');
    await desk().present(SANNE.id);
    await desk().claim(id, SANNE);
    await pass({ minutes: 40 });
    await desk().signedOut(SANNE.id);
    await test.bot.idle();
    test.newMessages('a');
    await goOn('Hallo?');
    expect(test.newMessages('a').map((message) => message.text)).toEqual([
      expect.stringContaining('de medewerker leest dit straks ook'),
    ]);
    await pass({ minutes: 29 });
    expect((await standing())[0]).toEqual(['a', 'waiting', null]);
    await pass({ minutes: 1 });
    expect(await standing()).toEqual([['a', 'expired', null]]);
  });

  it('touches nothing that somebody answers in the inbox of a channel', async () => {
    await queueUp('a');
    await pass({ minutes: 1 });
    const at = test.clock.now().toISOString();
    await test.bot.takeEvent({
      kind: 'answered-elsewhere',
      of: { channelId: 'test', conversationId: 'a' },
      door: 'test',
      from: { id: 'customer-a' },
      recipient: { id: 'bot-1' },
      place: 'Meta Business Suite',
      activityId: 'x',
      text: 'Dag',
      at,
    });
    const [entry] = await desk().entries();
    expect(entry?.holder).toEqual({ kind: 'elsewhere', name: 'Meta Business Suite' });
    // Neither the name nor an empty id stands for anybody at the desk.
    for (const nobody of ['Meta Business Suite', '']) {
      await desk().signedOut(nobody);
      await desk().left(nobody);
    }
    await pass({ minutes: 10 });
    expect(await standing()).toEqual([['a', 'with-agent', 'Meta Business Suite']]);
    const taken = await desk().takeOver(entry?.conversationId ?? '', NOOR, 'Meta Business Suite');
    expect(taken).toMatchObject({ kind: 'conflict', agentName: 'Meta Business Suite' });
  });
});

describe('an agent without a connection', () => {
  it('has DESK_AWAY_MINUTES to come back', async () => {
    await helped('a', SANNE);
    await desk().left(SANNE.id);
    await pass({ minutes: 1, seconds: 59 });
    expect(await standing()).toEqual([['a', 'with-agent', 'Sanne']]);
    await pass({ seconds: 1 });
    expect(await standing()).toEqual([['a', 'waiting', null]]);
    expect(test.newMessages('a').at(-1)?.text).toContain('Sanne moest weg');
  });

  it('keeps everything when the page is only loaded again', async () => {
    await helped('a', SANNE);
    await desk().left(SANNE.id);
    await pass({ seconds: 3 });
    await desk().present(SANNE.id);
    await pass({ minutes: 60 });
    expect(await standing()).toEqual([['a', 'with-agent', 'Sanne']]);
    expect(test.newMessages('a')).toEqual([]);
    expect((await desk().entries())[0]?.awayFrom).toBeNull();
  });

  it('loses nothing that they ended before', async () => {
    const id = await helped('a', SANNE);
    await desk().left(SANNE.id);
    await desk().close(id, SANNE);
    await test.bot.idle();
    test.newMessages('a');
    await pass({ minutes: 5 });
    expect(test.newMessages('a')).toEqual([]);
  });

  it('has the whole time again after a restart of the server, and is away after it', async () => {
    const path = `${temporaryFolder()}/conversations.sqlite`;
    const { clock } = test;
    await test.bot.stop();
    test = await TestBot.open({ path, clock });
    await helped('a', SANNE);
    await helped('b', JORIS);
    await test.bot.stop();
    clock.forward({ minutes: 60 });
    test = await TestBot.open({ path, clock });
    await desk().present(JORIS.id);
    await pass({ minutes: 1, seconds: 59 });
    expect((await standing()).map(([, state]) => state)).toEqual(['with-agent', 'with-agent']);
    await pass({ seconds: 1 });
    expect(await standing()).toEqual([
      ['a', 'waiting', null],
      ['b', 'with-agent', 'Joris'],
    ]);
  });
});

describe('an agent who takes a conversation without an open page', () => {
  it('has as much time to open one as an agent whose connection is gone', async () => {
    const id = await queueUp('a');
    // The page was closed while the claim was on its way.
    await Promise.all([desk().left(SANNE.id), desk().claim(id, SANNE)]);
    await pass({ minutes: 1, seconds: 59 });
    expect(await standing()).toEqual([['a', 'with-agent', 'Sanne']]);
    await pass({ seconds: 1 });
    expect(await standing()).toEqual([['a', 'waiting', null]]);
  });

  it('keeps that time when the agent they took it from comes back at the same moment', async () => {
    const id = await helped('a', SANNE);
    await desk().left(SANNE.id);
    await Promise.all([desk().present(SANNE.id), desk().takeOver(id, NOOR, SANNE.id)]);
    await pass({ minutes: 2 });
    expect(await standing()).toEqual([['a', 'waiting', null]]);
  });

  it('keeps it when the page comes', async () => {
    const id = await queueUp('a');
    await desk().claim(id, SANNE);
    await desk().present(SANNE.id);
    await pass({ minutes: 60 });
    expect(await standing()).toEqual([['a', 'with-agent', 'Sanne']]);
  });

  it('loses it also when they signed out while they claimed it, or took it over', async () => {
    const noor = (await signIn(test)).agent;
    const id = await queueUp('a');
    await desk().signedOut(SANNE.id);
    await desk().claim(id, SANNE);
    await desk().takeOver(id, noor, SANNE.id);
    await pass({ minutes: 2 });
    expect(await standing()).toEqual([['a', 'waiting', null]]);
  });
});

describe('taking over', () => {
  it('is for anybody where the agent is away, and names the new agent to everybody', async () => {
    const id = await helped('a', SANNE);
    const taken = { kind: 'conflict', state: 'with-agent', agentName: 'Sanne' };
    await expect(desk().takeOver(id, JORIS, SANNE.id)).resolves.toEqual(taken);
    await desk().left(SANNE.id);
    // A page that is only loaded again is back by then.
    await expect(desk().takeOver(id, JORIS, SANNE.id)).resolves.toEqual(taken);
    test.clock.forward({ seconds: 20 });
    expect((await desk().entries())[0]?.awayFrom).toBe(test.clock.now().toISOString());
    await desk().present(JORIS.id);
    await expect(desk().takeOver(id, JORIS, SANNE.id)).resolves.toEqual(DONE);
    await test.bot.idle();
    const [told] = test.newMessages('a');
    expect(told?.text).toBe(
      'Joris helpt u nu verder en leest het hele gesprek. U hoeft dus niets te herhalen.',
    );
    expect(told?.status).toEqual({ handoff: 'with-agent', agentName: 'Joris', queuePosition: null });
    await expect(desk().reply(id, SANNE, 'Dag', 'key-0003')).resolves.toEqual({
      ...taken,
      agentName: 'Joris',
    });
    await expect(desk().reply(id, JORIS, 'Dag', 'key-0004')).resolves.toEqual(DONE);
    // What waited for Sanne waits no longer.
    await pass({ minutes: 10 });
    expect(await standing()).toEqual([['a', 'with-agent', 'Joris']]);
  });

  it('is for an administrator from anybody, as long as nobody else was faster', async () => {
    const id = await helped('a', SANNE);
    await expect(desk().takeOver(id, NOOR, SANNE.id)).resolves.toEqual(DONE);
    const late = { ...NOOR, id: 'admin-2', name: 'Olga' };
    await expect(desk().takeOver(id, late, SANNE.id)).resolves.toEqual({
      kind: 'conflict',
      state: 'with-agent',
      agentName: 'Noor',
    });
    await expect(desk().takeOver(id, NOOR, SANNE.id)).resolves.toEqual(DONE);
    await test.bot.idle();
    expect(test.newMessages('a')).toHaveLength(1);
  });

  it('claims what is back in the queue, and touches nothing that has ended', async () => {
    const id = await helped('a', SANNE);
    await desk().signedOut(SANNE.id);
    await expect(desk().takeOver(id, JORIS, SANNE.id)).resolves.toEqual(DONE);
    await desk().close(id, JORIS);
    await expect(desk().takeOver(id, NOOR, JORIS.id)).resolves.toMatchObject({
      kind: 'conflict',
      state: 'solved',
    });
    await expect(desk().takeOver('unknown', NOOR, JORIS.id)).resolves.toEqual({
      kind: 'unknown-conversation',
    });
  });
});
