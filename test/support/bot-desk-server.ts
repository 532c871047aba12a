import { join } from 'node:path';
import { createDeskDoor } from '../../channels/desk/create-desk-door.js';
import { deskSettings } from '../../channels/desk/settings.js';
import { createServer } from '../../channels/server/create-server.js';
import type { Door } from '../../channels/server/door.js';
import { createPicturesDoor } from '../../channels/server/files/pictures-door.js';
import { channelSettings } from '../../channels/settings.js';
import { silentLog } from '../../index/platform/log.js';
import { parseSettings } from '../../index/platform/settings.js';
import { TestBot, type TestBotOptions } from '../unit/bot/support/test-bot.js';
import { CHANNELS_AT_DESK } from './channels-at-desk.js';
import { ROOT } from './product-files.js';

export interface BotDeskServer {
  readonly test: TestBot;
  /** `http://127.0.0.1:<port>` */
  readonly url: string;
  readonly door: Door;
  stop(): Promise<void>;
}

/** The real bot on a store of its own, with the real desk on a web server; built pages where they are built. */
export async function startBotDeskServer(options: TestBotOptions = {}): Promise<BotDeskServer> {
  const test = await TestBot.open(options);
  const pagesDirectory = join(ROOT, 'dist/channels/pages');
  const settings = {
    ...parseSettings(channelSettings, {}),
    ...parseSettings(deskSettings, { DESK_SIGN_INS_PER_MINUTE: '1000', DESK_SIGN_INS_PER_ACCOUNT: '1000' }),
  };
  const door = createDeskDoor({
    desk: test.bot.desk,
    assignment: test.bot.assignment,
    accounts: test.bot.accounts,
    security: test.bot.accounts,
    signOn: test.bot.accounts.signOn,
    profiles: test.bot.accounts,
    tools: test.bot.deskTools,
    files: test.bot.files,
    channels: CHANNELS_AT_DESK,
    settings,
    log: silentLog,
    clock: test.clock,
    pagesDirectory,
  });
  const server = createServer({
    settings,
    log: silentLog,
    doors: [door, createPicturesDoor(test.bot.accounts)],
    notReadyBecause: () => null,
    pagesDirectory,
  });
  const running = await server.listen(0);
  return {
    test,
    url: `http://127.0.0.1:${running.port}`,
    door,
    async stop() {
      await running.stop();
      await test.bot.stop();
    },
  };
}
