import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AGENT, said } from '../support/widget-messages.js';
import { openStage, type WidgetStage } from '../support/widget-stage.js';
import { openBrowser, type TestBrowser } from './browser.js';

let browser: TestBrowser;
let stage: WidgetStage;

beforeAll(async () => {
  [browser, stage] = await Promise.all([openBrowser(), openStage()]);
});

afterAll(async () => {
  await browser.close();
  await stage.stop();
});

async function visit(): Promise<Page> {
  const page = await browser.newPage();
  await page.goto(stage.url);
  await page.getByRole('button', { name: 'Open de chat' }).click();
  await page.getByText('Hallo! Ik ben de digitale assistent').waitFor();
  return page;
}

async function ask(page: Page, text: string): Promise<void> {
  await page.locator('textarea').fill(text);
  await page.locator('textarea').press('Enter');
}

/** Everything that was said, without times. */
async function bubbles(page: Page): Promise<string[]> {
  return page.locator('.bubble').allInnerTexts();
}

describe('the widget and its connection', () => {
  it('keeps the conversation over a reload', async () => {
    const page = await visit();
    await ask(page, 'esim');
    await page.getByText('Pieter_K').waitFor();
    const before = await bubbles(page);
    await page.reload();
    await page.getByText('Pieter_K').waitFor();
    await expect.poll(() => bubbles(page)).toEqual(before);
    await page.getByRole('button', { name: 'Nee', exact: true }).waitFor();
    await ask(page, 'nog iets');
    await page.getByText('U zei: nog iets').waitFor();
  });

  it('keeps the place in the queue over a reload', async () => {
    const page = await visit();
    await page.getByRole('button', { name: 'Praat met een medewerker' }).click();
    await page.getByText('U bent ongeveer nummer 3 in de rij').waitFor();
    await page.reload();
    await page.getByText('U bent ongeveer nummer 3 in de rij').waitFor();
  });

  it('tells of a lost connection and sends what waited', async () => {
    const page = await visit();
    await page.context().setOffline(true);
    await page.getByText('Geen verbinding').waitFor();
    await ask(page, 'bent u daar');
    await page.getByText('Niet verstuurd').waitFor();
    await page.context().setOffline(false);
    await page.getByText('U zei: bent u daar').waitFor();
    await page.getByText('De verbinding is hersteld').waitFor();
    await page.getByText('Niet verstuurd').waitFor({ state: 'detached' });
    expect((await bubbles(page)).filter((text) => text === 'bent u daar')).toEqual(['bent u daar']);
  });

  it('catches up with what was said meanwhile', async () => {
    const page = await visit();
    await ask(page, 'hallo');
    await page.getByText('U zei: hallo').waitFor();
    await page.context().setOffline(true);
    await page.getByText('Geen verbinding').waitFor();
    await stage.push(said('Dit zei ik intussen', { speaker: AGENT }));
    await page.context().setOffline(false);
    await page.getByText('Dit zei ik intussen').waitFor();
    expect(await page.getByText('U zei: hallo').count()).toBe(1);
  });

  it('sends an unsent message by a tap', async () => {
    const page = await visit();
    await page.route('**/activities', (route) => route.abort());
    await ask(page, 'probeer maar');
    const retry = page.getByRole('button', { name: 'Probeer opnieuw' });
    await retry.waitFor();
    await page.unroute('**/activities');
    const arrived = page.getByText('U zei: probeer maar').waitFor();
    // It may have gone by itself a moment before: there is nothing to tap then.
    await Promise.race([arrived, retry.click().catch(() => arrived)]);
    await arrived;
  });

  it('keeps an unsent message over a reload', async () => {
    const page = await visit();
    await page.route('**/activities', (route) => route.abort());
    await ask(page, 'bewaar dit');
    await page.getByText('Niet verstuurd').waitFor();
    await page.reload();
    await page.locator('.own .bubble', { hasText: 'bewaar dit' }).waitFor();
    await page.unroute('**/activities');
    await page.getByText('U zei: bewaar dit').waitFor();
    expect((await bubbles(page)).filter((text) => text === 'bewaar dit')).toHaveLength(1);
  });

  it('does not send twice what arrived without a reply', async () => {
    const page = await visit();
    let isFirst = true;
    await page.route('**/activities', async (route) => {
      if (!isFirst || route.request().method() !== 'POST') return route.continue();
      isFirst = false;
      await route.fetch();
      await route.abort();
    });
    await ask(page, 'een keer');
    await page.getByText('U zei: een keer').waitFor();
    await ask(page, 'daarna');
    await page.getByText('U zei: daarna').waitFor();
    expect((await bubbles(page)).filter((text) => text === 'een keer')).toHaveLength(1);
    expect(stage.received.filter(({ text }) => text === 'een keer')).toHaveLength(1);
  });

  it('works where sockets are blocked', async () => {
    const page = await browser.newPage();
    await page.routeWebSocket(/stream/, (socket) => socket.close());
    await page.goto(stage.url);
    await page.getByRole('button', { name: 'Open de chat' }).click();
    await page.getByText('Hallo! Ik ben de digitale assistent').waitFor();
    await ask(page, 'zonder');
    await page.getByText('U zei: zonder').waitFor();
  });

  it('shows one conversation in two tabs', async () => {
    const page = await visit();
    const other = await browser.newPage({ context: page.context() });
    await other.goto(stage.url);
    await other.getByRole('button', { name: /^Open de chat/ }).click();
    await ask(page, 'twee tabs');
    for (const tab of [page, other]) await tab.getByText('U zei: twee tabs').waitFor();
    expect(await bubbles(other)).toEqual(await bubbles(page));
  });

  it('counts what came while the chat was closed', async () => {
    const page = await visit();
    await ask(page, 'tot zo');
    await page.getByText('U zei: tot zo').waitFor();
    await page.getByRole('button', { name: 'Sluit de chat' }).click();
    await stage.push(said('Bent u er nog?', { speaker: AGENT }));
    await page.getByRole('button', { name: 'Open de chat, 1 nieuw bericht' }).click();
    await page.getByText('Bent u er nog?').waitFor();
    await page.getByRole('button', { name: 'Sluit de chat' }).click();
    await page.getByRole('button', { name: 'Open de chat', exact: true }).waitFor();
  });
});
