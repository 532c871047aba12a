import { rmSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type {
  PlanPage,
  ReleaseOverview,
  ReleasePreview,
} from '../../../../bot/contracts/content/desk-releases.js';
import type { DeskRole } from '../../../../bot/contracts/desk.js';
import { type BotDeskServer, startBotDeskServer } from '../../../support/bot-desk-server.js';
import { createDeskClient, type DeskClient } from '../../../support/desk-client.js';
import { colleagueOf, firstAtDesk } from '../../../support/desk-people.js';
import { temporaryFolder } from '../../../support/temporary-folder.js';
import { BILL, makeTwoReleases, type TwoReleases } from '../../../support/two-releases.js';
import { SetClock } from '../../bot/support/set-clock.js';

let folder: string;
let made: TwoReleases;
let server: BotDeskServer;
let noor: DeskClient;
/** Ids of the one that is live and the one that waits. */
let [live, waiting] = ['', ''];

beforeEach(async () => {
  folder = temporaryFolder();
  made = await makeTwoReleases(folder);
  ({ live, waiting } = made);
  const clock = new SetClock(new Date().toISOString());
  server = await startBotDeskServer({ clock, releases: made.room });
  noor = await firstAtDesk(server, 'noor');
});
afterEach(async () => {
  await server.stop();
  await made.close();
  rmSync(folder, { recursive: true });
});

const colleague = (role: DeskRole, name: string) => colleagueOf(server, noor, role, name);

type Answer = Awaited<ReturnType<DeskClient['post']>>;
const overview = (answer: Answer) => answer.body as unknown as ReleaseOverview;
const code = (answer: Answer) => [answer.status, answer.body?.error?.code];

describe('releases at the desk', () => {
  it('are listed with who, when and why, since when the live one is, and what each changes', async () => {
    const { releases: listed, run } = overview(await noor.get('/releases'));
    expect(run).toBeNull();
    expect(listed.map(({ id, isLive, isKept }) => [id, isLive, isKept])).toEqual([
      [waiting, false, true],
      [live, true, true],
    ]);
    expect(listed[1]?.liveSince).toBe(listed[1]?.acts.find(({ kind }) => kind === 'published')?.at);
    expect(listed[0]).toMatchObject({
      items: 2,
      liveSince: null,
      plan: { comparedWith: live, counts: { changed: 1, added: 0 } },
    });
    const plan = await noor.post('/releases/plan', { id: waiting, kind: 'changed', from: 0 });
    expect(plan.body as unknown as PlanPage).toMatchObject({
      entries: [{ title: BILL.title, before: 'Around the fifth.', after: 'On the seventh.' }],
      next: null,
    });
  });

  it('are published and gone back from, by name and with a reason, and the server takes them up', async () => {
    const tijs = await colleague('content', 'tijs');
    const published = overview(await tijs.post('/releases/publish', { id: waiting, why: 'new dates' }));
    expect(published.releases[0]).toMatchObject({ id: waiting, isLive: true });
    expect(published.releases[0]?.acts.at(-1)).toMatchObject({
      ...{ kind: 'published', by: 'tijs', why: 'new dates' },
    });
    await made.knowledgeBase.refresh();
    expect(made.knowledgeBase.status()?.id).toBe(waiting);
    const back = overview(await noor.post('/releases/rollback', { from: waiting, why: '' }));
    expect(back.releases.find(({ isLive }) => isLive)?.id).toBe(live);
    expect(back.releases[0]?.acts.at(-1)).toMatchObject({ kind: 'left', by: 'noor' });
    const audit = (await noor.post('/audit', { area: 'content' })).body as unknown as {
      lines: { action: string; subjectId: string }[];
    };
    const acts = audit.lines.map(({ action, subjectId }) => `${action} ${subjectId}`);
    expect(acts.sort()).toEqual([`content.publish ${waiting}`, `content.rollback ${waiting}`]);
  });

  it('are not gone back from where somebody switched since the page was read', async () => {
    const refused = await noor.post('/releases/rollback', { from: waiting, why: '' });
    expect(code(refused)).toEqual([409, 'DeskReleaseRefused']);
    expect(made.releases.currentId()).toBe(live);
  });

  it('say why nothing changed where there is none to go back to', async () => {
    const refused = await noor.post('/releases/rollback', { from: live, why: '' });
    expect(code(refused)).toEqual([409, 'DeskReleaseRefused']);
    expect(refused.body?.error?.message).toContain('ROLLBACK_IMPOSSIBLE');
  });

  it('get a name that people remember', async () => {
    const named = overview(await noor.post('/releases/rename', { id: waiting, name: 'New dates' }));
    expect(named.releases[0]).toMatchObject({ id: waiting, name: 'New dates' });
    const taken = await noor.post('/releases/rename', { id: live, name: 'New dates' });
    expect(code(taken)).toEqual([409, 'DeskReleaseRefused']);
  });

  it('are asked beside the live one, and nothing of it is kept', async () => {
    const question = 'When is the bill sent?';
    const asked = await noor.post('/releases/preview', { id: waiting, question, language: 'en' });
    const { live: old, asked: next } = asked.body as unknown as ReleasePreview;
    expect([old?.releaseId, next.releaseId]).toEqual([live, waiting]);
    expect([old?.hits[0]?.title, next.hits[0]?.title]).toEqual([question, question]);
    expect(old?.verdict).toBe(next.verdict);
    expect(server.test.rows('select * from turns')).toEqual([]);
    expect(server.test.logLines.join('\n')).not.toContain(question);
    const none = await noor.post('/releases/preview', { id: 'none', question, language: 'en' });
    expect(code(none)).toEqual([404, 'DeskReleaseUnknown']);
  });

  it('come from a run that somebody begins and watches, one at a time', async () => {
    const begun = overview(await noor.post('/releases/run', { isFull: false }));
    expect(begun.run).toMatchObject({ by: 'noor', step: null, outcome: null });
    made.tellRun('{"phase":"embedding","done":20,"total":40}');
    expect(overview(await noor.get('/releases')).run?.step).toEqual({
      ...{ phase: 'embedding', done: 20, total: 40 },
    });
    expect(code(await noor.post('/releases/run', { isFull: true }))).toEqual([409, 'DeskIngestRunning']);
    made.endRun({ isDone: false, code: 'INGEST_RUNNING', message: '' });
    await expect.poll(async () => overview(await noor.get('/releases')).run?.outcome).toBe('elsewhere');
  });

  it('are for content editors and administrators alone', async () => {
    const sam = await colleague('agent', 'sam');
    const asked: (readonly [string, unknown])[] = [
      ['/releases/plan', { id: waiting, kind: 'added', from: 0 }],
      ['/releases/publish', { id: waiting, why: '' }],
      ['/releases/rollback', { from: live, why: '' }],
      ['/releases/rename', { id: live, name: 'Mine' }],
      ['/releases/run', { isFull: false }],
      ['/releases/preview', { id: waiting, question: 'bill', language: 'en' }],
    ];
    for (const [path, body] of asked) {
      expect(code(await sam.post(path, body))).toEqual([403, 'DeskContentOnly']);
      expect((await createDeskClient(server.url).post(path, body)).status).toBe(401);
    }
    expect((await sam.get('/releases')).status).toBe(403);
    expect(made.releases.currentId()).toBe(live);
    expect(overview(await noor.get('/releases')).run).toBeNull();
  });

  it.each([
    ['/releases/publish', { id: 'none', why: '' }, 404],
    ['/releases/publish', { id: 'x'.repeat(201), why: '' }, 400],
    ['/releases/publish', { id: 'r', why: 'two\nlines' }, 400],
    ['/releases/plan', { id: 'none', kind: 'added', from: 0 }, 404],
    ['/releases/plan', { id: 'r', kind: 'all', from: 0 }, 400],
    ['/releases/plan', { id: 'r', kind: 'added', from: -1 }, 400],
    ['/releases/rename', { id: 'r', name: ' ' }, 400],
    ['/releases/preview', { id: 'r', question: '', language: 'en' }, 400],
  ])('are not asked for what cannot be: %s %j', async (path, body, status) => {
    expect((await noor.post(path, body)).status).toBe(status);
  });
});
