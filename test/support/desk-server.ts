import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DeskTools } from '../../bot/contracts/desk-tools.js';
import type { Files } from '../../bot/contracts/files.js';
import { createDeskDoor } from '../../channels/desk/create-desk-door.js';
import { type DeskSettings, deskSettings } from '../../channels/desk/settings.js';
import { createServer } from '../../channels/server/create-server.js';
import { type ChannelSettings, channelSettings } from '../../channels/settings.js';
import { createLog } from '../../index/platform/log.js';
import { parseSettings } from '../../index/platform/settings.js';
import { CHANNELS_AT_DESK } from './channels-at-desk.js';
import { createFakeAssignment, type FakeAssignment } from './fake-assignment.js';
import { createFakeDesk, type FakeDesk } from './fake-desk.js';
import { createFakeDeskAccounts, type FakeDeskAccounts } from './fake-desk-accounts.js';
import { NO_PROFILES, NO_SECURITY, NO_SIGN_ON } from './no-security.js';
import { NO_TOOLS } from './no-tools.js';
import { NO_FILES } from './test-files.js';

export interface DeskServer {
  /** `http://127.0.0.1:<port>` */
  readonly url: string;
  readonly port: number;
  readonly desk: FakeDesk;
  readonly assignment: FakeAssignment;
  readonly accounts: FakeDeskAccounts;
  readonly logLines: readonly string[];
  stop(): Promise<void>;
}

export interface DeskServerOptions {
  readonly settings?: Partial<ChannelSettings & DeskSettings>;
  /** Folder of the built pages; a folder with an empty page where not given. */
  readonly pagesDirectory?: string;
  readonly port?: number;
  readonly heartbeatMs?: number;
  /** Parts of an earlier server, so that this one follows it as after a restart. */
  readonly desk?: FakeDesk;
  readonly assignment?: FakeAssignment;
  readonly accounts?: FakeDeskAccounts;
  /** What agents work with beside; where not given there is nothing to find. */
  readonly files?: Files;
  readonly tools?: DeskTools;
}

/** The real web server with the real desk; conversations and accounts in memory. */
export async function startDeskServer(options: DeskServerOptions = {}): Promise<DeskServer> {
  const emptyPages = mkdtempSync(join(tmpdir(), 'desk-'));
  writeFileSync(join(emptyPages, 'desk.html'), '<!doctype html><title>Desk</title>');
  const clock = { now: () => new Date() };
  const desk = options.desk ?? createFakeDesk(clock.now);
  const accounts = options.accounts ?? createFakeDeskAccounts(clock.now);
  const assignment = options.assignment ?? createFakeAssignment();
  const logLines: string[] = [];
  const log = createLog('debug', (line) => logLines.push(line));
  const settings = {
    ...parseSettings(channelSettings, {}),
    ...parseSettings(deskSettings, {}),
    ...options.settings,
  };
  const pagesDirectory = options.pagesDirectory ?? emptyPages;
  const door = createDeskDoor({
    desk,
    assignment,
    accounts,
    security: NO_SECURITY,
    signOn: NO_SIGN_ON,
    profiles: NO_PROFILES,
    tools: options.tools ?? NO_TOOLS,
    files: options.files ?? NO_FILES,
    channels: CHANNELS_AT_DESK,
    settings,
    log,
    clock,
    pagesDirectory,
    gatherMs: 0,
    ...(options.heartbeatMs === undefined ? {} : { heartbeatMs: options.heartbeatMs }),
  });
  const server = createServer({ settings, log, doors: [door], notReadyBecause: () => null, pagesDirectory });
  const running = await server.listen(options.port ?? 0);
  return {
    url: `http://127.0.0.1:${running.port}`,
    port: running.port,
    desk,
    assignment,
    accounts,
    logLines,
    async stop() {
      await running.stop();
      rmSync(emptyPages, { recursive: true });
    },
  };
}
