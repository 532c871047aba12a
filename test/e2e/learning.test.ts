import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Choice, ChoiceValue } from '../../bot/contracts/messages.js';
import type { Item } from '../../index/contracts/items.js';
import { openVerdictStore } from '../../index/learning/open-verdict-store.js';
import { openDatabase } from '../../index/platform/database.js';
import { answeredFrom, openCustomer, type Said } from '../support/product-customer.js';
import { runProgram } from '../support/run-program.js';
import { type RunningProduct, startProduct } from '../support/running-product.js';

/** Several runs of ingest over the samples, each in a process of its own. */
const LONG = { timeout: 240_000 };

/** Nobody in the community calls the box so. */
const QUESTION = 'stekkerdoosje van jullie doet oranje en ik kan niks';
const ITEM_QUESTION = 'Oranje knipperend lampje op de Zwaluw Box';

/** Ids of the customers who confirmed it. */
const confirmed: string[] = [];
/** What the last run said that read the samples with what customers had confirmed. */
let learned = '';

let product: RunningProduct;
beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product.remove());

/** Asks as a new customer; resolves with what the bot decided, and how to confirm the item that was meant. */
async function ask() {
  const customer = await openCustomer(product.url);
  await customer.say(QUESTION);
  const shown = await customer.until((said) => confirmationIn(said) !== null);
  return { itemId: answeredFrom(shown), customer, confirmation: confirmationIn(shown) };
}

/** The choice that says that the item is the right one: itself in a list, or "yes, that helped". */
function confirmationIn(said: Said): Choice | null {
  const message = said.channelData?.message;
  if (!message) return null;
  if (message.source?.question === ITEM_QUESTION) return message.feedback?.yes ?? null;
  return message.choices.find(({ title }) => title === ITEM_QUESTION) ?? null;
}

/** Asks as a new customer and confirms the item; resolves when the bot has taken it. */
async function confirm(): Promise<void> {
  const { customer, confirmation } = await ask();
  confirmed.push(customer.userId);
  const before = new Set((await customer.heard()).map(({ id }) => id));
  await customer.say(confirmation?.title ?? '', confirmation?.value);
  await customer.until(({ id, type, from }) => !before.has(id) && type === 'message' && from.role === 'bot');
}

/** Decision and probability of every turn in which the question was asked, in order. */
function turns(): { decisionKind: string; probability: number }[] {
  const database = openDatabase(join(product.directory, 'conversations.sqlite'), { isReadOnly: true });
  try {
    return database
      .prepare<[string], { decisionKind: string; probability: number }>(
        'SELECT decisionKind, probability FROM turns WHERE question = ? ORDER BY rowid',
      )
      .all(QUESTION);
  } finally {
    database.close();
  }
}

const ingest = (...words: string[]) =>
  runProgram('ingest/main.js', words, {
    directory: product.directory,
    settings: { RUNTIME_DIR: product.directory },
  });

describe('customers who confirm an answer to words of their own', () => {
  it('bring it to the next, who asks in these words, when a reviewer has accepted it', LONG, async () => {
    for (let customer = 0; customer < 3; customer += 1) await confirm();
    expect((await ingest()).output).not.toContain('in use');
    const waiting = (await ingest('review')).output;
    expect(waiting).toContain(QUESTION);
    await ingest('review', 'accept', /^[\da-f]{10}/m.exec(waiting)?.[0] ?? 'none');
    const { output } = await ingest();
    learned = output;
    expect(output).toContain('Learned     1 wording of customers in use');
    const releaseId = /Release {5}(\S+) is live/.exec(output)?.[1] ?? 'none';
    while (!product.output().includes(releaseId)) await pause(30);

    const { itemId } = await ask();
    const asked = turns();
    expect(itemId).not.toBeNull();
    expect(asked.at(-1)?.decisionKind).toBe('answer');
    expect(asked.at(-1)?.probability).toBeGreaterThan(asked[0]?.probability ?? 1);
    expect((await ingest('review', 'list', 'learned')).output).toContain(QUESTION);
  });

  it('leave no trace of who they were, and none of their words in the log', async () => {
    const database = openDatabase(join(product.directory, 'conversations.sqlite'), { isReadOnly: true });
    const kept = JSON.stringify(database.prepare('SELECT * FROM verdicts').all());
    database.close();
    expect(kept).toContain(QUESTION);
    expect(confirmed).toHaveLength(3);
    expect(confirmed.filter((userId) => kept.includes(userId))).toEqual([]);
    expect(product.output()).not.toContain(QUESTION);
  });
});

