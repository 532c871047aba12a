import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { findViolations } from '../support/check-accessibility.js';
import { setScene } from '../support/desk-scene.js';
import { inWords } from '../support/in-words.js';
import { type DeskStage, PASSWORD, setDeskStage, signIn } from './desk-stage.js';

let stage: DeskStage;
const open: Page[] = [];

beforeAll(async () => {
  stage = await setDeskStage();
});
afterEach(async () => {
  for (const page of open.splice(0)) await page.context().close();
});
afterAll(() => stage.close());

async function agent(name: string, options = {}): Promise<Page> {
  const page = await stage.agent(name, options);
  open.push(page);
  return page;
}

describe('the first administrator', () => {
  it('uses the one-time link, whose token does not stay', async () => {
    const token = stage.server.accounts.firstInvitation();
    const page = await stage.browser.newPage();
    open.push(page);
    await page.goto(`${stage.server.url}/desk/invitation#${token}`);
    await page.getByText('Je bent uitgenodigd als beheerder').waitFor();
    await page.getByLabel('Je naam').fill('Noor');
    await page.getByLabel('E-mailadres').fill('noor@example.com');
    await page.getByLabel('Kies een wachtwoord').fill('kort');
    await page.getByRole('button', { name: 'Account maken' }).click();
    await page.getByRole('alert').filter({ hasText: 'te kort' }).waitFor();
    await page.getByLabel('Kies een wachtwoord').fill(PASSWORD);
    await page.getByRole('button', { name: 'Account maken' }).click();
    await page.getByText('Live', { exact: true }).waitFor();
    expect(page.url()).not.toContain(token);

    const late = await page.context().newPage();
    await late.goto(`${stage.server.url}/desk/invitation#${token}`);
    await late.getByRole('heading', { name: 'Deze uitnodiging werkt niet' }).waitFor();
  });

  it('invites a colleague with a link', async () => {
    const page = await agent('Sanne');
    await page.getByRole('link', { name: 'Team', exact: true }).click();
    await page.getByRole('button', { name: 'Link maken' }).click();
    const link = await page.getByLabel('Link voor één keer').inputValue();
    const colleague = await stage.browser.newPage({ locale: 'en-GB' });
    open.push(colleague);
    await colleague.goto(link);
    await colleague.getByText('You are invited as agent').waitFor();
  });
});

