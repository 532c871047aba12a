import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DeskAgent } from '../../../bot/contracts/desk.js';
import { CodedError } from '../../../index/platform/errors.js';
import { customerSays } from './support/samples.js';
import { SetClock } from './support/set-clock.js';
import { TestBot, type TestBotOptions } from './support/test-bot.js';

const SANNE: DeskAgent = { id: 'agent-1', name: 'Sanne', email: 'sanne@example.com', role: 'agent' };
const WIFI = 'Waarom doet mijn wifi het niet?';

describe('a restart', () => {
  let folder: string;
  let clock: SetClock;
  let running: TestBot[];

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'bot-'));
    clock = new SetClock();
    running = [];
  });
  afterEach(async () => {
    for (const test of running) await test.bot.stop();
    rmSync(folder, { recursive: true });
  });

  /** Opens the same store again; whatever had it before is as good as killed. */
  const open = async (options: TestBotOptions = {}) => {
    const test = await TestBot.open({ path: join(folder, 'store.sqlite'), clock, ...options });
    running.push(test);
    // What a start deletes by date comes to its end: where both programs are one process, the next one cannot wait for it.
    await test.bot.deleteExpired();
    return test;
  };

  it('answers a message that was confirmed but not handed on', async () => {
    const first = await open();
    const activity = { ...customerSays(WIFI), id: 'a1' };
    const chatId = activity.conversation?.id ?? '';
    const userId = activity.from?.id ?? '';
    await first.bot.webchatStore.start({ id: chatId, userId, startedAt: clock.now().toISOString() });
    await first.bot.webchatStore.append(chatId, {
      ...activity,
      from: { ...activity.from, id: userId, role: 'user' },
    });
    first.database.close();

    const second = await open();
    await second.bot.idle();
    expect(second.newTexts().join('\n')).toContain('Zet het modem');
    const third = await open();
    await third.bot.idle();
    expect(third.newTexts()).toEqual([]);
  });

  it('answers a message that was being handled when the program died', async () => {
    const first = await open();
    let release = () => {};
    const search = new Promise<void>((resolve) => {
      release = resolve;
    });
    const isSearching = new Promise<void>((resolve) => {
      first.knowledgeBase.beforeSearch = async () => {
        resolve();
        await search;
        throw new Error('dead');
      };
    });
    const said = first.say(WIFI, { id: 'a1' });
    await isSearching;

    const second = await open();
    await second.bot.idle();
    expect(second.newTexts().join('\n')).toContain('Zet het modem');
    expect(second.transport.messages.every((activity) => activity.replyToId === undefined)).toBe(true);
    await second.say(WIFI, { id: 'a1' });
    expect(second.newTexts()).toEqual([]);
    first.database.close();
    release();
    await said;
  });

  it('answers what was left because the model was over, without an apology before', async () => {
    const first = await open();
    first.knowledgeBase.beforeSearch = async () => {
      throw new CodedError('EMBEDDER_ENDED', 'its thread ended', {});
    };
    await first.say(WIFI);
    await first.bot.runDueTimers();
    expect(first.newTexts()).toEqual([]);
    first.database.close();
    const second = await open();
    await second.bot.idle();
    expect(second.newTexts().join('\n')).toContain('Zet het modem');
    expect(second.decisions()).not.toContain('apologise');
  });

  it('sends what was not sent', async () => {
    const first = await open();
    first.transport.failNext(1);
    await first.say(WIFI);
    expect(first.transport.messages).toEqual([]);
    clock.forward({ minutes: 1 });
    const second = await open();
    await second.bot.idle();
    await second.bot.runDueTimers();
    expect(second.newTexts().join('\n')).toContain('Zet het modem');
    expect(second.rows("select status from messages where direction = 'out'")).not.toContainEqual({
      status: 'queued',
    });
  });

  it('gives a message up that brings the program down each time', async () => {
    for (let start = 0; start < 4; start++) {
      const test = await open({ isStarted: false });
      if (start === 0) {
        await test.say(WIFI);
        test.database.exec(
          "update messages set status = 'received', handledAt = null where direction = 'in'",
        );
      } else {
        test.database.exec("update messages set attempts = attempts + 1 where direction = 'in'");
      }
    }
    const last = await open();
    await last.bot.idle();
    expect(last.decisions().at(-1)).toBe('apologise');
    expect(last.rows("select status from messages where direction = 'in'")).toEqual([{ status: 'handled' }]);
  });

  it('loses nobody who waits and no agent who is busy', async () => {
    const first = await open();
    for (const id of ['c1', 'c2']) {
      await first.say('Ik wil graag een medewerker spreken', { conversation: { id } });
      clock.forward({ seconds: 1 });
    }
    const [claimed] = await first.bot.desk.entries();
    await first.bot.desk.present(SANNE.id);
    await first.bot.desk.claim(claimed?.conversationId ?? '', SANNE);
    await first.bot.idle();
    const before = await first.bot.desk.entries();

    const second = await open();
    // Nobody is connected to a server that has just started; the agent's page comes back by itself.
    await second.bot.desk.present('agent-1');
    await expect(second.bot.desk.entries()).resolves.toEqual(before);
    await second.say('Bent u daar nog?', { conversation: { id: 'c1' } });
    expect(second.newTexts('c1')).toEqual([]);
    clock.forward({ minutes: 4 * 60 });
    await second.bot.runDueTimers();
    expect((await second.bot.desk.entries()).map((entry) => entry.state)).toEqual(['waiting', 'with-agent']);
    expect(second.newTexts('c2').at(-1)).toContain('niet gelukt u op tijd te antwoorden');
  });

  it('keeps what was asked before', async () => {
    const first = await open();
    await first.say(WIFI);
    await first.bot.stop();
    const second = await open();
    const [row] = second.rows('select turnState from conversations');
    expect(JSON.parse(String(row?.turnState))).toMatchObject({ hasGreeted: true, question: WIFI });
  });
});

