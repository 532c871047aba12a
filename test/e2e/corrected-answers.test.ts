import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OutgoingMessage } from '../../bot/contracts/messages.js';
import { openCustomer } from '../support/product-customer.js';
import { type RunningProduct, startProduct } from '../support/running-product.js';

let product: RunningProduct;

beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product.remove());

/** What the bot quotes to a customer who asks this. */
async function quoted(question: string): Promise<OutgoingMessage> {
  const customer = await openCustomer(product.url);
  await customer.say(question);
  const said = await customer.until(({ channelData }) => Boolean(channelData?.message?.source));
  return said.channelData?.message as OutgoingMessage;
}

describe('an answer of the sample community that was corrected in its thread', () => {
  it.each([
    ['Kosten esim overzetten?', 'techneut_tom', /22 april 2024/, /gratis/, /€ 10 per keer/],
    [
      'Zwaluw Box in bridge modus zetten',
      'GlasvezelGerrit',
      /30 (juni|June) 2025/,
      /wél een bridgemodus/,
      /DMZ/,
    ],
    ['Mag ik een eigen modem gebruiken bij Zwaluw?', 'Pieter_K', /5 maart 2024/, /mag je wél/, /verplicht/],
    ['Heb ik 5G in mijn abonnement?', 'Noor_v', /15 mei 2024/, /alle bundels/, /onbeperkte bundel/],
    [
      'Moving my eSIM to a new phone - what does it cost?',
      'Sanne_vdB',
      /18 November 2024/,
      /another phone is free/,
      /Each swap/,
    ],
    [
      '5G not showing on my phone, do I need another bundle?',
      'Wout1980',
      /6 May 2024/,
      /part of all Zwaluw bundles/,
      /only included in the Unlimited/,
    ],
    ['Bridge mode on the Zwaluw Box?', 'fibre_fred', /19 March 2025/, /has bridge mode/, /doesn't exist/],
  ])(
    '"%s" is told as %s corrected it, with date, and the first answer behind',
    async (question, author, date, now, before) => {
      const { intro, text, source, more } = await quoted(question);
      expect(intro).toMatch(/^(Let op|Please note): /);
      expect(intro).toContain(author);
      expect(intro).toMatch(date);
      expect(source?.author).toBe(author);
      expect(text).toMatch(now);
      expect(text).not.toMatch(before);
      expect(more?.text).toMatch(before);
      expect(more?.text).toMatch(/_(Het eerdere antwoord, van|The earlier answer, by) /);
    },
  );
});

describe('an answer of the sample community that a newer thread overtook', () => {
  it.each([
    [
      'Kan ik bij Zwaluw een Apple Watch met esim gebruiken?',
      'Hakan.Y',
      /26 (mei|May) 2024/,
      /Sinds 2023 kan het met \*\*Zwaluw Duo/,
      /op dit moment helaas niet/,
    ],
    [
      'Is eSIM possible on an Apple Watch Series 5?',
      'BrightonInBreda',
      /June 2024/,
      /Since 2023 it does work/,
      /for phones only/,
    ],
  ])('"%s" is told as the newer one says', async (question, author, date, now, before) => {
    const { intro, text, source, more } = await quoted(question);
    expect(intro).toContain(author);
    expect(intro).toMatch(date);
    expect(source?.author).toBe(author);
    expect(text).toMatch(now);
    expect(text).not.toMatch(before);
    expect(more?.text).toMatch(before);
  });
});

describe('an answer that nobody corrected', () => {
  it('is introduced as what helped another customer, with its licence once', async () => {
    const { intro, source } = await quoted('Hoe stap ik over naar eSIM?');
    expect(intro).toBe('Zo hielp techneut_tom een andere klant (ingekort):');
    expect(source?.licence).toBe('CC BY-SA 4.0');
  });
});
