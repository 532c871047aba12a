import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findViolations } from '../support/check-accessibility.js';
import { createFakeAssignment } from '../support/fake-assignment.js';
import { type DeskStage, setDeskStage } from './desk-stage.js';

const TEAMS = [
  { id: 'bills', name: { nl: 'Rekeningen', en: 'Billing' } },
  { id: 'service', name: { nl: 'Klantenservice', en: 'Customer service' } },
];
let stage: DeskStage;

beforeAll(async () => {
  const assignment = Object.assign(createFakeAssignment(), { mode: 'offer' as const, teams: TEAMS });
  stage = await setDeskStage({ assignment });
});
afterAll(() => stage.close());

async function idOf(name: string): Promise<string> {
  return (await stage.server.accounts.agents()).find((agent) => agent.name === name)?.id ?? '';
}

async function sanne(options = {}): Promise<{ page: Page; id: string }> {
  const page = await stage.agent('Sanne', options);
  const id = await idOf('Sanne');
  stage.server.assignment.stands({
    agentId: id,
    isHere: true,
    status: 'available',
    because: null,
    load: 2,
    capacity: 6,
  });
  return { page, id };
}

const inSeconds = (seconds: number) => new Date(Date.now() + seconds * 1_000).toISOString();

describe('an offer', () => {
  it('stands on top with the time left, and is declined or taken there', async () => {
    const { page, id } = await sanne();
    const offer = { agentId: id, agentName: 'Sanne', until: inSeconds(300) };
    const anna = stage.server.desk.customerWaits({ customerName: 'Anna', offer, teamId: 'bills' });
    await page.getByText(/nog 4 min|nog 5 min/).waitFor();
    await page.getByRole('button', { name: 'Weigeren: Anna' }).click();
    await expect.poll(() => stage.server.assignment.declined).toEqual([`${anna} ${id}`]);
    await page.getByRole('button', { name: 'Aannemen: Anna' }).click();
    await page.getByRole('textbox').waitFor();
    await page.getByRole('heading', { name: /Mijn gesprekken/ }).waitFor();
    expect(page.url()).toContain(anna);
    await page.context().close();
  });

  it.each([
    [1280, 'light'],
    [1280, 'dark'],
    [390, 'light'],
    [390, 'dark'],
  ] as const)('can be used by everybody at %d pixels, %s', async (width, scheme) => {
    const { page, id } = await sanne({ width, scheme });
    const offer = { agentId: id, agentName: 'Sanne', until: inSeconds(300) };
    const bram = stage.server.desk.customerWaits({ customerName: 'Bram', offer, teamId: 'bills' });
    const toNoor = { agentId: 'noor', agentName: 'Noor', until: inSeconds(300) };
    const cleo = stage.server.desk.customerWaits({ customerName: 'Cleo', offer: toNoor, teamId: 'service' });
    stage.server.assignment.stands({
      agentId: id,
      isHere: true,
      status: 'away',
      because: 'missed',
      load: 2,
      capacity: 6,
    });
    await page.getByText('Je staat op afwezig').waitFor();
    await page.getByText('aangeboden aan Noor').first().waitFor();
    expect(await findViolations(page)).toEqual([]);
    const isTooWide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
    expect(isTooWide).toBe(false);
    await page.getByRole('button', { name: 'Ik ben er weer' }).click();
    await page.getByText('Je staat op afwezig').waitFor({ state: 'detached' });
    await page.getByRole('combobox', { name: /^Team/ }).selectOption('Rekeningen');
    await page.getByText('Cleo').waitFor({ state: 'detached' });
    await page.getByLabel('Status').selectOption('Afwezig');
    await expect.poll(async () => (await stage.server.assignment.standings())[0]?.because).toBe('self');
    const noor = { id: 'noor', name: 'Noor', email: '', role: 'agent' } as const;
    for (const each of [bram, cleo]) {
      await stage.server.desk.claim(each, noor);
      await stage.server.desk.close(each, noor);
    }
    await page.context().close();
  });
});
