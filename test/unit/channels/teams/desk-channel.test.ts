import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Activity } from '../../../../bot/contracts/activities.js';
import type { LinkCodeReply, LinkReply } from '../../../../channels/desk/contracts.js';
import { type AzureLogin, startAzureLogin } from '../../../support/azure-login.js';
import { createDeskClient } from '../../../support/desk-client.js';
import { type FakeConnector, startFakeConnector } from '../../../support/fake-connector.js';
import { teamsWords } from '../../../support/teams-customer.js';
import {
  PASSWORD,
  startTeamsDesk,
  type TeamsDeskStage,
  type TeamsDeskStageOptions,
} from '../../../support/teams-desk-stage.js';
import { buttonsIn, cardOf, DESK_CHANNEL, DESK_TEAM } from '../../../support/teams-team.js';

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

const queue = () => stage.team.card('Wachtrij');
const card = (id = 'c1') => stage.team.card(`Klant ${id} · `);
const calls = (root: Activity) =>
  connector.requests.filter(({ method, activityId }) => method === 'PUT' && activityId === root.id).length;
const below = (root = card()) => stage.team.thread(root).map(teamsWords).join('\n');
const heard = async () => {
  await stage.test.bot.idle();
  return stage.test.newTexts('c1').join('\n');
};
const stateOf = async (id: string) => (await stage.test.bot.desk.conversation(id))?.entry.state;
const buttons = (shown: Activity) => buttonsIn(shown.attachments).map(({ title }) => title);

describe('the card of the queue', () => {
  it('tells who waits how long and why, and who is there with what load, in one message', async () => {
    await open();
    const { person } = await stage.agent('Sanne');
    await stage.shown();
    expect(teamsWords(queue())).toContain('Niemand wacht.');
    const { id } = queue();
    await stage.customerAsks('c1');
    await stage.customerAsks('c2');
    await stage.shown(180);
    expect(teamsWords(queue())).toMatch(/2 wachten · 0 in gesprek\nLangste wachttijd: 3 min/);
    expect(teamsWords(queue())).toMatch(/3 min · Klant c1 \(.*\) · vroeg om een medewerker/);
    await stage.team.taps(person, card(), 'Neem dit gesprek');
    await stage.shown();
    expect(teamsWords(queue())).toContain('1 wacht · 1 in gesprek');
    expect(teamsWords(queue())).toContain('Sanne: 1');
    expect(queue().id).toBe(id);
    expect(stage.team.roots().filter((root) => teamsWords(root).includes('Wachtrij'))).toHaveLength(1);
  });

  it('is sent anew where somebody deleted it', async () => {
    await open();
    await stage.shown();
    const before = queue();
    connector.remove(before);
    await stage.customerAsks();
    await stage.shown();
    await stage.shown(61);
    expect(queue().id).not.toBe(before.id);
    expect(teamsWords(queue())).toContain('1 wacht');
  });
});

