import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { findViolations } from '../support/check-accessibility.js';
import { type BotDeskStage, setBotDeskStage } from './bot-desk-stage.js';

let stage: BotDeskStage;

beforeAll(async () => {
  stage = await setBotDeskStage();
});
afterEach(() => stage.closePages());
afterAll(() => stage.close());

/** A customer who asks for a person and says something; the id of the conversation, which an agent opens. */
async function opened(page: Page, conversation: string, text: string): Promise<string> {
  const id = await stage.asks(conversation, text);
  await page.goto(`${stage.server.url}/desk#/conversation/${id}`);
  await page.getByRole('button', { name: 'Overnemen' }).click();
  await page.getByRole('textbox').waitFor();
  // What is typed before that goes elsewhere.
  await expect.poll(() => hasFocus(page)).toBe(true);
  return id;
}

const sentTo = (conversation: string) =>
  stage.server.test.transport.sent
    .filter((sent) => sent.conversation?.id === conversation)
    .map(({ text }) => text);
const hasFocus = (page: Page) =>
  page.getByRole('textbox').evaluate((element) => element === document.activeElement);

async function openKnowledge(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Zoek in de kennis' }).press('Enter');
  const search = page.getByRole('searchbox', { name: 'Zoek in de kennis van de community' });
  await expect.poll(() => search.evaluate((element) => element === document.activeElement)).toBe(true);
}

describe('a canned answer', () => {
  it.each([
    [1280, 'light'],
    [390, 'dark'],
  ] as const)(
    'is written, typed by its shortcut, filled in and sent with its ending, by keyboard alone, at %d pixels, %s',
    async (width, scheme) => {
      const page = await stage.agent('Noor', { width, scheme });
      await page.getByRole('link', { name: 'Standaardantwoorden' }).press('Enter');
      await page.getByRole('button', { name: 'Nieuw standaardantwoord' }).press('Enter');
      await page.waitForFunction(() => document.activeElement instanceof HTMLInputElement);
      await page.keyboard.type('Monteur komt');
      await page.getByLabel('Afkorting').fill(`/Monteur${width}`);
      await page.getByLabel('Daarna').selectOption('gesprek afsluiten');
      await page.getByLabel('Tekst', { exact: true }).fill('De monteur van {bedrijf} komt op {dag}. Groet, ');
      await page.getByRole('button', { name: '{medewerker}' }).press('Enter');
      expect(await findViolations(page)).toEqual([]);
      await page.getByRole('button', { name: 'Bewaren' }).press('Enter');
      await page.getByText('Bewaard.').waitFor();
      await page.getByRole('button', { name: 'Wijzigen: Monteur komt' }).first().waitFor();
      expect(await findViolations(page)).toEqual([]);

      const conversation = `canned-${width}`;
      await opened(page, conversation, 'Wanneer komt de monteur?');
      const box = page.getByRole('textbox');
      await page.keyboard.type('Dag! /monteur');
      await page.getByRole('option', { name: new RegExp(`/monteur${width}`) }).waitFor();
      expect(await box.getAttribute('aria-activedescendant')).toBe('canned-offer-0');
      expect(await findViolations(page)).toEqual([]);
      await page.keyboard.type(`${width}`);
      await page.keyboard.press('Enter');
      await expect.poll(() => box.inputValue()).toBe('Dag! De monteur van Zwaluw komt op {dag}. Groet, Noor');

      // What nobody filled is marked, holds the reply back and is selected: typing fills it.
      await page.keyboard.press('Enter');
      await page.getByText('Vul eerst in wat tussen accolades staat.').waitFor();
      await page.getByRole('button', { name: '{dag}' }).waitFor();
      expect(await page.getByRole('button', { name: 'Versturen en afsluiten' }).isDisabled()).toBe(true);
      expect(sentTo(conversation)).not.toContainEqual(expect.stringContaining('{dag}'));
      expect(await findViolations(page)).toEqual([]);
      await page.keyboard.type('maandag');
      await page.keyboard.press('Enter');
      await page.getByText('Dit gesprek is afgesloten.').waitFor();
      expect(sentTo(conversation)).toContain('Dag! De monteur van Zwaluw komt op maandag. Groet, Noor');
      await expect.poll(() => page.evaluate(() => document.activeElement?.id ?? '')).toBe('customer-name');
    },
  );

  it('is found by its words in a list, and inserted where the caret was; what follows can be left out', async () => {
    const { canned } = stage.server.test.bot.deskTools;
    const text = { language: 'nl', title: 'Wifi', text: 'Zet het modem uit.', ending: 'close' } as const;
    await canned.add(stage.noor, { ...text, shortcut: 'modem' }, true);
    const page = await stage.agent('Tijs', { width: 390, scheme: 'light' });
    const id = await opened(page, 'list', 'De wifi is weg');
    await page.keyboard.type('Dag! Groet');
    for (let left = 0; left < 5; left++) await page.keyboard.press('ArrowLeft');
    await page.getByRole('button', { name: 'Standaardantwoord' }).press('Enter');
    const search = page.getByRole('combobox', { name: 'Zoek een standaardantwoord' });
    await expect.poll(() => search.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.type('modem uit');
    await page.getByRole('option', { name: /Wifi/ }).waitFor();
    expect(await findViolations(page)).toEqual([]);
    await page.keyboard.press('Enter');
    const box = page.getByRole('textbox');
    await expect.poll(() => box.inputValue()).toBe('Dag! Zet het modem uit.Groet');
    await page.getByRole('button', { name: 'Niet doen' }).press('Enter');
    await page.getByRole('button', { name: 'Versturen', exact: true }).press('Enter');
    await expect.poll(() => sentTo('list')).toContain('Dag! Zet het modem uit.Groet');
    expect((await stage.server.test.bot.desk.conversation(id))?.entry.state).toBe('with-agent');
  });
});

describe('the knowledge beside the box', () => {
  it.each([
    [1280, 'dark'],
    [390, 'light'],
  ] as const)(
    'begins with what fits the question, and is searched, inserted and sent at %d pixels, %s',
    async (width, scheme) => {
      const page = await stage.agent('Tijs', { width, scheme });
      const conversation = `knowledge-${width}`;
      await opened(page, conversation, 'Hallo');
      await openKnowledge(page);
      await page.keyboard.type('mijn wifi');
      await page.keyboard.press('Enter');
      await page.getByText('1 antwoord, mogelijk passend').waitFor();
      await page.getByText('Hoe werkt wifi?').waitFor();
      expect(await findViolations(page)).toEqual([]);
      await page.getByRole('button', { name: 'Invoegen: Hoe werkt wifi?' }).press('Enter');
      await expect.poll(() => page.getByRole('textbox').inputValue()).toBe('Zet het modem uit en aan.');
      await expect.poll(() => hasFocus(page)).toBe(true);
      await page.keyboard.type(' Succes!');

      // What is typed would be lost by sending another text: it is not offered then.
      await openKnowledge(page);
      await page.keyboard.type('esim');
      await page.keyboard.press('Enter');
      await page.getByText('Hoe werkt esim?').waitFor();
      expect(await page.getByRole('button', { name: /Meteen versturen/ }).count()).toBe(0);
      await page.keyboard.press('Escape');
      await page.getByRole('textbox').press('Enter');
      await expect.poll(() => sentTo(conversation)).toContain('Zet het modem uit en aan. Succes!');

      await openKnowledge(page);
      await page.keyboard.type('esim');
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: 'Meteen versturen: Hoe werkt esim?' }).press('Enter');
      await expect.poll(() => sentTo(conversation)).toContain('Scan de code.');
    },
  );
});
