import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Activity } from '../../../../bot/contracts/activities.js';
import { createRoomKeeper } from '../../../../channels/teams/desk/room-keeper.js';
import { createShiftKeeper } from '../../../../channels/teams/desk/shift-keeper.js';
import { silentLog } from '../../../../index/platform/log.js';
import { type AzureLogin, startAzureLogin } from '../../../support/azure-login.js';
import { CHANNELS_AT_DESK } from '../../../support/channels-at-desk.js';
import { type FakeConnector, startFakeConnector } from '../../../support/fake-connector.js';
import { teamsWords } from '../../../support/teams-customer.js';
import { startTeamsDesk, type TeamsDeskStage } from '../../../support/teams-desk-stage.js';
import { signIn } from '../../bot/support/sign-in.js';
import { TestBot } from '../../bot/support/test-bot.js';

describe('what is written in a thread while its hand-off is shown as ended', () => {
  let login: AzureLogin;
  let connector: FakeConnector;
  let stage: TeamsDeskStage;
  beforeAll(async () => {
    login = await startAzureLogin();
  });
  afterAll(() => login.stop());
  beforeEach(async () => {
    connector = await startFakeConnector();
    stage = await startTeamsDesk(login, connector);
  });
  afterEach(async () => {
    await stage.stop();
    await connector.stop();
  });

  it('is told not to have gone to the customer', async () => {
    const { agent, person } = await stage.agent('Sanne');
    const id = await stage.customerAsks();
    await stage.shown();
    const card = stage.team.card('Klant c1 · ');
    await stage.team.taps(person, card, 'Neem dit gesprek');
    await stage.shown();
    const { rooms } = stage.test.bot.deskElsewhere;
    const { changeThread, threadFrom } = rooms;
    let written: Promise<unknown> | null = null;
    rooms.changeThread = async (handoffId, change) => {
      if (change.endedAt && written === null) {
        // Writes just now: the thread was found as one that goes on.
        await new Promise<void>((resolve) => {
          rooms.threadFrom = async (...asked) => {
            const found = await threadFrom(...asked);
            resolve();
            return found;
          };
          written = stage.team.writes(person, 'Nog één ding', { root: card });
        });
      }
      await changeThread(handoffId, change);
    };
    await stage.test.bot.desk.close(id, agent);
    await stage.shown();
    await written;
    await stage.shown();
    expect(written).not.toBeNull();
    expect(stage.team.thread(card).map(teamsWords).join('\n')).toContain('Dit gesprek is hier al afgelopen.');
  });
});

describe('what the desk in Teams keeps', () => {
  let test: TestBot;
  beforeEach(async () => {
    test = await TestBot.open();
  });
  afterEach(() => test.bot.stop());

  const inChannel = (id: string, serviceUrl = 'https://smba.example/'): Activity => ({
    type: 'message',
    serviceUrl,
    recipient: { id: '28:bot' },
    conversation: { id },
  });

  it('is of the channel that is the desk now, whatever of another one was still under way', async () => {
    const keeper = createRoomKeeper(test.bot.deskElsewhere.rooms, undefined);
    const one = await keeper.settle(inChannel('19:one'));
    await keeper.settle(inChannel('19:two'));
    expect(await keeper.change(one, { queueCardId: '1700000000001', queueShown: 'x' })).toBe(false);
    expect(await keeper.current()).toMatchObject({ conversationId: '19:two', queueCardId: null });
    expect(await test.bot.deskElsewhere.rooms.room('msteams')).toMatchObject({ queueCardId: null });
  });

  it('loses nothing where two things become known at once', async () => {
    const { rooms } = test.bot.deskElsewhere;
    const keeper = createRoomKeeper(rooms, undefined);
    const room = await keeper.settle(inChannel('19:one'));
    const elsewhere = inChannel('19:one', 'https://smba.example/emea/');
    await Promise.all([keeper.change(room, { hearsAll: true }), keeper.isInside(elsewhere)]);
    const known = { hearsAll: true, serviceUrl: 'https://smba.example/emea/' };
    expect(await keeper.current()).toMatchObject(known);
    expect(await rooms.room('msteams')).toMatchObject(known);
  });

  it('counts nobody as there who leaves while everybody is told to be there', async () => {
    const { agent } = await signIn(test);
    const { bot, clock } = test;
    const parts = {
      desk: bot.desk,
      assignment: bot.assignment,
      accounts: bot.accounts,
      tools: bot.deskTools,
      elsewhere: bot.deskElsewhere,
      atDesk: CHANNELS_AT_DESK,
      botName: 'Zwaluw',
      log: silentLog,
      clock,
    };
    const keeper = createShiftKeeper(parts, 3_600_000);
    await keeper.heard(agent, true);
    const { shifts } = bot.deskElsewhere;
    const { list } = shifts;
    shifts.list = async () => {
      const found = await list();
      await keeper.rest(agent);
      return found;
    };
    clock.forward({ seconds: 30 });
    await keeper.look();
    expect(await bot.assignment.standings()).toMatchObject([{ agentId: agent.id, isHere: false }]);
    keeper.stop();
  });
});