describe('a card', () => {
  it('is changed every five seconds at most, and shows the newest then', async () => {
    await open();
    await stage.customerAsks();
    await stage.shown();
    const root = card();
    for (const text of ['een', 'twee', 'drie', 'vier']) {
      await stage.customerSays(text);
      await stage.shown(1);
    }
    expect(calls(root)).toBe(0);
    await stage.shown(1);
    expect(calls(root)).toBe(1);
    expect(teamsWords(card())).toContain('vier');
  });

  it('shows words of customers as they are, whatever they mean elsewhere', async () => {
    await open();
    const words = '**vet** [klik](https://evil.example) <at>Sanne</at> {{DATE(2026-01-01T00:00:00Z)}}';
    await stage.customerAsks('c1', `Mag ik een medewerker spreken over ${words}?`);
    await stage.shown();
    const texts = elementsIn(card().attachments?.[0]?.content, 'TextBlock').map(({ text }) => text);
    expect(texts.join('\n')).not.toContain('vet');
    const runs = elementsIn(card().attachments?.[0]?.content, 'TextRun').map(({ text }) => text);
    expect(runs.join('\n')).toContain(words);
  });

  it('stays within what Teams takes, however much was said', async () => {
    await open();
    const { person } = await stage.agent('Sanne');
    await stage.customerAsks();
    for (let count = 0; count < 20; count += 1) await stage.customerSays('"\\'.repeat(900));
    await stage.shown();
    await stage.team.taps(person, card(), 'Neem dit gesprek');
    await stage.shown();
    await stage.customerSays('"\n'.repeat(1_900));
    await stage.shown();
    for (const shown of [card(), queue(), ...stage.team.thread(card())])
      expect(JSON.stringify(shown.attachments).length * 2).toBeLessThan(28_000);
  });

  it('loses its question and what was said when the hand-off ends', async () => {
    await open();
    const { person } = await stage.agent('Sanne');
    await stage.customerAsks('c1', 'Mag ik een medewerker spreken over mijn geheim?');
    await stage.shown();
    expect(teamsWords(card())).toContain('geheim');
    await stage.team.taps(person, card(), 'Neem dit gesprek');
    await stage.shown();
    await stage.team.taps(person, card(), 'Sluit af');
    await stage.shown();
    expect(teamsWords(card())).toContain('Afgesloten door Sanne');
    expect(teamsWords(card())).not.toContain('geheim');
    expect(buttons(card())).toEqual([]);
  });

  it('of an earlier hand-off moves no later one', async () => {
    await open();
    const { person } = await stage.agent('Sanne');
    await stage.customerAsks();
    await stage.shown();
    const before = card();
    await stage.team.taps(person, before, 'Neem dit gesprek');
    await stage.shown();
    await stage.team.taps(person, card(), 'Sluit af');
    await stage.shown();
    const id = await stage.customerAsks();
    await stage.shown();
    expect((await stage.team.taps(person, before, 'Neem dit gesprek')).words).toContain('afgelopen');
    expect(await stateOf(id)).toBe('waiting');
  });
});

