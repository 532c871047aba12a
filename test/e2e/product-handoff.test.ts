import type { Locator, Page, Route } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findViolations } from '../support/check-accessibility.js';
import {
  type CrowdCustomer,
  customerByRequests,
  customerOnPage,
  heldBy,
  listedFor,
  listedOn,
  saidByPeople,
  shownOnDesk,
} from './desk-crowd.js';
import { heard, PASSWORD, type ProductStage, say, setProductStage } from './product-stage.js';

const LOOKS = [
  [320, 'light'],
  [320, 'dark'],
  [1280, 'light'],
  [1280, 'dark'],
] as const;

const EVIL = '<img src=x onerror="window.hacked=1"> [klik](javascript:window.hacked=1) **niet vet**';

let stage: ProductStage;
let sanne: Page;
let mehmet: Page;

beforeAll(async () => {
  stage = await setProductStage();
  sanne = await stage.administrator('Sanne');
  mehmet = await stage.agent('Mehmet', sanne);
});
afterAll(() => stage.close());

/** A customer who asked something and then for a person. */
async function waitingCustomer(question: string): Promise<Page> {
  const page = await stage.customer();
  await say(page, question);
  await page.locator('support-chat .other').nth(1).waitFor();
  await page.getByRole('button', { name: 'Praat met een medewerker' }).click();
  await page.getByText('U wacht op een medewerker').waitFor();
  return page;
}

/** What the chat of a customer who waits says of their place. */
function place(customer: Page, text: string): Locator {
  return customer.getByRole('dialog').getByRole('status').filter({ hasText: text });
}

function row(desk: Page, question: string): Locator {
  return desk.getByRole('navigation', { name: 'Gesprekken' }).getByRole('link').filter({ hasText: question });
}

async function claim(desk: Page, question: string): Promise<Locator> {
  await row(desk, question).click();
  await desk.getByRole('button', { name: 'Overnemen' }).click();
  const box = desk.locator('#reply');
  await box.waitFor();
  return box;
}

async function giveBack(desk: Page): Promise<void> {
  await desk.getByRole('button', { name: 'Terug naar bot' }).click();
  await desk.getByRole('dialog').getByRole('button', { name: 'Terug naar bot' }).click();
  await desk.getByText('De bot beantwoordt deze klant.').waitFor();
}

