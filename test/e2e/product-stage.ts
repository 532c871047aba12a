import type { Page } from 'playwright-core';
import { type ProductOptions, type RunningProduct, startProduct } from '../support/running-product.js';
import { openBrowser, type PageOptions, type TestBrowser } from './browser.js';

export const PASSWORD = 'een zin van een paar woorden';

/** The built program as its own process, a browser, and people who use both. */
export interface ProductStage {
  readonly browser: TestBrowser;
  readonly product: RunningProduct;
  /** Opens the website, in Dutch or English, or the desk as somebody new. */
  visitor(options?: PageOptions, path?: '/' | '/en' | '/desk'): Promise<Page>;
  /** Opens the Dutch website as a new customer, and its chat. */
  customer(options?: PageOptions): Promise<Page>;
  /** Makes the first administrator by the printed link, in a window of her own. Once per stage. */
  administrator(name: string, options?: PageOptions): Promise<Page>;
  /** Makes an account for another agent by an invitation of the administrator. */
  agent(name: string, administrator: Page, options?: PageOptions): Promise<Page>;
  /** Ends the program as a crash would. */
  crash(): Promise<void>;
  /** Starts it again at the same address on what it had stored. */
  comeBack(): Promise<void>;
  /** What pages said went wrong: errors of scripts, and what a page's own policy forbade. */
  complaints(): readonly string[];
  close(): Promise<void>;
}

/** Starts the program and the browser; close it after use. */
export async function setProductStage(options: ProductOptions = {}): Promise<ProductStage> {
  const [browser, first] = await Promise.all([openBrowser(), startProduct(options)]);
  let product = first;
  const complaints: string[] = [];

  async function open(pageOptions: PageOptions): Promise<Page> {
    const page = await browser.newPage(pageOptions);
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (line) => {
      // A refused request is told to the person; what counts here is what a page's own policy forbade.
      if (line.type() === 'error' && !/^Failed to load resource|net::/.test(line.text())) {
        complaints.push(line.text());
      }
    });
    return page;
  }

  async function visitor(pageOptions: PageOptions = {}, path = '/'): Promise<Page> {
    const page = await open(pageOptions);
    await page.goto(product.url + path);
    return page;
  }

  async function useInvitation(link: string, name: string, pageOptions: PageOptions): Promise<Page> {
    const page = await open(pageOptions);
    await page.goto(link);
    await page.getByLabel('Je naam').fill(name);
    await page.getByLabel('E-mailadres').fill(`${name.toLowerCase()}@example.com`);
    await page.getByLabel('Kies een wachtwoord').fill(PASSWORD);
    await page.getByRole('button', { name: 'Account maken' }).click();
    await page.getByText('Live', { exact: true }).waitFor();
    return page;
  }

  return {
    browser,
    get product() {
      return product;
    },
    visitor,
    async customer(pageOptions) {
      const page = await visitor(pageOptions);
      await page.getByRole('button', { name: 'Open de chat' }).click();
      await page.getByText('Hallo! Ik ben Zwaluw-assistent').waitFor();
      return page;
    },
    administrator(name, pageOptions = {}) {
      return useInvitation(product.firstInvitation ?? 'about:blank', name, pageOptions);
    },
    async agent(name, administrator, pageOptions = {}) {
      const page = await administrator.context().newPage();
      await page.goto(`${product.url}/desk#/team`);
      await page.getByRole('button', { name: 'Link maken' }).click();
      const link = await page.getByLabel('Link voor één keer').inputValue();
      await page.close();
      return useInvitation(link, name, pageOptions);
    },
    crash: () => product.kill(),
    async comeBack() {
      product = await startProduct({ ...options, directory: product.directory, port: product.port });
    },
    complaints: () => complaints,
    async close() {
      await browser.close();
      await product.remove();
    },
  };
}

/** Types a message in the chat and sends it. */
export async function say(page: Page, text: string): Promise<void> {
  await page.locator('textarea').fill(text);
  await page.locator('textarea').press('Enter');
}

/** The first line of everything said in the chat, in order; of an answer that is the question it was given to. */
export async function heard(page: Page): Promise<string[]> {
  const texts = await page.locator('support-chat .bubble').allInnerTexts();
  return texts.map((text) => text.split('\n')[0] ?? '');
}
