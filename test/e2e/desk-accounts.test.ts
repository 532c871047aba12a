import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { findViolations } from '../support/check-accessibility.js';
import { openBrowser, type TestBrowser } from './browser.js';
import { type DeskStage, PASSWORD, setDeskStage, signIn } from './desk-stage.js';

const NEW_PASSWORD = 'een heel andere lange zin';

let browser: TestBrowser;
let stage: DeskStage;
const open: Page[] = [];

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

// Each test begins with accounts of its own: what one locks or removes is gone for the next.
beforeEach(async () => {
  stage = await setDeskStage({ heartbeatMs: 3_600_000 }, browser);
});
afterEach(async () => {
  for (const page of open.splice(0)) await page.context().close();
  await stage.close();
});

async function agent(name: string, options = {}): Promise<Page> {
  const page = await stage.agent(name, options);
  open.push(page);
  return page;
}

/** Sanne's page, where the team is. */
async function team(options = {}): Promise<Page> {
  const page = await agent('Sanne', options);
  await page.goto(`${stage.server.url}/desk#/team`);
  await page.getByText('mehmet@example.com').waitFor();
  return page;
}

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const confirm = (page: Page, name: string) => page.getByRole('dialog').getByRole('button', { name });

/** Without a heartbeat only the server's word ends a page before it finds itself that nothing comes any more, after 45 s. */
const TOLD_MS = 40_000;

describe('an account', () => {
  it('is locked, which ends the open page of its agent at once, and unlocked', async () => {
    const mehmet = await agent('Mehmet');
    const sanne = await team();
    await button(sanne, 'Blokkeren: Mehmet').click();
    await sanne.getByRole('dialog', { name: 'Het account van Mehmet blokkeren?' }).waitFor();
    await confirm(sanne, 'Blokkeren').click();
    await mehmet.getByText('Je sessie is afgelopen', { exact: false }).waitFor({ timeout: TOLD_MS });
    await sanne.getByRole('status').filter({ hasText: 'Het account van Mehmet is geblokkeerd.' }).waitFor();
    await sanne.getByText('geblokkeerd', { exact: true }).waitFor();

    await mehmet.getByLabel('E-mailadres').fill('mehmet@example.com');
    await mehmet.getByLabel('Wachtwoord').fill(PASSWORD);
    await button(mehmet, 'Inloggen').click();
    await mehmet.getByRole('alert').filter({ hasText: 'E-mailadres of wachtwoord klopt niet.' }).waitFor();

    await button(sanne, 'Deblokkeren: Mehmet').click();
    await sanne.getByRole('status').filter({ hasText: 'gedeblokkeerd' }).waitFor();
    await signIn(mehmet, 'Mehmet');
  });

  it('is signed out everywhere, and can sign in again', async () => {
    const mehmet = await agent('Mehmet');
    const sanne = await team();
    await button(sanne, 'Overal uitloggen: Mehmet').click();
    await confirm(sanne, 'Overal uitloggen').click();
    await mehmet.getByText('Je sessie is afgelopen', { exact: false }).waitFor({ timeout: TOLD_MS });
    await button(sanne, 'Overal uitloggen: Mehmet').waitFor({ state: 'detached' });
    await signIn(mehmet, 'Mehmet');
  });

  it('is removed when the administrator says so once more', async () => {
    await agent('Mehmet');
    const sanne = await team();
    await button(sanne, 'Verwijderen: Mehmet').click();
    await confirm(sanne, 'Annuleren').click();
    await sanne.getByText('mehmet@example.com').waitFor();
    await button(sanne, 'Verwijderen: Mehmet').click();
    await confirm(sanne, 'Verwijderen').click();
    await sanne.getByText('mehmet@example.com').waitFor({ state: 'detached' });
    expect((await stage.server.accounts.agents()).map(({ name }) => name)).toEqual(['Sanne']);
  });

  it('gets another role from an administrator, and its owner a page for name and picture', async () => {
    const mehmet = await agent('Mehmet');
    const sanne = await team();
    await sanne.getByLabel('Rol: Mehmet').selectOption('content');
    await sanne.getByRole('status').filter({ hasText: 'Mehmet is nu:' }).waitFor();
    await expect.poll(() => sanne.getByLabel('Rol: Mehmet').inputValue()).toBe('content');
    expect(await sanne.getByLabel('Rol: Sanne').count()).toBe(0);
    await mehmet.goto(`${stage.server.url}/desk#/account`);
    await mehmet.getByLabel('Nieuwe naam').waitFor();
    await mehmet.getByLabel('Kies een foto:').waitFor();
    for (const page of [sanne, mehmet]) expect(await findViolations(page)).toEqual([]);
  });

  it('of the last administrator stays, with advice', async () => {
    await agent('Mehmet');
    const sanne = await team();
    await button(sanne, 'Verwijderen: Sanne').click();
    await sanne.getByText('Dit is je eigen account', { exact: false }).waitFor();
    await confirm(sanne, 'Verwijderen').click();
    await sanne.getByRole('alert').filter({ hasText: 'Nodig eerst een andere beheerder uit' }).waitFor();
    expect(await stage.server.accounts.agents()).toHaveLength(2);
  });

  it('gets a new password by a link that works once', async () => {
    const mehmet = await agent('Mehmet');
    const sanne = await team();
    await button(sanne, 'Nieuw wachtwoord: Mehmet').click();
    const link = await sanne
      .getByLabel('Link voor één keer naar een nieuw wachtwoord voor Mehmet')
      .inputValue();
    const other = await stage.browser.newPage();
    open.push(other);
    await other.goto(link);
    await other.getByText('Mehmet, kies een nieuw wachtwoord').waitFor();
    expect(await other.getByLabel('E-mailadres').inputValue()).toBe('mehmet@example.com');
    await other.getByLabel('Nieuw wachtwoord').fill('kort');
    await button(other, 'Wachtwoord bewaren').click();
    await other.getByRole('alert').filter({ hasText: 'te kort' }).waitFor();
    await other.getByLabel('Nieuw wachtwoord').fill(NEW_PASSWORD);
    await button(other, 'Wachtwoord bewaren').click();
    await other.getByText('Live', { exact: true }).waitFor();
    expect(other.url()).toBe(`${stage.server.url}/desk`);
    await mehmet.getByText('Je sessie is afgelopen', { exact: false }).waitFor({ timeout: TOLD_MS });

    const late = await stage.browser.newPage({ locale: 'en-GB' });
    open.push(late);
    await late.goto(link);
    await late.getByRole('heading', { name: 'This link does not work' }).waitFor();
    await late.getByRole('button', { name: 'To the desk' }).click();
    await late.getByText('Forgot your password? Ask an administrator', { exact: false }).waitFor();
  });

  it('can be changed without a mouse', async () => {
    await agent('Mehmet');
    const sanne = await team();
    const lock = button(sanne, 'Blokkeren: Mehmet');
    await tabTo(sanne, lock);
    await sanne.keyboard.press('Enter');
    await sanne.getByRole('dialog').waitFor();
    await sanne.keyboard.press('Escape');
    await sanne.locator('dialog').waitFor({ state: 'detached' });
    await expect.poll(() => lock.evaluate((element) => element === document.activeElement)).toBe(true);
    await sanne.keyboard.press('Enter');
    await sanne.getByRole('dialog').waitFor();
    await tabTo(sanne, confirm(sanne, 'Blokkeren'));
    await sanne.keyboard.press('Enter');
    await sanne.getByText('geblokkeerd', { exact: true }).waitFor();
    // The next Tab goes on in the list, not at the top of the page.
    await sanne.waitForFunction(() => document.activeElement?.tagName === 'H2');
    await sanne.keyboard.press('Tab');
    expect(await sanne.evaluate(() => document.activeElement?.closest('.agents') !== null)).toBe(true);
  });
});

