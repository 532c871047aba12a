import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Choice } from '../../bot/contracts.js';
import { openDatabase } from '../../index/platform/database.js';
import { answeredFrom, openCustomer, type Said } from '../support/product-customer.js';
import { runProgram } from '../support/run-program.js';
import { type RunningProduct, startProduct } from '../support/running-product.js';

/** Nobody in the community calls the box so. */
const QUESTION = 'stekkerdoosje van jullie brandt oranje en ik kan niks';
const ITEM_QUESTION = 'Oranje knipperend lampje op de Zwaluw Box';

/** Ids of the customers who confirmed it. */
const confirmed: string[] = [];

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

describe('three customers who confirm an answer to words of their own', () => {
  it('bring it to the fourth, who asks in these words', async () => {
    for (let customer = 0; customer < 2; customer += 1) await confirm();
    expect((await ingest('review')).output).toContain(QUESTION);
    expect((await ingest()).output).not.toContain('in use');
    await confirm();
    const { output } = await ingest();
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
    const database = openDatabase(join(product.directory, 'verdicts.sqlite'), { isReadOnly: true });
    const kept = JSON.stringify(database.prepare('SELECT * FROM verdict').all());
    database.close();
    expect(kept).toContain(QUESTION);
    expect(confirmed).toHaveLength(3);
    expect(confirmed.filter((userId) => kept.includes(userId))).toEqual([]);
    expect(product.output()).not.toContain(QUESTION);
  });
});
