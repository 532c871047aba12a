import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { findViolations } from '../support/check-accessibility.js';
import { heard, type ProductStage, say, setProductStage } from './product-stage.js';

let stage: ProductStage;

beforeAll(async () => {
  stage = await setProductStage();
});
afterEach(() => expect(stage.complaints()).toEqual([]));
afterAll(() => stage.close());

/** The cards under the answers in the chat: who wrote them, when, and the way to them. */
function sources(page: Page): Locator {
  return page.locator('support-chat').getByRole('group', { name: /^(Antwoord van|Answer by) / });
}

describe('a question on the website', () => {
  it('in Dutch is answered with author, date and link', async () => {
    const page = await stage.customer();
    await say(page, 'Hoe stap ik over naar eSIM?');
    const source = sources(page);
    await source.waitFor();
    expect(await source.getAttribute('aria-label')).toBe(
      'Antwoord van techneut_tom (Superuser), 15 november 2025',
    );
    expect(await source.textContent()).toMatch(/techneut_tom.*Superuser.*15 november 2025/);
    const link = source.getByRole('link', { name: 'Naar de community' });
    expect(await link.getAttribute('href')).toMatch(/^https:\/\/community\.zwaluw\.example\/./);
    await page.getByText('Er verschijnt een QR-code. Die is 14 dagen geldig').waitFor();
    expect(await page.locator('support-chat blockquote li').count()).toBe(5);
  });

  it('in English is answered in English', async () => {
    const page = await stage.visitor({ locale: 'en-GB' }, '/en');
    await page.getByRole('button', { name: 'Open the chat' }).click();
    await page.getByText('Hello! I am Zwaluw-assistent').waitFor();
    await say(page, 'How do I switch to an eSIM?');
    const source = sources(page);
    await source.waitFor();
    expect(await source.getAttribute('aria-label')).toBe('Answer by Priya_AMS (Expert), 12 February 2025');
    expect(await source.textContent()).toContain('12 February 2025');
    expect(await source.getByRole('link').getAttribute('href')).toMatch(/^https:/);
    await page.getByText('Open Mijn Zwaluw').waitFor();
    await page.getByText('Did this help?').waitFor();
  });

  it('that the website offers is asked by one click', async () => {
    const page = await stage.visitor();
    await page.getByRole('button', { name: 'Kan ik in Zwitserland internetten?' }).click();
    await sources(page).waitFor();
    expect((await heard(page)).filter((text) => text === 'Kan ik in Zwitserland internetten?')).toHaveLength(
      1,
    );
  });

  it('stays, with its answer, when the page is loaded again', async () => {
    const page = await stage.customer();
    await say(page, 'Hoe stap ik over naar eSIM?');
    await page.getByRole('button', { name: 'Nee', exact: true }).waitFor();
    const before = await heard(page);
    await page.reload();
    await page.getByRole('button', { name: 'Nee', exact: true }).waitFor();
    expect(await heard(page)).toEqual(before);
    await say(page, 'Waar vind ik mijn PUK-code?');
    await sources(page).nth(1).waitFor();
    expect((await heard(page)).slice(0, before.length)).toEqual(before);
  });
});

describe('an answer that did not help', () => {
  it('leads to the next best, then to a person', async () => {
    const page = await stage.customer();
    await say(page, 'Hoe stap ik over naar eSIM?');
    await page.getByRole('button', { name: 'Nee', exact: true }).click();
    await page.getByText('Misschien helpt dit antwoord wel').waitFor();
    await sources(page).nth(1).waitFor();
    const [first, second] = await sources(page).getByRole('link').all();
    expect(await second?.getAttribute('href')).not.toBe(await first?.getAttribute('href'));
    await page.getByRole('button', { name: 'Nee', exact: true }).click();
    await page.getByText('Jammer dat het niet hielp. Zal ik u met een medewerker verbinden?').waitFor();
    await page.getByRole('button', { name: 'Ja, graag' }).click();
    await page.getByText('U wacht op een medewerker').waitFor();
    await page.getByRole('button', { name: 'Niet meer wachten' }).click();
    await page.getByText('U staat niet meer in de rij').waitFor();
  });

  it('is not asked about again after a yes', async () => {
    const page = await stage.customer();
    await say(page, 'Hoe stap ik over naar eSIM?');
    await page.getByRole('button', { name: 'Ja', exact: true }).click();
    await page.getByText(/Fijn dat het gelukt is|fijn om te horen/).waitFor();
    await page.getByText('Heeft dit u geholpen?').waitFor({ state: 'hidden' });
  });
});

describe('hostile words of a customer', () => {
  it('are shown as words and run nothing', async () => {
    const page = await stage.customer();
    const evil =
      '<img src=x onerror="window.hacked=1"><script>window.hacked=1</script> [klik](javascript:window.hacked=1)';
    await say(page, evil);
    await page.locator('support-chat .own .bubble', { hasText: evil }).waitFor();
    await say(page, 'Hoe stap ik over naar eSIM?');
    await page.getByText('Er verschijnt een QR-code').waitFor();
    const log = page.getByRole('log');
    expect(await log.locator('img, script, iframe, a[href^="javascript" i]').count()).toBe(0);
    expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
  });
});

describe('the website', () => {
  it.each([
    [320, 'light'],
    [320, 'dark'],
    [1280, 'light'],
    [1280, 'dark'],
  ] as const)('gives axe nothing to find at %d px, %s', async (width, scheme) => {
    const page = await stage.visitor({ width, scheme });
    const findings: Record<string, string[]> = { closed: await findViolations(page) };
    await page.getByRole('button', { name: 'Open de chat' }).click();
    await say(page, 'Hoe stap ik over naar eSIM?');
    await page.getByText('Heeft dit u geholpen?').waitFor();
    findings.answered = await findViolations(page);
    await page.getByRole('button', { name: 'Praat met een medewerker' }).click();
    await page.getByText('U wacht op een medewerker').waitFor();
    findings.waiting = await findViolations(page);
    expect(findings).toEqual({ closed: [], answered: [], waiting: [] });
  });
});
