import { rmSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ContentItem } from '../../../../bot/contracts/content/desk-content.js';
import type { DeskRole } from '../../../../bot/contracts/desk.js';
import type { ContentItemReply, ContentReply } from '../../../../channels/desk/tools/contracts.js';
import type { ContentEdits } from '../../../../index/contracts/content-edits.js';
import { openContentEdits } from '../../../../index/edits/open-content-edits.js';
import { type BotDeskServer, startBotDeskServer } from '../../../support/bot-desk-server.js';
import { createDeskClient, type DeskClient } from '../../../support/desk-client.js';
import { colleagueOf, firstAtDesk } from '../../../support/desk-people.js';
import { temporaryFolder } from '../../../support/temporary-folder.js';
import { customerSays } from '../../bot/support/samples.js';
import { SetClock } from '../../bot/support/set-clock.js';

const PLAIN = {
  ...{ answer: null, phrasings: [] as string[] },
  ...{ isHidden: false, isOutdated: false, isPinned: false },
};
const WIFI = { itemId: 'test:wifi', seen: null, ...PLAIN };

let folder: string;
let edits: ContentEdits;
let server: BotDeskServer;
let noor: DeskClient;
beforeEach(async () => {
  folder = temporaryFolder();
  edits = openContentEdits(folder);
  server = await startBotDeskServer({ clock: new SetClock(new Date().toISOString()), edits });
  noor = await firstAtDesk(server, 'noor');
});
afterEach(async () => {
  await server.stop();
  edits.close();
  rmSync(folder, { recursive: true });
});

const colleague = (role: DeskRole, name: string) => colleagueOf(server, noor, role, name);

const item = (answer: { body: unknown }) => (answer.body as ContentItemReply).item as ContentItem;
const items = (answer: { body: unknown }) => (answer.body as ContentReply).items;
const code = (answer: Awaited<ReturnType<DeskClient['post']>>) => [answer.status, answer.body?.error?.code];