describe('personal data', () => {
  it('is gone after its date, from the file as well', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'bot-'));
    const clock = new SetClock();
    const test = await TestBot.open({ path: join(folder, 'store.sqlite'), clock });
    const anna = { id: 'customer-kanarie', name: 'Annabel Kanarie' };
    const activity = { type: 'message', id: 'a1', text: 'kanarie op de wifi' };
    await test.bot.webchatStore.start({ id: 'c1', userId: anna.id, startedAt: clock.now().toISOString() });
    await test.bot.webchatStore.append('c1', activity);
    await test.say('Mijn kanarie zit op de wifi, hoe kan dat?', { from: anna });
    const turnId = test.rows('select id from turns')[0]?.id;
    await test.say('Ja', { from: anna, value: { action: 'feedback', turnId, isHelpful: false } });
    await test.say('Ik wil graag een medewerker spreken', { from: anna });
    const content = () =>
      readdirSync(folder)
        .map((name) => readFileSync(join(folder, name), 'latin1'))
        .join('');
    expect(content()).toMatch(/kanarie/i);

    clock.forward({ days: 89 });
    await expect(test.bot.deleteExpired()).resolves.toBe(0);
    clock.forward({ days: 2 });
    await expect(test.bot.deleteExpired()).resolves.toBe(1);

    for (const table of ['conversations', 'messages', 'turns', 'handoffs', 'timers', 'webchat_activities']) {
      expect(test.rows(`select * from ${table}`)).toEqual([]);
    }
    expect(test.rows('select conversationId, itemId, isHelpful from feedback')).toEqual([
      { conversationId: null, itemId: 'test:wifi', isHelpful: 0 },
    ]);
    expect(content()).not.toMatch(/kanarie/i);
    await test.bot.stop();
    rmSync(folder, { recursive: true });
  });
});