describe('who may act', () => {
  it('is a member of the team, and asked about once in five minutes', async () => {
    await open();
    const { person } = await stage.agent('Sanne');
    const id = await stage.customerAsks();
    await stage.shown();
    connector.setMember(DESK_TEAM, person.id, false);
    expect((await stage.team.taps(person, card(), 'Neem dit gesprek')).words).toContain('Alleen leden');
    expect(await stateOf(id)).toBe('waiting');
    connector.setMember(DESK_TEAM, person.id);
    await stage.shown(31);
    await stage.team.taps(person, card(), 'Neem dit gesprek');
    expect(await stateOf(id)).toBe('with-agent');
    connector.setMember(DESK_TEAM, person.id, false);
    await stage.shown(200);
    await stage.team.writes(person, 'Dag!', { root: card(), isMention: true });
    expect(await heard()).toContain('Dag!');
    await stage.shown(101);
    await stage.team.writes(person, 'Nog iets', { root: card(), isMention: true });
    expect(await heard()).not.toContain('Nog iets');
  });

  it('is nobody while the team cannot be asked', async () => {
    await open();
    const { person } = await stage.agent('Sanne');
    const id = await stage.customerAsks();
    await stage.shown();
    const root = card();
    connector.answerAll({ status: 503 });
    expect((await stage.team.taps(person, root, 'Neem dit gesprek')).words).toContain('Nu is niet te zien');
    connector.answerAll(null);
    expect(await stateOf(id)).toBe('waiting');
  });

  it('has an account of the desk, linked by a code that the desk showed', async () => {
    await open();
    const { agent } = await stage.agent('Noor', 'administrator');
    const person = stage.team.person('Mehmet');
    await stage.customerAsks();
    await stage.shown();
    const refused = await stage.team.taps(person, card(), 'Neem dit gesprek');
    expect(refused.words).toContain('koppel CODE');
    const { code } = await stage.test.bot.deskElsewhere.identities.makeCode(agent);
    await stage.team.writes(person, `koppel ${code.toLowerCase()}`, { isPersonal: true });
    await stage.team.taps(person, card(), 'Neem dit gesprek');
    expect((await stage.test.bot.desk.entries())[0]?.holder?.name).toBe('Noor');
    // Once, and for ten minutes.
    const other = stage.team.person('Olga');
    await stage.team.writes(other, `koppel ${code}`, { isPersonal: true });
    const late = await stage.test.bot.deskElsewhere.identities.makeCode(agent);
    stage.test.clock.forward({ minutes: 11 });
    await stage.team.writes(other, `koppel ${late.code}`, { isPersonal: true });
    const answers = connector.shown(`a:${other.id}`).map(teamsWords).join('\n');
    expect(answers.match(/onbekend of verlopen/g)?.length).toBeGreaterThanOrEqual(2);
    expect(stage.test.rows(`select * from conversations where channelId = 'msteams'`)).toEqual([]);
  });

  it('makes the code at the page, sees there that it was used, and ends the link there', async () => {
    await open();
    await stage.agent('Noor', 'administrator');
    const { bot } = stage.test;
    const [noor] = await bot.accounts.agents();
    await bot.deskElsewhere.identities.unlink(noor?.id ?? '');
    const page = createDeskClient(stage.url);
    expect((await page.post('/link/code')).status).toBe(401);
    await page.signIn('noor@example.com', PASSWORD);
    const isLinked = async () => ((await page.get('/link')).body as unknown as LinkReply).isLinked;
    expect(await isLinked()).toBe(false);
    const { code } = (await page.post('/link/code')).body as unknown as LinkCodeReply;
    const person = stage.team.person('Noor elders');
    await stage.team.writes(person, `koppel ${code}`, { isPersonal: true });
    expect(await isLinked()).toBe(true);
    await page.post('/link/remove');
    expect(await isLinked()).toBe(false);
    await stage.customerAsks();
    await stage.shown();
    expect((await stage.team.taps(person, card(), 'Neem dit gesprek')).words).toContain('niet gekoppeld');
  });

  it('guesses no code: after five wrong ones a right one is not looked at', async () => {
    await open();
    const { agent } = await stage.agent('Noor', 'administrator');
    const person = stage.team.person('Eva');
    for (let count = 0; count < 5; count += 1)
      await stage.team.writes(person, 'link ABCDE-23456', { isPersonal: true });
    const { code } = await stage.test.bot.deskElsewhere.identities.makeCode(agent);
    await stage.team.writes(person, `link ${code}`, { isPersonal: true });
    expect(connector.shown(`a:${person.id}`).map(teamsWords).at(-1)).toContain('Te veel');
    stage.test.clock.forward({ minutes: 11 });
    const again = await stage.test.bot.deskElsewhere.identities.makeCode(agent);
    await stage.team.writes(person, `link ${again.code}`, { isPersonal: true });
    expect(connector.shown(`a:${person.id}`).map(teamsWords).at(-1)).toContain('Noor');
  });

  it('is nobody whose account is locked', async () => {
    await open();
    const boss = await stage.agent('Noor', 'administrator');
    const { agent, person } = await stage.agent('Sanne');
    const id = await stage.customerAsks();
    await stage.shown();
    await stage.team.taps(person, card(), 'Neem dit gesprek');
    await stage.test.bot.accounts.lock(agent.id, boss.agent);
    await stage.test.bot.idle();
    expect(await stateOf(id)).toBe('waiting');
    await stage.shown();
    expect((await stage.team.taps(person, card(), 'Neem dit gesprek')).words).toContain('niet gekoppeld');
    expect(await stateOf(id)).toBe('waiting');
  });
});

