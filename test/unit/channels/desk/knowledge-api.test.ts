import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { KnowledgeReply } from '../../../../channels/desk/tools/contracts.js';
import { indexErrors } from '../../../../index/errors.js';
import { type BotDeskServer, startBotDeskServer } from '../../../support/bot-desk-server.js';
import { createDeskClient, type DeskClient } from '../../../support/desk-client.js';
import { SetClock } from '../../bot/support/set-clock.js';

let server: BotDeskServer;
let noor: DeskClient;
beforeEach(async () => {
  server = await startBotDeskServer({ clock: new SetClock(new Date().toISOString()) });
  const { accounts } = server.test.bot;
  const account = { name: 'Noor', email: 'noor@example.com', password: 'een zin van woorden' };
  await accounts.accept((await accounts.firstInvitation()) ?? '', account);
  noor = createDeskClient(server.url);
  await noor.signIn(account.email, account.password);
});
afterEach(() => server.stop());

const search = (words: string, language = 'nl') => noor.post('/knowledge', { words, language });

describe('the knowledge, searched at the desk', () => {
  it('is what the bot answers from, with question, passage, author and date in the customer’s language', async () => {
    const { body, status } = await search('wifi valt weg', 'en');
    expect(status).toBe(200);
    expect((body as unknown as KnowledgeReply).found).toMatchObject([
      {
        question: 'Hoe werkt wifi?',
        tree: [{ type: 'paragraph' }],
        source: {
          itemId: 'test:wifi',
          author: 'Pieter',
          line: expect.stringMatching(/Pieter.*January 2026/),
        },
      },
    ]);
    expect(server.test.knowledgeBase.searched).toEqual(['wifi valt weg']);
    expect(server.test.logLines.join('\n')).not.toContain('wifi valt weg');
  });

  it('is not asked for nothing', async () => {
    expect((await search('  ')).body).toEqual({ found: [] });
    expect(server.test.knowledgeBase.searched).toEqual([]);
  });

  it('is told in words to be missing while there is no index', async () => {
    server.test.knowledgeBase.beforeSearch = async () => {
      throw indexErrors.KNOWLEDGE_NOT_READY({ directory: 'x' });
    };
    const { status, body } = await search('wifi');
    expect([status, body?.error?.code]).toEqual([503, 'DeskKnowledgeNotReady']);
  });

  it('is searched once at a time by an agent', async () => {
    let running = 0;
    let most = 0;
    let letGo = () => {};
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    server.test.knowledgeBase.beforeSearch = async () => {
      most = Math.max(most, ++running);
      await held;
      running--;
    };
    const searches = ['wifi', 'esim', 'wifi'].map((words) => search(words));
    letGo();
    expect((await Promise.all(searches)).map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(most).toBe(1);
  });

  it('refuses an agent who asks for much at once, and nobody else, until that is done', async () => {
    let letGo = () => {};
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    let refusals = 0;
    let allRefused = () => {};
    const hasRefused = new Promise<void>((resolve) => {
      allRefused = resolve;
    });
    server.test.knowledgeBase.beforeSearch = () => held;
    const searches = Array.from({ length: 12 }, async () => {
      const { status } = await search('wifi');
      if (status === 429 && ++refusals === 8) allRefused();
      return status;
    });
    await hasRefused;
    letGo();
    const statuses = await Promise.all(searches);
    expect(statuses.filter((status) => status === 200)).toHaveLength(4);
    expect(statuses.filter((status) => status === 429)).toHaveLength(8);
    expect((await search('wifi')).status).toBe(200);
  });

  it.each([[{ words: 'x'.repeat(301), language: 'nl' }], [{ words: 'x', language: 'fr' }], [{ words: 'x' }]])(
    'refuses what is no search',
    async (body) => {
      expect((await noor.post('/knowledge', body)).status).toBe(400);
      expect((await createDeskClient(server.url).post('/knowledge', body)).status).toBe(401);
    },
  );
});
