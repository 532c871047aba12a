import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { findViolations } from '../support/check-accessibility.js';
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

async function agent(name: string, options = {}): Promise<Page> {
  const page = await stage.agent(name, options);
  open.push(page);
  return page;
}

/** Opens a conversation as its agent; resolves with the box for the reply. */
async function claim(page: Page, id: string) {
  await page.goto(`${stage.server.url}/desk#/conversation/${id}`);
  await page.getByRole('button', { name: 'Overnemen' }).click();
  const box = page.getByRole('textbox');
  await box.waitFor();
  return box;
}

describe('a reply whose author did not see the newest message', () => {
  const lines = Array.from({ length: 30 }, (_, place) => ({ text: `Regel ${place} van wat ik schreef` }));

  it.each([
    [1280, 'light'],
    [1280, 'dark'],
    [390, 'light'],
    [390, 'dark'],
  ] as const)('is held back with a word, in sight at %d pixels, %s', async (width, scheme) => {
    const id = stage.server.desk.customerWaits({ customerName: 'Hanna' }, lines);
    const page = await agent('Sanne', { width, scheme });
    const box = await claim(page, id);
    await page.getByRole('log').evaluate((log) => log.scrollTo({ top: 0 }));
    await page.getByRole('button', { name: 'Naar het nieuwste bericht' }).waitFor();
    await box.fill('Zet het modem uit en aan.');
    stage.server.desk.customerWritesUnseen(id, 'Laat maar, het werkt weer');
    await box.press('Enter');

    const word = page.getByRole('alert').filter({ hasText: 'de klant schreef intussen iets' });
    await word.waitFor();
    const newest = page.getByRole('log').locator('.message').last();
    await expect.poll(() => newest.textContent()).toContain('Laat maar, het werkt weer');
    await expect.poll(() => newest.textContent()).toContain('nieuw');
    expect(await box.inputValue()).toBe('Zet het modem uit en aan.');
    await expect.poll(() => box.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(stage.server.desk.replies).not.toContain('Zet het modem uit en aan.');
    const height = page.viewportSize()?.height ?? 0;
    for (const place of [word, newest, box]) {
      await expect.poll(async () => isWithin(await place.boundingBox(), height)).toBe(true);
    }
    expect(await findViolations(page)).toEqual([]);

    await box.fill('Fijn dat het weer werkt.');
    await box.press('Enter');
    await word.waitFor({ state: 'detached' });
    await expect.poll(() => stage.server.desk.replies.at(-1)).toBe('Fijn dat het weer werkt.');
    await page.getByRole('log').getByText('nieuw', { exact: true }).waitFor({ state: 'detached' });
  });

  it('leaves who scrolls back just then where they are', async () => {
    const id = stage.server.desk.customerWaits({ customerName: 'Nel' }, lines);
    const page = await agent('Sanne');
    const box = await claim(page, id);
    const log = page.getByRole('log');
    const toNewest = page.getByRole('button', { name: 'Naar het nieuwste bericht' });
    await expect.poll(() => log.evaluate((list) => list.scrollTop)).toBeGreaterThan(0);
    await box.fill('Ik kijk het na.');
    // In one go: the page draws the reply before the browser tells it of the scrolling.
    await box.evaluate((field) => {
      document.querySelector('[role=log]')?.scrollTo({ top: 0 });
      field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
    });
    await expect.poll(() => stage.server.desk.replies.at(-1)).toBe('Ik kijk het na.');
    await toNewest.waitFor();
    expect(await log.evaluate((list) => list.scrollTop)).toBe(0);
  });

  it('is held back for a colleague’s message in English too, and goes as it was when sent again', async () => {
    const id = stage.server.desk.customerWaits({ customerName: 'Pim' }, lines);
    const page = await agent('Mehmet');
    await page.getByRole('button', { name: /English/ }).click();
    await page.goto(`${stage.server.url}/desk#/conversation/${id}`);
    await page.getByRole('button', { name: 'Claim' }).click();
    const box = page.getByRole('textbox');
    // The page hears of it only with the answer to its reply.
    await page.route(
      '**/reply',
      async (route) => {
        stage.server.desk.colleagueWrites(id, 'Joris', 'Dat heb ik al geregeld.');
        await route.continue();
      },
      { times: 1 },
    );
    await box.fill('Ik regel het.');
    await box.press('Enter');
    await page
      .getByRole('alert')
      .filter({ hasText: 'Not sent: there is a newer message from Joris.' })
      .waitFor();
    await box.press('Enter');
    await expect.poll(() => stage.server.desk.replies.at(-1)).toBe('Ik regel het.');
  });
});

describe('what was typed and not sent', () => {
  it('is there again after a reload, at another device, and for nobody else', async () => {
    const id = stage.server.desk.customerWaits({ customerName: 'Sien' });
    const page = await agent('Sanne');
    const box = await claim(page, id);
    await box.fill('Een half antw');
    await page.reload();
    await expect.poll(() => box.inputValue()).toBe('Een half antw');
    await box.fill('Een half antwoord');
    const sanne = { id: await idOf(id), name: 'Sanne', email: '', role: 'agent' } as const;
    // A while after typing stops, with nobody leaving the page.
    await expect.poll(() => stage.server.desk.draft(id, sanne)).toBe('Een half antwoord');

    const phone = await agent('Sanne', { width: 390 });
    await phone.goto(`${stage.server.url}/desk#/conversation/${id}`);
    await expect.poll(() => phone.getByRole('textbox').inputValue()).toBe('Een half antwoord');
    const other = await stage.server.desk.draft(id, { ...sanne, id: 'another' });
    expect(other).toBe('');
    await phone.getByRole('textbox').press('Enter');
    await expect.poll(() => stage.server.desk.replies.at(-1)).toBe('Een half antwoord');
    await phone.reload();
    await phone.getByRole('log').getByText('Een half antwoord').waitFor();
    expect(await phone.getByRole('textbox').inputValue()).toBe('');
    await expect.poll(() => stage.server.desk.draft(id, sanne)).toBe('');
  });
});

async function idOf(conversationId: string): Promise<string> {
  const holder = (await stage.server.desk.conversation(conversationId))?.entry.holder;
  return holder?.kind === 'agent' ? holder.id : '';
}

function isWithin(box: { y: number; height: number } | null, height: number): boolean {
  return box !== null && box.y >= 0 && box.y + box.height <= height;
}
