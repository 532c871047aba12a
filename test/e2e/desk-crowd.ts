import type { Page } from 'playwright-core';
import { openCustomer, placeToldIn } from '../support/product-customer.js';
import { type ProductStage, say } from './product-stage.js';

const PERSON = 'Ik wil graag een medewerker spreken.';

/** A customer who talks with the desk, on a page or by requests alone. */
export interface CrowdCustomer {
  /** What is the matter, by which their row at the desk is found. */
  readonly matter: string;
  /** Null for who speaks Direct Line without a page. */
  readonly page: Page | null;
  say(text: string): Promise<void>;
  /** Waits until something that was said to the customer fits. */
  hears(words: RegExp): Promise<void>;
  /** What the customer has before them of what people said, in order: own words, and those under an agent's name. */
  sees(agents: readonly string[]): Promise<readonly string[]>;
}

/** A customer on the website who asks for a person and tells the matter. */
export async function customerOnPage(stage: ProductStage, matter: string): Promise<CrowdCustomer> {
  const page = await stage.customer();
  await say(page, PERSON);
  await page.getByText('U wacht op een medewerker').waitFor();
  await say(page, matter);
  return {
    matter,
    page,
    say: (text) => say(page, text),
    hears: (words) => page.locator('support-chat .other').filter({ hasText: words }).first().waitFor(),
    sees: (agents) =>
      page
        .locator('support-chat .line')
        .evaluateAll(
          (lines, names) =>
            lines
              .filter(
                (line) =>
                  line.classList.contains('own') ||
                  names.includes(line.querySelector('.name')?.textContent ?? ''),
              )
              .map((line) => line.querySelector('.bubble')?.textContent ?? ''),
          agents,
        ),
  };
}

/** The same by requests and polling. */
export async function customerByRequests(stage: ProductStage, matter: string): Promise<CrowdCustomer> {
  const customer = await openCustomer(stage.product.url);
  await customer.say(PERSON);
  await customer.until((said) => placeToldIn(said) !== null);
  await customer.say(matter);
  return {
    matter,
    page: null,
    say: (text) => customer.say(text),
    async hears(words) {
      await customer.until(({ from, text = '' }) => from.id !== customer.userId && words.test(text));
    },
    async sees(agents) {
      const heard = await customer.heard();
      return (
        heard
          .filter(({ type, from }) => type === 'message' && isOfPeople(from, customer.userId, agents))
          // The text is for clients that show no names: the agent's stands in it.
          .map(({ text = '', channelData }) => channelData?.message?.text ?? text)
      );
    },
  };
}

function isOfPeople(
  from: { readonly id: string; readonly name?: string },
  own: string,
  agents: readonly string[],
): boolean {
  return from.id === own || agents.includes(from.name ?? '');
}

/** What a page of the desk lists: ids of conversations, sorted. */
export interface DeskListing {
  readonly mine: readonly string[];
  readonly offered: readonly string[];
  readonly waiting: readonly string[];
  readonly others: readonly string[];
}

/** What is on the screen of a desk. */
export async function listedOn(desk: Page): Promise<DeskListing> {
  const under = async (title: string) => {
    const section = desk
      .locator('section.entry-list')
      .filter({ has: desk.getByRole('heading', { name: title }) });
    const addresses = await section
      .locator('a.entry')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
    return addresses.map((address) => address.replace('#/conversation/', '')).sort();
  };
  return {
    mine: await under('Mijn gesprekken'),
    offered: await under('Voor jou'),
    waiting: await under('Wachtrij'),
    others: await under('Bij collega’s'),
  };
}

interface HeldEntry {
  readonly conversationId: string;
  readonly state: string;
  readonly question: string;
  readonly holder: { readonly kind: string; readonly name: string } | null;
  readonly offer: { readonly agentName: string } | null;
}

/** What the server holds, asked from within a desk's page. */
export async function heldBy(desk: Page): Promise<readonly HeldEntry[]> {
  const told = await desk.evaluate(async () => (await fetch('/desk/api/entries')).json());
  return (told as { entries: readonly HeldEntry[] }).entries;
}

/** How an agent's page must list what the server holds. */
export function listedFor(agent: string, entries: readonly HeldEntry[]): DeskListing {
  const ids = (fits: (entry: HeldEntry) => boolean) =>
    entries
      .filter(fits)
      .map(({ conversationId }) => conversationId)
      .sort();
  const isOffered = ({ offer }: HeldEntry) => offer?.agentName === agent;
  return {
    mine: ids(({ state, holder }) => state === 'with-agent' && holder?.name === agent),
    offered: ids(isOffered),
    waiting: ids((entry) => entry.state === 'waiting' && !isOffered(entry)),
    others: ids(({ state, holder }) => state === 'with-agent' && holder?.name !== agent),
  };
}

/** What customer and agents said in a conversation as the server holds it. */
export async function saidByPeople(desk: Page, conversationId: string): Promise<readonly string[]> {
  const told = await desk.evaluate(
    async (id) => (await fetch(`/desk/api/conversation/${id}`)).json(),
    conversationId,
  );
  const { messages } = (
    told as { conversation: { messages: readonly { readonly from: string; readonly text: string }[] } }
  ).conversation;
  return messages.filter(({ from }) => from !== 'bot').map(({ text }) => text);
}

/** The same as a page of the desk shows it. */
export async function shownOnDesk(desk: Page): Promise<readonly string[]> {
  return desk.getByRole('log').locator('.from-customer .typed, .from-agent .typed').allTextContents();
}