describe('a conversation', () => {
  it('goes from the bot to a person and back, both looking on', async () => {
    const customer = await stage.customer();
    await say(customer, 'Hoe zeg ik mijn abonnement op?');
    await customer.getByText('Heeft dit u geholpen?').waitFor();
    await say(customer, 'ik wil liever een medewerker spreken');
    await place(customer, 'U bent als eerste aan de beurt').waitFor();

    const waiting = row(sanne, 'Hoe zeg ik mijn abonnement op?');
    await waiting.waitFor();
    for (const text of ['wacht', 'Website', 'Nederlands', 'vroeg om een mens']) {
      await expect.poll(() => waiting.textContent()).toContain(text);
    }
    await waiting.click();
    await sanne.getByText('De klant vroeg om een medewerker.').waitFor();
    const guess = sanne.getByRole('region', { name: 'Beste gok van de bot' });
    await guess.getByText(/^\d+% kans$/).waitFor();
    expect(await guess.getByRole('link').getAttribute('href')).toMatch(/^https:/);
    const log = sanne.getByRole('log');
    await log.getByText('ik wil liever een medewerker spreken').waitFor();

    const saidBefore = await heard(customer);
    await sanne.getByRole('button', { name: 'Overnemen' }).click();
    await customer.getByText('Sanne neemt het gesprek over').waitFor();
    await customer.getByRole('dialog').getByText('Medewerker', { exact: true }).waitFor();
    await sanne.locator('#reply').fill('Hallo, met Sanne. Waarmee kan ik helpen?');
    await sanne.locator('#reply').press('Enter');
    await customer.getByText('Hallo, met Sanne. Waarmee kan ik helpen?').waitFor();
    await log.getByText('verstuurd', { exact: true }).last().waitFor();

    // A question that the bot could answer: it must leave it to Sanne.
    await say(customer, 'Hoe stap ik over naar eSIM?');
    await log.getByText('Hoe stap ik over naar eSIM?').waitFor();
    await sanne.locator('#reply').fill('Dat kan in Mijn Zwaluw.');
    await sanne.locator('#reply').press('Enter');
    await customer.getByText('Dat kan in Mijn Zwaluw.').waitFor();
    await giveBack(sanne);
    await customer.getByText('Sanne is uit het gesprek').waitFor();

    await say(customer, 'Waar vind ik mijn PUK-code?');
    await customer.getByText('Heeft dit u geholpen?').waitFor();
    const saidAfter = (await heard(customer)).slice(saidBefore.length);
    expect(saidAfter.slice(0, 6)).toEqual([
      'Sanne neemt het gesprek over. U praat nu met een mens.',
      'Hallo, met Sanne. Waarmee kan ik helpen?',
      'Hoe stap ik over naar eSIM?',
      'Dat kan in Mijn Zwaluw.',
      'Sanne is uit het gesprek. Ik, de chatbot, help u weer verder.',
      'Waar vind ik mijn PUK-code?',
    ]);
    await row(sanne, 'Hoe zeg ik mijn abonnement op?').waitFor({ state: 'detached' });
  });

  it('has one agent; who comes too late is told who has it', async () => {
    const question = 'Hoe geef ik mijn verhuizing door?';
    const customer = await waitingCustomer(question);
    for (const desk of [sanne, mehmet]) await row(desk, question).click();
    // Mehmet's page does not learn of the claim in time: his click comes a moment too late.
    await mehmet.route(
      '**/claim',
      async (route) => {
        await claim(sanne, question);
        await route.continue();
      },
      { times: 1 },
    );
    await mehmet.getByRole('button', { name: 'Overnemen' }).click();
    await mehmet.getByRole('alert').filter({ hasText: 'Sanne was je voor' }).waitFor();
    await mehmet.getByText('Sanne heeft dit gesprek.', { exact: true }).waitFor();
    await mehmet.locator('#reply').waitFor({ state: 'detached' });
    await customer.getByText('Sanne neemt het gesprek over').waitFor();
    expect(await customer.getByText('Mehmet').count()).toBe(0);
    await giveBack(sanne);
  });

  it('shows hostile words as words to both', async () => {
    const customer = await waitingCustomer(`Hoe stap ik over naar eSIM? ${EVIL}`);
    const reply = await claim(sanne, EVIL);
    await sanne.getByRole('log').getByText(EVIL).waitFor();
    await reply.fill(`Antwoord ${EVIL}`);
    await reply.press('Enter');
    await customer.getByText(`Antwoord ${EVIL}`).waitFor();
    for (const page of [customer, sanne]) {
      expect(await page.locator('img, [onerror], a[href^="javascript" i]').count()).toBe(0);
      expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
    }
    await giveBack(sanne);
  });

  it('tells whoever waits the place, and lets them leave', async () => {
    const first = await waitingCustomer('Wat betekent foutcode TV-203?');
    await place(first, 'U bent als eerste aan de beurt').waitFor();
    const second = await waitingCustomer('Hoe krijg ik beter bereik met wifi?');
    await place(second, 'U bent ongeveer nummer 2 in de rij').waitFor();
    for (const customer of [first, second]) {
      await customer.getByRole('button', { name: 'Niet meer wachten' }).click();
      await customer.getByText('U staat niet meer in de rij').waitFor();
    }
    await sanne.getByText('Niemand wacht.').waitFor();
  });
});

describe('the desk', () => {
  it.each(LOOKS)('gives axe nothing to find at %d px, %s', async (width, colorScheme) => {
    const question = `Hoe geef ik mijn verhuizing door op ${width} ${colorScheme}?`;
    await waitingCustomer(question);
    const door = await stage.visitor({ width, scheme: colorScheme }, '/desk');
    await door.getByRole('heading', { name: 'Inloggen bij de desk' }).waitFor();
    const findings: Record<string, string[]> = { signIn: await findViolations(door) };

    await door.getByLabel('E-mailadres').fill('mehmet@example.com');
    await door.getByLabel('Wachtwoord').fill(PASSWORD);
    await door.getByRole('button', { name: 'Inloggen' }).click();
    await row(door, question).waitFor();
    findings.queue = await findViolations(door);
    await row(door, question).click();
    await door.getByRole('button', { name: 'Overnemen' }).waitFor();
    findings.waiting = await findViolations(door);
    await door.getByRole('button', { name: 'Overnemen' }).click();
    await door.locator('#reply').waitFor();
    findings.claimed = await findViolations(door);
    expect(findings).toEqual({ signIn: [], queue: [], waiting: [], claimed: [] });
    await giveBack(door);
  });
});

