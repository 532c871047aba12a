import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Activity } from '../../../bot/contracts/activities.js';
import type { ChannelEvent } from '../../../bot/contracts/channels.js';
import type { DeskAgent } from '../../../bot/contracts/desk.js';
import { RecordingTransport } from './support/recording-transport.js';
import { customerSays } from './support/samples.js';
import { TestBot } from './support/test-bot.js';

const WIFI = 'Waarom doet mijn wifi het niet?';
const WIFI_ANSWER = 'Zet het modem uit en aan.';
const ASK = 'Ik wil graag een medewerker spreken';
const SANNE: DeskAgent = { id: 'agent-1', name: 'Sanne', email: 'sanne@example.com', role: 'agent' };
const OF = { channelId: 'test', conversationId: 'c1' };
const AT = '2026-03-02T09:00:00.000Z';
const A_MINUTE_LATER = '2026-03-02T09:01:00.000Z';

const DAY_MS = 86_400_000;

/** A door whose channel closes a day after the customer wrote, for the bot, and two days for agents. */
class StrictDoor extends RecordingTransport {
  replyUntil(speaker: 'bot' | 'agent', wroteAt: string | null): string | null {
    const days = speaker === 'agent' ? 2 : 1;
    return wroteAt === null ? AT : new Date(Date.parse(wroteAt) + days * DAY_MS).toISOString();
  }
}

describe('what a channel tells beside words', () => {
  let test: TestBot;
  beforeEach(async () => {
    test = await TestBot.open({ transport: new StrictDoor() });
  });
  afterEach(() => test.bot.stop());

  const note = async (told: ChannelEvent) => {
    await test.bot.takeEvent(told);
    await test.bot.idle();
  };
  const conversation = async () => {
    const [row] = test.rows('select id from conversations');
    return test.bot.desk.conversation(String(row?.id));
  };
  const claim = async () => {
    await test.say(ASK);
    const id = (await conversation())?.entry.conversationId ?? '';
    await test.bot.desk.claim(id, SANNE);
    await test.bot.idle();
    return id;
  };
  const deliveries = async () => (await conversation())?.messages.map(({ delivery }) => delivery);

  it('marks what was delivered and what was read', async () => {
    await claim();
    await note({ kind: 'delivered', of: OF, until: AT });
    expect(await deliveries()).toEqual([null, 'delivered', 'delivered']);
    await note({ kind: 'read', of: OF, until: AT });
    expect(await deliveries()).toEqual([null, 'read', 'read']);
  });

  it('leaves what was sent later', async () => {
    const id = await claim();
    test.clock.forward({ seconds: 5 });
    await test.bot.desk.reply(id, SANNE, 'Dag!', 'key-of-reply');
    await test.bot.idle();
    await note({ kind: 'read', of: OF, until: AT });
    expect((await deliveries())?.at(-1)).toBe('sent');
  });

  it('keeps the name that the channel knows', async () => {
    await test.say(ASK);
    await note({ kind: 'name', of: OF, name: 'Anna de Vries' });
    expect((await conversation())?.entry.customerName).toBe('Anna de Vries');
  });

  it('begins time limits anew when the customer does something', async () => {
    await test.say(ASK);
    await note({ kind: 'seen', of: OF, at: '2026-03-02T12:00:00.000Z' });
    expect((await conversation())?.entry.replyUntil).toBe('2026-03-04T12:00:00.000Z');
    await note({ kind: 'seen', of: OF, at: '2026-03-01T12:00:00.000Z' });
    expect((await conversation())?.entry.replyUntil).toBe('2026-03-04T12:00:00.000Z');
  });

  it('counts from when the customer wrote, not from when it arrived', async () => {
    await test.say(ASK, { timestamp: '2026-03-02T07:00:00.000Z' });
    expect((await conversation())?.entry.replyUntil).toBe('2026-03-04T07:00:00.000Z');
  });

  it('does not go back in time by what is delivered late or again', async () => {
    const at = (hour: number) => `2026-03-02T0${hour}:00:00.000Z`;
    await test.say(ASK, { id: 'a1', timestamp: at(7) });
    await test.say('Bent u daar?', { id: 'a2', timestamp: at(8) });
    await note({ kind: 'unreachable', of: OF });
    await test.say(ASK, { id: 'a1', timestamp: at(7), serviceUrl: 'https://old.example' });
    await test.say('Dit is van eerder', { id: 'a3', timestamp: at(6) });
    expect((await conversation())?.entry.replyUntil).toBe('2026-03-04T08:00:00.000Z');
    expect(test.rows('select reference from conversations').join('')).not.toContain('old.example');
  });

  it('refuses an agent after the time is over, and says why', async () => {
    const id = await claim();
    test.clock.forward({ days: 2, seconds: 1 });
    await expect(test.bot.desk.reply(id, SANNE, 'Dag!', 'key-of-reply')).resolves.toEqual({
      kind: 'cannot-reach',
      problem: 'window-closed',
    });
  });

  it('tells agents that a customer cannot be reached, until they write', async () => {
    const id = await claim();
    await note({ kind: 'unreachable', of: OF });
    expect((await conversation())?.entry.isUnreachable).toBe(true);
    await expect(test.bot.desk.reply(id, SANNE, 'Dag!', 'key-of-reply')).resolves.toMatchObject({
      problem: 'unreachable',
    });
    await test.say('Ik ben er weer');
    expect((await conversation())?.entry.isUnreachable).toBe(false);
  });

  it('shows a door at the desk that its channel restricts, until the channel takes it back', async () => {
    const door = (alert: 'restricted' | null) =>
      note({ kind: 'door-alert', of: { ...OF, conversationId: 'page' }, door: 'webchat', alert });
    await door('restricted');
    expect(test.bot.desk.notices()).toMatchObject([{ door: 'webchat', alert: 'restricted' }]);
    expect(test.rows('select * from conversations')).toEqual([]);
    await door(null);
    expect(test.bot.desk.notices()).toEqual([]);
  });

  it('leaves conversations alone that are not known', async () => {
    await note({ kind: 'unreachable', of: { ...OF, conversationId: 'other' } });
    expect(test.rows('select * from conversations')).toEqual([]);
  });
});

