import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findViolations } from '../support/check-accessibility.js';
import { openStage, type WidgetStage } from '../support/widget-stage.js';
import { openBrowser, type PageOptions, type TestBrowser } from './browser.js';

let browser: TestBrowser;
let stage: WidgetStage;

beforeAll(async () => {
  [browser, stage] = await Promise.all([openBrowser(), openStage()]);
});

afterAll(async () => {
  await browser.close();
  await stage.stop();
});

async function visit(options: PageOptions = {}, path = '/'): Promise<Page> {
  const page = await browser.newPage(options);
  await page.goto(stage.url + path);
  return page;
}

/** What has the focus, by its accessible name or its words. */
function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const root = document.activeElement?.shadowRoot;
    const element = root ? root.activeElement : document.activeElement;
    return element?.getAttribute('aria-label') ?? element?.textContent?.trim() ?? '';
  });
}

const LOOKS: readonly PageOptions[] = [
  { width: 320, scheme: 'light' },
  { width: 320, scheme: 'dark' },
  { width: 1280, scheme: 'light' },
  { width: 1280, scheme: 'dark' },
];

describe('the widget for everybody', () => {
  it.each(LOOKS)('gives axe nothing to find at $width px, $scheme', async (look) => {
    const page = await visit(look);
    expect(await findViolations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Open de chat' }).click();
    const box = page.locator('textarea');
    for (const [text, answer] of [
      ['esim', 'Pieter_K'],
      ['wifi', 'Geen van deze'],
    ] as const) {
      await box.fill(text);
      await box.press('Enter');
      await page.getByText(answer).waitFor();
      expect(await findViolations(page)).toEqual([]);
    }
    await page.getByRole('button', { name: 'Praat met een medewerker' }).click();
    await page.getByText('U bent ongeveer nummer 3 in de rij').waitFor();
    await page.context().setOffline(true);
    await box.fill('nog iets');
    await box.press('Enter');
    await page.getByText('Niet verstuurd').waitFor();
    await page.locator('.banner').evaluate((banner) => {
      for (const animation of banner.getAnimations()) animation.finish();
    });
    expect(await findViolations(page)).toEqual([]);
  });

  it('gives axe nothing to find on the English page', async () => {
    const page = await visit({}, '/en');
    await page.getByRole('button', { name: 'Open the chat' }).click();
    await page.getByText('Hallo!').waitFor();
    expect(await findViolations(page)).toEqual([]);
  });

  it('works by keyboard alone', async () => {
    const page = await visit();
    await page.locator('.launcher').focus();
    await page.keyboard.press('Enter');
    await page.getByText('Hallo!').waitFor();
    await expect.poll(() => focused(page)).toBe('Uw bericht');
    await page.keyboard.type('regel een');
    await page.keyboard.press('Shift+Enter');
    await page.keyboard.type('wifi');
    await page.keyboard.press('Enter');
    await page.getByText('Geen van deze').waitFor();
    expect(stage.received.at(-1)?.text).toBe('regel een\nwifi');
    const reached: string[] = [];
    while (reached.at(-1) !== 'Hoe reset ik mijn Zwaluw Box?' && reached.length < 20) {
      await page.keyboard.press('Shift+Tab');
      reached.push(await focused(page));
    }
    expect(reached).toContain('Praat met een medewerker');
    await page.keyboard.press('Enter');
    await page.getByText('Pieter_K').waitFor();
    await expect.poll(() => focused(page)).toBe('Gesprek');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await expect.poll(() => focused(page)).toBe('Open de chat');
  });

  it('gives the focus back to what opened it', async () => {
    const page = await visit();
    const question = page.getByRole('button', { name: 'Stel uw vraag' });
    await question.focus();
    await page.keyboard.press('Enter');
    await page.getByText('Hallo!').waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => focused(page)).toBe('Stel uw vraag');
  });

  it('keeps Tab inside where it fills the screen', async () => {
    const page = await visit({ width: 320 });
    await page.locator('.launcher').focus();
    await page.keyboard.press('Enter');
    await page.getByText('Hallo!').waitFor();
    const dialog = page.getByRole('dialog');
    expect(await dialog.getAttribute('aria-modal')).toBe('true');
    const { width, height } = (await dialog.boundingBox()) ?? { width: 0, height: 0 };
    expect([width, height]).toEqual([320, 640]);
    const holder = () => page.evaluate(() => document.activeElement?.tagName);
    await expect.poll(holder).toBe('SUPPORT-CHAT');
    for (let press = 0; press < 12; press += 1) {
      await page.keyboard.press(press < 6 ? 'Tab' : 'Shift+Tab');
      expect(await holder()).toBe('SUPPORT-CHAT');
    }
  });

  it('shows everything at 200 % zoom', async () => {
    // A window of 1280 by 800 at 200 % has 640 by 400 CSS pixels.
    const page = await visit({ width: 640, height: 400 });
    await page.getByRole('button', { name: 'Open de chat' }).click();
    await page.getByText('Hallo!').waitFor();
    for (const name of ['Sluit de chat', 'Praat met een medewerker', 'Verstuur']) {
      const box = await page.getByRole('button', { name }).boundingBox();
      expect(box && box.y >= 0 && box.y + box.height <= 400 && box.x + box.width <= 640).toBe(true);
    }
  });

  it('keeps header and input at 400 % zoom, with room for what was said, and gives axe nothing to find', async () => {
    // A window of 1280 by 800 at 400 % has 320 by 200 CSS pixels.
    const page = await visit({ width: 320, height: 200 });
    await page.getByRole('button', { name: 'Open de chat' }).click();
    await page.getByText('Hallo!').waitFor();
    await page.locator('textarea').fill('esim');
    await page.locator('textarea').press('Enter');
    await page.getByText('Pieter_K').waitFor();
    const isInside = async (name: string) => {
      const box = await page.getByRole('button', { name, exact: true }).boundingBox();
      return !!box && box.y >= 0 && box.y + box.height <= 200 && box.x >= 0 && box.x + box.width <= 320;
    };
    const controls = ['Sluit de chat', 'Meer', 'Praat met een medewerker', 'Verstuur'];
    expect(await Promise.all(controls.map(isInside))).toEqual(controls.map(() => true));
    const log = await page.locator('.log').boundingBox();
    expect(log?.height).toBeGreaterThanOrEqual(56);
    await page.getByRole('button', { name: 'Meer', exact: true }).click();
    await expect.poll(() => isInside('Gesprek opslaan')).toBe(true);
    // What does not fit is reached by scrolling within the menu, as by Tab.
    await page.getByRole('button', { name: 'Geluid bij een nieuw bericht: uit' }).focus();
    await expect.poll(() => isInside('Geluid bij een nieuw bericht: uit')).toBe(true);
    expect(await findViolations(page)).toEqual([]);
  });

  it('shows the source of an answer and "did this help?" on a laptop without scrolling', async () => {
    const page = await visit({ width: 1366, height: 768 });
    await page.getByRole('button', { name: 'Open de chat' }).click();
    await page.getByText('Hallo!').waitFor();
    await page.locator('textarea').fill('esim');
    await page.locator('textarea').press('Enter');
    await page.locator('.feedback').waitFor();
    const isShown = async (part: string) => {
      const [log, box] = await Promise.all(
        ['.log', part].map((selector) => page.locator(selector).boundingBox()),
      );
      return !!box && !!log && box.y >= log.y && box.y + box.height <= log.y + log.height;
    };
    // The log scrolls to what is new after it was put there.
    for (const part of ['.answer blockquote', '.source', '.feedback']) {
      await expect.poll(() => isShown(part)).toBe(true);
    }
  });

  it('never scrolls sideways at 320 px', async () => {
    const page = await visit({ width: 320 });
    const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(await overflow()).toBeLessThanOrEqual(0);
    await page.getByRole('button', { name: 'Open de chat' }).click();
    await page.locator('textarea').fill(`${'w'.repeat(200)} https://a.example/${'x'.repeat(200)}`);
    await page.locator('textarea').press('Enter');
    await page.getByText('U zei: www').waitFor();
    expect(await page.locator('.log').evaluate((log) => log.scrollWidth - log.clientWidth)).toBe(0);
  });

  it('weighs at most 20 kB on the wire before it is opened, by either encoding', async () => {
    for (const encoding of ['br', 'gzip']) {
      const headers = { 'accept-encoding': encoding };
      const loader = await fetch(`${stage.url}/support-chat.js`, { headers });
      const name = /support-chat-[0-9a-f]{12}\.js/.exec(await loader.text())?.[0] ?? '';
      const script = await fetch(`${stage.url}/${name}`, { headers });
      expect(script.headers.get('content-encoding')).toBe(encoding);
      expect(script.headers.get('cache-control')).toContain('immutable');
      const bytes = [loader, script].map((one) => Number(one.headers.get('content-length')));
      expect((bytes[0] ?? 0) + (bytes[1] ?? 0)).toBeLessThanOrEqual(20_000);
      const behindName = /support-chat-window-[0-9a-f]{12}\.js/.exec(await script.text())?.[0] ?? '';
      const behind = await fetch(`${stage.url}/${behindName}`, { headers });
      expect(behind.headers.get('cache-control')).toContain('immutable');
      bytes.push(Number(behind.headers.get('content-length')));
      expect(bytes.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(45_000);
    }
  });
});
