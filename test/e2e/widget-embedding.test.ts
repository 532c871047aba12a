import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStage, type WidgetStage } from '../support/widget-stage.js';
import { openBrowser, type TestBrowser } from './browser.js';

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

/** A page of another website with the one script and the one element, under a strict security policy. */
async function visitShop(origin: string, attributes = '') {
  const page = await browser.newPage();
  const complaints: string[] = [];
  page.on('console', (line) => line.type() === 'error' && complaints.push(line.text()));
  await page.route(`${origin}/`, (route) =>
    route.fulfill({
      contentType: 'text/html',
      headers: {
        'content-security-policy': `default-src 'none'; script-src ${stage.url}; connect-src ${stage.url} ${stage.wsUrl}`,
      },
      body: `<!doctype html><html lang="en"><title>Shop</title><main><h1>Shop</h1></main>
        <support-chat company="Shop" ${attributes}></support-chat><script src="${stage.url}/support-chat.js"></script>`,
    }),
  );
  await page.goto(`${origin}/`);
  return { page, complaints };
}

describe('the widget on another website', () => {
  it('needs one script, one element and no style permission', async () => {
    const { page, complaints } = await visitShop(SHOP, 'color="#ffd400" chat-title="Ask us"');
    await page.getByRole('button', { name: 'Open the chat' }).click();
    await page.getByText('Hallo! Ik ben de digitale assistent').waitFor();
    expect(await page.getByRole('dialog', { name: 'Ask us' }).count()).toBe(1);
    const colors = await page.locator('.top').evaluate((top) => {
      const { backgroundColor, color } = getComputedStyle(top);
      return { backgroundColor, color };
    });
    expect(colors).toEqual({ backgroundColor: 'rgb(255, 212, 0)', color: 'rgb(0, 0, 0)' });
    expect(complaints).toEqual([]);
  });

  it('opens, asks and closes by script and attribute', async () => {
    const { page } = await visitShop(SHOP);
    await page.evaluate(() => {
      (document.querySelector('support-chat') as HTMLElement & { ask(text: string): void }).ask('esim');
    });
    await page.getByText('Pieter_K').waitFor();
    await page.evaluate(() => document.querySelector('support-chat')?.removeAttribute('open'));
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await page.evaluate(() => document.querySelector('support-chat')?.remove());
    expect(await page.locator('.launcher').count()).toBe(0);
  });

  it('tells of no connection where the website is not allowed', async () => {
    const { page } = await visitShop('http://other.example');
    await page.getByRole('button', { name: 'Open the chat' }).click();
    await page.getByText('No connection').waitFor();
  });
});
