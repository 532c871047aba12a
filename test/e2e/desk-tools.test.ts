import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { findViolations } from '../support/check-accessibility.js';
import { customerSays } from '../unit/bot/support/samples.js';
import { type BotDeskStage, setBotDeskStage } from './bot-desk-stage.js';

let stage: BotDeskStage;

beforeAll(async () => {
  stage = await setBotDeskStage();
  await helped('c1', 'Mijn modem knippert rood en piept');
  await helped('c1', 'Nu doet de coördinator het niet');
});
afterEach(() => stage.closePages());
afterAll(() => stage.close());

/** A customer asks for a person, says something, and is helped by Noor. */
async function helped(conversation: string, text: string): Promise<string> {
  const id = await stage.asks(conversation, text);
  const { desk } = stage.server.test.bot;
  await desk.claim(id, stage.noor);
  await desk.reply(id, stage.noor, 'Dat is nu geregeld.', `key-${text.length}-${conversation}`);
  await desk.close(id, stage.noor);
  return id;
}

describe('what was said before', () => {
  it.each([
    [1280, 'light'],
    [390, 'dark'],
  ] as const)(
    'is found by its words and read, by keyboard alone, at %d pixels, %s',
    async (width, scheme) => {
      const page = await stage.agent('Tijs', { width, scheme });
      await page.getByRole('link', { name: 'Zoeken' }).press('Enter');
      const box = page.getByRole('searchbox', { name: 'Zoek in alle gesprekken' });
      await expect.poll(() => box.evaluate((element) => element === document.activeElement)).toBe(true);
      await page.keyboard.type('coordinator');
      await page.keyboard.press('Enter');
      await page.getByText('1 gesprek gevonden').waitFor();
      await expect.poll(() => page.locator('mark').allTextContents()).toEqual(['coördinator']);
      expect(await findViolations(page)).toEqual([]);

      await page.getByRole('link', { name: /coördinator/ }).press('Enter');
      await page.getByText('Dit gesprek is afgesloten.').waitFor();
      expect(await page.getByRole('textbox').count()).toBe(0);
      if (width < 1000) await page.getByText('Over dit gesprek').click();
      await expect.poll(() => page.locator('.history-row').count()).toBe(2);
      expect(await page.locator('.history-row').first().textContent()).toMatch(/afgesloten.*bij Noor/s);
      expect(await findViolations(page)).toEqual([]);
      await page.goBack();
      await page.getByText('1 gesprek gevonden').waitFor();
    },
  );
});

