import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { DeskAgent } from '../../../../bot/contracts/desk.js';
import { openHearing } from '../../../../index/classifiers/open-hearing.js';
import type { Hear } from '../../../../index/contracts/hearing.js';
import { temporaryFolder } from '../../../support/temporary-folder.js';
import { SetClock } from '../support/set-clock.js';
import { TestBot, type TestBotOptions } from '../support/test-bot.js';

let hear: Hear;
beforeAll(() => {
  hear = openHearing();
});

/** Two places each, without teams. */
const TWO_EACH = {
  capacity: 2,
  weights: { '*': 1 },
  teams: [{ id: 'all', name: { nl: 'Allen', en: 'All' } }],
};

class Scene {
  private constructor(readonly test: TestBot) {}

  static async open(
    settings: Record<string, string> = {},
    more: TestBotOptions = {},
    file: unknown = TWO_EACH,
  ) {
    const path = join(temporaryFolder(), 'desk-teams.json');
    writeFileSync(path, JSON.stringify(file));
    const all = { DESK_ASSIGNMENT: 'offer', DESK_TEAMS: path, ...settings };
    return new Scene(await TestBot.open({ hear, settings: all, ...more }));
  }

  /** Makes an account, signs in and opens a page. */
  async arrives(name: string): Promise<DeskAgent> {
    const { accounts, desk } = this.test.bot;
    const first = await accounts.firstInvitation();
    const [by] = await accounts.agents();
    const token = first ?? (by ? (await accounts.invite('agent', by)).token : '');
    const { agent } = await accounts.accept(token, {
      name,
      email: `${name.toLowerCase()}@example.com`,
      password: 'een lange zin',
    });
    await desk.present(agent.id);
    await this.settle();
    return agent;
  }

  async asks(customer: string, text = 'Ik wil een medewerker spreken'): Promise<string> {
    await this.test.say(text, {
      conversation: { id: customer },
      from: { id: `customer-${customer}`, name: customer },
    });
    await this.settle();
    const entry = (await this.entries()).find(({ customerName }) => customerName === customer);
    return entry?.conversationId ?? '';
  }

  entries() {
    return this.test.bot.desk.entries();
  }

  /** To whom each waiting customer is offered, as "customer agent". */
  async offers(): Promise<string[]> {
    const waiting = (await this.entries()).filter(({ state }) => state === 'waiting');
    return waiting.map(({ customerName, offer }) => `${customerName} ${offer?.agentName ?? '-'}`);
  }

  async passes(seconds: number): Promise<void> {
    this.test.clock.forward({ seconds });
    await this.settle();
  }

  async settle(): Promise<void> {
    await this.test.bot.runDueTimers();
    await this.test.bot.idle();
  }

  get desk() {
    return this.test.bot.desk;
  }

  get assignment() {
    return this.test.bot.assignment;
  }
}

