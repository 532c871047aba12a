import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DeskConversation } from '../../bot/contracts/desk.js';
import { messengerWords } from '../support/messenger-customer.js';
import { runProgram } from '../support/run-program.js';
import { teamsWords } from '../support/teams-customer.js';
import {
  CHANNELS,
  type Channel,
  type ChannelsStage,
  MESSENGER_SECRETS,
  STAGE_SETTINGS,
  setChannelsStage,
} from './channels-stage.js';
import { joinTeamsDesk } from './teams-desk-agent.js';

/** The bot waits for more words after this one. */
const UNFINISHED = 'Puk-code vinden,';
const PERSON = 'Ik wil graag een medewerker spreken.';
const SOURCE = 'https://community.zwaluw.example/t/pincode-geblokkeerd-waar-vind-ik-de-puk-code/13181/3';
const THANKS = /^(Graag gedaan|Geen dank)/;
const HELPED = /^(Fijn|Mooi)/;
const CLOSED = /Sanne heeft dit gesprek afgerond/;

let stage: ChannelsStage;
beforeAll(async () => {
  stage = await setChannelsStage();
});
afterAll(() => stage.close());

/** What the web chat shows of the other side, typing left out. */
async function chatWords(): Promise<string[]> {
  const heard = await stage.wout.heard();
  return heard
    .filter((said) => said.type === 'message' && said.from.id !== stage.wout.userId && said.text)
    .map((said) => said.text ?? '');
}

const messengerHas = () => stage.mieke.heard().map(messengerWords);
const teamsHas = () => stage.tess.heard().map(teamsWords);

async function chatShows(words: RegExp): Promise<void> {
  await stage.wout.until((said) => words.test(said.text ?? ''));
}
const messengerShows = (words: RegExp) => stage.mieke.until((message) => words.test(messengerWords(message)));
const teamsShows = (words: RegExp) => stage.tess.until((activity) => words.test(teamsWords(activity)));

/** How far a reply came, by its words, and why no further. */
function deliveryOf({ messages }: DeskConversation, text: string) {
  const message = messages.find((said) => said.text === text);
  return { delivery: message?.delivery, problem: message?.problem };
}

const matching = (...words: readonly RegExp[]) => words.map((part) => expect.stringMatching(part));