describe("a person who answers in the channel's own inbox", () => {
  let test: TestBot;
  beforeEach(async () => {
    test = await TestBot.open();
  });
  afterEach(() => test.bot.stop());

  const answers = (text: string | null, activityId: string | null = 'mid-1', at = A_MINUTE_LATER) =>
    test.bot.takeEvent({
      kind: 'answered-elsewhere',
      of: OF,
      place: 'Meta Business Suite',
      activityId,
      text,
      at,
      from: { id: 'customer-1' },
      recipient: { id: 'bot-1' },
      door: 'webchat',
    });
  const entries = () => test.bot.desk.entries();

  it('silences the bot', async () => {
    await test.say(WIFI);
    await answers('Hoi, met Joris. Ik kijk even mee.');
    test.newTexts();
    await test.say(WIFI, { id: 'a2' });
    expect(test.newTexts()).toEqual([]);
    await expect(entries()).resolves.toMatchObject([
      {
        state: 'with-agent',
        reason: 'elsewhere',
        holder: { kind: 'elsewhere', name: 'Meta Business Suite' },
      },
    ]);
  });

  it('is in the transcript, once', async () => {
    await test.say(WIFI);
    await answers('Ik kijk even mee.');
    await answers('Ik kijk even mee.');
    const said = test.rows("select text, speakerName from messages where speakerKind = 'agent'");
    expect(said).toEqual([{ text: 'Ik kijk even mee.', speakerName: 'Meta Business Suite' }]);
  });

  it('takes a customer who waits out of the queue', async () => {
    await test.say(ASK);
    await answers('Met Joris.');
    await expect(entries()).resolves.toMatchObject([{ state: 'with-agent', reason: 'asked' }]);
    test.newTexts();
    test.clock.forward({ minutes: 31 });
    await test.bot.runDueTimers();
    await test.bot.idle();
    expect(test.newTexts()).toEqual([]);
  });

  it('leaves a conversation that an agent of the desk has', async () => {
    await test.say(ASK);
    const id = (await entries())[0]?.conversationId ?? '';
    await test.bot.desk.claim(id, SANNE);
    await answers('Met Joris.');
    await expect(entries()).resolves.toMatchObject([
      { holder: { kind: 'agent', id: SANNE.id, name: 'Sanne' } },
    ]);
  });

  it('is over after hours without a word; then the bot says that it is one', async () => {
    await test.say(WIFI);
    await answers('Ik kijk even mee.');
    test.clock.forward({ minutes: 11 * 60 });
    await answers(null);
    test.clock.forward({ minutes: 11 * 60 });
    await test.bot.runDueTimers();
    await expect(entries()).resolves.toHaveLength(1);
    test.clock.forward({ minutes: 61 });
    await test.bot.runDueTimers();
    await expect(entries()).resolves.toEqual([]);
    test.newTexts();
    await test.say(WIFI, { id: 'a3' });
    const said = test.newTexts().join('\n');
    expect(said).toContain(WIFI_ANSWER);
    expect(said).toContain('chatbot');
  });

  it('is over when the channel says so, whatever it tells late or again', async () => {
    await test.say(WIFI);
    await answers(null, null, AT);
    test.clock.forward({ seconds: 10 });
    await test.bot.takeEvent({ kind: 'left-elsewhere', of: OF });
    await answers(null, null, AT);
    await expect(entries()).resolves.toEqual([]);
    await answers('Nog iets', 'mid-2', '2026-03-02T10:00:00.000Z');
    await expect(entries()).resolves.toHaveLength(1);
  });

  it('is told in the log, and when it is a picture as well', async () => {
    await test.say(WIFI);
    await answers('image https://cdn.example/a.png');
    expect(test.logLines.join('')).toContain('The bot is silent: somebody answers elsewhere.');
    const [entry] = await entries();
    const shown = await test.bot.desk.conversation(entry?.conversationId ?? '');
    expect(shown?.messages.at(-1)).toMatchObject({ from: 'agent', text: 'image https://cdn.example/a.png' });
  });

  it('is none where it follows a first message within seconds: the page itself answers so', async () => {
    await test.say('hallo');
    await answers('Bedankt voor uw bericht, we antwoorden snel.', 'mid-1', '2026-03-02T09:00:02.000Z');
    test.clock.forward({ minutes: 2 });
    test.newTexts();
    await test.say(WIFI, { id: 'a2' });
    expect(test.newTexts().join('\n')).toContain(WIFI_ANSWER);
    await answers('Hoi, met Joris.', 'mid-2', '2026-03-02T09:02:02.000Z');
    await expect(entries()).resolves.toMatchObject([{ holder: { kind: 'elsewhere' } }]);
  });

  it('is not talked over where the bot never heard of the conversation', async () => {
    await answers('Wat is uw klantnummer?');
    await test.say('Mijn klantnummer is 12345');
    expect(test.newTexts()).toEqual([]);
    expect(test.rows('select text from messages order by sequence')).toEqual([
      { text: 'Wat is uw klantnummer?' },
      { text: 'Mijn klantnummer is 12345' },
    ]);
  });
});

