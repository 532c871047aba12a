import { rmSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SharedAnswer } from '../../../../bot/contracts/content/answer-drafts.js';
import type { DeskRole } from '../../../../bot/contracts/desk.js';
import type { DraftsReply, ShareReply } from '../../../../channels/desk/tools/contracts.js';
import type { ApprovedAnswers } from '../../../../index/contracts/approved-answers.js';
import { openApprovedAnswers } from '../../../../index/edits/open-approved-answers.js';
import { redactAnswer } from '../../../../ingest/learning/redact-answer.js';
import { type BotDeskServer, startBotDeskServer } from '../../../support/bot-desk-server.js';
import { createDeskClient, type DeskClient } from '../../../support/desk-client.js';
import { colleagueOf, firstAtDesk } from '../../../support/desk-people.js';
import { temporaryFolder } from '../../../support/temporary-folder.js';
import { customerSays } from '../../bot/support/samples.js';
import { SetClock } from '../../bot/support/set-clock.js';

const WORDS = { question: 'Hoe zet ik een eSIM over?', answer: 'Scan de code\nop het *nieuwe* toestel.' };

let folder: string;
let approved: ApprovedAnswers;
let server: BotDeskServer;
let noor: DeskClient;
let sam: DeskClient;
let tijs: DeskClient;
let id: string;
/** What somebody does while an answer is looked at for personal data. */
let meanwhile: (() => Promise<unknown>) | null;

beforeEach(async () => {
  folder = temporaryFolder();
  meanwhile = null;
  approved = openApprovedAnswers(folder);
  server = await startBotDeskServer({
    clock: new SetClock(new Date().toISOString()),
    approved,
    redactAnswer: async (text, language, names) => {
      const act = meanwhile;
      meanwhile = null;
      await act?.();
      return redactAnswer(text, language, [], names);
    },
  });
  noor = await firstAtDesk(server, 'noor');
  sam = await colleague('agent', 'sam');
  tijs = await colleague('content', 'tijs');
  const from = { id: 'c-1', name: 'Annelies Vos' };
  for (const text of ['Wat kost een tweede simkaart voor mijn horloge?', 'Ik wil een medewerker spreken'])
    await server.test.bot.receive(customerSays(text, { from }), server.test.transport);
  id = (await sam.get('/entries')).body?.entries?.[0]?.conversationId ?? '';
  await sam.post(`/conversation/${id}/claim`);
});
afterEach(async () => {
  await server.stop();
  approved.close();
  rmSync(folder, { recursive: true });
});

const colleague = (role: DeskRole, name: string) => colleagueOf(server, noor, role, name);

type Answer = Awaited<ReturnType<DeskClient['post']>>;
const code = (answer: Answer) => [answer.status, answer.body?.error?.code];
const draftsIn = (answer: Answer) => answer.body as unknown as DraftsReply;
const waiting = async () => draftsIn(await tijs.get('/content/drafts')).lists?.waiting ?? [];
const share = (words: SharedAnswer, by = sam) => by.post(`/conversation/${id}/share`, words);
const without = (answer: Answer) => (answer.body as unknown as ShareReply).without;

async function shared(): Promise<string> {
  expect(without(await share(WORDS))).toBeNull();
  const [draft] = await waiting();
  return draft?.id ?? '';
}