describe('three agents and ten customers', () => {
  const NAMES = ['Sanne', 'Mehmet', 'Joris'] as const;

  it('are brought together, passed on, told who goes, and shown alike to everybody', async () => {
    const joris = await stage.agent('Joris', sanne);
    const desks = [sanne, mehmet, joris];
    for (const desk of desks) await desk.goto(`${stage.product.url}/desk#/`);
    const customers = await Promise.all(
      Array.from({ length: 10 }, (_, index) => {
        const matter = `Mijn nummer is nog niet over, dossier ${index}00`;
        return index < 3 ? customerOnPage(stage, matter) : customerByRequests(stage, matter);
      }),
    );
    const dossier = (index: number) => customers[index] as CrowdCustomer;
    for (const desk of desks) {
      for (const { matter } of customers) await row(desk, matter).waitFor();
    }

    // Each takes three, one after the other; the last customer goes on waiting.
    await Promise.all(
      desks.map(async (desk, place) => {
        for (const index of [place, place + 3, place + 6]) {
          const box = await claim(desk, dossier(index).matter);
          await box.fill(`Met ${NAMES[place]}, over dossier ${index}00.`);
          await box.press('Enter');
          await dossier(index).hears(new RegExp(`Met ${NAMES[place]}, over dossier ${index}00`));
          await dossier(index).say('Fijn, ik blijf hier.');
        }
      }),
    );

    await row(sanne, dossier(0).matter).click();
    await sanne.getByRole('button', { name: 'Doorgeven' }).click();
    await sanne.getByRole('combobox', { name: 'Aan' }).selectOption({ label: 'Mehmet' });
    await sanne.getByRole('dialog').getByRole('button', { name: 'Doorgeven' }).click();
    await dossier(0).hears(/Mehmet/);
    await mehmet.getByRole('button', { name: /^Aannemen/ }).click();
    await dossier(0).hears(/^.*Mehmet neemt het gesprek over/s);

    await row(mehmet, dossier(1).matter).click();
    await mehmet.getByRole('button', { name: 'Afsluiten' }).click();
    await mehmet.getByRole('dialog').getByRole('button', { name: 'Afsluiten' }).click();
    await dossier(1).hears(/Mehmet heeft dit gesprek afgerond/);

    await joris.getByRole('button', { name: 'Uitloggen' }).click();
    await joris.getByRole('heading', { name: 'Inloggen bij de desk' }).waitFor();
    for (const index of [2, 5, 8]) await dossier(index).hears(/Joris moest weg/);

    const held = await heldBy(sanne);
    const waiting = held.filter(({ state }) => state === 'waiting').map(({ question }) => question);
    // They asked at once, so nobody knows who came first; who lost their agent goes before who never had one.
    expect(waiting.slice(0, 3).sort()).toEqual([2, 5, 8].map((index) => dossier(index).matter));
    expect(waiting.slice(3)).toEqual([dossier(9).matter]);
    for (const [desk, name] of [
      [sanne, 'Sanne'],
      [mehmet, 'Mehmet'],
    ] as const) {
      await expect.poll(() => listedOn(desk)).toEqual(listedFor(name, held));
    }
    for (const { conversationId, question } of held) {
      const customer = customers.find(({ matter }) => matter === question);
      const said = await saidByPeople(sanne, conversationId);
      expect(said.length).toBe(question === dossier(9).matter ? 2 : 4);
      await expect.poll(() => customer?.sees(NAMES)).toEqual(said);
      await sanne.goto(`${stage.product.url}/desk#/conversation/${conversationId}`);
      await expect.poll(() => shownOnDesk(sanne)).toEqual(said);
    }
  });
});

