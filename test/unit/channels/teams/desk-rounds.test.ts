import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { DeskMessage } from '../../../../bot/contracts/desk.js';
import type { DeskPost } from '../../../../bot/contracts/elsewhere/desk-elsewhere.js';
import { seenInThread } from '../../../../channels/teams/desk/seen-in-thread.js';
import { type AzureLogin, startAzureLogin } from '../../../support/azure-login.js';
import { type FakeConnector, startFakeConnector } from '../../../support/fake-connector.js';
import { teamsWords } from '../../../support/teams-customer.js';
import {
  startTeamsDesk,
  type TeamsDeskStage,
  type TeamsDeskStageOptions,
} from '../../../support/teams-desk-stage.js';
import { buttonsIn, DESK_CHANNEL } from '../../../support/teams-team.js';
import { temporaryFolder } from '../../../support/temporary-folder.js';
import { SetClock } from '../../bot/support/set-clock.js';

let login: AzureLogin;
let connector: FakeConnector;
let stage: TeamsDeskStage;

beforeAll(async () => {
  login = await startAzureLogin();
});
afterAll(() => login.stop());
beforeEach(async () => {
  connector = await startFakeConnector();
});
afterEach(async () => {
  await stage.stop();
  await connector.stop();
});

async function open(options: TeamsDeskStageOptions = {}): Promise<void> {
  stage = await startTeamsDesk(login, connector, options);
}

const handoffs = () => stage.team.roots().filter((root) => teamsWords(root).includes('Klant c1 · '));
const card = () => stage.team.card('Klant c1 · ');
const queue = () => stage.team.card('Wachtrij');
const stateOf = async (id: string) => (await stage.test.bot.desk.conversation(id))?.entry.state;

describe('who is there', () => {
  it('says so with a button, and who asks for a person then waits for them', async () => {
    await open();
    const { agent, person } = await stage.agent('Sanne');
    await stage.test.bot.desk.signedOut(agent.id);
    await stage.shown();
    await stage.team.taps(person, queue(), 'Ik ben er');
    const [shift] = await stage.test.bot.deskElsewhere.shifts.list();
    expect(shift).toMatchObject({ name: 'Sanne', isAway: false });
    await stage.shown();
    expect(teamsWords(queue())).toContain('Sanne: 0');
    expect((await stage.team.taps(person, queue(), 'Ik ben weg')).words).toBe('Je bent afwezig.');
    expect(await stage.test.bot.deskElsewhere.shifts.list()).toEqual([]);
  });

  it('keeps whom they have when they go away, and is gone when these are closed', async () => {
    await open();
    const { person } = await stage.agent('Sanne');
    const id = await stage.customerAsks();
    await stage.shown();
    await stage.team.taps(person, card(), 'Neem dit gesprek');
    await stage.shown();
    expect((await stage.team.taps(person, queue(), 'Ik ben weg')).words).toContain('nog 1 gesprek');
    stage.test.clock.forward({ minutes: 20 });
    await stage.test.bot.runDueTimers();
    expect(await stateOf(id)).toBe('with-agent');
    await stage.shown();
    expect(teamsWords(queue())).toContain('Sanne: 1 (afwezig)');
    await stage.team.taps(person, card(), 'Sluit af');
    await stage.shown();
    expect(await stage.test.bot.deskElsewhere.shifts.list()).toEqual([]);
  });

  it('has nobody taken away by a page that is closed, while they work in Teams', async () => {
    await open();
    const { agent, person } = await stage.agent('Sanne');
    const id = await stage.customerAsks();
    await stage.shown();
    await stage.test.bot.desk.present(agent.id);
    await stage.team.taps(person, card(), 'Neem dit gesprek');
    await stage.test.bot.desk.left(agent.id);
    stage.test.clock.forward({ minutes: 30 });
    await stage.test.bot.runDueTimers();
    expect(await stateOf(id)).toBe('with-agent');
  });

  it('counts as gone who did nothing for the time that is set: their customers wait first in line', async () => {
    await open({ idleMinutes: 30, bot: { settings: { DESK_SESSION_HOURS: '1' } } });
    const { person } = await stage.agent('Sanne');
    const id = await stage.customerAsks();
    await stage.shown();
    await stage.team.taps(person, card(), 'Neem dit gesprek');
    stage.test.clock.forward({ minutes: 25 });
    await stage.team.writes(person, 'Ik zoek het uit', { root: card(), isMention: true });
    // The session of the page has ended by now; the one of Teams goes on with what is done there.
    stage.test.clock.forward({ minutes: 29 });
    await stage.shown();
    await stage.test.bot.repairLimbo();
    expect(await stateOf(id)).toBe('with-agent');
    stage.test.clock.forward({ minutes: 32 });
    await stage.shown();
    await stage.test.bot.idle();
    expect(await stateOf(id)).toBe('waiting');
    await stage.shown();
    expect(teamsWords(card())).toContain('Wacht op een medewerker');
    expect(buttonsIn(card().attachments).map(({ title }) => title)).toContain('Neem dit gesprek');
  });
});

