import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { unpackChromium } from './unpack-chromium.js';

export interface PageOptions {
  /** Width of the window in CSS pixels; up to 480 it is a phone with touch. Default 1280. */
  readonly width?: number;
  /** Height of the window in CSS pixels. Default 640 for a phone, else 800. */
  readonly height?: number;
  /** Colour scheme that the person prefers. Default light. */
  readonly scheme?: 'light' | 'dark';
  /** Language of the browser. Default `nl-NL`. */
  readonly locale?: string;
  /** Share cookies and stores with another page: give its context. */
  readonly context?: BrowserContext;
}

export interface TestBrowser {
  /** Opens an empty page; without `context` with stores of its own, as another person would have. */
  newPage(options?: PageOptions): Promise<Page>;
  close(): Promise<void>;
}

/** Below the time that a test may take, and far above what anything takes on a loaded machine. */
const PATIENCE_MS = 50_000;

// The tests open only pages of our own: no sandbox (containers run as root), no GPU.
const FLAGS = [
  '--no-sandbox',
  '--no-zygote',
  '--disable-gpu',
  '--font-render-hinting=none',
  '--disable-dev-shm-usage',
];

/** Starts a real Chromium that comes from npm and needs nothing else of the machine. Close it after use. */
export async function openBrowser(): Promise<TestBrowser> {
  const { executablePath, env } = unpackChromium();
  const browser = await chromium.launch({
    executablePath,
    args: FLAGS,
    env: { ...process.env, ...env } as Record<string, string>,
  });
  return {
    newPage: async (options = {}) => (options.context ?? (await newContext(browser, options))).newPage(),
    close: () => browser.close(),
  };
}

async function newContext(browser: Browser, options: PageOptions): Promise<BrowserContext> {
  const width = options.width ?? 1280;
  const isPhone = width <= 480;
  const context = await browser.newContext({
    viewport: { width, height: options.height ?? (isPhone ? 640 : 800) },
    colorScheme: options.scheme ?? 'light',
    locale: options.locale ?? 'nl-NL',
    timezoneId: 'Europe/Amsterdam',
    hasTouch: isPhone,
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(PATIENCE_MS);
  return context;
}
