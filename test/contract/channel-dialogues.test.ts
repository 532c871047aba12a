import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { CHANNEL_DIALOGUES } from './channel-dialogues.js';
import type { ChannelCustomer, Reply } from './channel-doors/customer.js';
import { CHANNEL_DOORS } from './channel-doors/doors.js';
import { expectReply } from './channel-doors/expect-reply.js';
import { perform, saidBy } from './channel-doors/perform.js';
import { type ChannelStage, openStage } from './channel-doors/stage.js';

let stage: ChannelStage;
beforeAll(async () => {
  stage = await openStage();
});
// Places in the queue are of everybody: nobody may be left in it by the test before.
afterEach(emptyQueue);
afterAll(() => stage.stop());

describe.each(CHANNEL_DOORS)('$title', (door) => {
  it.each(Object.entries(CHANNEL_DIALOGUES))('%s', async (_title, steps) => {
    const customer = await door.open(stage);
    for (const [act, expected] of steps) {
      await perform(act, customer, stage);
      expectReply(await customer.look(), act, expected, door);
      expect(stage.stateOf(customer.channelId, customer.conversationId)).toBe(expected.state);
      expect(stage.ratingsOf(customer.channelId, customer.conversationId)).toEqual(expected.ratings ?? []);
    }
    const said = stage.saidIn(customer.channelId, customer.conversationId);
    expect(said).toEqual(steps.flatMap(([act]) => saidBy(act, door)));
    expectNothingLost();
  });

  it('welcomes once who opens the chat', async () => {
    const customer = await door.open(stage);
    await customer.arrive();
    const { words } = await customer.look();
    await customer.arrive();
    const again = await customer.look();
    expect(words).toContain(door.welcomes ? 'Hallo! Ik ben Zwaluw-assistent' : '');
    expect([words === '', again.words]).toEqual([!door.welcomes, '']);
    await customer.say('Waar vind ik de puk-code?');
    const answer = await customer.look();
    expect(answer.words.includes('Hallo, ik ben Zwaluw-assistent')).toBe(!door.welcomes);
    expectNothingLost();
  });

  it('tells each new place in the queue, in the place of the one before where that can be', async () => {
    const [first, second, third] = [await door.open(stage), await door.open(stage), await door.open(stage)];
    for (const customer of [first, second, third]) {
      await customer.say('medewerker');
      await customer.look();
    }
    const told = [await placeAfterLeaving(first, third), await placeAfterLeaving(second, third)];
    const next = { words: 'U bent als eerste aan de beurt.', changed: '' };
    expect(told).toMatchObject([
      { words: expect.stringContaining('U bent nummer 2 in de rij.'), changed: '' },
      door.changesShown
        ? { words: '', changed: expect.stringContaining(next.words) }
        : { ...next, words: expect.stringContaining(next.words) },
    ]);
    expectNothingLost();
  });
});

/** What somebody who waits sees once another one has left the queue, and it is time to tell. */
async function placeAfterLeaving(leaving: ChannelCustomer, waiting: ChannelCustomer): Promise<Reply> {
  await leaving.choose('Stop met wachten');
  stage.clock.forward({ minutes: 5 });
  await stage.runDueTimers();
  return waiting.look();
}

async function emptyQueue(): Promise<void> {
  for (const { conversationId, state } of await stage.desk.entries()) {
    if (state === 'waiting') await stage.desk.claim(conversationId, stage.agent);
    await stage.desk.close(conversationId, stage.agent);
  }
  await stage.settle();
}

function expectNothingLost(): void {
  expect(stage.unsent()).toEqual([]);
  expect(stage.complaints).toEqual([]);
}