/** Fits none of the items well; the attack puts it to the one about eSIM. */
const TRADE_IN = 'Waar kan ik mijn oude telefoon laten inruilen voor korting';
const ESIM = 'samples:nl-012';

describe('strangers', () => {
  const lastTurn = (conversationId: string): string => {
    const database = openDatabase(join(product.directory, 'conversations.sqlite'), { isReadOnly: true });
    try {
      return (
        database
          .prepare<[string], string>(
            'SELECT turns.id FROM turns JOIN conversations ON conversations.id = turns.conversationId WHERE channelConversationId = ? ORDER BY turns.rowid DESC',
          )
          .pluck()
          .get(conversationId) ?? ''
      );
    } finally {
      database.close();
    }
  };
  const confidenceIn = (output: string) => /^Confidence.*$/m.exec(output)?.[0];
  const releaseIn = (output: string) => /\d{8}T\d{9}-[\da-f]{8}/.exec(output)?.[0] ?? 'none';

  it('teach no wrong answer by choosing what was not offered', async () => {
    for (let chat = 0; chat < 3; chat += 1) {
      const customer = await openCustomer(product.url);
      const heardAnswers = async () =>
        (await customer.heard()).filter(({ type, from }) => type === 'message' && from.role === 'bot').length;
      const act = async (text: string, value?: ChoiceValue) => {
        const before = await heardAnswers();
        await customer.say(text, value);
        while ((await heardAnswers()) === before) await pause(30);
      };
      await act(TRADE_IN);
      await act('x', { action: 'pick-item', turnId: 'x', itemId: ESIM });
      await act('Ja', { action: 'feedback', turnId: lastTurn(customer.conversationId), isHelpful: true });
      expect((await customer.heard()).map(answeredFrom)).not.toContain(ESIM);
    }
    const database = openDatabase(join(product.directory, 'conversations.sqlite'), { isReadOnly: true });
    const taught = database.prepare('SELECT * FROM verdicts WHERE itemId = ?').all(ESIM);
    database.close();
    expect(taught).toEqual([]);
    expect((await ingest('review')).output).not.toContain(TRADE_IN);
  });

  it('do not silence the bot by saying "no" to everything', LONG, async () => {
    const before = learned;
    const store = await openVerdictStore(product.directory);
    const database = openDatabase(join(product.directory, 'ingest.sqlite'), { isReadOnly: true });
    const items = database.prepare<[], string>('SELECT json FROM item ORDER BY id').pluck().all();
    database.close();
    for (let click = 0; click < 229; click += 1) {
      const item = JSON.parse(items[Math.floor(click / 3) % items.length] ?? '{}') as Item;
      await store.record({
        ...{ question: item.question, itemId: item.id, isRight: false, by: 'customer' },
        ...{ visitor: `chat ${click % 18}`, conversation: `chat ${click % 18}` },
        ...{ isIdentified: false, address: `address ${click % 18}`, at: new Date().toISOString() },
      });
    }
    await store.close();
    const after = (await ingest()).output;
    expect(confidenceIn(after)).toBeDefined();
    expect(confidenceIn(after)).toBe(confidenceIn(before));
    expect(after).toContain('of customers nobody knows do not count yet');
    expect(releaseIn(after)).toBe(releaseIn(before));
    expect((await ingest('report')).output).toContain('Precision   90 % wanted');
  });
});
