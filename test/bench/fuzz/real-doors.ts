import { join } from 'node:path';
import type { Bot } from '../../../bot/bot.js';
import { channelsAtDesk, connectChannels, createChannels } from '../../../channels/channels.js';
import { createDeskDoor } from '../../../channels/desk/create-desk-door.js';
import { createServer } from '../../../channels/server/create-server.js';
import { createFilesDoor } from '../../../channels/server/files/files-door.js';
import { systemClock } from '../../../index/platform/clock.js';
import type { Log } from '../../../index/platform/log.js';

type DoorSettings = Parameters<typeof createChannels>[0] & Parameters<typeof createDeskDoor>[0]['settings'];

interface RealDoorsParts {
  readonly bot: Bot;
  readonly settings: DoorSettings & Parameters<typeof createServer>[0]['settings'];
  readonly log: Log;
  /** Where channels keep what is theirs. */
  readonly folder: string;
}

/** The real server with every channel and the desk on a bot, which is started; the server does not listen yet. */
export async function openRealDoors({ bot, settings, log, folder }: RealDoorsParts) {
  const channels = createChannels(settings, { isProduction: false });
  const connections = connectChannels(
    channels,
    {
      ...{ bot, log, clock: systemClock, webchatStore: bot.webchatStore, files: bot.files },
      botName: 'Zwaluw-assistent',
      runtimePath: (name) => join(folder, name),
    },
    { ...bot, tools: bot.deskTools, elsewhere: bot.deskElsewhere },
  );
  const desk = createDeskDoor({
    ...{ desk: bot.desk, assignment: bot.assignment, accounts: bot.accounts, security: bot.accounts },
    tools: bot.deskTools,
    signOn: bot.accounts.signOn,
    profiles: bot.accounts,
    files: bot.files,
    channels: channelsAtDesk(channels),
    settings,
    log,
    clock: systemClock,
    pagesDirectory: folder,
  });
  const doors = [...connections.map(({ door }) => door), desk, createFilesDoor(bot.files)];
  const server = createServer({
    settings,
    log,
    doors,
    notReadyBecause: () => null,
    pagesDirectory: null,
  });
  const forms = channels.flatMap((channel) => channel.forms);
  await bot.start({ forms, transports: connections.map(({ transport }) => transport) });
  return { server, connections };
}
