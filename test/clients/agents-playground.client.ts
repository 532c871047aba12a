import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type ChannelStage, openStage } from '../contract/channel-doors/stage.js';
import { openBrowser, type TestBrowser } from '../e2e/browser.js';
import { startPlayground } from '../support/agents-playground.js';
import { installedFile } from './installed.js';

const CLI = installedFile('@microsoft/m365agentsplayground/cli.js');

let browser: TestBrowser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const open: { stop(): Promise<void> }[] = [];
afterEach(async () => {
  for (const thing of open.splice(0).reverse()) await thing.stop();
});

interface Chat {
  readonly stage: ChannelStage;
  readonly page: Page;
  readonly conversationId: string;
  say(words: string): Promise<void>;
  /** Waits until these words stand in the chat; what the page's log repeats of them does not count. */
  sees(words: string): Promise<void>;
}

async function chat(channelId: string): Promise<Chat> {
  const conversationId = `playground-${channelId}`;
  const stage = await openStage();
  open.push(stage);
  const endpoint = `${stage.url}/api/messages`;
  const playground = await startPlayground(CLI, { endpoint, channelId, conversationId });
  open.push(playground);
  const page = await browser.newPage();
  await playground.show(page);
  return {
    stage,
    page,
    conversationId,
    async say(words) {
      // Its channel holds back what comes faster than people write, by a clock that stands still here.
      await stage.settle();
      const box = page.getByRole('textbox').first();
      await box.click();
      await box.pressSequentially(words);
      await box.press('Enter');
    },
    async sees(words) {
      const shown = async () => {
        await stage.settle();
        return ((await page.locator('body').textContent()) ?? '').split('Log Panel')[0];
      };
      await expect.poll(shown, { timeout: 50_000 }).toContain(words);
    },
  };
}

describe.each(['emulator', 'msteams'])('the Agents Playground as %s', (channelId) => {
  it('greets, answers with its source, takes a tapped choice, and brings an agent', async () => {
    const { page, sees, say, stage, conversationId } = await chat(channelId);
    await sees('Zwaluw-assistent');
    await say('Waar vind ik mijn puk-code?');
    await sees('Kies je nummer en dan');
    await sees('Antwoord van Pieter_K (Superuser)');
    await sees('Naar de community');
    await say('mijn wifi is zo traag');
    await page.getByRole('button', { name: 'Welk wifi-kanaal kies ik?' }).click();
    await sees('Kies kanaal 1, 6 of 11');
    if (channelId === 'msteams') await sees('✓ Welk wifi-kanaal kies ik?');
    await say('medewerker');
    await sees('U bent als eerste aan de beurt');
    const id = stage.idOf(channelId, conversationId) ?? '';
    await stage.desk.claim(id, stage.agent);
    await stage.desk.reply(id, stage.agent, 'Ik kijk het even na.', 'reply-1');
    await sees('Ik kijk het even na.');
    await sees('Sanne');
    expect(stage.complaints).toEqual([]);
  });
});
