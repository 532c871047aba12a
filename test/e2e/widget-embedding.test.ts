import type { Route } from 'playwright-core';
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
async function visitShop(origin: string, attributes = '', styles = '') {
  const page = await browser.newPage();
  const complaints: string[] = [];
  page.on('console', (line) => line.type() === 'error' && complaints.push(line.text()));
  await page.route(`${origin}/`, (route) =>
    route.fulfill({
      contentType: 'text/html',
      headers: {
        'content-security-policy': `default-src 'none'; style-src 'unsafe-inline'; script-src ${stage.url}; connect-src ${stage.url} ${stage.wsUrl}`,
      },
      body: `<!doctype html><html lang="en"><title>Shop</title><style>${styles}</style><main><h1>Shop</h1></main>
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
    await page.getByRole('dialog', { name: 'Ask us' }).waitFor();
    const colors = await page.locator('.top').evaluate((top) => {
      const { backgroundColor, color } = getComputedStyle(top);
      return { backgroundColor, color };
    });
    expect(colors).toEqual({ backgroundColor: 'rgb(255, 212, 0)', color: 'rgb(0, 0, 0)' });
    expect(complaints).toEqual([]);
  });

  it('looks the same whatever the styles of the page say', async () => {
    const hostile = `:root { font-size: 40px !important; --ground: red; --ink: red; --size: 9; --area: red }
      * { letter-spacing: 1em !important; text-transform: uppercase !important; color: red !important;
        line-height: 4 !important; font-family: cursive !important; visibility: visible; text-indent: 5em !important }
      support-chat { direction: rtl !important; font: 50px serif !important; white-space: pre !important;
        word-spacing: 2em !important; text-align: right !important; cursor: wait !important }
      .window, .bubble, .log, button, textarea, p { display: none !important; width: 5px !important }`;
    const look = async (styles: string) => {
      const { page } = await visitShop(SHOP, '', styles);
      await page.locator('.launcher').click();
      await page.getByText('Hallo! Ik ben de digitale assistent').waitFor();
      const parts = ['.top', '.log', '.bubble', '.intro h2', 'textarea', '.person', '.send'];
      return page.evaluate(
        (names) =>
          names.map((name) => {
            const part = document.querySelector('support-chat')?.shadowRoot?.querySelector(name) as Element;
            const style = getComputedStyle(part);
            const { x, y, width, height } = part.getBoundingClientRect();
            const told = [
              'color',
              'fontSize',
              'fontFamily',
              'letterSpacing',
              'textTransform',
              'direction',
            ] as const;
            return [name, x, y, width, height, ...told.map((property) => style[property])].join(' ');
          }),
        parts,
      );
    };
    expect(await look(hostile)).toEqual(await look(''));
  });

  it('offers the first questions and the privacy text of the tag, until something was asked', async () => {
    const { page } = await visitShop(
      SHOP,
      'questions="Hoe werkt esim?|Mijn wifi is traag" privacy-link="https://shop.example/privacy"',
    );
    await page.locator('.launcher').click();
    expect(await page.getByRole('link', { name: 'About your privacy' }).getAttribute('href')).toContain(
      '/privacy',
    );
    await page.getByRole('group', { name: 'Common questions' }).getByRole('button').first().click();
    await page.getByText('Pieter_K').waitFor();
    await page.getByRole('group', { name: 'Common questions' }).waitFor({ state: 'hidden' });
    expect(stage.received.at(-1)).toMatchObject({ channelData: { page: { company: 'Shop' } } });
  });

  it('takes from the server what the tag leaves open of questions and privacy, once it is opened', async () => {
    const { page } = await visitShop(SHOP, 'questions-en="Of the tag?"');
    const asked: string[] = [];
    await page.route('**/api/webchat/texts*', (route) => {
      asked.push(new URL(route.request().url()).search);
      const texts = {
        questions: ['Of the server?'],
        privacyText: 'Kept for a month.',
        privacyLink: 'https://a.example/p',
      };
      return route.fulfill({ json: texts, headers: { 'access-control-allow-origin': '*' } });
    });
    expect(asked).toEqual([]);
    await page.locator('.launcher').click();
    await page.getByText('Kept for a month.').waitFor();
    const link = page.getByRole('link', { name: 'About your privacy' });
    expect(await link.getAttribute('href')).toBe('https://a.example/p');
    await page.getByRole('button', { name: 'Of the tag?' }).waitFor();
    expect(await page.getByRole('button', { name: 'Of the server?' }).count()).toBe(0);
    expect(asked).toEqual(['?language=en']);
  });

  it('says that it did not work where the end of the mail could not be asked for', async () => {
    const { page } = await visitShop(SHOP);
    const headers = { 'access-control-allow-origin': '*', 'access-control-allow-headers': '*' };
    await page.route('**/mail', (route) =>
      route.fulfill({ json: { isOn: true, repliesTo: 'm…@example.com' }, headers }),
    );
    await page.route('**/mail/forget', (route) => route.fulfill({ status: 500, json: {}, headers }));
    await page.locator('.launcher').click();
    await page.locator('textarea').fill('vraag');
    await page.locator('textarea').press('Enter');
    await page.getByText('U zei: vraag').waitFor();
    await page.getByRole('button', { name: 'More', exact: true }).click();
    await page.getByRole('button', { name: 'Stop e-mailing me' }).click();
    await page.getByText('That is not possible now').or(page.getByText('Try again later')).first().waitFor();
    expect(await page.getByText('We will not e-mail you any more.').count()).toBe(0);
  });

  it('goes on asking whether a conversation is to end when the server is slow to tell of mail', async () => {
    const { page } = await visitShop(SHOP);
    const asked: Route[] = [];
    await page.route('**/mail', (route) => void asked.push(route));
    await page.locator('.launcher').click();
    await page.locator('textarea').fill('vraag');
    await page.locator('textarea').press('Enter');
    await page.getByText('U zei: vraag').waitFor();
    await page.getByRole('button', { name: 'More', exact: true }).click();
    await page.getByRole('button', { name: 'Start a new conversation' }).click();
    await page.getByRole('button', { name: 'Yes, end this conversation' }).waitFor();
    const headers = { 'access-control-allow-origin': '*' };
    await Promise.all(
      asked.map((route) => route.fulfill({ json: { isOn: true, repliesTo: null }, headers })),
    );
    await page.getByRole('button', { name: 'E-mail this chat' }).waitFor();
    await page.getByRole('button', { name: 'Yes, end this conversation' }).click();
    await page.getByText('U zei: vraag').waitFor({ state: 'hidden' });
  });

  it('begins anew, comes back to the conversation before, and forgets it', async () => {
    const { page } = await visitShop(SHOP);
    const more = () => page.getByRole('button', { name: 'More', exact: true }).click();
    await page.locator('.launcher').click();
    await page.locator('textarea').fill('eerste vraag');
    await page.locator('textarea').press('Enter');
    await page.getByText('U zei: eerste vraag').waitFor();
    await more();
    await page.getByRole('button', { name: 'Start a new conversation' }).click();
    await page.getByRole('button', { name: 'Yes, end this conversation' }).click();
    await page.getByText('U zei: eerste vraag').waitFor({ state: 'hidden' });
    await page.getByText('Hallo!').waitFor();
    await more();
    await page.getByRole('button', { name: /^Conversation of / }).click();
    await page.getByText('U zei: eerste vraag').waitFor();
    await more();
    const sound = page.getByRole('button', { name: 'Sound for a new message: off' });
    await sound.click();
    await page.getByRole('button', { name: 'Sound for a new message: on' }).waitFor();
    await page.getByRole('button', { name: /^Conversation of / }).waitFor({ state: 'hidden' });
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

  it('tells of no connection where the website is not allowed, and its makers why in the console', async () => {
    const { page, complaints } = await visitShop('http://other.example');
    await page.getByRole('button', { name: 'Open the chat' }).click();
    await page.getByText('No connection').waitFor();
    await expect.poll(() => complaints.join()).toContain('WEBCHAT_ORIGINS');
  });
});
