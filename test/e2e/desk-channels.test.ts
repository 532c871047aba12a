import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { setScene } from '../support/desk-scene.js';
import { type DeskStage, setDeskStage } from './desk-stage.js';

let stage: DeskStage;
const open: Page[] = [];

beforeAll(async () => {
  stage = await setDeskStage();
});
afterEach(async () => {
  for (const page of open.splice(0)) await page.context().close();
});
afterAll(() => stage.close());

describe('the channel', () => {
  it('is named in the list and in the conversation', async () => {
    const { fatima } = setScene(stage.server.desk);
    const page = await agent('Sanne');
    await expectText(page.getByRole('link', { name: /John Abernathy/ }).last(), ['Teams']);
    await expectText(page.getByRole('link', { name: /Fatima/ }).last(), ['Messenger']);
    await page.goto(`${stage.server.url}/desk#/conversation/${fatima}`);
    await page.locator('.conversation-top').getByText('Messenger', { exact: true }).waitFor();
  });

  it('tells how far each message came, and why not further', async () => {
    const { desk } = stage.server;
    const id = desk.customerWaits({ customerName: 'Stap', channelId: 'facebook' });
    const page = await agent('Sanne');
    await page.getByRole('link', { name: /Stap/ }).click();
    await page.getByRole('button', { name: 'Overnemen' }).click();
    await page.getByRole('textbox').fill('Ik kijk het na');
    await page.getByRole('textbox').press('Enter');
    await expect.poll(() => desk.replies.at(-1)).toBe('Ik kijk het na');
    const delivery = page.getByRole('log').locator('.delivery').last();
    const steps = [
      ['queued', 'onderweg'],
      ['sent', 'verstuurd'],
      ['delivered', 'afgeleverd'],
      ['read', 'gelezen'],
    ] as const;
    for (const [step, word] of steps) {
      desk.newestCame(id, step);
      await delivery.getByText(word, { exact: true }).waitFor();
    }
    desk.newestCame(id, 'failed', 'window-closed');
    await delivery.getByText('niet aangekomen', { exact: true }).waitFor();
    await delivery.getByText('Messenger laat antwoorden toe tot 7 dagen na het laatste bericht').waitFor();
  });

  it('leaves a time to answer that runs out on the page', async () => {
    const { desk } = stage.server;
    const inSeconds = (seconds: number) => new Date(Date.now() + seconds * 1_000).toISOString();
    const id = desk.customerWaits({
      customerName: 'Tijd',
      channelId: 'facebook',
      replyUntil: inSeconds(90 * 60),
    });
    const page = await agent('Mehmet');
    await page.clock.install({ time: new Date() });
    await page.reload();
    const row = page.getByRole('link', { name: /Tijd/ });
    await row.getByText(/^nog 1 u \d+ min om te antwoorden$/).waitFor();
    await row.click();
    await page.getByText(/^Je kunt antwoorden tot .*\d\d:\d\d – nog 1 u \d+ min$/).waitFor();
    await page.getByRole('button', { name: 'Overnemen' }).click();
    const box = page.getByRole('textbox', { name: 'Antwoord aan Tijd' });
    await box.waitFor();
    expect(await page.getByText('laatste uur').count()).toBe(0);

    // Less than the page waits for a sign of life, so that it does not connect again and learn the time anew.
    desk.reachBecomes(id, { replyUntil: inSeconds(60 * 60 + 20) });
    await page.clock.fastForward(40_000);
    await page.getByRole('status').filter({ hasText: 'laatste uur' }).waitFor();
    expect(await box.isDisabled()).toBe(false);

    desk.reachBecomes(id, { replyUntil: inSeconds(20) });
    await page.clock.fastForward(40_000);
    await page.getByRole('status').filter({ hasText: 'tot 7 dagen na het laatste bericht' }).waitFor();
    await page.getByRole('status').filter({ hasText: 'per telefoon of e-mail' }).waitFor();
    await expect.poll(() => box.isDisabled()).toBe(true);
    await row.getByText('antwoorden kan niet meer').waitFor();
    await page.getByRole('button', { name: 'Afsluiten' }).click();
    await page.getByRole('dialog').getByText('De klant krijgt dit niet te lezen').waitFor();
  });

  it('that refuses a reply keeps it to be copied, with the reason', async () => {
    const { desk } = stage.server;
    const id = desk.customerWaits({ customerName: 'Weg', channelId: 'msteams' });
    const page = await agent('Sanne');
    await page.getByRole('link', { name: /Weg/ }).click();
    await page.getByText('Neem het gesprek over om te antwoorden.').waitFor();
    desk.reachBecomes(id, { isUnreachable: true });
    await page.getByText('Neem het gesprek over om het af te sluiten.').waitFor();
    desk.reachBecomes(id, { isUnreachable: false });
    await page.getByRole('button', { name: 'Overnemen' }).click();
    const box = page.getByRole('textbox');
    await box.fill('Goed nieuws');
    // The customer leaves while the reply is on its way, so that the page cannot know.
    await page.route('**/reply', async (route) => {
      desk.reachBecomes(id, { isUnreachable: true });
      await route.continue();
    });
    await box.press('Enter');
    await page.getByRole('alert').filter({ hasText: 'Je antwoord is niet verstuurd. Via Teams' }).waitFor();
    await page.getByRole('log').getByText('Goed nieuws').waitFor();
    await page.getByRole('button', { name: 'Weggooien' }).waitFor();
    await page.getByRole('button', { name: 'Opnieuw proberen' }).waitFor({ state: 'detached' });
    await expect.poll(() => box.isDisabled()).toBe(true);
    await page.getByRole('link', { name: /Weg/ }).getByText('niet bereikbaar').waitFor();
    await page.unroute('**/reply');
    desk.reachBecomes(id, { isUnreachable: false });
    await page.getByRole('button', { name: 'Opnieuw proberen' }).click();
    await expect.poll(() => desk.replies.at(-1)).toBe('Goed nieuws');
  });

  it('whose own inbox answers is read along', async () => {
    const { elsewhere } = setScene(stage.server.desk);
    const page = await agent('Sanne');
    await expectText(page.getByRole('link', { name: /Ilse Bakker/ }).last(), ['in Meta Business Suite']);
    await page.goto(`${stage.server.url}/desk#/conversation/${elsewhere}`);
    await page.getByText('Beantwoord in Meta Business Suite.').waitFor();
    await page.getByRole('log').getByText('Dat regelen we vandaag nog voor je.').waitFor();
    expect(await page.getByRole('textbox').count()).toBe(0);
    expect(await page.getByRole('button', { name: 'Overnemen' }).count()).toBe(0);
  });

  it('that does not send is told to everybody until it does', async () => {
    const { desk } = stage.server;
    const pages = [await agent('Sanne'), await agent('Mehmet')];
    desk.setNotices([{ door: 'messenger', alert: 'access-ended', since: new Date().toISOString() }]);
    desk.customerWaits({ customerName: 'Nu' });
    const alert = (page: Page) =>
      page.getByRole('alert').filter({
        hasText: 'Een beheerder moet MESSENGER_PAGE_ACCESS_TOKEN vernieuwen.',
      });
    for (const page of pages) await alert(page).waitFor();
    desk.setNotices([]);
    desk.customerWaits({ customerName: 'Straks' });
    for (const page of pages) await alert(page).waitFor({ state: 'detached' });
  });
});

async function agent(name: string): Promise<Page> {
  const page = await stage.agent(name);
  open.push(page);
  return page;
}

async function expectText(row: ReturnType<Page['getByRole']>, texts: readonly string[]): Promise<void> {
  for (const part of texts) await expect.poll(() => row.textContent()).toContain(part);
}