// The tests are one story: each begins with a product that runs, and leaves one.
describe('three customers in three channels, and one agent', () => {
  it('lose nothing when it dies between taking words and answering', async () => {
    const { wout, mieke, tess } = stage;
    await wout.say(UNFINISHED);
    await mieke.say(UNFINISHED);
    await tess.say(UNFINISHED);
    await stage.product().kill();
    expect([...messengerHas(), ...teamsHas()]).toEqual([]);
    await stage.startAgain();
    await stage.deliverAgain();
    await chatShows(/Heeft dit u geholpen/);
    await messengerShows(/Heeft dit u geholpen/);
    await teamsShows(/Heeft dit u geholpen/);
    for (const words of [await chatWords(), messengerHas(), teamsHas()]) {
      expect(words.join('\n')).toContain(SOURCE);
    }
  });

  it('are brought together', async () => {
    const { wout, mieke, tess, graph } = stage;
    await wout.say(PERSON);
    await chatShows(/als eerste aan de beurt/);
    await mieke.say(PERSON);
    await messengerShows(/nummer 2 in de rij/);
    await tess.say(PERSON);
    await teamsShows(/nummer 3 in de rij/);
    const { body } = await stage.sanne.get('/entries');
    const waiting = body?.entries?.map(({ channelId, customerName }) => [channelId, customerName]);
    expect(waiting).toEqual([
      ['directline', ''],
      ['facebook', 'Mieke Maas'],
      ['msteams', 'Tess'],
    ]);
    await stage.claimAll();
    for (const channel of CHANNELS) await stage.reply(channel, 'Goedemiddag');
    await stage.settled(...CHANNELS);
    const [persona] = graph.personas;
    expect(persona?.[1]).toBe('Sanne');
    expect(mieke.heard().at(-1)).toMatchObject({ text: 'Goedemiddag', personaId: persona?.[0] });
  });

  it('lose nothing when it dies while a channel answers 500', async () => {
    const { mieke, tess, connector } = stage;
    connector.answerAll({ status: 500 });
    const calls = connector.requests.filter(({ conversationId }) => conversationId === tess.conversationId);
    await stage.reply('msteams', 'Een ogenblik', 'Ik zoek het op');
    // The others do not wait for Teams.
    await stage.reply('directline', 'Een ogenblik');
    await stage.reply('facebook', 'Een ogenblik');
    await stage.settled('directline', 'facebook');
    await connector.whenCalled(tess.conversationId, calls.length + 1);
    await stage.product().kill();
    mieke.sayUnheard('Bent u er nog?');
    connector.answerAll(null);
    await stage.startAgain();
    await stage.deliverAgain();
    await teamsShows(/Ik zoek het op/);
    await stage.deskShows('facebook', ({ messages }) => messages.at(-1)?.text === 'Bent u er nog?');
    await stage.settled('msteams');
  });

  it('lose nothing when it dies while Meta is slow to answer', async () => {
    const { mieke, graph } = stage;
    graph.echoTo(null);
    graph.script('hang-after');
    await stage.reply('facebook', 'Ja hoor', 'Het staat in de app');
    const unanswered = await messengerShows(/Ja hoor/);
    await stage.product().kill();
    await stage.startAgain();
    await mieke.echo(unanswered);
    await messengerShows(/Het staat in de app/);
    await stage.settled('facebook');
    graph.echoTo(stage.webhook());
  });

  it('see how far each message came', async () => {
    const { mieke, tess } = stage;
    const shows = (channel: Channel, text: string, delivery: string) =>
      stage.deskShows(channel, (shown) => deliveryOf(shown, text).delivery === delivery);
    await shows('facebook', 'Het staat in de app', 'sent');
    await mieke.tell('delivery');
    await shows('facebook', 'Het staat in de app', 'delivered');
    await mieke.tell('read');
    await shows('facebook', 'Het staat in de app', 'read');
    await tess.read();
    await shows('msteams', 'Ik zoek het op', 'read');
    await shows('directline', 'Een ogenblik', 'sent');
  });

  it('see why a message failed, and go on when the customer writes', async () => {
    const { tess, connector } = stage;
    const error = { code: 'MessageWritesBlocked', message: 'The bot was removed' };
    connector.script([{ status: 403, body: { error } }], tess.conversationId);
    await stage.reply('msteams', 'Hoort u mij');
    const shown = await stage.deskShows('msteams', ({ entry }) => entry.isUnreachable);
    expect(deliveryOf(shown, 'Hoort u mij')).toEqual({ delivery: 'failed', problem: 'unreachable' });
    const refused = await stage.act('msteams', 'reply', { text: 'Hallo?', key: 'reply-Hallo' });
    expect([refused.status, refused.body?.error?.problem]).toEqual([422, 'unreachable']);
    await tess.say('Ik ben er weer');
    await stage.reply('msteams', 'Welkom terug');
    await teamsShows(/Welkom terug/);
    await stage.settled('msteams');
  });

  it('go on with a new access token', async () => {
    const { graph, sanne } = stage;
    graph.always({ status: 400, error: { code: 190, type: 'OAuthException', message: 'Expired' } });
    await stage.reply('facebook', 'Lukt het');
    expect(await stage.doorNotices()).toMatchObject([{ door: 'messenger', alert: 'access-ended' }]);
    // The other doors stay open.
    await stage.reply('directline', 'Lukt het');
    await chatShows(/Lukt het/);
    await stage.product().stop();
    graph.always('ok');
    const token = 'a-new-page-token-only-for-tests';
    const settings = { ...STAGE_SETTINGS, MESSENGER_GRAPH_URL: graph.url };
    await stage.startAgain({ ...settings, MESSENGER_PAGE_ACCESS_TOKEN: token });
    await messengerShows(/Lukt het/);
    expect(graph.calls.at(-1)?.authorization).toBe(`Bearer ${token}`);
    await stage.settled('facebook');
    expect((await sanne.get('/entries')).body?.notices).toEqual([]);
  });

  it('have heard everything once and in order', async () => {
    const { wout, mieke, tess } = stage;
    const saidAtDesk = async (channel: Channel) => {
      const { messages } = await stage.deskShows(channel);
      return messages.filter(({ from }) => from === 'customer').map(({ text }) => text);
    };
    expect(await saidAtDesk('directline')).toEqual([UNFINISHED, PERSON]);
    expect(await saidAtDesk('facebook')).toEqual([UNFINISHED, PERSON, 'Bent u er nog?']);
    expect(await saidAtDesk('msteams')).toEqual([UNFINISHED, PERSON, 'Ik ben er weer']);
    for (const channel of CHANNELS) expect((await stage.act(channel, 'close')).status).toBe(200);
    await stage.deliverAgain();
    await wout.say('Dank u wel!');
    await chatShows(THANKS);
    // The button was made before the first crash but one.
    await mieke.tap('Ja');
    await messengerShows(HELPED);
    await tess.say('Dank u wel!');
    await teamsShows(THANKS);

    expect(await chatWords()).toEqual([
      ...matching(/^Hallo/, /PUK-code/, /als eerste/, /^Sanne neemt/, /Goedemiddag$/, /Een ogenblik$/),
      ...matching(/Lukt het$/, CLOSED, THANKS),
    ]);
    expect(messengerHas()).toEqual([
      ...matching(/^Hallo/, /PUK-code/, /^Pincode geblokkeerd/, /geholpen/, /nummer 2/, /^Sanne neemt/),
      ...matching(/^Goedemiddag$/, /^Een ogenblik$/, /^Ja hoor$/, /^Het staat in de app$/, /^Lukt het$/),
      ...matching(CLOSED, HELPED),
    ]);
    expect(teamsHas()).toEqual([
      ...matching(/^Hallo/, /PUK-code/, /^Antwoord van/, /nummer 3/, /Sanne neemt/, /Goedemiddag$/),
      ...matching(/Een ogenblik$/, /Ik zoek het op$/, /Welkom terug$/, CLOSED, THANKS),
    ]);
  });
});