describe('an activity that is only to be kept', () => {
  it('is in the store before its turn ends, and is answered', async () => {
    const test = await TestBot.open();
    let release = () => {};
    const search = new Promise<void>((resolve) => {
      release = resolve;
    });
    test.knowledgeBase.beforeSearch = () => search;
    await test.bot.accept(customerSays(WIFI, { id: 'a1' }), test.transport);
    expect(test.rows("select status from messages where direction = 'in'")).toEqual([{ status: 'received' }]);
    await test.bot.accept(customerSays(WIFI, { id: 'a1' }), test.transport);
    release();
    await test.bot.idle();
    expect(test.newTexts().filter((text) => text.includes(WIFI_ANSWER))).toHaveLength(1);
    await test.bot.stop();
  });

  it('is kept and not answered while somebody else has the customer', async () => {
    const test = await TestBot.open();
    await test.bot.accept(customerSays(WIFI, { channelData: { standby: true } }), test.transport);
    await test.bot.idle();
    expect(test.rows('select text, status from messages')).toEqual([{ text: WIFI, status: 'handled' }]);
    await test.bot.stop();
  });

  it('is refused where it cannot be kept, so that the channel sends it again', async () => {
    const test = await TestBot.open();
    test.database.exec('drop table messages');
    await expect(test.bot.accept(customerSays(WIFI), test.transport)).rejects.toThrow('messages');
  });
});

