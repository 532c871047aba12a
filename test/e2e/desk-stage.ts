import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { type DeskServer, type DeskServerOptions, startDeskServer } from '../support/desk-server.js';
import { ROOT } from '../support/product-files.js';
import { openBrowser, type PageOptions, type TestBrowser } from './browser.js';

export const PASSWORD = 'een zin van een paar woorden';

/** The real desk with its built page, a browser, and agents who sign in. */
export interface DeskStage {
  readonly browser: TestBrowser;
  server: DeskServer;
  /** Stops the server and starts one with the same conversations and accounts at the same address. */
  restart(): Promise<void>;
  /** Opens the desk in a window of its own and signs in; the account is made where it is new. */
  agent(name: string, options?: PageOptions): Promise<Page>;
  close(): Promise<void>;
}

/**
 * @param more what the server has beside the usual
 * @param shared a browser for stages that follow each other; it stays the caller's to close
 */
export async function setDeskStage(
  more: Pick<DeskServerOptions, 'heartbeatMs' | 'assignment'> = {},
  shared: TestBrowser | null = null,
): Promise<DeskStage> {
  const options: DeskServerOptions = {
    pagesDirectory: join(ROOT, 'dist/channels/pages'),
    settings: { DESK_SIGN_INS_PER_MINUTE: 1_000 },
    ...more,
  };
  const browser = shared ?? (await openBrowser());
  const names = new Set<string>();
  const stage: DeskStage = {
    browser,
    server: await startDeskServer(options),
    async restart() {
      const { desk, assignment, accounts, port } = stage.server;
      await stage.server.stop();
      stage.server = await startDeskServer({ ...options, desk, assignment, accounts, port });
    },
    async agent(name, pageOptions = {}) {
      if (!names.has(name)) {
        stage.server.accounts.add(name, name === 'Sanne' ? 'administrator' : 'agent', PASSWORD);
      }
      names.add(name);
      const page = await browser.newPage(pageOptions);
      await page.goto(`${stage.server.url}/desk`);
      await signIn(page, name);
      return page;
    },
    async close() {
      if (browser !== shared) await browser.close();
      await stage.server.stop();
    },
  };
  return stage;
}

/** Fills the sign-in form, in Dutch, and waits for the desk. */
export async function signIn(page: Page, name: string): Promise<void> {
  await page.getByLabel('E-mailadres').fill(`${name.toLowerCase()}@example.com`);
  await page.getByLabel('Wachtwoord').fill(PASSWORD);
  await page.getByRole('button', { name: 'Inloggen' }).click();
  await page.getByText('Live', { exact: true }).waitFor();
}