describe('the same three, and the desk in a channel of Teams', () => {
  it('are helped from asking to closing by who never opens the page', async () => {
    const { wout, mieke, tess } = stage;
    const desk = await joinTeamsDesk(stage);
    const customers = [
      { card: 'Website', say: wout.say, has: chatWords },
      { card: 'Mieke Maas', say: mieke.say, has: async () => messengerHas() },
      { card: 'Tess', say: tess.say, has: async () => teamsHas() },
    ];
    await Promise.all(
      customers.map(async ({ card, say, has }) => {
        const before = (await has()).length;
        const hears = (words: RegExp) =>
          expect.poll(async () => (await has()).slice(before).join('\n')).toMatch(words);
        await say(PERSON);
        await hears(/in de rij|als eerste aan de beurt/);
        const conversation = await desk.takes(card);
        await hears(/Sanne neemt het gesprek over/);
        await say('Het gaat over mijn bestelling');
        await conversation.reads(/Het gaat over mijn bestelling/);
        await conversation.writes('Die komt morgen');
        await hears(/Die komt morgen/);
        await conversation.closes();
        await hears(CLOSED);
        const said = (await has()).slice(before);
        for (const words of [/neemt het gesprek over/, /Die komt morgen/, CLOSED])
          expect(said.filter((text) => words.test(text))).toHaveLength(1);
      }),
    );
    expect((await stage.sanne.get('/entries')).body?.entries).toEqual([]);
  });
});

describe('a channel that is set up by half', () => {
  const APP_ID = '11111111-2222-3333-4444-555555555555';
  const { MESSENGER_VERIFY_TOKEN: _, ...twoOfThree } = MESSENGER_SECRETS;

  it.each([
    ['Messenger', twoOfThree, /^MESSENGER_HALF_SET: .*MESSENGER_VERIFY_TOKEN.*\n$/],
    [
      'Azure',
      { MicrosoftAppId: APP_ID },
      /^AZURE_HALF_SET: .*MicrosoftAppPassword and MicrosoftAppTenantId.*\n$/,
    ],
  ])('starts nothing and says what is missing: %s', async (_channel, halfSet, complaint) => {
    const { directory } = stage.product();
    const settings = { ...halfSet, RUNTIME_DIR: directory, PORT: '0' };
    const end = await runProgram('bot/main.js', [], { directory, settings });
    expect(end).toMatchObject({ exitCode: 1, output: '', complaints: expect.stringMatching(complaint) });
  });

  it('is not served where nothing of it is set', async () => {
    await stage.product().stop();
    await stage.startAgain({ NODE_ENV: 'production' });
    const verify = `${stage.webhook()}?hub.mode=subscribe&hub.verify_token=x&hub.challenge=1`;
    expect((await fetch(verify)).status).toBe(404);
    await expect(stage.tess.say('Hallo?')).rejects.toThrow(/answered 403: .*AzureOff.*Set MicrosoftAppId/);
  });
});