describe('after a restart', () => {
  it('the same cards go on, and nobody who works in Teams loses a conversation', async () => {
    const path = join(temporaryFolder(), 'conversations.sqlite');
    const clock = new SetClock();
    await open({ bot: { path, clock } });
    const { person } = await stage.agent('Sanne');
    const id = await stage.customerAsks();
    await stage.shown();
    await stage.team.taps(person, card(), 'Neem dit gesprek');
    await stage.shown();
    await stage.customerSays('hallo?');
    await stage.shown();
    const before = connector.conversations().length;
    await stage.stop();
    await open({ bot: { path, clock } });
    await stage.shown();
    stage.test.clock.forward({ minutes: 30 });
    await stage.test.bot.runDueTimers();
    await stage.shown();
    expect(await stateOf(id)).toBe('with-agent');
    expect(connector.conversations()).toHaveLength(before);
    expect(stage.team.thread(card())).toHaveLength(1);
    await stage.team.writes(person, 'Dag!', { root: card(), isMention: true });
    await stage.test.bot.idle();
    expect(stage.test.newTexts('c1').join('\n')).toContain('Dag!');
  });

  it('what was not sent before is sent, once', async () => {
    const path = join(temporaryFolder(), 'conversations.sqlite');
    const clock = new SetClock();
    await open({ bot: { path, clock } });
    await stage.shown();
    connector.answerAll({ status: 503 });
    await stage.customerAsks();
    await stage.shown();
    await stage.stop();
    connector.answerAll(null);
    await open({ bot: { path, clock } });
    await stage.shown();
    await stage.shown();
    expect(handoffs()).toHaveLength(1);
  });
});

describe('a line to Teams that stumbles', () => {
  it('is waited for as long as Teams says', async () => {
    await open();
    await stage.customerAsks();
    connector.script([{ status: 429, headers: { 'Retry-After': '20' } }], DESK_CHANNEL);
    await stage.shown();
    expect(handoffs()).toHaveLength(0);
    await stage.shown(10);
    expect(handoffs()).toHaveLength(0);
    await stage.shown(11);
    expect(handoffs()).toHaveLength(1);
  });

  it('may show a card twice where it breaks after it was shown: the first goes when it is used', async () => {
    await open();
    const { person } = await stage.agent('Sanne');
    await stage.shown();
    const id = await stage.customerAsks();
    connector.script([{ status: 502, isShown: true }], DESK_CHANNEL);
    await stage.shown();
    await stage.shown(31);
    expect(handoffs()).toHaveLength(2);
    const [lost] = handoffs();
    if (!lost) throw new Error('There is no card.');
    expect((await stage.team.taps(person, lost, 'Neem dit gesprek')).words).toContain('dubbel');
    expect(handoffs().map((shown) => shown.id)).not.toContain(lost.id);
    expect(await stateOf(id)).toBe('waiting');
    await stage.team.taps(person, card(), 'Neem dit gesprek');
    expect(await stateOf(id)).toBe('with-agent');
  });

  it('shows who waits again where somebody deleted their card', async () => {
    await open();
    const { person } = await stage.agent('Sanne');
    const id = await stage.customerAsks();
    await stage.shown();
    connector.remove(card());
    await stage.customerSays('hallo?');
    await stage.shown();
    await stage.shown(61);
    await stage.team.taps(person, card(), 'Neem dit gesprek');
    expect(await stateOf(id)).toBe('with-agent');
  });

  it('is asked for a bounded number of cards a round', async () => {
    await open();
    for (let count = 0; count < 25; count += 1) await stage.customerAsks(`c${count}`);
    const before = connector.requests.length;
    await stage.shown();
    expect(connector.requests.length - before).toBeLessThanOrEqual(20);
    for (let round = 0; round < 12; round += 1) await stage.shown();
    const waiting = stage.team.roots().filter((root) => teamsWords(root).includes('Neem dit gesprek'));
    expect(waiting).toHaveLength(25);
  });
});