describe('the knowledge, changed at the desk', () => {
  it('is found, with what its source says and where it was told', async () => {
    await server.test.bot.receive(customerSays('Mijn wifi valt weg'), server.test.transport);
    const found = items(await noor.post('/content/search', { words: 'wifi', language: 'nl' }));
    expect(found).toMatchObject([{ itemId: 'test:wifi', edit: null, uses: null }]);
    expect(item(await noor.post('/content/item', { itemId: 'test:wifi' }))).toMatchObject({
      question: 'Hoe werkt wifi?',
      author: 'Pieter',
      sourceAnswer: 'Zet het modem uit en aan.',
      uses: { answers: 1, conversations: 1 },
    });
  });

  it('is kept as a content editor writes it, by name, until it is taken back', async () => {
    const tijs = await colleague('content', 'tijs');
    const wanted = {
      ...WIFI,
      answer: ' Trek de stekker eruit. ',
      phrasings: [' wifi  weg ', '', 'wifi weg'],
    };
    const kept = item(await tijs.post('/content/keep', wanted));
    expect(kept).toMatchObject({
      sourceAnswer: 'Zet het modem uit en aan.',
      edit: { answer: 'Trek de stekker eruit.', phrasings: ['wifi weg'], by: 'tijs', isLive: false },
    });
    expect(edits.find('test:wifi')).toMatchObject({ company: 'Zwaluw' });
    expect(items(await noor.get('/content'))).toMatchObject([{ itemId: 'test:wifi', edit: { by: 'tijs' } }]);
    const undone = await noor.post('/content/undo', { itemId: 'test:wifi', seen: kept.edit?.at });
    expect(item(undone)).toMatchObject({ edit: null });
    expect(items(await noor.get('/content'))).toEqual([]);
  });

  it('keeps the source’s own words as no edit', async () => {
    const same = { ...WIFI, answer: 'Zet het modem uit en aan.\n', isOutdated: true };
    expect(item(await noor.post('/content/keep', same)).edit).toMatchObject({ answer: null });
  });

  it('hides at once', async () => {
    expect(edits.hides('test:wifi')).toBe(false);
    const kept = item(await noor.post('/content/keep', { ...WIFI, isHidden: true }));
    expect(kept.edit).toMatchObject({ isHidden: true, isLive: true });
    expect(edits.hides('test:wifi')).toBe(true);
    await noor.post('/content/keep', { ...WIFI, seen: kept.edit?.at });
    expect(edits.hides('test:wifi')).toBe(false);
  });

  it('shows first what its source changed or ended beneath an edit, until somebody looked at it', async () => {
    const first = item(await noor.post('/content/keep', { ...WIFI, answer: 'Anders.' }));
    server.test.clock.forward({ seconds: 1 });
    await noor.post('/content/keep', { ...WIFI, itemId: 'test:esim', isPinned: true });
    edits.noteSources((id) => {
      const { source } = edits.find(id) ?? {};
      return source && id === 'test:wifi' ? { ...source, answer: 'Wacht een uur.' } : (source ?? null);
    });
    const [wifi, esim] = items(await noor.get('/content'));
    expect(wifi).toMatchObject({
      itemId: 'test:wifi',
      sourceAnswer: 'Wacht een uur.',
      edit: { answer: 'Anders.', sourceBefore: 'Zet het modem uit en aan.', isGone: false },
    });
    expect(esim).toMatchObject({ itemId: 'test:esim', edit: { sourceBefore: null } });
    const again = { ...WIFI, answer: 'Anders.', seen: first.edit?.at };
    expect(item(await noor.post('/content/keep', again)).edit).toMatchObject({ sourceBefore: null });
    edits.noteSources(() => null);
    expect(items(await noor.get('/content'))[0]?.edit).toMatchObject({ isGone: true });
  });

  it('is not overwritten by who looked at it before a colleague changed it', async () => {
    const kept = item(await noor.post('/content/keep', { ...WIFI, answer: 'Anders.' }));
    const late = await noor.post('/content/keep', { ...WIFI, answer: 'Ook anders.' });
    expect(code(late)).toEqual([409, 'DeskItemChanged']);
    const undo = { itemId: 'test:wifi', seen: '2020-01-01T00:00:00.000Z' };
    expect(code(await noor.post('/content/undo', undo))).toEqual([409, 'DeskItemChanged']);
    expect(edits.find('test:wifi')).toMatchObject({ answer: 'Anders.', at: kept.edit?.at });
  });

  it('is for content editors and administrators alone', async () => {
    const sam = await colleague('agent', 'sam');
    const asked: (readonly [string, unknown])[] = [
      ['/content/search', { words: 'wifi', language: 'nl' }],
      ['/content/item', { itemId: 'test:wifi' }],
      ['/content/keep', { ...WIFI, isHidden: true }],
      ['/content/undo', { itemId: 'test:wifi', seen: '' }],
    ];
    for (const [path, body] of asked) {
      expect(code(await sam.post(path, body))).toEqual([403, 'DeskContentOnly']);
      expect((await createDeskClient(server.url).post(path, body)).status).toBe(401);
    }
    expect((await sam.get('/content')).status).toBe(403);
    expect(edits.all()).toEqual([]);
  });

  it.each([
    [{ ...WIFI, itemId: 'test:none' }, 404],
    [{ ...WIFI, answer: 'x'.repeat(20_001) }, 400],
    [{ ...WIFI, phrasings: Array.from({ length: 11 }, (_, at) => `w${at}`) }, 400],
    [{ ...WIFI, phrasings: ['x'.repeat(201)] }, 400],
    [{ ...WIFI, company: 'Somebody else' }, 400],
    [{ itemId: 'test:wifi' }, 400],
  ])('refuses what cannot be kept', async (body, status) => {
    expect((await noor.post('/content/keep', body)).status).toBe(status);
  });
});
