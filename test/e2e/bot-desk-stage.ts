import { rmSync } from 'node:fs';
import type { Page } from 'playwright-core';
import type { DeskAgent } from '../../bot/contracts/desk.js';
import { openApprovedAnswers } from '../../index/edits/open-approved-answers.js';
import { openContentEdits } from '../../index/edits/open-content-edits.js';
import { redactAnswer } from '../../ingest/learning/redact-answer.js';
import { type BotDeskServer, startBotDeskServer } from '../support/bot-desk-server.js';
import { temporaryFolder } from '../support/temporary-folder.js';
import { makeTwoReleases, type TwoReleases } from '../support/two-releases.js';
import { SetClock } from '../unit/bot/support/set-clock.js';
import { openBrowser, type PageOptions } from './browser.js';
import { PASSWORD, signIn } from './desk-stage.js';

/** The real bot on a store of its own behind the real desk, a browser, and two agents: Noor, an administrator, and Tijs. */
export interface BotDeskStage {
  readonly server: BotDeskServer;
  /** What `noor` finds under Releases. */
  readonly releases: TwoReleases;
  readonly noor: DeskAgent;
  /** Opens the desk in a window of its own and signs in. */
  agent(name: string, options?: PageOptions): Promise<Page>;
  /** A customer who asks for a person and says something; the id of the conversation. */
  asks(conversation: string, text: string): Promise<string>;
  /** Closes the windows that are open. */
  closePages(): Promise<void>;
  close(): Promise<void>;
}

export async function setBotDeskStage(): Promise<BotDeskStage> {
  const browser = await openBrowser();
  // A cookie ends by the browser's clock.
  const folder = temporaryFolder();
  const edits = openContentEdits(folder);
  const approved = openApprovedAnswers(folder);
  const made = await makeTwoReleases(folder);
  const server = await startBotDeskServer({
    clock: new SetClock(new Date().toISOString()),
    edits,
    approved,
    redactAnswer: async (text, language, names) => redactAnswer(text, language, [], names),
    releases: made.room,
  });
  const { test } = server;
  made.askFrom(test.store);
  const { accounts } = test.bot;
  const pages: Page[] = [];

  async function join(token: string, name: string): Promise<DeskAgent> {
    const account = { name, email: `${name.toLowerCase()}@example.com`, password: PASSWORD };
    return (await accounts.accept(token, account)).agent;
  }

  const noor = await join((await accounts.firstInvitation()) ?? '', 'Noor');
  await join((await accounts.invite('agent', noor)).token, 'Tijs');
  return {
    server,
    releases: made,
    noor,
    async agent(name, options = {}) {
      const page = await browser.newPage(options);
      pages.push(page);
      await page.goto(`${server.url}/desk`);
      await signIn(page, name);
      return page;
    },
    async asks(conversation, text) {
      // Customers of their own: who comes back is kept for the agent who helped them.
      const who = { conversation: { id: conversation }, from: { id: conversation, name: 'Anna' } };
      await test.say('Ik wil graag een medewerker spreken', who);
      await test.say(text, who);
      test.clock.forward({ seconds: 1 });
      const of = `channelConversationId = '${conversation}'`;
      return String(test.rows(`select id from conversations where ${of}`)[0]?.id);
    },
    async closePages() {
      for (const page of pages.splice(0)) await page.context().close();
    },
    async close() {
      await browser.close();
      await server.stop();
      await made.close();
      edits.close();
      approved.close();
      rmSync(folder, { recursive: true });
    },
  };
}