describe('what the bot has', () => {
  it.each([
    [1280, 'dark'],
    [390, 'light'],
  ] as const)('is read, taken and answered at %d pixels, %s', async (width, scheme) => {
    const { test } = stage.server;
    await test.say('Hoe zet ik de wifi aan?', { conversation: { id: `bot-${width}` } });
    const page = await stage.agent('Tijs', { width, scheme });
    await page.getByRole('link', { name: 'Bij de bot', exact: true }).press('Enter');
    const row = page.getByRole('link', { name: /wifi/ });
    await row.waitFor();
    expect(await findViolations(page)).toEqual([]);
    await row.press('Enter');
    await page.getByText('Neem het gesprek over om zelf te antwoorden.').waitFor();
    expect(await findViolations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Overnemen van de bot' }).press('Enter');
    const box = page.getByRole('textbox');
    await expect.poll(() => box.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.type('Ik kijk even mee.');
    await page.keyboard.press('Enter');
    const sent = () =>
      test.transport.sent.filter((sent) => sent.conversation?.id === `bot-${width}` && sent.text);
    await expect.poll(() => sent().at(-1)?.text).toBe('Ik kijk even mee.');
    expect(sent().at(-2)?.text).toContain('Tijs');

    await page.getByRole('button', { name: 'Afsluiten' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Afsluiten' }).click();
    await page.getByRole('button', { name: 'Heropenen' }).click();
    await box.waitFor();
  });
});

describe('who looks and who types', () => {
  it.each([
    [1280, 'light'],
    [390, 'dark'],
  ] as const)('is shown while it lasts at %d pixels, %s', async (width, scheme) => {
    const { test } = stage.server;
    const conversation = `sign-${width}`;
    const id = await stage.asks(conversation, 'Mijn modem doet het niet');
    await test.bot.desk.claim(id, stage.noor);
    const noor = await stage.agent('Noor', { width, scheme });
    const tijs = await stage.agent('Tijs', { width, scheme });
    await noor.goto(`${stage.server.url}/desk#/conversation/${id}`);
    const row = tijs.locator(`a.entry[href$="${id}"]`);
    await expect.poll(() => row.textContent()).toContain('Noor kijkt mee');
    await row.click();
    await noor.getByRole('status').filter({ hasText: 'Tijs kijkt mee' }).waitFor();
    await test.bot.receive(
      customerSays('', { type: 'typing', conversation: { id: conversation } }),
      test.transport,
    );
    const signs = noor.locator('.signs');
    await expect.poll(() => signs.textContent()).toContain('Anna typt…');
    await noor.getByRole('textbox', { name: /Antwoord/ }).pressSequentially('Ik');
    await expect.poll(() => tijs.locator('.signs').textContent()).toContain('Noor typt hier');
    await expect
      .poll(() => test.transport.sent.at(-1))
      .toMatchObject({
        type: 'typing',
        conversation: { id: conversation },
        from: { name: 'Noor' },
      });
    expect(await findViolations(noor)).toEqual([]);
    await test.say('Het lampje is rood', { conversation: { id: conversation } });
    await expect.poll(() => signs.textContent()).toBe('Tijs kijkt mee');
    await tijs.goto(`${stage.server.url}/desk#/`);
    await expect.poll(() => signs.textContent()).toBe('');
  });
});

describe('a window with little room', () => {
  it('has the keys of the desk in a conversation too, links that work, and the way out', async () => {
    const id = await stage.asks('narrow', 'De fout staat op https://status.example.com/storing?a=1.');
    const page = await stage.agent('Tijs', { width: 390 });
    await page.goto(`${stage.server.url}/desk#/conversation/${id}`);
    const link = page.getByRole('log').getByRole('link', { name: 'status.example.com' });
    expect(await link.getAttribute('href')).toBe('https://status.example.com/storing?a=1');
    expect(await link.getAttribute('rel')).toContain('noopener');
    await page.locator('#customer-name').focus();
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog').getByRole('combobox').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Toetsen' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.goto(`${stage.server.url}/desk#/account`);
    await page.getByRole('heading', { name: 'Je naam' }).waitFor();
    expect(await findViolations(page)).toEqual([]);
    // Further down stand the sessions, with the same word each.
    await page.locator('#content').getByRole('button', { name: 'Uitloggen', exact: true }).first().click();
    await page.getByRole('heading', { name: 'Inloggen bij de desk' }).waitFor();
  });
});

describe('a note for colleagues', () => {
  it.each([
    [1280, 'light'],
    [390, 'dark'],
  ] as const)('mentions one, who sees it until they look, at %d pixels, %s', async (width, scheme) => {
    const id = await stage.asks(`note-${width}`, 'Mijn rekening klopt niet');
    const page = await stage.agent('Noor', { width, scheme });
    await page.goto(`${stage.server.url}/desk#/conversation/${id}`);
    await page.getByRole('button', { name: 'Notitie voor collega’s' }).press('Enter');
    const box = page.getByRole('textbox', { name: 'Notitie voor collega’s' });
    await expect.poll(() => box.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.type('Wil jij meekijken, @ti');
    await page.getByRole('button', { name: '@Tijs' }).waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect.poll(() => box.inputValue()).toBe('Wil jij meekijken, @Tijs ');
    expect(await findViolations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Notitie bewaren' }).press('Enter');
    const note = page.getByRole('log').locator('.from-note');
    await expect.poll(() => note.textContent()).toMatch(/Noor.*alleen voor collega’s.*Genoemd: Tijs/s);
    expect(await findViolations(page)).toEqual([]);

    const other = await stage.agent('Tijs', { width, scheme });
    await other.getByRole('link', { name: 'Genoemd 1' }).press('Enter');
    await other.getByText('notitie van Noor').waitFor();
    expect(await findViolations(other)).toEqual([]);
    await other.getByRole('link', { name: /Wil jij meekijken/ }).press('Enter');
    await other.locator('.from-note').waitFor();
    await expect
      .poll(() => stage.server.test.rows('select * from mentions where seenAt is null'))
      .toEqual([]);
  });
});

describe('what an agent cannot finish', () => {
  it('is labelled, set aside, taken up again and passed on, by keyboard, and a colleague takes it', async () => {
    const { bot } = stage.server.test;
    await bot.deskTools.labels.add(stage.noor, 'Facturen');
    const id = await stage.asks('moves', 'Mijn factuur is dubbel afgeschreven');
    await bot.desk.claim(id, stage.noor);
    const page = await stage.agent('Noor', { width: 1280, scheme: 'light' });
    await page.goto(`${stage.server.url}/desk#/conversation/${id}`);
    await page.getByText('Labels kiezen').click();
    await page.getByRole('checkbox', { name: 'Facturen' }).press('Space');
    await page.locator('.label-picker .label-mark').waitFor();
    await page.getByRole('button', { name: 'Later' }).press('Enter');
    await page.getByRole('dialog').waitFor();
    expect(await findViolations(page)).toEqual([]);
    await page.getByRole('radio', { name: /Morgen/ }).press('Space');
    await page.getByRole('button', { name: 'Opzij zetten' }).press('Enter');
    await page.getByRole('heading', { name: /Opzij gezet/ }).waitFor();
    expect(await findViolations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Nu verder' }).press('Enter');
    await page.getByRole('button', { name: 'Doorgeven' }).press('Enter');
    await page.getByRole('combobox', { name: 'Aan' }).selectOption({ label: 'Tijs' });
    await page.getByRole('textbox', { name: /Toelichting/ }).fill('Kijk jij?');
    expect(await findViolations(page)).toEqual([]);
    await page.getByRole('dialog').getByRole('button', { name: 'Doorgeven' }).press('Enter');
    await expect.poll(() => page.url()).not.toContain(id);

    const other = await stage.agent('Tijs', { width: 1280, scheme: 'dark' });
    await other.getByRole('button', { name: /Aannemen/ }).press('Enter');
    await other.getByText('→ Tijs: Kijk jij?').waitFor();
    expect(await findViolations(other)).toEqual([]);
  });
});

describe('the knowledge', () => {
  it.each([
    [1280, 'light'],
    [390, 'dark'],
  ] as const)(
    'is changed, hidden and given back by who may, by keyboard, at %d pixels, %s',
    async (width, scheme) => {
      const page = await stage.agent('Noor', { width, scheme });
      await page.getByRole('link', { name: 'Kennis' }).press('Enter');
      await page.getByText('Er is niets gewijzigd.').waitFor();
      await page.getByRole('searchbox', { name: 'Zoek een antwoord' }).fill('wifi');
      await page.keyboard.press('Enter');
      await page.getByText('1 antwoord gevonden').waitFor();
      expect(await findViolations(page)).toEqual([]);

      await page.getByRole('button', { name: 'Wijzigen: Hoe werkt wifi?' }).press('Enter');
      await page.getByRole('textbox', { name: 'Antwoord aan klanten' }).fill('Trek de stekker eruit.');
      await page.getByRole('textbox', { name: 'Andere manieren' }).fill('wifi weg\nwifi doet het niet');
      await page.getByRole('button', { name: 'Wijziging bewaren' }).press('Enter');
      await page.getByText('Bewaard. Klanten krijgen het met de volgende release.').waitFor();
      await page.getByText('Zet het modem uit en aan.').waitFor();
      expect(await findViolations(page)).toEqual([]);
      await page.getByRole('checkbox', { name: /^Verbergen/ }).press('Space');
      await page.getByRole('button', { name: 'Wijziging bewaren' }).press('Enter');
      await page.getByText('Bewaard. Niemand krijgt dit antwoord nog.').waitFor();

      await page.getByRole('button', { name: 'Alles ongedaan maken' }).press('Enter');
      await page.getByRole('dialog').getByRole('button', { name: 'Alles ongedaan maken' }).press('Enter');
      await page.getByText('De wijzigingen zijn ongedaan gemaakt.').waitFor();
      await page.getByRole('button', { name: 'Terug naar de kennis' }).press('Enter');
      await page.getByText('Er is niets gewijzigd.').waitFor();
    },
  );

  it('is not offered for change to agents', async () => {
    const page = await stage.agent('Tijs');
    await page.getByRole('link', { name: 'Zoeken' }).waitFor();
    expect(await page.getByRole('link', { name: 'Kennis' }).count()).toBe(0);
  });
});

describe('the team lead’s page', () => {
  it('tells who is there and how it stands, and leads into a conversation, both told', async () => {
    const { test } = stage.server;
    // Who signs in often within a minute is asked to wait; who waits is told so by the minute.
    test.clock.forward({ minutes: 2 });
    const held = await stage.asks('lead-held', 'Mijn pakket is nergens te vinden');
    await stage.asks('lead-waits', 'Waar blijft mijn monteur?');
    test.clock.forward({ minutes: 3 });
    const tijs = await stage.agent('Tijs');
    await tijs.goto(`${stage.server.url}/desk#/conversation/${held}`);
    await tijs.getByRole('button', { name: 'Overnemen' }).click();
    await tijs.locator('#reply').waitFor();

    const noor = await stage.agent('Noor', { scheme: 'dark' });
    await noor.goto(`${stage.server.url}/desk#/lead`);
    const now = noor.getByRole('region', { name: 'Nu' });
    const figure = (name: string) =>
      now.locator('.lead-figures > div').filter({ hasText: name }).locator('dd').textContent();
    const entries = await test.bot.desk.entries();
    const count = (state: string) => String(entries.filter((entry) => entry.state === state).length);
    await expect.poll(() => figure('wachten')).toBe(count('waiting'));
    await expect.poll(() => figure('lopende gesprekken')).toBe(count('with-agent'));
    const waitedMs = entries
      .filter(({ state }) => state === 'waiting')
      .map(({ waitingSince }) => test.clock.now().getTime() - Date.parse(waitingSince));
    const longest = `${Math.floor(Math.max(...waitedMs) / 60_000)} min`;
    await expect.poll(() => figure('langste wachttijd')).toBe(longest);

    const people = noor.getByRole('region', { name: 'Wie is er' });
    await people.getByText('2 beschikbaar, 0 afwezig, 0 weg').waitFor();
    const ofTijs = entries.filter(({ holder }) => holder?.name === 'Tijs').length;
    const row = people.getByRole('row', { name: /^Tijs/ });
    await expect.poll(() => row.locator('td').allTextContents()).toEqual(['beschikbaar', String(ofTijs)]);
    expect(await findViolations(noor)).toEqual([]);

    const live = noor.getByRole('region', { name: 'Lopende gesprekken' });
    const lost = live.getByRole('listitem').filter({ hasText: 'Mijn pakket is nergens te vinden' });
    await lost.getByRole('button', { name: 'Meelezen: Anna' }).click();
    await noor.getByText('Je leest mee. De collega en de klant zien dat.').waitFor();
    await tijs.getByRole('status').filter({ hasText: 'Noor leest mee.' }).waitFor();
    await expect.poll(() => test.newTexts('lead-held').join('\n')).toContain('Noor');
    await noor.getByRole('textbox', { name: /^Antwoord/ }).waitFor({ state: 'detached' });
    expect(await findViolations(noor)).toEqual([]);
    await noor.getByRole('button', { name: 'Stoppen met meelezen' }).click();
    await tijs.getByText('Noor leest mee.').waitFor({ state: 'detached' });

    await noor.goto(`${stage.server.url}/desk#/lead`);
    await people.getByText('2 beschikbaar, 0 afwezig, 0 weg').waitFor();
    await tijs.context().close();
    await people.getByText('1 beschikbaar, 0 afwezig, 1 weg').waitFor();
    await expect.poll(() => row.locator('td').first().textContent()).toBe('weg');
  });

  it('is not shown to agents, nor is any other that is not for them', async () => {
    const page = await stage.agent('Tijs');
    for (const [place, who] of [
      ['lead', 'Alleen teamleiders en beheerders'],
      ['content', 'contentbeheerders en beheerders'],
      ['releases', 'contentbeheerders en beheerders'],
      ['team', 'alleen beheerders'],
      ['audit', 'alleen beheerders'],
      ['privacy', 'alleen beheerders'],
    ]) {
      await page.goto(`${stage.server.url}/desk#/${place}`);
      await page.getByRole('alert').filter({ hasText: who }).waitFor();
      expect(await page.locator('#content').getByRole('button').count()).toBe(0);
      await page.goto(`${stage.server.url}/desk#/search`);
      await page.getByRole('heading', { name: 'Niet voor jouw rol' }).waitFor({ state: 'detached' });
    }
  });
});

describe('from an answer to the knowledge', () => {
  it('is put forward, looked at and approved, on a phone', async () => {
    const [width, scheme] = [390, 'dark'] as const;
    // Who signs in often within a minute is asked to wait.
    stage.server.test.clock.forward({ minutes: 2 });
    const id = await stage.asks('share', 'Hoe zet ik mijn eSIM over?');
    const page = await stage.agent('Tijs', { width, scheme });
    await page.goto(`${stage.server.url}/desk#/conversation/${id}`);
    await page.getByRole('button', { name: 'Overnemen' }).first().click();
    await page
      .getByRole('textbox', { name: /Antwoord/ })
      .fill('Dag Anna, scan de code op het nieuwe toestel.');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Afsluiten' }).click();
    await page.getByRole('checkbox', { name: 'Dit vragen anderen ook' }).check();
    expect(await findViolations(page)).toEqual([]);
    await page.getByRole('dialog').getByRole('button', { name: 'Afsluiten' }).click();
    const answer = page.getByRole('textbox', { name: 'Antwoord dat voor iedereen klopt' });
    await expect.poll(() => answer.inputValue()).toContain('scan de code op het nieuwe toestel');
    expect(await answer.inputValue()).not.toContain('Anna');
    await page.getByRole('textbox', { name: 'Vraag, in één zin' }).fill('Hoe zet ik mijn eSIM over?');
    expect(await findViolations(page)).toEqual([]);
    await answer.fill('Scan de code op het nieuwe toestel.');
    await page.getByRole('button', { name: 'Voorstellen' }).click();
    await page.getByText('Voorgesteld. Een contentredacteur kijkt ernaar.').waitFor();

    const noor = await stage.agent('Noor', { width, scheme });
    await noor.goto(`${stage.server.url}/desk#/content`);
    await noor.getByRole('button', { name: 'Bekijken: Hoe zet ik mijn eSIM over?' }).click();
    expect(await findViolations(noor)).toEqual([]);
    await noor.getByRole('button', { name: 'Goedkeuren' }).click();
    await noor.getByText('Goedgekeurd. Klanten krijgen het met de volgende release.').waitFor();
    await noor.getByRole('button', { name: 'Intrekken: Hoe zet ik mijn eSIM over?' }).waitFor();
  });
});

describe('releases', () => {
  it('are read, asked, published and gone back from', async () => {
    const page = await stage.agent('Noor', { width: 1280, scheme: 'light' });
    await page.getByRole('link', { name: 'Releases' }).press('Enter');
    await page.getByText('live sinds').waitFor();
    expect(await findViolations(page)).toEqual([]);
    await page
      .getByRole('button', { name: /bekijken$/ })
      .first()
      .click();
    await page.getByText('Gewijzigd').click();
    await page.getByText('On the seventh.').waitFor();
    await page.getByRole('textbox', { name: 'Vraag' }).fill('When is the bill sent?');
    await page.getByRole('button', { name: 'Vragen' }).click();
    await page.getByRole('heading', { name: 'Nu live' }).waitFor();
    expect(await findViolations(page)).toEqual([]);
    await stage.server.test.say('When is the bill sent?', { locale: 'en-GB' });
    await page.getByRole('button', { name: 'Leg ze voor aan deze release' }).click();
    await page.getByText(/verschillend, gesteld door Noor\.$/).waitFor();
    await page.getByText('iets anders dan nu, 1 keer gevraagd').first().click();
    expect(await findViolations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Publiceren' }).click();
    await page.getByRole('textbox', { name: /Waarom/ }).fill('nieuwe data');
    await page.getByRole('dialog').getByRole('button', { name: 'Publiceren' }).click();
    await page.getByText('Gepubliceerd. Klanten krijgen').waitFor();
    expect(stage.releases.releases.currentId()).toBe(stage.releases.waiting);
    await page.getByRole('button', { name: 'Terug naar de vorige' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Terug naar de vorige' }).click();
    await page.getByText('Teruggegaan. Klanten krijgen').waitFor();
    expect(stage.releases.releases.currentId()).toBe(stage.releases.live);
  });
});
