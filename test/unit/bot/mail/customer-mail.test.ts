import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DeskSession } from '../../../../bot/contracts/desk-accounts.js';
import { openSmtpInbox, type SmtpInbox } from '../../../support/smtp-inbox.js';
import { signIn } from '../support/sign-in.js';
import { TestBot } from '../support/test-bot.js';

const OF = { channelId: 'test', conversationId: 'a' };
const ADDRESS = 'maria@example.com';

let inbox: SmtpInbox;
let test: TestBot;
let noor: DeskSession;
beforeEach(async () => {
  inbox = await openSmtpInbox();
  test = await TestBot.open({
    settings: { SMTP_URL: inbox.url, SMTP_FROM: 'help@zwaluw.example', COMPANY_NAME: 'Zwaluw' },
  });
  noor = await signIn(test);
  await test.bot.desk.present(noor.agent.id);
});
afterEach(async () => {
  await test.bot.stop();
  await inbox.close();
});

const say = (text: string) => test.say(text, { conversation: { id: 'a' } });
const leave = (
  address = ADDRESS,
  wish: 'transcript' | 'replies' = 'transcript',
  language: 'nl' | 'en' = 'nl',
) => test.bot.mail.leaveAddress(OF, address, wish, language);
const confirm = (code: string) => test.bot.mail.confirmAddress(OF, code);
const lastCode = () => /^\d{6}$/m.exec(inbox.mails.at(-1)?.text ?? '')?.[0] ?? '';
const wrongCode = () => (lastCode() === '000000' ? '000001' : '000000');
const addresses = () =>
  test.rows('select address, purpose, confirmedAt is not null as isConfirmed from mail_addresses');

/** A customer who left a message that an agent has taken. */
async function withAgent(): Promise<string> {
  await say('Ik wil een medewerker spreken');
  const [entry] = await test.bot.desk.entries();
  const id = entry?.conversationId ?? '';
  await test.bot.desk.claim(id, noor.agent);
  await test.bot.idle();
  return id;
}

async function reply(id: string, text: string): Promise<void> {
  await test.bot.desk.reply(id, noor.agent, text, `key-${text}`);
  await test.bot.idle();
}

