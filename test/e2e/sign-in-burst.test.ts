import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createPasswordThread } from '../../bot/accounts/password-thread.js';
import { createBot } from '../../bot/create-bot.js';
import { botSettings } from '../../bot/settings.js';
import { openSqliteStore } from '../../bot/store/sqlite/open-sqlite-store.js';
import { createDeskDoor } from '../../channels/desk/create-desk-door.js';
import { deskSettings } from '../../channels/desk/settings.js';
import { createServer } from '../../channels/server/create-server.js';
import { channelSettings } from '../../channels/settings.js';
import { createWebchat, WEBCHAT_FORMS } from '../../channels/webchat/create-webchat.js';
import { systemClock } from '../../index/platform/clock.js';
import { openDatabase } from '../../index/platform/database.js';
import { silentLog } from '../../index/platform/log.js';
import { parseSettings } from '../../index/platform/settings.js';
import { blockedPasswords } from '../support/blocked-passwords.js';
import { CHANNELS_AT_DESK } from '../support/channels-at-desk.js';
import { createDeskClient } from '../support/desk-client.js';
import { openCustomer } from '../support/product-customer.js';
import { temporaryFolder } from '../support/temporary-folder.js';
import { FakeKnowledgeBase } from '../unit/bot/support/fake-knowledge-base.js';

const PASSWORD = 'een zin van een paar woorden';
const ADMINISTRATOR = { name: 'Sanne', email: 'sanne@example.com', password: PASSWORD };

let stage: Stage;
beforeEach(async () => {
  stage = await openStage();
});
afterEach(() => stage.close());

describe('a burst of sign-ins', () => {
  it('holds up no customer, is refused above what can wait, and gets its answers', async () => {
    const { url, passwords } = stage;
    const signIn = (email: string, password = PASSWORD) => createDeskClient(url).signIn(email, password);

    passwords.hold();
    // One is worked on and eight wait behind it; none of them can end before they are let go.
    const ended: number[] = [];
    const burst = Array.from({ length: 9 }, async (_, number) => {
      const isKnown = number === 4;
      const { status } = await signIn(isKnown ? ADMINISTRATOR.email : `guess-${number}@example.com`);
      ended.push(status);
      return isKnown ? `known ${status}` : status;
    });
    await stage.untilBusy(9);
    const tooMany = await signIn('one-more@example.com');
    expect(tooMany.status).toBe(429);
    expect(tooMany.body?.error?.code).toBe('PasswordsBusy');
    expect(Number(tooMany.headers.get('retry-after'))).toBeGreaterThan(0);

    // Kept on the disk, confirmed, understood and answered meanwhile.
    const customer = await openCustomer(url);
    await customer.say('Hoe werkt wifi?');
    await customer.until((said) => said.text?.includes('Zet het modem uit en aan') === true);
    expect(ended).toEqual([]);

    passwords.letGo();
    const answers = await Promise.all(burst);
    expect(answers).toEqual([401, 401, 401, 401, 'known 200', 401, 401, 401, 401]);
    expect((await signIn(ADMINISTRATOR.email)).status).toBe(200);
  });

  it('leaves one-time links good that could not be used in it, each for one hash', async () => {
    const { url, passwords, bot, administrator } = stage;
    const { token } = await bot.accounts.invite('agent', administrator);
    const reset = await bot.accounts.makeReset(administrator.id, administrator);
    passwords.hold();
    const burst = Array.from({ length: 9 }, (_, number) =>
      createDeskClient(url).signIn(`guess-${number}@example.com`, PASSWORD),
    );
    await stage.untilBusy(9);
    const [joris, sanne] = [createDeskClient(url), createDeskClient(url)];
    const account = { token, name: 'Joris', email: 'joris@example.com', password: PASSWORD };
    const change = { token: reset.token, password: 'een andere zin van woorden' };
    expect((await joris.post('/invitation/accept', account)).status).toBe(429);
    expect((await sanne.post('/reset/use', change)).status).toBe(429);
    passwords.letGo();
    await Promise.all(burst);
    const before = stage.begun();
    expect((await joris.post('/invitation/accept', account)).status).toBe(200);
    expect((await sanne.post('/reset/use', change)).status).toBe(200);
    expect(stage.begun() - before).toBe(2);
    expect((await joris.get('/me')).body?.agent?.name).toBe('Joris');
    expect((await sanne.get('/me')).body?.agent?.name).toBe('Sanne');
  });
});

type Stage = Awaited<ReturnType<typeof openStage>>;

/** The real server with web chat and desk on the real bot and a store on the disk; its password thread stands still. */
async function openStage() {
  const folder = temporaryFolder();
  const passwords = blockedPasswords();
  const thread = createPasswordThread({ workerFile: passwords.workerFile });
  let begun = 0;
  const bot = await createBot({
    store: await openSqliteStore(openDatabase(join(folder, 'store.sqlite')), { log: silentLog }),
    knowledgeBase: new FakeKnowledgeBase({ wifi: 'Zet het modem uit en aan.' }),
    settings: parseSettings(botSettings, { COLLECT_MESSAGES_MS: '0' }),
    clock: systemClock,
    log: silentLog,
    filesDirectory: join(folder, 'files'),
    passwordCost: { logN: 4, r: 8, p: 1 },
    passwordThread: {
      derive: (request) => {
        begun += 1;
        return thread.derive(request);
      },
      close: () => thread.close(),
    },
  });
  const settings = { ...parseSettings(channelSettings, {}), ...parseSettings(deskSettings, {}) };
  const webchat = createWebchat({
    ...{ settings, store: bot.webchatStore, bot, log: silentLog },
    signingKey: 'a-signing-key-only-for-tests-1234567890',
    botAccount: { id: 'bot', name: 'Zwaluw-assistent', role: 'bot' },
    files: bot.files,
  });
  const desk = createDeskDoor({
    ...{
      desk: bot.desk,
      assignment: bot.assignment,
      accounts: bot.accounts,
      signOn: bot.accounts.signOn,
      profiles: bot.accounts,
      security: bot.accounts,
      tools: bot.deskTools,
      files: bot.files,
      channels: CHANNELS_AT_DESK,
      settings,
      log: silentLog,
      clock: systemClock,
    },
    pagesDirectory: folder,
  });
  const server = createServer({
    ...{ settings, log: silentLog, doors: [webchat.door, desk], pagesDirectory: null },
    notReadyBecause: () => null,
  });
  await bot.start({ forms: WEBCHAT_FORMS, transports: [webchat.transport] });
  const running = await server.listen(0);
  passwords.letGo();
  const invitation = (await bot.accounts.firstInvitation()) ?? '';
  const { agent: administrator } = await bot.accounts.accept(invitation, ADMINISTRATOR);
  begun = 0;
  return {
    url: `http://127.0.0.1:${running.port}`,
    ...{ bot, passwords, administrator },
    /** How many sign-ins have reached the thread. */
    begun: () => begun,
    /** Resolves when so many sign-ins have reached the thread. */
    async untilBusy(count: number) {
      while (begun < count) await new Promise((resolve) => setImmediate(resolve));
    },
    async close() {
      passwords.letGo();
      await running.stop();
      await bot.stop();
    },
  };
}
