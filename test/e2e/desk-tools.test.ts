import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { DeskAgent } from '../../bot/contracts/desk.js';
import { type BotDeskServer, startBotDeskServer } from '../support/bot-desk-server.js';
import { findViolations } from '../support/check-accessibility.js';
import { SetClock } from '../unit/bot/support/set-clock.js';
import { openBrowser, type PageOptions, type TestBrowser } from './browser.js';
import { PASSWORD, signIn } from './desk-stage.js';

let server: BotDeskServer;
let browser: TestBrowser;
let noor: DeskAgent;
const open: Page[] = [];

beforeAll(async () => {
  browser = await openBrowser();
  // A cookie ends by the browser's clock.
  server = await startBotDeskServer({ clock: new SetClock(new Date().toISOString()) });
  const { accounts } = server.test.bot;
  noor = await join((await accounts.firstInvitation()) ?? '', 'Noor');
  await join((await accounts.invite('agent', noor)).token, 'Tijs');
  await helped('c1', 'Mijn modem knippert rood en piept');
  await helped('c1', 'Nu doet de coördinator het niet');
});
afterEach(async () => {
  for (const page of open.splice(0)) await page.context().close();
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

async function join(token: string, name: string): Promise<DeskAgent> {
  const account = { name, email: `${name.toLowerCase()}@example.com`, password: PASSWORD };
  return (await server.test.bot.accounts.accept(token, account)).agent;
}

/** A customer asks for a person, says something, and is helped by Noor. */
async function helped(conversation: string, text: string): Promise<string> {
  const id = await asks(conversation, text);
  const { desk } = server.test.bot;
  await desk.claim(id, noor);
  await desk.reply(id, noor, 'Dat is nu geregeld.', `key-${text.length}-${conversation}`);
  await desk.close(id, noor);
  return id;
}

async function asks(conversation: string, text: string): Promise<string> {
  const { test } = server;
  await test.say('Ik wil graag een medewerker spreken', { conversation: { id: conversation } });
  await test.say(text, { conversation: { id: conversation } });
  test.clock.forward({ seconds: 1 });
  const of = `channelConversationId = '${conversation}'`;
  return String(test.rows(`select id from conversations where ${of}`)[0]?.id);
}

async function agent(name: string, options: PageOptions = {}): Promise<Page> {
  const page = await browser.newPage(options);
  open.push(page);
  await page.goto(`${server.url}/desk`);
  await signIn(page, name);
  return page;
}

describe('what was said before', () => {
  it.each([
    [1280, 'light'],
    [390, 'dark'],
  ] as const)(
    'is found by its words and read, by keyboard alone, at %d pixels, %s',
    async (width, scheme) => {
      const page = await agent('Tijs', { width, scheme });
      await page.getByRole('link', { name: 'Zoeken' }).press('Enter');
      const box = page.getByRole('searchbox', { name: 'Zoek in alle gesprekken' });
      await expect.poll(() => box.evaluate((element) => element === document.activeElement)).toBe(true);
      await page.keyboard.type('coordinator');
      await page.keyboard.press('Enter');
      await page.getByText('1 gesprek gevonden').waitFor();
      await expect.poll(() => page.locator('mark').allTextContents()).toEqual(['coördinator']);
      expect(await findViolations(page)).toEqual([]);

      await page.getByRole('link', { name: /coördinator/ }).press('Enter');
      await page.getByText('Dit gesprek is afgesloten.').waitFor();
      expect(await page.getByRole('textbox').count()).toBe(0);
      if (width < 1000) await page.getByText('Over dit gesprek').click();
      await expect.poll(() => page.locator('.history-row').count()).toBe(2);
      expect(await page.locator('.history-row').first().textContent()).toMatch(/afgesloten.*bij Noor/s);
      expect(await findViolations(page)).toEqual([]);
      await page.goBack();
      await page.getByText('1 gesprek gevonden').waitFor();
    },
  );
});

describe('what the bot has', () => {
  it.each([
    [1280, 'dark'],
    [390, 'light'],
  ] as const)('is read, taken and answered at %d pixels, %s', async (width, scheme) => {
    const { test } = server;
    await test.say('Hoe zet ik de wifi aan?', { conversation: { id: `bot-${width}` } });
    const page = await agent('Tijs', { width, scheme });
    await page.getByRole('link', { name: 'Bij de bot', exact: true }).press('Enter');
    const row = page.getByRole('link', { name: /wifi/ });
    await row.waitFor();
    expect(await findViolations(page)).toEqual([]);
    await row.press('Enter');
    await page.getByText('Neem het gesprek over om zelf te antwoorden.').waitFor();
    expect(await findViolations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Overnemen van de bot' }).press('Enter');
    const box = page.getByRole('textbox');
    await expect.poll(() => box.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.type('Ik kijk even mee.');
    await page.keyboard.press('Enter');
    const sent = () => test.transport.sent.filter((sent) => sent.conversation?.id === `bot-${width}`);
    await expect.poll(() => sent().at(-1)?.text).toBe('Ik kijk even mee.');
    expect(sent().at(-2)?.text).toContain('Tijs');

    await page.getByRole('button', { name: 'Afsluiten' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Afsluiten' }).click();
    await page.getByRole('button', { name: 'Heropenen' }).click();
    await box.waitFor();
  });
});

describe('a note for colleagues', () => {
  it.each([
    [1280, 'light'],
    [390, 'dark'],
  ] as const)('mentions one, who sees it until they look, at %d pixels, %s', async (width, scheme) => {
    const id = await asks(`note-${width}`, 'Mijn rekening klopt niet');
    const page = await agent('Noor', { width, scheme });
    await page.goto(`${server.url}/desk#/conversation/${id}`);
    await page.getByRole('button', { name: 'Notitie voor collega’s' }).press('Enter');
    const box = page.getByRole('textbox', { name: 'Notitie voor collega’s' });
    await expect.poll(() => box.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.type('Wil jij meekijken, @ti');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect.poll(() => box.inputValue()).toBe('Wil jij meekijken, @Tijs ');
    expect(await findViolations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Notitie bewaren' }).press('Enter');
    const note = page.getByRole('log').locator('.from-note');
    await expect.poll(() => note.textContent()).toMatch(/Noor.*alleen voor collega’s.*Genoemd: Tijs/s);
    expect(await findViolations(page)).toEqual([]);

    const other = await agent('Tijs', { width, scheme });
    await other.getByRole('link', { name: 'Genoemd 1' }).press('Enter');
    await other.getByText('notitie van Noor').waitFor();
    expect(await findViolations(other)).toEqual([]);
    await other.getByRole('link', { name: /Wil jij meekijken/ }).press('Enter');
    await other.locator('.from-note').waitFor();
    await expect.poll(() => server.test.rows('select * from mentions where seenAt is null')).toEqual([]);
  });
});