describe('a transcript by mail', () => {
  it('goes to an address only once the code was typed that was sent there', async () => {
    await say('Waarom doet mijn wifi het niet?');
    expect(await leave(' Maria@Example.com ')).toEqual({ kind: 'code-sent' });
    const [code] = inbox.mails;
    expect(code?.to).toEqual([ADDRESS]);
    expect(code?.from).toBe('help@zwaluw.example');
    expect(code?.headers.get('subject')).toBe('Uw code voor de chat van Zwaluw');
    expect(code?.raw).not.toContain('wifi');
    expect(code?.html).toContain(lastCode());
    await test.bot.runDueTimers();
    expect(inbox.mails).toHaveLength(1);
    expect(await confirm(wrongCode())).toEqual({ kind: 'wrong', left: 4 });
    expect(await confirm(lastCode())).toEqual({ kind: 'done' });
    await test.bot.runDueTimers();
    const transcript = inbox.mails.at(-1);
    expect(inbox.mails).toHaveLength(2);
    expect(transcript?.text).toContain('Waarom doet mijn wifi het niet?');
    expect(transcript?.text).toContain('> Zet het modem uit en aan.');
    expect(transcript?.text).toContain('Pieter');
    expect(transcript?.html).toContain('<blockquote><p>Zet het modem uit en aan.</p></blockquote>');
    expect(transcript?.headers.get('auto-submitted')).toBe('auto-generated');
  });

  it('leaves nothing of the address behind once it was sent, but the count of a day', async () => {
    await say('Hallo');
    await leave();
    await confirm(lastCode());
    expect(addresses()).toEqual([]);
    await test.bot.runDueTimers();
    expect(test.rows('select state from mails order by createdAt, kind')).toHaveLength(2);
    test.clock.forward({ minutes: 25 * 60 });
    await test.bot.runDueTimers();
    expect(test.rows('select * from mails')).toEqual([]);
  });

  it('takes five codes, and none after a quarter of an hour', async () => {
    await say('Hallo');
    await leave();
    const wrong = wrongCode();
    const outcomes = [];
    for (let time = 0; time < 5; time += 1) outcomes.push((await confirm(wrong)).kind);
    expect(outcomes).toEqual(['wrong', 'wrong', 'wrong', 'wrong', 'ended']);
    expect(await confirm(lastCode())).toEqual({ kind: 'ended' });
    await leave();
    test.clock.forward({ minutes: 16 });
    expect(await confirm(lastCode())).toEqual({ kind: 'ended' });
    await test.bot.runDueTimers();
    expect(addresses()).toEqual([]);
  });

  it('fills nobody’s mailbox: five codes a day to an address, from however many conversations', async () => {
    await say('Hallo');
    for (let time = 0; time < 3; time += 1) await leave();
    await test.say('Hallo', { conversation: { id: 'b' } });
    const other = { channelId: 'test', conversationId: 'b' };
    const kinds = [];
    for (let time = 0; time < 3; time += 1)
      kinds.push((await test.bot.mail.leaveAddress(other, ADDRESS, 'transcript', 'nl')).kind);
    expect(kinds).toEqual(['code-sent', 'code-sent', 'too-many']);
    expect(inbox.mails).toHaveLength(5);
    test.clock.forward({ minutes: 25 * 60 });
    await test.bot.runDueTimers();
    expect(await leave()).toEqual({ kind: 'code-sent' });
  });

  it.each([
    'maria@example.com\r\nBcc: all@example.com',
    'maria@example.com, piet@example.com',
    'Maria <maria@example.com>',
    '"maria\r\n"@example.com',
    'maria@localhost',
    'maria@exa mple.com',
    `${'m'.repeat(70)}@example.com`,
    '',
  ])('refuses what is not one address: %j', async (address) => {
    await say('Hallo');
    expect(await leave(address)).toEqual({ kind: 'address-invalid' });
    expect(inbox.mails).toEqual([]);
  });

  it('is sent later by a server that takes it not now, and given up by one that never will', async () => {
    await say('Hallo');
    await leave();
    inbox.refuseWith(451);
    await confirm(lastCode());
    await test.bot.runDueTimers();
    expect(inbox.mails).toHaveLength(1);
    inbox.refuseWith(null);
    test.clock.forward({ minutes: 3 });
    await test.bot.runDueTimers();
    expect(inbox.mails).toHaveLength(2);
    inbox.refuseWith(550);
    expect(await leave()).toEqual({ kind: 'not-sent' });
    expect(addresses()).toEqual([]);
    expect(test.logLines.join('\n')).not.toContain('maria');
  });

  it('still takes the code of an address that was left while another was tried in vain', async () => {
    await say('Hallo');
    let second: unknown;
    inbox.whileTaking(async () => {
      second = await leave('maria.twee@example.com');
      inbox.refuseWith(550);
    });
    expect(await leave()).toEqual({ kind: 'not-sent' });
    expect(second).toEqual({ kind: 'code-sent' });
    inbox.refuseWith(null);
    expect(await confirm(lastCode())).toEqual({ kind: 'done' });
  });

  it('says so where no mail can be sent, and knows no conversation that is not there', async () => {
    expect(
      await test.bot.mail.leaveAddress({ ...OF, conversationId: 'x' }, ADDRESS, 'transcript', 'nl'),
    ).toEqual({
      kind: 'off',
    });
    const plain = await TestBot.open();
    await plain.say('Hallo', { conversation: { id: 'a' } });
    expect(await plain.bot.mail.standing(OF)).toEqual({ isOn: false, repliesTo: null });
    expect(await plain.bot.mail.leaveAddress(OF, ADDRESS, 'transcript', 'nl')).toEqual({ kind: 'off' });
    await plain.bot.stop();
  });
});

describe('the transcript as a file', () => {
  it('holds the words of both sides with names, times and sources, and no note', async () => {
    await say('Waarom doet mijn wifi het niet?');
    const id = await withAgent();
    await test.bot.deskTools.notes.add(id, noor.agent, 'Klant is boos', 'note-1');
    await reply(id, 'Met <b>mij</b> is het geregeld.');
    const file = await test.bot.mail.transcript(OF, 'nl', 'Europe/Amsterdam');
    expect(file?.name).toMatch(/^gesprek-\d{4}-\d\d-\d\d\.html$/);
    expect(file?.html).toContain('Waarom doet mijn wifi het niet?');
    expect(file?.html).toContain('Noor (medewerker)');
    expect(file?.html).toContain('Hoe werkt wifi?');
    expect(file?.html).toContain('Met &lt;b&gt;mij&lt;/b&gt; is het geregeld.');
    expect(file?.html).toContain('Tijden: Europe/Amsterdam.');
    expect(file?.html).not.toContain('boos');
    const english = await test.bot.mail.transcript(OF, 'en', 'nowhere/at all');
    expect(english?.html).toContain('Your conversation with Zwaluw');
    expect(await test.bot.mail.transcript({ ...OF, conversationId: 'x' }, 'nl', null)).toBeNull();
  });
});

