import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ShadowPage, ShadowState } from '../../../../bot/contracts/content/desk-shadow.js';
import type { DeskRole } from '../../../../bot/contracts/desk.js';
import { type BotDeskServer, startBotDeskServer } from '../../../support/bot-desk-server.js';
import { createDeskClient, type DeskClient } from '../../../support/desk-client.js';
import { colleagueOf, firstAtDesk } from '../../../support/desk-people.js';
import { temporaryFolder } from '../../../support/temporary-folder.js';
import { makeTwoReleases, type TwoReleases } from '../../../support/two-releases.js';
import { SetClock } from '../../bot/support/set-clock.js';

let folder: string;
let made: TwoReleases;
let server: BotDeskServer;
let noor: DeskClient;

beforeAll(async () => {
  folder = temporaryFolder();
  const clock = new SetClock(new Date().toISOString());
  made = await makeTwoReleases(folder, clock);
  server = await startBotDeskServer({ clock, releases: made.room });
  made.askFrom(server.test.store);
  noor = await firstAtDesk(server, 'noor');
});
afterAll(async () => {
  await server.stop();
  await made.close();
  rmSync(folder, { recursive: true });
});

const colleague = (role: DeskRole, name: string) => colleagueOf(server, noor, role, name);
const stateIn = async (client: DeskClient) =>
  ((await client.get('/releases/shadow')).body as unknown as ShadowState).run;

describe('customers’ questions at the desk', () => {
  it('are for content editors and administrators alone', async () => {
    const asked: (readonly [string, unknown])[] = [
      ['/releases/shadow/start', { id: made.waiting, days: 1 }],
      ['/releases/shadow/stop', {}],
      ['/releases/shadow/changes', { id: made.waiting, from: 0 }],
    ];
    const others = [await colleague('agent', 'sam'), await colleague('lead', 'lea')];
    for (const [path, body] of asked) {
      for (const other of others) expect((await other.post(path, body)).status).toBe(403);
      expect((await createDeskClient(server.url).post(path, body)).status).toBe(401);
    }
    for (const other of others) expect((await other.get('/releases/shadow')).status).toBe(403);
    expect(await stateIn(noor)).toBeNull();
  });

  it('are put to a release that waits, and what changes is read; the log and the audit hold no word of them', async () => {
    const question = 'When is the bill sent to 06 12345678?';
    await server.test.say(question, { locale: 'en-GB' });
    const tijs = await colleague('content', 'tijs');
    expect(await stateIn(tijs)).toBeNull();
    const begun = await tijs.post('/releases/shadow/start', { id: made.waiting, days: 1 });
    expect((begun.body as unknown as ShadowState).run).toMatchObject({ by: 'tijs', releaseId: made.waiting });
    await expect.poll(async () => (await stateIn(tijs))?.outcome).toBe('done');
    expect((await stateIn(noor))?.gist).toMatchObject({ asked: 1, changed: 1, liveId: made.live });
    const read = await tijs.post('/releases/shadow/changes', { id: made.waiting, from: 0 });
    const { changes, next } = read.body as unknown as ShadowPage;
    expect(next).toBeNull();
    expect(changes[0]?.question).toContain('When is the bill sent');
    const audit = server.test.rows("select * from audit where action = 'content.shadow'");
    expect(audit).toMatchObject([{ subjectId: made.waiting, details: '{"days":1}' }]);
    for (const kept of [changes, audit, server.test.logLines]) {
      expect(JSON.stringify(kept)).not.toContain('12345678');
    }
    expect(JSON.stringify(audit)).not.toContain('bill');
  });

  it.each([
    ['/releases/shadow/start', { id: 'none', days: 1 }, 404],
    ['/releases/shadow/start', { id: 'r', days: 0 }, 400],
    ['/releases/shadow/start', { id: 'r', days: 31 }, 400],
    ['/releases/shadow/start', { id: 'r', days: 1, most: 5 }, 400],
    ['/releases/shadow/changes', { id: 'none', from: 0 }, 404],
    ['/releases/shadow/changes', { id: 'none', from: -1 }, 400],
  ])('are not asked for what cannot be: %s %j', async (path, body, status) => {
    expect((await noor.post(path, body)).status).toBe(status);
  });
});