describe('an answer that others will ask for too', () => {
  it('is suggested from what was asked and replied, without who asked it', async () => {
    const reply = 'Dag Annelies, bel mij op 06-12345678.\n\nScan de code op het nieuwe toestel.';
    await sam.post(`/conversation/${id}/reply`, { text: reply, key: 'key-of-the-reply' });
    await sam.post(`/conversation/${id}/close`);
    const suggested = (await sam.post(`/conversation/${id}/share/suggest`)).body as unknown as SharedAnswer;
    expect(suggested.question).toBe('Wat kost een tweede simkaart voor mijn horloge?');
    expect(suggested.answer).toContain('\n\nScan de code op het nieuwe toestel.');
    expect(suggested.answer).not.toMatch(/Annelies|12345678/);
    expect(await waiting()).toEqual([]);
  });

  it('is shown without personal data instead of being kept with it, and kept as it was shown', async () => {
    const again = without(await share({ ...WORDS, answer: 'Vraag het Vos via anna@example.com.' }));
    expect(again?.answer).not.toMatch(/Vos|example/);
    expect(await waiting()).toEqual([]);
    expect(without(await share(again ?? WORDS))).toBeNull();
    expect(await waiting()).toMatchObject([{ ...again, authorName: 'sam', isOwn: false }]);
  });

  it('takes the place of what was put forward from the same conversation before', async () => {
    const first = await shared();
    await share({ ...WORDS, answer: 'Bel ons.' });
    expect(await waiting()).toMatchObject([{ answer: 'Bel ons.' }]);
    expect(code(await tijs.post(`/content/drafts/${first}/approve`, WORDS))).toEqual([
      404,
      'DeskDraftUnknown',
    ]);
  });

  it('is approved by somebody of the content people in their words, with the agent as its author', async () => {
    const draft = await shared();
    const better = { ...WORDS, answer: 'Scan de code.' };
    const { lists } = draftsIn(await tijs.post(`/content/drafts/${draft}/approve`, better));
    expect(lists).toMatchObject({ waiting: [], approved: [{ ...better, isLive: false }] });
    expect(approved.all()).toMatchObject([
      { ...better, language: 'nl', author: 'sam', company: 'Zwaluw', approvedBy: 'tijs' },
    ]);
    const lines = (await noor.post('/audit', { area: 'content' })).body as unknown as {
      lines: { action: string; actorName: string }[];
    };
    expect(lines.lines.map(({ action, actorName }) => [action, actorName])).toEqual(
      expect.arrayContaining([
        ['content.approve', 'tijs'],
        ['content.propose', 'sam'],
      ]),
    );
    expect(server.test.logLines.join('\n')).not.toContain('Scan de code');
  });

  it('is approved by nobody who wrote it', async () => {
    await sam.post(`/conversation/${id}/give-back`);
    await server.test.bot.receive(customerSays('Toch een medewerker graag'), server.test.transport);
    await tijs.post(`/conversation/${id}/claim`);
    await share(WORDS, tijs);
    const [draft] = await waiting();
    expect(draft).toMatchObject({ isOwn: true });
    expect(code(await tijs.post(`/content/drafts/${draft?.id}/approve`, WORDS))).toEqual([
      403,
      'DeskDraftOwn',
    ]);
    expect((await noor.post(`/content/drafts/${draft?.id}/approve`, WORDS)).status).toBe(200);
  });

  it('does not get personal data in by whoever approves it', async () => {
    const draft = await shared();
    const answer = 'Mail piet.jansen@example.com.';
    const reply = draftsIn(await tijs.post(`/content/drafts/${draft}/approve`, { ...WORDS, answer }));
    expect(reply.lists).toBeNull();
    expect(reply.without?.answer).not.toContain('example');
    expect(approved.all()).toEqual([]);
    expect(await waiting()).toHaveLength(1);
  });

  it('is gone when it is refused', async () => {
    const draft = await shared();
    expect(draftsIn(await tijs.post(`/content/drafts/${draft}/refuse`)).lists?.waiting).toEqual([]);
    expect(code(await tijs.post(`/content/drafts/${draft}/refuse`))).toEqual([404, 'DeskDraftUnknown']);
    expect(approved.hasAny()).toBe(false);
  });

  it('is not approved any more where a colleague refused it at that moment', async () => {
    const draft = await shared();
    meanwhile = () => noor.post(`/content/drafts/${draft}/refuse`);
    const answer = await tijs.post(`/content/drafts/${draft}/approve`, WORDS);
    expect(code(answer)).toEqual([404, 'DeskDraftUnknown']);
    expect(approved.hasAny()).toBe(false);
  });

  it('is told to nobody from the moment on in which it is taken back', async () => {
    const draft = await shared();
    await tijs.post(`/content/drafts/${draft}/approve`, WORDS);
    expect(approved.hides(`desk:${draft}`)).toBe(false);
    const { lists } = draftsIn(await noor.post(`/content/answers/${draft}/take-back`));
    expect(lists?.approved).toEqual([]);
    expect(approved.hides(`desk:${draft}`)).toBe(true);
    expect(approved.hides('desk:another')).toBe(false);
    expect(code(await noor.post(`/content/answers/${draft}/take-back`))).toEqual([404, 'DeskDraftUnknown']);
  });

  it('goes with its conversation while nobody has approved it', async () => {
    await shared();
    server.test.clock.forward({ days: 400 });
    await server.test.bot.deleteExpired();
    expect(server.test.rows('select * from answer_drafts')).toEqual([]);
  });

  it('is put forward by who had the conversation, and decided about by content people alone', async () => {
    const draft = await shared();
    expect(code(await share(WORDS, tijs))).toEqual([403, 'DeskAnswerNotYours']);
    expect(code(await tijs.post(`/conversation/${id}/share/suggest`))).toEqual([403, 'DeskAnswerNotYours']);
    for (const path of [`drafts/${draft}/approve`, `drafts/${draft}/refuse`, `answers/${draft}/take-back`]) {
      const body = path.endsWith('approve') ? WORDS : {};
      expect(code(await sam.post(`/content/${path}`, body))).toEqual([403, 'DeskContentOnly']);
      expect((await createDeskClient(server.url).post(`/content/${path}`, body)).status).toBe(401);
    }
    expect((await sam.get('/content/drafts')).status).toBe(403);
  });

  it.each([
    { ...WORDS, question: ' ' },
    { ...WORDS, answer: '' },
    { ...WORDS, question: 'x'.repeat(501) },
    { ...WORDS, answer: 'x'.repeat(20_001) },
  ])('is refused where a part of it is missing or too long', async (words) => {
    expect((await share(words)).status).toBe(400);
  });
});