describe('axe finds nothing', () => {
  it.each([
    [1280, 'light'],
    [1280, 'dark'],
    [390, 'light'],
    [390, 'dark'],
    [320, 'light'],
  ] as const)('in the accounts at %d pixels, %s', async (width, scheme) => {
    await agent('Mehmet');
    stage.server.accounts.add('Noor van der Meulen-Schimmelpenninck', 'administrator', PASSWORD);
    const page = await team({ width, scheme });
    await button(page, 'Blokkeren: Mehmet').click();
    await page.getByRole('dialog').waitFor();
    const findings: Record<string, string[]> = { dialog: await findViolations(page) };
    await confirm(page, 'Blokkeren').click();
    await page.getByText('geblokkeerd', { exact: true }).waitFor();
    findings.locked = await findViolations(page);
    await button(page, 'Nieuw wachtwoord: Noor van der Meulen-Schimmelpenninck').click();
    const field = page.getByLabel('Link voor één keer naar een nieuw wachtwoord');
    const link = await field.inputValue();
    findings.link = await findViolations(page);
    await button(page, 'Verwijderen: Sanne').click();
    await confirm(page, 'Verwijderen').click();
    await page.getByText('Je sessie is afgelopen', { exact: false }).waitFor();
    findings.signIn = await findViolations(page);
    await page.goto(link);
    await page.getByRole('heading', { name: 'Kies een nieuw wachtwoord' }).waitFor();
    findings.reset = await findViolations(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    expect(findings).toEqual({ dialog: [], locked: [], link: [], signIn: [], reset: [] });
  });
});

/** Goes by Tab until the place has the focus. */
async function tabTo(page: Page, place: ReturnType<Page['getByRole']>): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    if (await place.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  expect(await place.evaluate((element) => element === document.activeElement)).toBe(true);
}
