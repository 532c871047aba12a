import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { CustomerMail } from '../../bot/contracts/mail/customer-mail.js';
import { findViolations } from '../support/check-accessibility.js';
import { AGENT, ANSWER, said } from '../support/widget-messages.js';
import { openStage, type WidgetStage } from '../support/widget-stage.js';
import { openBrowser, type TestBrowser } from './browser.js';

let browser: TestBrowser;
let stage: WidgetStage;
let page: Page;
let complaints: string[];

beforeAll(async () => {
  [browser, stage] = await Promise.all([openBrowser(), openStage({ mail })]);
});

afterAll(async () => {
  await browser.close();
  await stage.stop();
});

beforeEach(async () => {
  page = await visit();
});

/** Mail as the bot has it: one code is right, and one address is known to be wrong. */
let repliesTo: string | null = null;
const mail: CustomerMail = {
  standing: async () => ({ isOn: true, repliesTo }),
  leaveAddress: async (_of, address) => ({
    kind: address === 'maria@example.com' ? 'code-sent' : 'not-sent',
  }),
  confirmAddress: async (_of, code) => {
    if (code !== '123456') return { kind: 'wrong', left: 4 };
    repliesTo = 'm…@example.com';
    return { kind: 'done' };
  },
  forgetAddress: async () => {
    repliesTo = null;
  },
  transcript: async (_of, language, timeZone) => ({
    name: 'gesprek.html',
    html: `<p>${language} ${timeZone}</p>`,
  }),
};

async function visit(options: Parameters<TestBrowser['newPage']>[0] = {}, path = '/'): Promise<Page> {
  const opened = await browser.newPage(options);
  complaints = [];
  opened.on('pageerror', (error) => complaints.push(error.message));
  opened.on('console', (line) => line.type() === 'error' && complaints.push(line.text()));
  await opened.goto(stage.url + path);
  return opened;
}

async function ask(text: string): Promise<void> {
  await page.locator('textarea').fill(text);
  await page.locator('textarea').press('Enter');
}

async function openChat(): Promise<void> {
  await page.getByRole('button', { name: 'Open de chat' }).click();
  await page.getByText('Hallo! Ik ben de digitale assistent').waitFor();
}

/** Waits until words of the chat stand in the part of it that is shown, or have left it. */
async function expectInView(text: string, isShown: boolean): Promise<void> {
  const isInView = async (): Promise<boolean> => {
    const [words, log] = await Promise.all([
      page.getByText(text, { exact: true }).boundingBox(),
      page.locator('.log').boundingBox(),
    ]);
    return words !== null && log !== null && words.y >= log.y && words.y + words.height <= log.y + log.height;
  };
  await expect.poll(isInView).toBe(isShown);
}