describe('the channel of the desk', () => {
  it('is chosen by an administrator in Teams, and given up by one', async () => {
    await open({ channelId: undefined });
    const boss = await stage.agent('Noor', 'administrator');
    const { person } = await stage.agent('Sanne');
    await stage.customerAsks();
    await stage.shown();
    expect(stage.team.roots()).toEqual([]);
    await stage.team.writes(person, 'balie hier', { isMention: true });
    expect(connector.shown(DESK_CHANNEL).map(teamsWords).at(-1)).toContain('Alleen beheerders');
    await stage.shown();
    expect(stage.team.roots()).toEqual([]);
    await stage.team.writes(boss.person, 'Balie hier.', { isMention: true });
    await stage.shown();
    expect(teamsWords(card())).toContain('Wacht op een medewerker');
    await stage.team.writes(boss.person, 'geen balie', { isMention: true });
    await stage.shown();
    expect(stage.team.roots()).toEqual([]);
    const count = connector.requests.length;
    await stage.customerAsks('c2');
    await stage.shown();
    expect(connector.requests.length).toBe(count);
  });

  it('leaves nothing behind in the channel where it was, and begins anew in another', async () => {
    await open({ channelId: undefined });
    const boss = await stage.agent('Noor', 'administrator');
    await stage.customerAsks();
    await stage.team.writes(boss.person, 'balie hier', { isMention: true });
    await stage.shown();
    await stage.team.taps(boss.person, card(), 'Neem dit gesprek');
    await stage.shown();
    await stage.customerSays('hallo?');
    await stage.shown();
    const before = card();
    expect(below(before)).toContain('hallo?');
    const channelId = '19:other@thread.tacv2';
    await stage.team.writes(boss.person, 'balie hier', { isMention: true, channelId });
    await stage.shown();
    await stage.shown();
    expect(stage.team.roots()).toEqual([]);
    expect(below(before)).toBe('');
    const shown = connector.conversations().filter((id) => id.startsWith(`${channelId};`));
    expect(
      shown
        .flatMap((id) => connector.shown(id))
        .map(teamsWords)
        .join('\n'),
    ).toContain('hallo?');
  });

  it('is no group of customers, whatever is said there; another channel of the team is', async () => {
    await open();
    const { person } = await stage.agent('Sanne');
    await stage.shown();
    await stage.team.writes(person, 'Waar vind ik mijn pincode?', { isMention: true });
    await stage.team.writes(person, 'Waar vind ik mijn pincode?', { isMention: true, root: queue() });
    await stage.team.posts(person, { type: 'messageReaction', reactionsAdded: [{ type: 'like' }] });
    await stage.test.bot.idle();
    const customers = () => stage.test.rows(`select channelConversationId from conversations`);
    expect(customers()).toEqual([]);
    const other = '19:general@thread.tacv2';
    await stage.team.writes(person, 'Waar vind ik mijn pincode?', { isMention: true, channelId: other });
    await stage.test.bot.idle();
    expect(customers()).toEqual([{ channelConversationId: other }]);
  });

  it('waits for the first word from it, which tells how it is reached, and says so in the log', async () => {
    await open({ channelId: DESK_CHANNEL });
    await stage.customerAsks();
    await stage.shown();
    expect(connector.requests).toEqual([]);
    expect(stage.logLines.join('\n')).toContain('waits until somebody mentions the bot');
    const { person } = await stage.agent('Sanne');
    await stage.team.posts(person, { type: 'conversationUpdate' });
    await stage.shown();
    expect(teamsWords(card())).toContain('Klant c1');
  });
});