describe("ratings and taps of a channel's own buttons", () => {
  const updates: Activity[] = [];
  let test: TestBot;
  beforeEach(async () => {
    updates.length = 0;
    const transport = Object.assign(new RecordingTransport(), {
      update: async (activity: Activity) => {
        updates.push(activity);
        return { kind: 'sent', id: activity.id ?? '' };
      },
    });
    test = await TestBot.open({ transport, form: { isUpdatable: true } });
  });
  afterEach(() => test.bot.stop());

  it('count as feedback on the turn that was rated', async () => {
    await test.say(WIFI);
    const answer = test.transport.messages.find((activity) => activity.text?.includes(WIFI_ANSWER));
    await test.say('', {
      id: 'a2',
      value: { action: 'rate-message', activityId: `sent-${answer?.id}`, isHelpful: true },
    });
    expect(test.rows('select itemId, isHelpful from feedback')).toEqual([
      { itemId: 'test:wifi', isHelpful: 1 },
    ]);
  });

  it('count after a choice of the same message was tapped', async () => {
    await test.say(WIFI);
    const answer = test.transport.messages.find((activity) => activity.text?.includes(WIFI_ANSWER));
    const { feedback } = test.newMessages().at(-1) ?? {};
    await test.say(feedback?.no.title ?? '', {
      id: 'a2',
      value: feedback?.no.value,
      replyToId: `sent-${answer?.id}`,
    });
    await test.say('', {
      id: 'a3',
      value: { action: 'rate-message', activityId: `sent-${answer?.id}`, isHelpful: true },
    });
    expect(test.rows('select isHelpful from feedback')).toEqual([{ isHelpful: 1 }]);
  });

  it('say nothing where the message is not known', async () => {
    await test.say('', { value: { action: 'rate-message', activityId: 'of another', isHelpful: true } });
    expect(test.rows('select * from messages')).toEqual([]);
  });

  it('read as their words where the button had a number only', async () => {
    await test.say(ASK);
    const [choice] = test.newMessages().at(-1)?.choices ?? [];
    await test.say('1', { id: 'a2', value: choice?.value });
    expect(test.rows("select text from messages where activityId = 'a2'")).toEqual([{ text: choice?.title }]);
  });

  it('show the message tapped with the choice that was taken', async () => {
    await test.say(ASK);
    const shown = test.transport.messages.at(-1);
    const [choice] = test.newMessages().at(-1)?.choices ?? [];
    await test.say(choice?.title ?? '', { id: 'a2', value: choice?.value, replyToId: `sent-${shown?.id}` });
    expect(updates.map(({ id, channelData }) => [id, channelData])).toEqual([
      [`sent-${shown?.id}`, { message: expect.objectContaining({ chosen: choice?.title }) }],
    ]);
  });
});
