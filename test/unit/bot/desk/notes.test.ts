import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DeskAgent } from '../../../../bot/contracts/desk.js';
import { mentionedIn } from '../../../../bot/desk/notes/mentioned-in.js';
import { TestBot } from '../support/test-bot.js';

const DONE = { kind: 'done' };

describe('a note for colleagues', () => {
  let folder: string;
  let test: TestBot;
  let noor: DeskAgent;
  let tijs: DeskAgent;
  let id: string;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'notes-'));
    test = await TestBot.open({ path: join(folder, 'store.sqlite') });
    const { accounts } = test.bot;
    noor = await signUp((await accounts.firstInvitation()) ?? '', 'Noor');
    tijs = await signUp((await accounts.invite('agent', noor)).token, 'Tijs de Wit');
    await test.say('Ik wil graag een medewerker spreken');
    id = (await test.bot.desk.entries())[0]?.conversationId ?? '';
  });
  afterEach(async () => {
    await test.bot.stop();
    rmSync(folder, { recursive: true });
  });

  const notes = () => test.bot.deskTools.notes;
  const read = async () => (await test.bot.desk.conversation(id))?.notes ?? [];
  async function signUp(token: string, name: string): Promise<DeskAgent> {
    const email = `${name.replaceAll(' ', '')}@example.com`;
    return (await test.bot.accounts.accept(token, { name, email, password: 'een zin van woorden' })).agent;
  }

  it('stands in the conversation and never goes to the customer', async () => {
    await test.bot.idle();
    const sent = test.transport.sent.length;
    await expect(notes().add(id, noor, ' Geef coulance, let op zijn toon. ', 'key-of-note')).resolves.toEqual(
      DONE,
    );
    await test.bot.runDueTimers();
    await test.bot.idle();
    expect(test.transport.sent).toHaveLength(sent);
    expect(await read()).toMatchObject([
      { name: 'Noor', text: 'Geef coulance, let op zijn toon.', mentioned: [] },
    ]);
    const kept = JSON.stringify([
      test.rows('select * from messages'),
      test.rows('select * from webchat_activities'),
    ]);
    expect(kept).not.toContain('coulance');
    expect(test.logLines.join('\n')).not.toContain('coulance');
  });

  it('is kept once under its key, and tells open desks', async () => {
    const changed: string[] = [];
    test.bot.desk.onChange((conversationId) => changed.push(conversationId));
    await notes().add(id, noor, 'Eén keer', 'key-of-note');
    await expect(notes().add(id, noor, 'Eén keer', 'key-of-note')).resolves.toEqual(DONE);
    await expect(notes().add(id, noor, 'Iets anders', 'key-of-note')).resolves.toEqual({ kind: 'key-used' });
    await expect(notes().add(id, tijs, 'Ook van mij', 'key-of-note')).resolves.toEqual(DONE);
    expect((await read()).map(({ text }) => text)).toEqual(['Eén keer', 'Ook van mij']);
    expect(changed).toContain(id);
    await expect(notes().add('nobody', noor, 'x', 'key-of-note')).resolves.toEqual({
      kind: 'unknown-conversation',
    });
  });

  it('is bounded in length and number', async () => {
    await notes().add(id, noor, 'x'.repeat(5_000), 'key-long');
    expect((await read())[0]?.text).toHaveLength(4_000);
    for (let n = 1; n < 200; n++) await notes().add(id, noor, `Notitie ${n}`, `key-of-${n}`);
    await expect(notes().add(id, noor, 'Nog een', 'key-last')).resolves.toEqual({
      kind: 'too-many',
      most: 200,
    });
    expect(await read()).toHaveLength(200);
  });

  it('is listed for who is mentioned until they look, and for nobody else', async () => {
    await notes().add(id, noor, 'Kijk jij even, @tijs de wit? Ik (@Noor) weet het niet.', 'key-of-note');
    await expect(notes().mentions(noor)).resolves.toEqual([]);
    await expect(notes().mentions(tijs)).resolves.toMatchObject([
      { conversationId: id, customerName: 'Anna', by: 'Noor' },
    ]);
    expect((await read())[0]?.mentioned).toEqual(['Noor', 'Tijs de Wit']);
    await notes().saw(id, noor);
    await expect(notes().mentions(tijs)).resolves.toHaveLength(1);
    await notes().saw(id, tijs);
    await expect(notes().mentions(tijs)).resolves.toEqual([]);
  });

  it('stays when the account of who wrote it is removed, and the mentions of that account go', async () => {
    await notes().add(id, tijs, 'Hallo @Tijs de Wit', 'key-of-note');
    await test.bot.accounts.remove(tijs.id, noor);
    expect(await read()).toMatchObject([{ name: 'Tijs de Wit' }]);
    expect(test.rows('select * from mentions')).toEqual([]);
  });

  it('is found by its words, and gone from the file with its conversation, which is kept no longer for it', async () => {
    await notes().add(id, noor, 'De hottentotten kwamen @Tijs de Wit', 'key-of-note');
    const search = async () => (await test.bot.deskTools.archive.search({ words: 'hottentot' })).found;
    expect(await search()).toMatchObject([{ conversationId: id, lines: [{ kind: 'note', name: 'Noor' }] }]);
    test.clock.forward({ days: 399 });
    await notes().add(id, noor, 'Nog een', 'key-of-other');
    test.clock.forward({ days: 1 });
    await expect(test.bot.deleteExpired()).resolves.toBe(1);
    expect(await search()).toEqual([]);
    expect(test.rows('select * from mentions')).toEqual([]);
    const raw = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'latin1'));
    expect(raw.join('\n')).not.toContain('hottentot');
  });
});

describe('a mention', () => {
  const accounts = ['Jan', 'Jan de Wit', 'Zoë', 'jan'].map((name, place) => ({ id: String(place), name }));
  it.each([
    ['@Jan kijk', ['0', '3']],
    ['@jan de wit.', ['1']],
    ['(@ZOË)', ['2']],
    ['@Jantje', []],
    ['mail jan@zoë.nl', ['2']],
    ['@ Jan', []],
    ['@@Jan, @Zoë', ['0', '2', '3']],
    ['Jan', []],
  ])('in "%s" is of %j', (text, ids) => {
    expect(
      mentionedIn(text, accounts)
        .map(({ id }) => id)
        .sort(),
    ).toEqual(ids);
  });
});