describe('a conversation that waits', () => {
  it('is offered to one who is here, and shown with how long', async () => {
    const scene = await Scene.open();
    const noor = await scene.arrives('Noor');
    await scene.asks('anna');
    const [entry] = await scene.entries();
    const until = new Date(scene.test.clock.now().getTime() + 30_000).toISOString();
    expect(entry?.offer).toEqual({ agentId: noor.id, agentName: 'Noor', until });
    expect(entry?.teamId).toBe('all');
  });

  it('is offered as soon as somebody comes, comes back or has a place again', async () => {
    const scene = await Scene.open();
    for (const customer of ['anna', 'bram', 'cleo']) await scene.asks(customer);
    const noor = await scene.arrives('Noor');
    expect(await scene.offers()).toEqual(['anna Noor', 'bram Noor', 'cleo -']);
    const [anna] = await scene.entries();
    await scene.desk.claim(anna?.conversationId ?? '', noor);
    await scene.desk.close(anna?.conversationId ?? '', noor);
    await scene.test.bot.idle();
    expect(await scene.offers()).toEqual(['bram Noor', 'cleo Noor']);
  });

  it('goes to somebody else when it is declined or not taken in time, and not back', async () => {
    const scene = await Scene.open();
    const noor = await scene.arrives('Noor');
    const anna = await scene.asks('anna');
    await scene.arrives('Sanne');
    expect(await scene.assignment.decline(anna, noor.id)).toBe('declined');
    await scene.test.bot.idle();
    expect(await scene.offers()).toEqual(['anna Sanne']);
    expect(await scene.assignment.decline(anna, noor.id)).toBe('over');
    await scene.passes(29);
    expect(await scene.offers()).toEqual(['anna Sanne']);
    await scene.arrives('Joris');
    await scene.passes(1);
    expect(await scene.offers()).toEqual(['anna Joris']);
  });

  it('is offered to whoever helped this customer last, though a colleague has more room', async () => {
    const scene = await Scene.open();
    const noor = await scene.arrives('Noor');
    const anna = await scene.asks('anna');
    await scene.desk.claim(anna, noor);
    await scene.desk.close(anna, noor);
    const bram = await scene.asks('bram');
    await scene.desk.claim(bram, noor);
    await scene.arrives('Sanne');
    await scene.asks('anna');
    expect(await scene.offers()).toEqual(['anna Noor']);
  });

  it('cannot be taken by others while it is offered, but for somebody in danger', async () => {
    const scene = await Scene.open();
    await scene.arrives('Noor');
    const anna = await scene.asks('anna');
    const fire = await scene.asks('bram', 'Er is brand in mijn meterkast!');
    const sanne = await scene.arrives('Sanne');
    expect(await scene.desk.claim(anna, sanne)).toEqual({ kind: 'offered', agentName: 'Noor' });
    expect(await scene.desk.claim(fire, sanne)).toEqual({ kind: 'done' });
    expect(await scene.offers()).toEqual(['anna Noor']);
  });
});

describe('an agent', () => {
  it('who is away is offered nothing, loses what was offered and keeps what they have', async () => {
    const scene = await Scene.open();
    const noor = await scene.arrives('Noor');
    const anna = await scene.asks('anna');
    await scene.desk.claim(anna, noor);
    await scene.asks('bram');
    await scene.assignment.setStatus(noor.id, 'away');
    await scene.settle();
    expect(await scene.offers()).toEqual(['bram -']);
    expect(await scene.assignment.standings()).toEqual([
      { agentId: noor.id, isHere: true, status: 'away', because: 'self', load: 1, capacity: 2 },
    ]);
    await scene.assignment.setStatus(noor.id, 'available');
    await scene.test.bot.idle();
    expect(await scene.offers()).toEqual(['bram Noor']);
  });

  it('without a page is offered nothing', async () => {
    const scene = await Scene.open();
    const noor = await scene.arrives('Noor');
    await scene.desk.left(noor.id);
    await scene.asks('anna');
    expect(await scene.offers()).toEqual(['anna -']);
  });

  it('who signs out has offers no longer', async () => {
    const scene = await Scene.open();
    const noor = await scene.arrives('Noor');
    await scene.asks('anna');
    await scene.test.bot.accounts.endSessions(noor.id, noor);
    await scene.settle();
    expect(await scene.offers()).toEqual(['anna -']);
  });

  it('who lets two offers in a row pass is away, with the reason', async () => {
    const scene = await Scene.open();
    const noor = await scene.arrives('Noor');
    await scene.asks('anna');
    await scene.passes(31);
    expect((await scene.assignment.standings())[0]).toMatchObject({ status: 'available' });
    await scene.asks('bram');
    await scene.passes(31);
    expect((await scene.assignment.standings())[0]).toMatchObject({ status: 'away', because: 'missed' });
    expect(await scene.offers()).toEqual(['anna -', 'bram -']);
    await scene.assignment.setStatus(noor.id, 'available');
    await scene.passes(61);
    expect(await scene.offers()).toEqual(['anna Noor', 'bram Noor']);
  });

  it('is refused more than they can have, by hand too, with how much that is', async () => {
    const scene = await Scene.open({ DESK_ASSIGNMENT: 'claim' });
    const noor = await scene.arrives('Noor');
    const ids = [];
    for (const customer of ['anna', 'bram', 'cleo']) ids.push(await scene.asks(customer));
    const [first = '', second = '', third = ''] = ids;
    await scene.desk.claim(first, noor);
    await scene.desk.claim(second, noor);
    const full = { kind: 'full', load: 2, weight: 1, capacity: 2 };
    expect(await scene.desk.claim(third, noor)).toEqual(full);
    const fire = await scene.asks('dora', 'Er is brand in mijn meterkast!');
    expect(await scene.desk.claim(fire, noor)).toEqual({ kind: 'done' });
  });
});