describe('a waiting customer', () => {
  it('is claimed, answered with the first suggestion and closed', async () => {
    const { anna } = setScene(stage.server.desk);
    const page = await agent('Sanne');
    const row = page.getByRole('link', { name: /Anna de Vries/ });
    await expectText(row, ['wacht', 'Website', 'Nederlands', 'antwoord hielp niet']);
    expect(await row.textContent()).not.toContain('geërgerd');
    await expectText(page.getByRole('link', { name: /Fatima/ }), ['klacht', 'klinkt geërgerd']);
    await row.click();
    await page.getByText('De antwoorden van de bot hielpen niet.').waitFor();
    await page.getByText('Misschien goed').waitFor();
    const age = await page.locator('.guess .age').boundingBox();
    expect(age && age.y + age.height).toBeLessThan(800);
    await page.getByRole('button', { name: 'Overnemen' }).click();
    await page.getByRole('button', { name: 'In mijn antwoord zetten' }).click();
    const box = page.getByRole('textbox', { name: 'Antwoord aan Anna de Vries' });
    await expect.poll(() => box.inputValue()).toContain('1. Vraag het aan bij je nieuwe provider.');
    await box.press('Enter');
    await page.getByRole('log').getByText('Overzetten duurt één tot drie werkdagen:').waitFor();
    await expect.poll(() => box.inputValue()).toBe('');
    await expect
      .poll(() => stage.server.desk.replies.at(-1))
      .toContain('https://community.example.com/t/12#a3');
    await page.getByRole('button', { name: 'Afsluiten' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Afsluiten' }).click();
    await page.getByText('Dit gesprek is afgesloten.').waitFor();
    expect((await stage.server.desk.conversation(anna))?.entry.state).toBe('solved');
  });

  it('has one agent; the other is told who', async () => {
    const id = stage.server.desk.customerWaits({ customerName: 'Tijs' });
    const [sanne, mehmet] = [await agent('Sanne'), await agent('Mehmet')];
    for (const page of [sanne, mehmet]) await page.getByRole('link', { name: /Tijs/ }).click();
    const claim = mehmet.getByRole('button', { name: 'Overnemen' });
    await claim.waitFor();
    // Mehmet's page does not learn of the claim in time: his click comes a moment too late.
    await mehmet.route('**/claim', async (route) => {
      await sanne.getByRole('button', { name: 'Overnemen' }).click();
      await sanne.getByRole('textbox').waitFor();
      await route.continue();
    });
    await claim.click();
    await mehmet.getByRole('alert').filter({ hasText: 'Sanne was je voor' }).waitFor();
    await mehmet.getByText('Sanne heeft dit gesprek.', { exact: true }).waitFor();
    expect((await stage.server.desk.conversation(id))?.entry.holder?.name).toBe('Sanne');
  });

  it('who cannot wait stands in front, and a word says so', async () => {
    stage.server.desk.customerWaits({ customerName: 'Gerrit', waitingSince: '2026-01-01T09:00:00Z' });
    stage.server.desk.customerWaits({ customerName: 'Ursula', priority: 'urgent' });
    const page = await agent('Mehmet');
    const row = page.getByRole('link', { name: /Ursula/ });
    await expectText(row, ['Dringend']);
    const names = await page.locator('.entry').allTextContents();
    const [ursula, gerrit] = ['Ursula', 'Gerrit'].map((name) =>
      names.findIndex((text) => text.includes(name)),
    );
    expect(ursula).toBeLessThan(gerrit ?? -1);
    expect(names[gerrit ?? -1]).not.toMatch(/Dringend|Hoog/);
    await row.click();
    await page.locator('.conversation-top').getByText('Dringend', { exact: true }).waitFor();
  });

  it('whose agent is away is taken over by a colleague, after a question', async () => {
    const id = stage.server.desk.customerWaits({
      ...{ customerName: 'Lotte', state: 'with-agent', holder: { kind: 'agent', id: 'x', name: 'Pieter' } },
    });
    const page = await agent('Mehmet');
    const row = page.getByRole('link', { name: /Lotte/ });
    await row.click();
    await page.getByText('Pieter heeft dit gesprek.', { exact: true }).waitFor();
    expect(await page.getByRole('button', { name: 'Overnemen' }).count()).toBe(0);

    stage.server.desk.agentAway(id, new Date(Date.now() - 1_000).toISOString());
    await page.getByText('Die heeft nu geen verbinding met de desk.').waitFor();
    await expectText(row, ['bij Pieter', 'afwezig']);
    await page.getByRole('button', { name: 'Overnemen' }).click();
    const question = page.getByRole('dialog', { name: 'Overnemen van Pieter?' });
    await question.getByRole('button', { name: 'Overnemen' }).click();
    await page.getByRole('textbox', { name: 'Antwoord aan Lotte' }).waitFor();
    expect((await stage.server.desk.conversation(id))?.entry.holder?.name).toBe('Mehmet');
  });

  it('is taken by an administrator from an agent who is here, and that agent sees who has it', async () => {
    const id = stage.server.desk.customerWaits({ customerName: 'Wim' });
    const [sanne, mehmet] = [await agent('Sanne'), await agent('Mehmet')];
    for (const page of [mehmet, sanne]) await page.getByRole('link', { name: /Wim/ }).click();
    await mehmet.getByRole('button', { name: 'Overnemen' }).click();
    await mehmet.getByRole('textbox').fill('Een half ant');
    await sanne.getByText('Mehmet heeft dit gesprek.').waitFor();
    await sanne.getByRole('button', { name: 'Overnemen' }).click();
    await sanne.getByRole('dialog').getByRole('button', { name: 'Overnemen' }).click();
    await sanne.getByRole('textbox').waitFor();
    await mehmet
      .getByRole('alert')
      .filter({ hasText: 'Sanne heeft dit gesprek van je overgenomen.' })
      .waitFor();
    await mehmet.locator('#reply').waitFor({ state: 'detached' });
    expect((await stage.server.desk.conversation(id))?.entry.holder?.name).toBe('Sanne');
  });

  it('comes back from a colleague who signs out, marked so', async () => {
    stage.server.desk.customerWaits({ customerName: 'Xander' });
    const [sanne, mehmet] = [await agent('Sanne'), await agent('Mehmet')];
    await mehmet.getByRole('link', { name: /Xander/ }).click();
    await mehmet.getByRole('button', { name: 'Overnemen' }).click();
    await mehmet.getByRole('textbox').waitFor();
    await mehmet.getByRole('button', { name: 'Uitloggen' }).click();
    const row = sanne.getByRole('link', { name: /Xander/ });
    await row.getByText('wacht opnieuw').waitFor();
  });

  it('appears by itself, on the page and in the title bar', async () => {
    const page = await agent('Sanne');
    const before = await page.title();
    expect(before).not.toContain('Nieuw');
    const id = stage.server.desk.customerWaits({ customerName: 'Bram' });
    await page.getByRole('status').filter({ hasText: 'Bram wacht op een medewerker.' }).waitFor();
    await page.waitForFunction(() => document.title.startsWith('● Nieuw'));
    await page.getByRole('button', { name: 'Bekijken' }).click();
    await page.getByRole('heading', { name: 'Bram' }).waitFor();
    await page.waitForFunction(() => !document.title.includes('Nieuw'));
    stage.server.desk.customerWrites(id, 'Hallo, is daar iemand?');
    await page.getByRole('log').getByText('Hallo, is daar iemand?').waitFor();
  });
});

describe('hostile text', () => {
  it('stays text in every place', async () => {
    const evil = '<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>';
    const markdown = `${evil}\n\n[click](javascript:window.hacked=1)`;
    stage.server.desk.customerWaits(
      {
        conversationId: 'evil',
        customerName: `Eve ${evil}`,
        question: evil,
        holder: { kind: 'agent', id: 'evil', name: evil },
      },
      [
        { text: `${evil} **not bold** [link](https://evil.example)` },
        { from: 'bot', name: evil, ...inWords(markdown) },
      ],
    );
    const page = await agent('Sanne');
    await page.getByRole('link', { name: /Eve/ }).click();
    const log = page.getByRole('log');
    await log.getByText('**not bold** [link](https://evil.example)').waitFor();
    expect(await page.locator('#desk img, #desk script, #desk a[href^="javascript"]').count()).toBe(0);
    const links = await log
      .locator('a')
      .evaluateAll((found) => found.map((a) => [a.textContent, a.getAttribute('rel')]));
    expect(links).toEqual([['https://evil.example', 'noopener noreferrer nofollow']]);
    expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
  });
});

describe('trouble', () => {
  it('of the connection is told, and ends by itself with nothing missed', async () => {
    const id = stage.server.desk.customerWaits({ customerName: 'Pim' });
    const page = await agent('Sanne');
    await page.getByRole('link', { name: /Pim/ }).click();
    await page.getByRole('button', { name: 'Overnemen' }).click();
    const box = page.getByRole('textbox');
    // The claim has reached the server before the connection goes.
    await box.waitFor();
    await page.context().setOffline(true);
    await page.getByRole('alert').filter({ hasText: 'Geen verbinding' }).waitFor();
    await box.fill('Ben je daar nog?');
    await box.press('Enter');
    await page.getByText('niet verstuurd').waitFor();
    stage.server.desk.customerWrites(id, 'Ik ben er nog');
    await page.context().setOffline(false);
    await page.getByRole('log').getByText('Ik ben er nog').waitFor();
    await page.getByText('Live', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Opnieuw proberen' }).click();
    await page.getByText('verstuurd', { exact: true }).last().waitFor();
    await page.getByText('niet verstuurd').waitFor({ state: 'detached' });
    expect(stage.server.desk.replies.filter((text) => text === 'Ben je daar nog?')).toHaveLength(1);
  });

  it('of the server is over when it is back', async () => {
    const page = await agent('Sanne');
    await stage.restart();
    stage.server.desk.customerWaits({ customerName: 'Na de herstart' });
    await page.getByRole('link', { name: /Na de herstart/ }).waitFor();
  });

  it('of a session that ended keeps what was typed', async () => {
    stage.server.desk.customerWaits({ customerName: 'Roos' });
    const page = await agent('Sanne');
    await page.getByRole('link', { name: /Roos/ }).click();
    await page.getByRole('button', { name: 'Overnemen' }).click();
    await page.getByRole('textbox').fill('Bijna klaar');
    stage.server.accounts.endSessionsOfAll();
    await page.getByRole('button', { name: 'Versturen' }).click();
    await page.getByText('Je sessie is afgelopen').waitFor();
    await signIn(page, 'Sanne');
    await page.getByText('Bijna klaar').waitFor();
    await page.getByText('niet verstuurd').waitFor();
  });
});

describe('without a mouse', () => {
  it('a conversation can be found, claimed, answered and given back', async () => {
    const id = stage.server.desk.customerWaits({ conversationId: 'keys', customerName: 'Toets' });
    const page = await agent('Mehmet');
    const row = page.getByRole('link', { name: /Toets/ });
    await tabTo(page, row);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Toets' }).waitFor();
    await page.waitForFunction(() => document.activeElement?.id === 'customer-name');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.activeElement?.id === 'reply');
    await page.keyboard.type('Regel een');
    await page.keyboard.press('Shift+Enter');
    await page.keyboard.type('regel twee');
    await page.keyboard.press('Enter');
    await page.getByRole('log').getByText('regel twee').waitFor();
    // The page shows a reply before the server has it.
    await expect.poll(() => stage.server.desk.replies.at(-1)).toBe('Regel een\nregel twee');
    const giveBack = page.getByRole('button', { name: 'Terug naar bot' });
    await giveBack.focus();
    await page.keyboard.press('Enter');
    const question = page.locator('dialog');
    await question.waitFor();
    await page.keyboard.press('Escape');
    await question.waitFor({ state: 'detached' });
    await page.waitForFunction(() => document.activeElement?.textContent === 'Terug naar bot');
    await page.keyboard.press('Enter');
    await question.waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText('De bot beantwoordt deze klant.').waitFor();
    expect((await stage.server.desk.conversation(id))?.entry.state).toBe('with-bot');
  });
});

describe('the language', () => {
  it('follows the browser, can be changed and is kept', async () => {
    const page = await stage.browser.newPage({ locale: 'en-GB' });
    open.push(page);
    await page.goto(`${stage.server.url}/desk`);
    await page.getByRole('heading', { name: 'Sign in to the desk' }).waitFor();
    await page.getByRole('button', { name: /Nederlands/ }).click();
    await page.getByRole('heading', { name: 'Inloggen bij de desk' }).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: 'Inloggen bij de desk' }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('nl');
  });
});

describe('the phone', () => {
  it('shows the list or a conversation, with the way back', async () => {
    stage.server.desk.customerWaits({ customerName: 'Klein' });
    const page = await agent('Mehmet', { width: 320 });
    const row = page.getByRole('link', { name: /Klein/ });
    await row.click();
    await page.getByRole('heading', { name: 'Klein' }).waitFor();
    await row.waitFor({ state: 'hidden' });
    await page.goBack();
    await row.waitFor();
    await row.click();
    await page.getByRole('link', { name: 'Terug naar de lijst' }).click();
    await row.waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  });
});

describe('axe finds nothing', () => {
  it.each([
    [1280, 'light'],
    [1280, 'dark'],
    [800, 'light'],
    [390, 'light'],
    [390, 'dark'],
  ] as const)('at %d pixels, %s', async (width, scheme) => {
    const { anna, john, fatima, elsewhere } = setScene(stage.server.desk);
    const empty = await stage.browser.newPage({ width, scheme });
    open.push(empty);
    await empty.goto(`${stage.server.url}/desk`);
    await empty.getByRole('heading').waitFor();
    const findings = { signIn: await findViolations(empty) } as Record<string, string[]>;

    const page = await agent('Sanne', { width, scheme });
    stage.server.desk.customerWaits({ customerName: 'Nieuweling' });
    await page.getByText('Nieuweling wacht').waitFor();
    findings.queue = await findViolations(page);
    await page.goto(`${stage.server.url}/desk#/conversation/${anna}`);
    await page.getByRole('log').waitFor();
    findings.waiting = await findViolations(page);
    await page.getByRole('button', { name: 'Overnemen' }).click();
    await page.getByRole('textbox').fill('x'.repeat(4_001));
    findings.claimed = await findViolations(page);
    await page.getByRole('button', { name: 'Afsluiten' }).click();
    await page.getByRole('dialog').waitFor();
    findings.dialog = await findViolations(page);
    await page.keyboard.press('Escape');
    await page.locator('dialog').waitFor({ state: 'detached' });
    await stage.server.desk.claim(john, { id: 'x', name: 'Mehmet', email: '', role: 'agent' });
    await page.goto(`${stage.server.url}/desk#/conversation/${john}`);
    await page.getByText('Mehmet heeft dit gesprek.').waitFor();
    findings.others = await findViolations(page);
    stage.server.desk.agentAway(john, new Date(Date.now() - 1_000).toISOString());
    stage.server.desk.customerWaits({ customerName: 'Gevaar', priority: 'urgent', returnedAt: 'before' });
    await page.getByText('Die heeft nu geen verbinding met de desk.').waitFor();
    findings.away = await findViolations(page);
    await page.getByRole('button', { name: 'Overnemen' }).click();
    await page.getByRole('dialog').waitFor();
    findings.takeOver = await findViolations(page);
    await page.keyboard.press('Escape');
    await page.locator('dialog').waitFor({ state: 'detached' });
    stage.server.desk.setNotices([
      { door: 'messenger', alert: 'access-ended', since: new Date().toISOString() },
    ]);
    stage.server.desk.reachBecomes(fatima, { replyUntil: new Date(Date.now() + 60_000).toISOString() });
    await page.goto(`${stage.server.url}/desk#/conversation/${elsewhere}`);
    await page.getByText('Beantwoord in Meta Business Suite.').waitFor();
    await page.getByText('MESSENGER_PAGE_ACCESS_TOKEN').waitFor();
    findings.elsewhere = await findViolations(page);
    await page.goto(`${stage.server.url}/desk#/conversation/${fatima}`);
    await page.getByText('laatste uur').waitFor();
    findings.lastHour = await findViolations(page);
    await page.getByRole('button', { name: 'Overnemen' }).click();
    await page.getByRole('textbox').fill('Tot later');
    await page.getByRole('textbox').press('Enter');
    await page.getByText('verstuurd', { exact: true }).last().waitFor();
    stage.server.desk.newestCame(fatima, 'failed', 'window-closed');
    stage.server.desk.reachBecomes(fatima, { isUnreachable: true });
    await page.locator('.delivery .why').waitFor();
    await page.getByRole('status').filter({ hasText: 'bereikt niets deze klant meer' }).waitFor();
    findings.unreachable = await findViolations(page);
    stage.server.desk.setNotices([]);
    await page.goto(`${stage.server.url}/desk#/team`);
    await page.getByRole('button', { name: 'Link maken' }).click();
    await page.getByLabel('Link voor één keer').waitFor();
    findings.team = await findViolations(page);
    await page.context().setOffline(true);
    await page.getByText('Geen verbinding').waitFor();
    findings.lost = await findViolations(page);
    expect(findings).toEqual({
      signIn: [],
      queue: [],
      waiting: [],
      claimed: [],
      dialog: [],
      others: [],
      away: [],
      takeOver: [],
      elsewhere: [],
      lastHour: [],
      unreachable: [],
      team: [],
      lost: [],
    });
  });
});

async function expectText(row: ReturnType<Page['getByRole']>, texts: readonly string[]): Promise<void> {
  for (const part of texts) await expect.poll(() => row.textContent()).toContain(part);
}

/** Goes by Tab until the place has the focus. */
async function tabTo(page: Page, place: ReturnType<Page['getByRole']>): Promise<void> {
  await place.waitFor();
  for (let presses = 0; presses < 60; presses += 1) {
    if (await place.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  expect(await place.evaluate((element) => element === document.activeElement)).toBe(true);
}
