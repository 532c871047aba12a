import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser, type TestBrowser } from '../e2e/browser.js';
import { SECRET } from '../support/webchat-server.js';
import { said } from '../support/widget-messages.js';
import { openStage, type WidgetStage } from '../support/widget-stage.js';
import { installedFile } from './installed.js';

const SHOP = 'http://shop.example';

let browser: TestBrowser;
let stage: WidgetStage;
beforeAll(async () => {
  [browser, stage] = await Promise.all([openBrowser(), openStage({ settings: { WEBCHAT_ORIGINS: [SHOP] } })]);
});
afterAll(async () => {
  await browser.close();
  await stage.stop();
});

/** A page of another website with Web Chat's own bundle; `access` is what it is let in by. */
async function visitWith(access: object): Promise<Page> {
  const page = await browser.newPage();
  const options = JSON.stringify({ domain: stage.directLine, ...access });
  await page.route(`${SHOP}/webchat.js`, (route) =>
    route.fulfill({
      path: installedFile('botframework-webchat/dist/webchat.js'),
      contentType: 'text/javascript',
    }),
  );
  await page.route(`${SHOP}/`, (route) =>
    route.fulfill({
      contentType: 'text/html; charset=utf-8',
      body: `<!doctype html><html lang="nl"><title>Shop</title><div id="chat" style="height:600px"></div>
        <script src="/webchat.js"></script><script>
        WebChat.renderWebChat({ directLine: WebChat.createDirectLine(${options}), locale: 'nl-NL',
          userID: 'r_abc123', username: 'Ans' }, document.getElementById('chat'));</script></html>`,
    }),
  );
  await page.goto(`${SHOP}/`);
  return page;
}

async function newToken(): Promise<string> {
  const response = await fetch(`${stage.url}/api/webchat/token`, { method: 'POST' });
  return ((await response.json()) as { token: string }).token;
}

async function say(page: Page, words: string): Promise<void> {
  const box = page.locator('[data-id="webchat-sendbox-input"]');
  await box.fill(words);
  await box.press('Enter');
}

describe.each(['token', 'secret'])('the official Web Chat control, with a %s', (by) => {
  it('asks, shows answer, source and choices, and tells what was tapped', async () => {
    const page = await visitWith(by === 'token' ? { token: await newToken() } : { secret: SECRET });
    await say(page, 'esim');
    await page.getByText('Pieter_K').first().waitFor();
    await say(page, 'wifi');
    await page.getByRole('button', { name: 'Geen van deze' }).first().click();
    await expect
      .poll(() => stage.received.at(-1)?.value, { timeout: 50_000 })
      .toMatchObject({ action: expect.any(String) });
    const sender = stage.received.at(-1)?.from?.id;
    if (by === 'secret') expect(sender).toBe('r_abc123');
    else expect(sender).toMatch(/^dl_/);
    expect(await page.getByText(/niet verzonden|kan niet/i).count()).toBe(0);
  });
});

describe('an agent in the official Web Chat control', () => {
  it('stands by name above the words', async () => {
    const page = await visitWith({ token: await newToken() });
    // Web Chat itself says "U zei: ..." of what the customer wrote, before the bot has it.
    await say(page, 'esim');
    await page.getByText('Pieter_K').first().waitFor();
    await stage.push(said('Ik kijk het even na.', { speaker: { kind: 'agent', name: 'Sanne' } }));
    await page.getByText('Ik kijk het even na.').first().waitFor();
    expect(await page.locator('strong', { hasText: 'Sanne' }).count()).toBeGreaterThan(0);
  });
});