describe('answers by mail', () => {
  const tellWindow = (state: 'open' | 'closed') => test.bot.takeEvent({ kind: 'window', of: OF, state });

  it('go to the confirmed address where the chat is closed, in one mail for what is said within a minute', async () => {
    const id = await withAgent();
    await leave(ADDRESS, 'replies');
    await confirm(lastCode());
    expect(await test.bot.mail.standing(OF)).toEqual({ isOn: true, repliesTo: 'm…@example.com' });
    await tellWindow('open');
    await tellWindow('closed');
    test.clock.forward({ seconds: 60 });
    await reply(id, 'Uw modem is vervangen.');
    await reply(id, 'Het komt morgen aan.');
    await test.bot.runDueTimers();
    expect(inbox.mails).toHaveLength(1);
    test.clock.forward({ seconds: 60 });
    await test.bot.runDueTimers();
    expect(inbox.mails).toHaveLength(2);
    expect(inbox.mails[1]?.text).toContain('> Uw modem is vervangen.');
    expect(inbox.mails[1]?.text).toContain('> Het komt morgen aan.');
    expect(inbox.mails[1]?.text).toContain('Noor heeft u geantwoord');
  });

  it('are mailed as well where they were said while a mail was on its way', async () => {
    const id = await withAgent();
    await leave(ADDRESS, 'replies');
    await confirm(lastCode());
    test.clock.forward({ seconds: 1 });
    await reply(id, 'Uw modem is vervangen.');
    test.clock.forward({ seconds: 60 });
    inbox.whileTaking(() => test.bot.desk.reply(id, noor.agent, 'Het komt morgen aan.', 'key-2'));
    await test.bot.runDueTimers();
    test.clock.forward({ seconds: 60 });
    await test.bot.runDueTimers();
    expect(inbox.mails).toHaveLength(3);
    expect(inbox.mails[1]?.text).not.toContain('morgen');
    expect(inbox.mails[2]?.text).toContain('> Het komt morgen aan.');
    expect(inbox.mails[2]?.text).not.toContain('vervangen');
    test.clock.forward({ minutes: 5 });
    await test.bot.runDueTimers();
    expect(inbox.mails).toHaveLength(3);
  });

  it('are not mailed to who has the chat open, or opens it within the minute', async () => {
    const id = await withAgent();
    await leave(ADDRESS, 'replies');
    await confirm(lastCode());
    await tellWindow('open');
    await reply(id, 'Een');
    test.clock.forward({ seconds: 61 });
    await test.bot.runDueTimers();
    await tellWindow('closed');
    test.clock.forward({ seconds: 61 });
    await reply(id, 'Twee');
    test.clock.forward({ seconds: 20 });
    await tellWindow('open');
    test.clock.forward({ seconds: 41 });
    await test.bot.runDueTimers();
    expect(inbox.mails).toHaveLength(1);
  });

  it('are not mailed before the code was typed; the address is forgotten when the agent has done', async () => {
    const id = await withAgent();
    await leave(ADDRESS, 'replies');
    const code = lastCode();
    await reply(id, 'Een');
    test.clock.forward({ seconds: 61 });
    await test.bot.runDueTimers();
    expect(inbox.mails).toHaveLength(1);
    await confirm(code);
    expect(addresses()).toEqual([{ address: ADDRESS, purpose: 'replies', isConfirmed: 1 }]);
    await reply(id, 'Opgelost.');
    await test.bot.desk.close(id, noor.agent);
    await test.bot.idle();
    test.clock.forward({ seconds: 61 });
    await test.bot.runDueTimers();
    expect(inbox.mails.at(-1)?.text).toContain('> Opgelost.');
    test.clock.forward({ seconds: 61 });
    await test.bot.runDueTimers();
    expect(addresses()).toEqual([]);
  });
});

describe('a person’s mail', () => {
  it('is found by its address, handed out and erased with the conversation', async () => {
    await say('Hallo');
    await leave(ADDRESS, 'replies');
    await confirm(lastCode());
    const by = { kind: 'agent' as const, id: noor.agent.id };
    const found = await test.bot.deskTools.privacy.find({ kind: 'email', email: ADDRESS }, by);
    expect(found.conversations).toHaveLength(1);
    test.database.prepare('delete from conversations').run();
    expect(addresses()).toEqual([]);
    expect(test.rows('select * from mails')).toEqual([]);
  });
});