describe('the thread of a hand-off', () => {
  let sanne: Awaited<ReturnType<TeamsDeskStage['agent']>>;
  let id: string;
  beforeEach(async () => {
    await open();
    sanne = await stage.agent('Sanne');
    id = await stage.customerAsks();
    await stage.shown();
    await stage.team.taps(sanne.person, card(), 'Neem dit gesprek');
    await stage.shown();
    await heard();
  });

  it('asks for a mention until Teams brings what has none, and says so on the card', async () => {
    expect(teamsWords(card())).toContain('Noem @Zwaluw');
    await stage.team.writes(sanne.person, 'Dag!', { root: card() });
    expect(await heard()).toContain('Dag!');
    await stage.shown();
    expect(teamsWords(card())).toContain('Antwoord in deze draad');
  });

  it('shows what the customer says once, changes it with them, and tells that they took it back', async () => {
    const about = { conversation: { id: 'c1' }, from: { id: 'customer-c1', name: 'Klant c1' }, id: 'said-1' };
    await stage.test.say('oud', about);
    await stage.shown();
    const [post] = stage.team.thread(card());
    const change = { ...about, channelId: 'test' };
    await stage.test.bot.receive({ ...change, type: 'messageUpdate', text: 'nieuw' }, stage.test.transport);
    await stage.shown();
    expect(below()).toContain('nieuw');
    expect(below()).not.toContain('oud');
    await stage.test.bot.receive({ ...change, type: 'messageDelete' }, stage.test.transport);
    await stage.shown();
    expect(below()).toContain('ingetrokken');
    expect(below()).not.toContain('nieuw');
    expect(stage.team.thread(card()).filter(({ id: own }) => own === post?.id)).toHaveLength(1);
  });

  it('names the files of a message, with the address of those that the channel has', async () => {
    const attachments = [
      { contentType: 'image/png', name: 'modem.png', contentUrl: 'https://files.example/1' },
      { contentType: 'image/png', name: 'fout.png', contentUrl: 'javascript:alert(1)' },
    ];
    const about = { conversation: { id: 'c1' }, from: { id: 'customer-c1', name: 'Klant c1' } };
    await stage.test.say('kijk', { ...about, attachments });
    await stage.shown();
    expect(below()).toContain('modem.png');
    expect(JSON.stringify(stage.team.thread(card()))).toContain('"url":"https://files.example/1"');
    expect(JSON.stringify(stage.team.thread(card()))).not.toContain('javascript:');
  });

  it('shows a reply that came from the page, and not once more what was written in it', async () => {
    await stage.team.writes(sanne.person, 'Uit Teams', { root: card(), isMention: true });
    await stage.test.bot.desk.reply(id, sanne.agent, 'Van de pagina', 'key-of-reply');
    await stage.shown();
    expect(below()).toContain('Van de pagina');
    expect(below()).not.toContain('Uit Teams');
  });

  it('sends a reply once that Azure delivers twice', async () => {
    const twice = { root: card(), isMention: true, id: connector.nextId() };
    await stage.team.writes(sanne.person, 'Een keer', twice);
    await stage.team.writes(sanne.person, 'Een keer', twice);
    expect((await heard()).match(/Een keer/g)).toHaveLength(1);
  });

  it('keeps what begins with // among colleagues', async () => {
    await stage.team.writes(sanne.person, '// wat een zeurpiet', { root: card(), isMention: true });
    expect(await heard()).not.toContain('zeurpiet');
    await stage.shown();
    expect(below()).toBe('');
  });

  it('tells colleagues once that their words stay in the team', async () => {
    const mehmet = await stage.agent('Mehmet');
    for (const text of ['hm', 'zal ik?', 'ok'])
      await stage.team.writes(mehmet.person, text, { root: card() });
    expect(await heard()).toBe('');
    await stage.shown();
    expect(below().match(/Sanne heeft dit gesprek/g)).toHaveLength(1);
  });

  it.each([
    ['a reply that is too long', 'x'.repeat(4_001), {}, 'hoogstens 4000 tekens'],
    [
      'a picture',
      '',
      { attachments: [{ contentType: 'image/png', contentUrl: 'https://x.example/1' }] },
      'Bestanden en plaatjes',
    ],
  ])('tells what cannot go to the customer: %s', async (_what, text, more, told) => {
    await stage.team.writes(sanne.person, text, { root: card(), isMention: true, ...more });
    expect(await heard()).toBe('');
    await stage.shown();
    expect(below()).toContain(told);
  });

  it('tells that a change of a reply does not go to the customer', async () => {
    const sent = connector.nextId();
    await stage.team.writes(sanne.person, 'Morgen', { root: card(), isMention: true, id: sent });
    const conversation = { id: `${DESK_CHANNEL};messageid=${card().id}`, conversationType: 'channel' };
    const change = { type: 'messageUpdate', conversation, text: 'Vandaag' };
    await stage.team.posts(sanne.person, { ...change, id: connector.nextId() });
    await stage.shown();
    expect(below()).toBe('');
    await stage.team.posts(sanne.person, { ...change, id: sent });
    await stage.shown();
    expect(below()).toContain('Deze wijziging gaat niet naar de klant');
  });

  it('tells who writes after the end that it has ended', async () => {
    await stage.team.taps(sanne.person, card(), 'Sluit af');
    await stage.shown();
    await heard();
    await stage.team.writes(sanne.person, 'Nog even', { root: card(), isMention: true });
    await stage.shown();
    expect(await heard()).not.toContain('Nog even');
    expect(below()).toContain('afgelopen');
  });

  it('tells that a reply did not arrive', async () => {
    stage.test.transport.failWith({ kind: 'refused', reason: 'gone', problem: 'unreachable' });
    await stage.team.writes(sanne.person, 'Hoort u mij?', { root: card(), isMention: true });
    await stage.test.bot.idle();
    await stage.shown();
    expect(below()).toContain('Niet aangekomen bij de klant: Hoort u mij?');
  });

  it('goes from Teams with its conversation when that is deleted', async () => {
    await stage.customerSays('mijn geheim');
    await stage.shown();
    expect(below()).toContain('geheim');
    const root = card();
    await stage.team.writes(sanne.person, 'x'.repeat(4_001), { root: card(), isMention: true });
    await stage.team.taps(sanne.person, card(), 'Sluit af');
    await stage.shown();
    stage.test.clock.forward({ days: 400 });
    await stage.test.bot.deleteExpired();
    expect(stage.test.rows('select words from desk_posts where words is not null')).toEqual([]);
    await stage.shown();
    expect(connector.shown(`${DESK_CHANNEL};messageid=${root.id}`)).toEqual([]);
    expect(stage.test.rows('select * from desk_threads')).toEqual([]);
    expect(stage.test.rows('select * from desk_posts')).toEqual([]);
  });
});