describe('whoever took a conversation and says nothing', () => {
  it('gives it back to the queue, first in line, and to a colleague; the customer is told', async () => {
    const scene = await Scene.open();
    const noor = await scene.arrives('Noor');
    const anna = await scene.asks('anna');
    await scene.desk.claim(anna, noor);
    for (const customer of ['bram', 'cleo']) await scene.asks(customer);
    await scene.passes(89);
    expect((await scene.entries()).find(({ conversationId }) => conversationId === anna)?.state).toBe(
      'with-agent',
    );
    scene.test.newTexts('anna');
    await scene.arrives('Sanne');
    await scene.passes(1);
    expect((await scene.offers())[0]).toBe('anna Sanne');
    expect(scene.test.newTexts('anna').join()).toContain(
      'Noor kan u toch niet meteen helpen. U bent als eerste',
    );
  });

  it('keeps it with a first word, however long they say nothing after it', async () => {
    const scene = await Scene.open();
    const noor = await scene.arrives('Noor');
    const anna = await scene.asks('anna');
    await scene.desk.claim(anna, noor);
    await scene.desk.reply(anna, noor, 'Hallo, ik kijk even.', 'key-of-a-reply');
    await scene.passes(600);
    expect((await scene.entries())[0]?.holder).toMatchObject({ name: 'Noor' });
  });

  it('keeps it for ever where agents take what they see', async () => {
    const scene = await Scene.open({ DESK_ASSIGNMENT: 'claim' });
    const noor = await scene.arrives('Noor');
    const anna = await scene.asks('anna');
    await scene.desk.claim(anna, noor);
    await scene.passes(600);
    expect((await scene.entries())[0]?.holder).toMatchObject({ name: 'Noor' });
  });
});

describe('a restart', () => {
  const restarted = async (settings: Record<string, string>) => {
    const clock = new SetClock();
    const path = join(temporaryFolder(), 'conversations.sqlite');
    const scene = await Scene.open({}, { path, clock });
    const noor = await scene.arrives('Noor');
    const anna = await scene.asks('anna');
    await scene.asks('bram');
    await scene.desk.claim(anna, noor);
    await scene.test.bot.stop();
    return { noor, anna, again: await Scene.open(settings, { path, clock }) };
  };

  it('loses no offer and no time', async () => {
    const { again } = await restarted({});
    expect(await again.offers()).toEqual(['bram Noor']);
    await again.passes(30);
    expect(await again.offers()).toEqual(['bram -']);
    await again.passes(60);
    expect((await again.entries())[0]).toMatchObject({ customerName: 'anna', state: 'waiting' });
  });

  it('with agents who take what they see leaves nothing offered and nobody away', async () => {
    const { again, noor, anna } = await restarted({ DESK_ASSIGNMENT: 'claim' });
    expect(await again.offers()).toEqual(['bram -']);
    await again.desk.present(noor.id);
    await again.passes(100);
    const held = (await again.entries()).find(({ conversationId }) => conversationId === anna);
    expect(held?.holder).toMatchObject({ name: 'Noor' });
  });
});