describe('a crash of the server', () => {
  it('loses nothing and nobody, and doubles nothing', async () => {
    const helped = await waitingCustomer('Waarom is mijn eerste factuur hoger?');
    const reply = await claim(sanne, 'Waarom is mijn eerste factuur hoger?');
    const waiting = await waitingCustomer('Kan ik in Zwitserland internetten?');
    const asking = await stage.customer();
    await stage.crash();
    for (const customer of [helped, waiting, asking]) await customer.getByText('Geen verbinding').waitFor();
    await sanne.getByRole('alert').filter({ hasText: 'Geen verbinding' }).waitFor();

    await say(asking, 'Hoe stap ik over naar eSIM?');
    await asking.getByText('Niet verstuurd').waitFor();
    await reply.fill('Ik kijk het na.');
    await reply.press('Enter');
    await sanne.getByText('niet verstuurd').waitFor();
    await stage.comeBack();

    await asking.getByText('Heeft dit u geholpen?').waitFor();
    expect((await heard(asking)).filter((text) => text === 'Hoe stap ik over naar eSIM?')).toHaveLength(1);
    expect(await asking.locator('support-chat .source').count()).toBe(1);
    await asking.getByText('Niet verstuurd').waitFor({ state: 'detached' });

    await sanne.getByText('Live', { exact: true }).waitFor();
    await sanne.getByRole('button', { name: 'Opnieuw proberen' }).click();
    await helped.getByText('Ik kijk het na.').waitFor();
    await sanne.getByText('niet verstuurd').waitFor({ state: 'detached' });
    expect(await helped.getByText('Ik kijk het na.').count()).toBe(1);

    await waiting.reload();
    await place(waiting, 'U wacht op een medewerker').waitFor();
    await sanne.reload();
    await claim(sanne, 'Kan ik in Zwitserland internetten?');
    await waiting.getByText('Sanne neemt het gesprek over').waitFor();
    expect(stage.product.firstInvitation).toBeNull();
    expect(stage.complaints()).toEqual([]);
  });

  it('in the middle of a turn still gives one answer', async () => {
    const page = await stage.customer();
    const crashAfterTaking = async (route: Route) => {
      await route.fetch();
      await stage.crash();
      await route.abort();
    };
    await page.route('**/activities', crashAfterTaking, { times: 1 });
    await say(page, 'Hoe stap ik over naar eSIM?');
    await page.getByText('Geen verbinding').waitFor();
    await stage.comeBack();
    await page.getByText('Heeft dit u geholpen?').waitFor();
    await page.reload();
    await page.getByText('Heeft dit u geholpen?').waitFor();
    expect((await heard(page)).filter((text) => text === 'Hoe stap ik over naar eSIM?')).toHaveLength(1);
    expect(await page.locator('support-chat .source').count()).toBe(1);
  });
});

describe('an agent who leaves', () => {
  it('is signed out at once, cannot come back while locked, and can be invited anew once removed', async () => {
    const noor = await stage.agent('Noor', sanne);
    const team = await sanne.context().newPage();
    await team.goto(`${stage.product.url}/desk#/team`);
    const press = async (name: string) => {
      await team.getByRole('button', { name: `${name}: Noor`, exact: true }).click();
      await team.getByRole('dialog').getByRole('button', { name }).click();
    };
    await press('Blokkeren');
    await noor.getByText('Je sessie is afgelopen', { exact: false }).waitFor();
    await noor.getByLabel('E-mailadres').fill('noor@example.com');
    await noor.getByLabel('Wachtwoord').fill(PASSWORD);
    await noor.getByRole('button', { name: 'Inloggen' }).click();
    await noor.getByRole('alert').filter({ hasText: 'E-mailadres of wachtwoord klopt niet.' }).waitFor();
    await press('Verwijderen');
    await team.getByText('noor@example.com').waitFor({ state: 'detached' });
    await stage.agent('Noor', sanne);
    expect(stage.product.output()).toContain('An account of the desk was removed.');
  });
});

describe('what the server prints', () => {
  it('holds no words of customers, addresses or passwords', () => {
    const printed = stage.product.output();
    for (const secret of ['eSIM', 'Zwitserland', 'Ik kijk het na', '@example.com', PASSWORD]) {
      expect(printed).not.toContain(secret);
    }
  });
});
