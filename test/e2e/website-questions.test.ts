import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openCustomer } from '../support/product-customer.js';
import { ROOT } from '../support/product-files.js';
import { type RunningProduct, startProduct } from '../support/running-product.js';

/** The questions that the website offers, in the order of its buttons, with the items that answer each. */
const ANSWERS: Readonly<Record<string, readonly (readonly string[])[]>> = {
  'channels/website/index.html': [
    ['nl-012', 'en-001'],
    ['nl-017', 'en-015'],
    ['nl-023', 'en-022'],
    ['nl-035', 'en-030'],
    ['nl-047', 'en-034'],
    ['nl-052', 'nl-073', 'en-040'],
    ['nl-001', 'en-006'],
    ['nl-061', 'en-051'],
    ['nl-042', 'en-042'],
    ['nl-027', 'en-024'],
    ['nl-040'],
  ],
  'channels/website/en/index.html': [
    ['en-001', 'nl-012'],
    ['en-015', 'nl-017'],
    ['en-022', 'nl-023'],
    ['en-030', 'nl-035'],
    ['en-034', 'nl-047'],
    ['en-040', 'nl-052', 'nl-073'],
    ['en-006', 'nl-001'],
    ['en-051', 'nl-061'],
    ['en-042', 'nl-042'],
    ['en-024', 'nl-027'],
    ['nl-040'],
  ],
};

function questionsOn(page: string): string[] {
  const html = readFileSync(join(ROOT, page), 'utf8');
  return [...html.matchAll(/data-support-chat="([^"]+)"/g)].map(([, question = '']) => question);
}

let product: RunningProduct;

beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product.remove());

describe.each(Object.entries(ANSWERS))('on %s', (page, answers) => {
  it('every question offered leads to a right answer', async () => {
    const questions = questionsOn(page);
    expect(questions).toHaveLength(answers.length);
    for (const [at, question] of questions.entries()) {
      const customer = await openCustomer(product.url);
      await customer.say(question);
      const said = await customer.until(
        ({ from, channelData }) => from.id !== customer.userId && (channelData?.message?.isQuote ?? false),
      );
      const [, id] = (said.channelData?.message?.source?.itemId ?? '').split(':');
      expect(answers[at], question).toContain(id);
    }
  });
});
