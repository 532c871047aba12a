import type { DeskAgent, DeskRole } from '../../bot/contracts/desk.js';
import { createCloudAdapter } from '../../channels/azure/connector/cloud-adapter.js';
import { createAzure } from '../../channels/azure/create-azure.js';
import type { ChannelDesk } from '../../channels/channel-desk.js';
import { createDeskDoor } from '../../channels/desk/create-desk-door.js';
import { deskSettings } from '../../channels/desk/settings.js';
import { createServer } from '../../channels/server/create-server.js';
import { channelSettings } from '../../channels/settings.js';
import { createTeamsForm } from '../../channels/teams/create-teams-form.js';
import { createTeamsDesk } from '../../channels/teams/desk/teams-desk.js';
import { createLog } from '../../index/platform/log.js';
import { parseSettings } from '../../index/platform/settings.js';
import { TestBot, type TestBotOptions } from '../unit/bot/support/test-bot.js';
import type { AzureLogin } from './azure-login.js';
import { CHANNELS_AT_DESK } from './channels-at-desk.js';
import type { FakeConnector } from './fake-connector.js';
import { createTeam, DESK_CHANNEL, type TeamsPerson, type TeamsTeam } from './teams-team.js';

export const PASSWORD = 'een heel lange zin';

/** The real bot and store with both faces of the desk: its API, and a channel of Teams behind a simulated Azure. */
export interface TeamsDeskStage {
  readonly test: TestBot;
  readonly team: TeamsTeam;
  readonly connector: FakeConnector;
  readonly face: ChannelDesk;
  /** Of the desk's API. */
  readonly url: string;
  readonly logLines: readonly string[];
  /** An account that is linked with somebody of the team. */
  agent(name: string, role?: DeskRole): Promise<{ readonly agent: DeskAgent; readonly person: TeamsPerson }>;
  /** A customer asks for a person. */
  customerAsks(id?: string, question?: string): Promise<string>;
  customerSays(text: string, id?: string): Promise<void>;
  /** Moves the clock and shows what is due then. */
  shown(seconds?: number): Promise<void>;
  stop(): Promise<void>;
}

export interface TeamsDeskStageOptions {
  readonly bot?: TestBotOptions;
  /** Of the setting; that of the team where not given. */
  readonly channelId?: string | undefined;
  readonly idleMinutes?: number;
}

export async function startTeamsDesk(
  login: AzureLogin,
  connector: FakeConnector,
  options: TeamsDeskStageOptions = {},
): Promise<TeamsDeskStage> {
  const test = await TestBot.open(options.bot);
  const { bot, clock } = test;
  const logLines: string[] = [];
  const log = createLog('debug', (line) => logLines.push(line));
  const { appId, tenantId } = login;
  const identity = { appId, tenantId, type: 'SingleTenant', password: 'p', channelService: null } as const;
  const face = createTeamsDesk(
    {
      desk: bot.desk,
      assignment: bot.assignment,
      accounts: bot.accounts,
      tools: bot.deskTools,
      elsewhere: bot.deskElsewhere,
      atDesk: CHANNELS_AT_DESK,
      botName: 'Zwaluw',
      log,
      clock,
    },
    {
      channelId: 'channelId' in options ? options.channelId : DESK_CHANNEL,
      idleMs: (options.idleMinutes ?? 60) * 60_000,
      language: 'nl',
    },
  );
  const azure = createAzure({
    options: { identity, isLocalAllowed: false },
    connector: createCloudAdapter({ identity, clock: { now: () => new Date() } }),
    bot,
    forms: [createTeamsForm({ hasAiLabel: true })],
    desks: [face],
    sending: { files: bot.files, publicUrl: null },
    log,
    clock,
  });
  const settings = {
    ...parseSettings(channelSettings, {}),
    ...parseSettings(deskSettings, { DESK_SIGN_INS_PER_MINUTE: '1000' }),
  };
  const deskDoor = createDeskDoor({
    desk: bot.desk,
    assignment: bot.assignment,
    accounts: bot.accounts,
    signOn: bot.accounts.signOn,
    profiles: bot.accounts,
    security: bot.accounts,
    tools: bot.deskTools,
    files: bot.files,
    identities: bot.deskElsewhere.identities,
    channels: CHANNELS_AT_DESK,
    settings,
    log,
    clock,
    pagesDirectory: 'no pages',
  });
  const server = createServer({
    settings,
    log,
    doors: [azure.door, deskDoor],
    notReadyBecause: () => null,
    pagesDirectory: null,
  });
  const running = await server.listen(0);
  const url = `http://127.0.0.1:${running.port}`;
  const team = createTeam(`${url}/api/messages`, connector, login);

  // Where the channel is reached is known once something was heard from it.
  if (!('channelId' in options)) await team.posts(team.person('Olga'), { type: 'conversationUpdate' });

  const stage: TeamsDeskStage = {
    test,
    team,
    connector,
    face,
    url,
    logLines,
    async agent(name, role = 'agent') {
      const by = (await bot.accounts.agents())[0];
      const token = by
        ? (await bot.accounts.invite(role, { ...by })).token
        : ((await bot.accounts.firstInvitation()) ?? '');
      const email = `${name.toLowerCase()}@example.com`;
      const { agent } = await bot.accounts.accept(token, { name, email, password: PASSWORD });
      const person = team.person(name);
      const { code } = await bot.deskElsewhere.identities.makeCode(agent);
      await bot.deskElsewhere.identities.useCode(code, person.aadObjectId);
      return { agent, person };
    },
    async customerAsks(id = 'c1', question = 'Mag ik een medewerker spreken?') {
      await test.say(question, { conversation: { id }, from: { id: `customer-${id}`, name: `Klant ${id}` } });
      await bot.idle();
      const entries = await bot.desk.entries();
      const rows = test.rows(`select id from conversations where channelConversationId = '${id}'`);
      const found = entries.find(({ conversationId }) => conversationId === rows[0]?.id);
      if (!found) throw new Error(`${id} does not wait: ${JSON.stringify(test.newTexts(id))}`);
      return found.conversationId;
    },
    customerSays: (text, id = 'c1') =>
      test.say(text, { conversation: { id }, from: { id: `customer-${id}`, name: `Klant ${id}` } }),
    async shown(seconds = 6) {
      clock.forward({ seconds });
      await face.work();
    },
    async stop() {
      await running.stop();
      await bot.stop();
    },
  };
  return stage;
}
