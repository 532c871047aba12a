import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TestBot } from './support/test-bot.js';

const OF = { channelId: 'test', conversationId: 'c1' };

describe('a reaction on an answer', () => {
  let test: TestBot;
  beforeEach(async () => {
    test = await TestBot.open({ redact: async (text) => text });
    await test.say('Waarom doet mijn wifi het niet?');
  });
  afterEach(() => test.bot.stop());

  const react = async (isHelpful: boolean | null, activityId = lastSentId()) => {
    await test.bot.takeEvent({ kind: 'reacted', of: OF, activityId, isHelpful });
    await test.bot.idle();
  };
  const lastSentId = () => `sent-${test.transport.messages.at(-1)?.id}`;
  const feedback = () => test.rows('select isHelpful from feedback').map(({ isHelpful }) => isHelpful);
  const isRight = async () => (await test.verdicts.verdicts()).map((verdict) => verdict.isRight);

  it('counts as the word that it helped, once, and the last counts', async () => {
    await react(true);
    await react(true);
    expect([feedback(), await isRight()]).toEqual([[1], [true]]);
    await react(false);
    expect([feedback(), await isRight()]).toEqual([[0], [false]]);
  });

  it('counts no more when it is taken off', async () => {
    await react(true);
    await react(null);
    expect([feedback(), await isRight()]).toEqual([[], []]);
  });

  it('counts no more where it is taken off while its question is still made fit to be kept', async () => {
    await test.bot.stop();
    let goOn = () => {};
    const isFit = new Promise<void>((resolve) => (goOn = resolve));
    const redact = async (text: string) => {
      await isFit;
      return text;
    };
    test = await TestBot.open({ redact });
    await test.say('Waarom doet mijn wifi het niet?');
    const activityId = lastSentId();
    await test.bot.takeEvent({ kind: 'reacted', of: OF, activityId, isHelpful: true });
    await test.bot.takeEvent({ kind: 'reacted', of: OF, activityId, isHelpful: null });
    // Behind the look at what was kept so far.
    await test.bot.desk.entries();
    goOn();
    await test.bot.idle();
    expect([feedback(), await isRight()]).toEqual([[], []]);
  });

  it('is no word of the customer: nothing is answered and no time limit begins anew', async () => {
    const before = test.transport.sent.length;
    const [wrote] = test.rows('select customerWroteAt from conversations');
    test.clock.forward({ minutes: 1 });
    await react(false);
    expect(test.transport.sent).toHaveLength(before);
    expect(test.rows('select customerWroteAt from conversations')).toEqual([wrote]);
  });

  it('is known on an answer with two hundred messages of the customer behind it', async () => {
    const answerId = lastSentId();
    const [first] = test.rows("select * from messages where direction = 'in'");
    const columns = Object.keys(first ?? {});
    const add = test.database.prepare(
      `insert into messages (${columns.join()}) values (${columns.map((name) => `@${name}`).join()})`,
    );
    for (let n = 0; n < 200; n += 1)
      add.run({ ...first, id: `more-${n}`, sequence: 1_000 + n, activityId: `more-${n}` });
    await react(true, answerId);
    expect(feedback()).toEqual([1]);
  });

  it('says nothing on what is no answer, or is not known', async () => {
    await test.say('hallo');
    await react(true);
    await react(true, 'sent-nothing');
    expect(feedback()).toEqual([]);
  });
});