describe('a canned answer in Teams', () => {
  async function held(text: string, ending: 'close' | null) {
    await open();
    const boss = await stage.agent('Noor', 'administrator');
    const fields = { language: 'nl', shortcut: 'x', title: 'Sjabloon', text, ending } as const;
    await stage.test.bot.deskTools.canned.add(boss.agent, fields, true);
    const id = await stage.customerAsks();
    await stage.shown();
    await stage.team.taps(boss.person, card(), 'Neem dit gesprek');
    await stage.shown();
    const [chosen] = await stage.test.bot.deskTools.canned.list(boss.agent);
    const opened = await stage.team.taps(boss.person, card(), 'Gebruik standaardantwoord', {
      canned: chosen?.id,
    });
    return { boss, id, opened };
  }

  it('is not sent with a placeholder that nobody filled', async () => {
    const { boss, opened } = await held('Uw code is {code}.', null);
    const again = await stage.team.taps(boss.person, cardOf(opened, card()), 'Verstuur', {
      text: 'Uw code is {code}.',
    });
    expect(again.words).toContain('vul eerst in: {code}');
    expect(await heard()).not.toContain('Uw code');
    await stage.team.taps(boss.person, cardOf(again, card()), 'Verstuur', { text: 'Uw code is 7.' });
    expect(await heard()).toContain('Uw code is 7.');
  });

  it('leaves the conversation with it where it is a macro', async () => {
    const { boss, id, opened } = await held('Tot ziens!', 'close');
    await stage.team.taps(boss.person, cardOf(opened, card()), 'Verstuur en sluit af', {
      text: 'Tot ziens!',
    });
    expect(await heard()).toContain('Tot ziens!');
    expect(await stateOf(id)).toBe('solved');
  });

  it('is held back with what came meanwhile, and goes when that was shown', async () => {
    const { boss, opened } = await held('Dag!', null);
    await stage.customerSays('wacht even');
    const told = await stage.team.taps(boss.person, cardOf(opened, card()), 'Verstuur', { text: 'Dag!' });
    expect(told.words).toContain('wacht even');
    expect(await heard()).not.toContain('Dag!');
    await stage.team.taps(boss.person, cardOf(told, card()), 'Verstuur', { text: 'Dag!' });
    expect(await heard()).toContain('Dag!');
  });
});

function elementsIn(content: unknown, type: string): Record<string, unknown>[] {
  if (Array.isArray(content)) return content.flatMap((part) => elementsIn(part, type));
  if (content === null || typeof content !== 'object') return [];
  const own = (content as { type?: unknown }).type === type ? [content as Record<string, unknown>] : [];
  return [...own, ...Object.values(content).flatMap((part) => elementsIn(part, type))];
}
