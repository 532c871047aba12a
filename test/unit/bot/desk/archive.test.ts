import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DeskAgent } from '../../../../bot/contracts/desk.js';
import type { FoundPage } from '../../../../bot/contracts/tools/desk-archive.js';
import { fc, runs } from '../../../support/properties.js';
import { TestBot } from '../support/test-bot.js';

const PERSON = 'Ik wil graag een medewerker spreken';

describe('what was said before', () => {
  let folder: string;
  let test: TestBot;
  let noor: DeskAgent;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'archive-'));
    test = await TestBot.open({ path: join(folder, 'store.sqlite') });
    noor = await signUp('Noor');
  });
  afterEach(async () => {
    await test.bot.stop();
    rmSync(folder, { recursive: true });
  });

  const archive = () => test.bot.deskTools.archive;
  const search = (words: string, more = {}) => archive().search({ words, ...more });
  const texts = ({ found }: FoundPage) =>
    found.map(({ lines }) => lines.map(({ pieces }) => pieces.map(({ text }) => text).join('')));

  async function signUp(name: string): Promise<DeskAgent> {
    const token = (await test.bot.accounts.firstInvitation()) ?? '';
    const account = { name, email: `${name}@example.com`, password: 'een zin van woorden' };
    return (await test.bot.accounts.accept(token, account)).agent;
  }

  /** A customer asks for a person, says something, and is helped by Noor. */
  async function helped(conversation: string, text: string, more = {}): Promise<string> {
    const said = { conversation: { id: conversation }, ...more };
    await test.say(PERSON, said);
    await test.say(text, said);
    const id = (await test.bot.desk.entries()).at(-1)?.conversationId ?? '';
    await test.bot.desk.claim(id, noor);
    await test.bot.desk.reply(id, noor, 'Dat is nu geregeld.', `key-of-${conversation}`);
    await test.bot.desk.close(id, noor);
    test.clock.forward({ minutes: 5 });
    return id;
  }

  describe('of one customer', () => {
    it('is told over hand-offs and conversations, the newest first, and of nobody else', async () => {
      const first = await helped('c1', 'Mijn modem piept');
      await helped('c1', 'En nu rookt het');
      const other = await helped('c2', 'Ook hier', { from: { id: 'customer-2', name: 'Bea' } });
      const newest = await helped('c3', 'Ik ben het weer');
      const history = (await archive().history(first)) ?? [];
      expect(history.map((contact) => contact.conversationId)).toEqual([newest, first, first]);
      expect(history[0]).toMatchObject({ state: 'solved', reason: 'asked', holderName: 'Noor' });
      expect(history[0]?.endedAt).not.toBeNull();
      expect((await archive().history(other))?.map((contact) => contact.conversationId)).toEqual([other]);
    });

    it('holds what the bot alone had', async () => {
      await test.say('Hoe zet ik de wifi aan?');
      const id = String(test.rows('select id from conversations')[0]?.id);
      await expect(archive().history(id)).resolves.toMatchObject([
        { conversationId: id, reason: null, state: 'with-bot', holderName: null, endedAt: null },
      ]);
    });

    it('is null where there is no such conversation', async () => {
      await expect(archive().history('nobody')).resolves.toBeNull();
    });
  });

  describe('is found by its words', () => {
    it('whatever their accents and case, by their beginning, with the matches marked', async () => {
      const id = await helped('c1', 'De Coördinatie van mijn INSTALLATIE is café-achtig');
      const page = await search('coordinatie installa');
      expect(page).toMatchObject({
        found: [{ conversationId: id, state: 'solved', holderName: 'Noor' }],
        next: null,
      });
      expect(
        page.found[0]?.lines[0]?.pieces.filter(({ isMatch }) => isMatch).map(({ text }) => text),
      ).toEqual(['Coördinatie', 'INSTALLATIE']);
      expect(texts(await search('CAFÉ'))).toEqual([['De Coördinatie van mijn INSTALLATIE is café-achtig']]);
    });

    it('only where every word stands in one message', async () => {
      await helped('c1', 'Mijn modem piept');
      await expect(search('modem rookt')).resolves.toEqual({ found: [], next: null });
      expect((await search('modem piept')).found).toHaveLength(1);
    });

    it('by the names of customers and agents, and not by that of the bot', async () => {
      await helped('c1', 'Mijn modem piept');
      expect((await search('anna')).found).toHaveLength(1);
      expect((await search('noor geregeld')).found).toHaveLength(1);
      // The bot says its name once, and has it on every line.
      expect(texts(await search('Zwaluw-assistent')).flat()).toHaveLength(1);
    });

    it('by channel, language, time, agent and whether it is over', async () => {
      const id = await helped('c1', 'Mijn modem piept');
      const later = test.clock.now().toISOString();
      await test.say(PERSON, { conversation: { id: 'c9' } });
      await test.say('Ook mijn modem piept', { conversation: { id: 'c9' } });
      expect((await search('modem')).found).toHaveLength(2);
      const found = async (more: object) =>
        (await search('modem', more)).found.map((hit) => hit.conversationId);
      await expect(found({ isEnded: true })).resolves.toEqual([id]);
      await expect(found({ agentId: noor.id })).resolves.toEqual([id]);
      await expect(found({ until: later })).resolves.toEqual([id]);
      await expect(found({ from: later })).resolves.not.toContain(id);
      await expect(found({ from: '2999-01-01T00:00:00.000Z' })).resolves.toEqual([]);
      await expect(found({ channelId: 'test' })).resolves.toHaveLength(2);
      await expect(found({ channelId: 'elsewhere' })).resolves.toEqual([]);
      await expect(found({ language: 'en' })).resolves.toEqual([]);
    });

    it('a page at a time, each conversation with its newest lines', async () => {
      for (let n = 0; n < 23; n++)
        await test.say(`Het lampje knippert ${n}`, { conversation: { id: `c${n}` } });
      for (let n = 0; n < 5; n++) await test.say(`Het lampje brandt ${n}`, { conversation: { id: 'c22' } });
      const first = await search('lampje');
      expect(first.found).toHaveLength(20);
      expect(texts(first)[0]).toEqual(['Het lampje brandt 4', 'Het lampje brandt 3', 'Het lampje brandt 2']);
      const second = await search('lampje', { after: first.next ?? '' });
      expect(second.found).toHaveLength(3);
      expect(second.next).toBeNull();
    });

    it('and nothing that is typed is an error', async () => {
      await helped('c1', 'Mijn modem "piept" NEAR de kast');
      const hostile = [
        '"',
        '*',
        'a OR',
        'NEAR(a b',
        'text:modem',
        '-modem',
        '(((',
        '\0',
        "' --",
        'x'.repeat(5_000),
        'AND',
      ];
      for (const words of hostile) await expect(search(words)).resolves.toBeDefined();
      await expect(search('modem', { after: "1; drop table 'x'" })).resolves.toMatchObject({ found: [{}] });
      await fc.assert(
        fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 300 }), async (words) => {
          await search(words);
        }),
        { numRuns: runs(200) },
      );
    });
  });

  it('is gone from the index and from the file when its time has passed', async () => {
    await helped('c1', 'Mijn zebravink kwetteert onophoudelijk');
    expect((await search('zebravink')).found).toHaveLength(1);
    expect(rawFiles()).toContain('kwetteert');
    test.clock.forward({ days: 400 });
    await expect(test.bot.deleteExpired()).resolves.toBe(1);
    await expect(search('zebravink')).resolves.toEqual({ found: [], next: null });
    expect(test.rows('select * from search_lines')).toEqual([]);
    for (const word of ['zebravink', 'kwetteert', 'onophoudelijk']) expect(rawFiles()).not.toContain(word);
  });

  function rawFiles(): string {
    return readdirSync(folder)
      .map((name) => readFileSync(join(folder, name), 'latin1'))
      .join('\n');
  }
});