describe('offers in Teams', () => {
  it('can be declined, and nobody else takes what is offered', async () => {
    await open({ bot: { settings: { DESK_ASSIGNMENT: 'offer' } } });
    const sanne = await stage.agent('Sanne');
    const mehmet = await stage.agent('Mehmet');
    await stage.shown();
    await stage.team.taps(sanne.person, queue(), 'Ik ben er');
    const id = await stage.customerAsks();
    await stage.test.bot.runDueTimers();
    await stage.shown();
    expect(teamsWords(card())).toContain('Aangeboden aan Sanne');
    expect((await stage.team.taps(mehmet.person, card(), 'Neem dit gesprek')).words).toContain(
      'aangeboden aan Sanne',
    );
    expect((await stage.team.taps(sanne.person, card(), 'Sla over')).words).toBe('Overgeslagen.');
    await stage.test.bot.runDueTimers();
    expect(await stateOf(id)).toBe('waiting');
  });
});

describe('what stood in a thread', () => {
  const message = (id: string) => ({ id }) as DeskMessage;
  const messages = ['m1', 'm2', 'm3', 'm4'].map(message);
  const post = (key: string, at: number | null, words: string | null = null): DeskPost => ({
    handoffId: 'h',
    key,
    words,
    activityId: at === null ? null : String(at),
    shown: 'x',
  });
  const AT = 1_700_000_000_000;

  it.each([
    ['only the card, before anything was posted', [], 'm2'],
    ['what was posted before', [post('m3', AT - 1)], 'm3'],
    ['not what was posted after', [post('m3', AT - 1), post('m4', AT + 1)], 'm3'],
    ['not what is yet to be posted', [post('m3', null)], 'm2'],
    ['no notice', [post('m4', AT - 1, 'words')], 'm2'],
  ])('counts as seen: %s', (_what, posts, seen) => {
    expect(seenInThread({ fromId: 'm2' }, posts, messages, AT)).toBe(seen);
  });

  it('counts everything while nobody has it, as all stands on its card', () => {
    expect(seenInThread({ fromId: null }, [], messages, AT)).toBe('m4');
  });

  it('counts what was shown otherwise', () => {
    expect(seenInThread({ fromId: 'm1' }, [], messages, AT, 'm4')).toBe('m4');
  });
});

describe('what changes while a round reads the queue', () => {
  it('is shown with the next round: who asks for a person just then does not wait unseen', async () => {
    await open();
    await stage.agent('Sanne');
    await stage.customerAsks('c2');
    const { desk } = stage.test.bot;
    const read = desk.entries.bind(desk);
    let isDuring = true;
    desk.entries = async () => {
      const before = await read();
      if (isDuring) {
        isDuring = false;
        await stage.customerAsks('c1');
      }
      return before;
    };
    await stage.shown();
    expect(isDuring).toBe(false);
    await stage.shown();
    expect(handoffs()).toHaveLength(1);
    expect(teamsWords(queue())).toContain('2');
  });
});