describe('the widget', () => {
  it('answers with source, age and a way to read more', async () => {
    await openChat();
    await ask('hoe krijg ik een esim?');
    const source = page.getByRole('group', { name: 'Antwoord van Pieter_K (Superuser), 3 maart 2025' });
    await source.waitFor();
    expect(await source.textContent()).toContain('Antwoord uit de community · 3 maart 2025');
    expect(await source.textContent()).toContain('ouder dan een jaar');
    const link = source.getByRole('link');
    expect(await link.getAttribute('href')).toBe('https://community.zwaluw.example/t/1#2');
    expect(await link.getAttribute('rel')).toContain('noopener');
    expect(await page.locator('.answer ol li').count()).toBe(3);
    const more = page.getByRole('button', { name: 'Lees verder' });
    await more.click();
    await page.getByText('14 dagen geldig').waitFor();
    await page.getByRole('button', { name: 'Toon minder' }).click();
    await page.getByText('14 dagen geldig').waitFor({ state: 'detached' });
    expect(complaints).toEqual([]);
  });

  it('introduces a quotation in line with it', async () => {
    await openChat();
    await ask('iets');
    await page.getByText('U zei: iets').waitFor();
    await stage.push({ ...ANSWER, intro: 'Zo hielp Pieter_K een andere klant:' });
    const [intro, quotation] = await Promise.all([
      page.getByText('Zo hielp Pieter_K').boundingBox(),
      page.locator('.answer blockquote').boundingBox(),
    ]);
    expect(intro?.x).toBe(quotation?.x);
    expect(
      await page.getByText('Zo hielp Pieter_K').evaluate((words) => getComputedStyle(words).textAlign),
    ).toBe('start');
  });

  it('sends feedback once', async () => {
    await openChat();
    await ask('esim');
    await page.getByRole('button', { name: 'Ja', exact: true }).click();
    await page.getByText('Fijn, bedankt').waitFor();
    await page.getByRole('button', { name: 'Ja', exact: true }).waitFor({ state: 'detached' });
    expect(stage.received.at(-1)).toMatchObject({
      text: 'Ja',
      value: { action: 'feedback', turnId: 't1', isHelpful: true },
    });
  });

  it('offers choices that vanish when one is taken', async () => {
    await openChat();
    await ask('wifi');
    await page.getByRole('button', { name: 'Hoe reset ik mijn Zwaluw Box?' }).click();
    await page.getByText('Pieter_K').waitFor();
    await page.getByRole('button', { name: 'Geen van deze' }).waitFor({ state: 'detached' });
    expect(stage.received.at(-1)).toMatchObject({ value: { action: 'pick-item', itemId: 'a' } });
  });

  it('shows the way to a person, the queue and who takes over', async () => {
    await openChat();
    await page.getByRole('button', { name: 'Praat met een medewerker' }).click();
    await page.getByText('U bent ongeveer nummer 3 in de rij').waitFor();
    await stage.push(said('', { status: { handoff: 'waiting', agentName: null, queuePosition: 1 } }));
    await page.getByText('U bent als eerste aan de beurt').waitFor();
    await page.getByRole('textbox').pressSequentially('Nog iets');
    await expect.poll(() => stage.received.filter(({ type }) => type === 'typing')).toHaveLength(1);
    await stage.type(AGENT.name);
    await page.getByText('Sanne de Wit is aan het typen').waitFor();
    const status = { handoff: 'with-agent', agentName: AGENT.name, queuePosition: null } as const;
    await stage.push(said('Hallo, met Sanne', { speaker: AGENT, status }));
    await page.getByText('Sanne de Wit doet nu mee').waitFor();
    expect(await page.locator('.who').textContent()).toContain('Sanne de Wit');
    await page.getByText('is aan het typen').waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: 'Praat met een medewerker' }).waitFor({ state: 'hidden' });
    await stage.push(said('', { status: { ...status, handoff: 'solved', agentName: null } }));
    await stage.push(said('Daar ben ik weer'));
    await page.getByText('Zwaluw-assistent helpt u weer verder').waitFor();
    await page.getByRole('button', { name: 'Praat met een medewerker' }).waitFor();
  });

  it('says once that an agent takes over', async () => {
    await openChat();
    await page.getByRole('button', { name: 'Praat met een medewerker' }).click();
    await page.getByText('U bent ongeveer nummer 3 in de rij').waitFor();
    const status = { handoff: 'with-agent', agentName: AGENT.name, queuePosition: null } as const;
    await stage.push(said('Sanne de Wit neemt het gesprek over.', { status }));
    await stage.push(said('Hallo, waarmee kan ik helpen?', { speaker: AGENT, status }));
    await page.getByText('Hallo, waarmee kan ik helpen?').waitFor();
    expect(await page.getByText('doet nu mee').count()).toBe(0);
    expect(await page.locator('.speaker').last().textContent()).toContain('Sanne de Wit');
  });

  it('begins a long answer at its beginning and tells of more', async () => {
    await openChat();
    const below = page.getByRole('button', { name: 'Meer hieronder' });
    expect(await below.isVisible()).toBe(false);
    await ask('iets');
    await page.getByText('U zei: iets').waitFor();
    await stage.push(said(`Het begin\n\n${'Een regel.\n\n'.repeat(30)}Het einde`));
    await below.waitFor();
    await expectInView('Het begin', true);
    await expectInView('Het einde', false);
    await below.click();
    await below.waitFor({ state: 'hidden' });
    await expectInView('Het einde', true);
    await expect.poll(() => page.locator('.log').evaluate((log) => log.matches(':focus'))).toBe(true);
  });

  it('keeps, mails and ends the conversation by its menu, by keyboard as well', async () => {
    await openChat();
    await page.getByRole('button', { name: 'Praat met een medewerker' }).click();
    const menu = page.getByRole('button', { name: 'Meer', exact: true });
    await menu.press('Enter');
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Gesprek opslaan' }).press('Enter');
    const file = await download;
    expect(file.suggestedFilename()).toBe('gesprek.html');
    expect(readFileSync(await file.path(), 'utf8')).toBe('<p>nl Europe/Amsterdam</p>');
    await page.keyboard.press('Escape');
    await page.locator('.menu').waitFor({ state: 'hidden' });
    await page.locator('.status').getByRole('button', { name: 'Mail mij het antwoord' }).click();
    const address = page.getByLabel('Uw e-mailadres');
    await address.fill('piet@example.com');
    await address.press('Enter');
    await page.getByText('De e-mail kon niet worden verstuurd.').waitFor();
    await address.fill('maria@example.com');
    await address.press('Enter');
    const code = page.getByLabel('De code uit de e-mail');
    await code.fill('111111');
    await code.press('Enter');
    await page.getByText('Deze code klopt niet.').waitFor();
    await code.fill('123456');
    await code.press('Enter');
    await page.getByText('Is de chat dicht, dan mailen we u het antwoord.').waitFor();
    await page.locator('.status').getByText('Mail mij het antwoord').waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: 'Niet meer mailen' }).click();
    await page.locator('.menu').getByRole('button', { name: 'Mail mij het antwoord' }).waitFor();
    expect(await findViolations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Gesprek beëindigen' }).click();
    await page.getByText('U zei: Gesprek beëindigen').waitFor();
    expect(complaints).toEqual([]);
  });

  it('lets the customer leave the queue', async () => {
    await openChat();
    await page.getByRole('button', { name: 'Praat met een medewerker' }).click();
    await page.getByRole('button', { name: 'Niet meer wachten' }).click();
    await page.getByText('Goed, ik help u zelf verder').waitFor();
    await page.getByRole('button', { name: 'Praat met een medewerker' }).waitFor();
  });

  it('shows hostile words as words', async () => {
    await openChat();
    await ask('kwaad <img src=x onerror="window.hacked=1"> [a](javascript:window.hacked=1)');
    const bubble = page.locator('.other .bubble').last();
    await page.getByText('<script>window.hacked=1</script>').waitFor();
    expect(await bubble.locator('strong').textContent()).toBe('vet');
    expect(await page.locator('.log').evaluate((log) => log.querySelectorAll('img, script, a').length)).toBe(
      0,
    );
    expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
    expect(await page.locator('.own .bubble').textContent()).toContain(
      '<img src=x onerror="window.hacked=1">',
    );
  });

  it('opens with the question that was clicked on the page', async () => {
    await page.getByRole('button', { name: 'Hoe stap ik over naar eSIM?' }).click();
    await page.getByText('Pieter_K').waitFor();
    expect(await page.locator('.own .bubble').textContent()).toBe('Hoe stap ik over naar eSIM?');
    expect(stage.received.filter(({ name }) => name === 'webchat/join').length).toBeGreaterThan(0);
  });

  it('speaks the language of the page', async () => {
    page = await visit({}, '/en');
    await page.getByRole('button', { name: 'Open the chat' }).click();
    await page.getByRole('button', { name: 'Talk to a person' }).waitFor();
    expect(await page.getByRole('dialog').getAttribute('aria-labelledby')).toBe('title');
    expect(await page.locator('#title').textContent()).toBe('Help from Zwaluw');
  });

  it('takes files and names those it cannot take', async () => {
    await openChat();
    const picker = page.locator('input[type=file]');
    await picker.setInputFiles({
      name: 'x.exe',
      mimeType: 'application/x-msdownload',
      buffer: Buffer.from('x'),
    });
    await page.getByText('x.exe is geen foto of pdf').waitFor();
    const png = Buffer.from('89504e470d0a1a0a00', 'hex');
    await picker.setInputFiles({ name: 'foto.png', mimeType: 'image/png', buffer: png });
    await ask('kijk');
    await page.getByText('U zei: kijk').waitFor();
    const link = page.locator('.own').getByRole('link', { name: 'foto.png' });
    expect(await link.getAttribute('href')).toMatch(/^http/);
    // A picture is seen, not only named.
    expect(await link.locator('img').getAttribute('alt')).toBe('foto.png');
  });

  it('links a file whose message came back after it counted as sent', async () => {
    const held: (() => void)[] = [];
    let isHeld = false;
    await page.routeWebSocket(/\/stream/, (socket) => {
      socket.connectToServer().onMessage((message) => {
        const pass = () => socket.send(message);
        if (isHeld) held.push(pass);
        else pass();
      });
    });
    await openChat();
    isHeld = true;
    const png = Buffer.from('89504e470d0a1a0a00', 'hex');
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'foto.png', mimeType: 'image/png', buffer: png });
    await ask('kijk');
    await page.locator('.own[data-state=sent]').waitFor();
    expect(await page.locator('.own').getByRole('link').count()).toBe(0);
    isHeld = false;
    for (const pass of held) pass();
    await page.locator('.own').getByRole('link', { name: 'foto.png' }).waitFor();
  });

  it('keeps the styles of the page out', async () => {
    await openChat();
    const sizeOf = () => page.locator('.send').evaluate((button) => getComputedStyle(button).width);
    const before = await sizeOf();
    await page.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync('* { font-size: 40px !important } button { width: 300px !important; color: red }');
      document.adoptedStyleSheets = [sheet];
    });
    expect(await sizeOf()).toBe(before);
    expect(
      await page
        .locator('.bubble')
        .first()
        .evaluate((bubble) => getComputedStyle(bubble).fontSize),
    ).toBe('15px');
  });
});
