import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DeskAgent, DeskEntry } from '../../../../bot/contracts/desk.js';
import type { FollowedList } from '../../../../bot/contracts/tools/followed-list.js';
import { signIn } from '../support/sign-in.js';
import { TestBot } from '../support/test-bot.js';

// That they equal the whole list after whatever happens is held by the stories of `handoff/limbo-model.test.ts`.

let test: TestBot;
let noor: DeskAgent;
let followed: FollowedList<DeskEntry>;
/** Statements on conversations' rows since the last look. */
let statements: string[] = [];
beforeEach(async () => {
  test = await TestBot.open({ onStatement: (text) => statements.push(text) });
  ({ agent: noor } = await signIn(test));
  followed = test.bot.desk.follow();
});
afterEach(() => test.bot.stop());

async function comes(who: string): Promise<void> {
  await test.say('Ik wil een medewerker spreken', {
    conversation: { id: who },
    from: { id: who, name: who },
  });
}
/** Until the request ends by itself, while somebody is at the desk: else an answer would be promised. */
async function nobodyComes(): Promise<void> {
  await test.bot.desk.present(noor.id);
  test.clock.forward({ minutes: 30 });
  await test.bot.runDueTimers();
  await test.bot.idle();
}
const names = async (isAnew = false) =>
  (await followed.read(isAnew)).map(({ customerName, state }) => `${customerName} ${state}`);

describe('entries that somebody follows', () => {
  it('are all there at first, and keep the order of the desk', async () => {
    await comes('anna');
    test.clock.forward({ seconds: 1 });
    await comes('bram');
    expect(await names()).toEqual(['anna waiting', 'bram waiting']);
    const [first] = await followed.read(false);
    await test.bot.desk.claim(first?.conversationId ?? '', noor);
    expect(await names()).toEqual(['bram waiting', 'anna with-agent']);
    await test.bot.desk.close(first?.conversationId ?? '', noor);
    expect(await names()).toEqual(['bram waiting']);
  });

  it('are the same objects where nothing changed, and another one where something did', async () => {
    await comes('anna');
    await comes('bram');
    const before = await followed.read(false);
    await test.say('Hallo?', { conversation: { id: 'bram' }, from: { id: 'bram', name: 'bram' } });
    const after = await followed.read(false);
    expect(after[0]).toBe(before[0]);
    expect(after[1]).not.toBe(before[1]);
    expect(after).toEqual(await test.bot.desk.entries());
  });

  it('cost no statement where nothing changed', async () => {
    await comes('anna');
    await followed.read(false);
    await test.bot.idle();
    await followed.read(false);
    statements = [];
    await followed.read(false);
    expect(statements).toEqual([]);
  });

  it('know by the clock who has the chat closed, and who waited in vain too long ago', async () => {
    await comes('anna');
    await test.bot.takeEvent({
      kind: 'window',
      of: { channelId: 'test', conversationId: 'anna' },
      state: 'closed',
    });
    await followed.read(false);
    test.clock.forward({ seconds: 30 });
    const [entry] = await followed.read(false);
    expect(entry?.goneSince).toBeDefined();
    expect(await followed.read(false)).toEqual([entry]);
    await nobodyComes();
    expect(await names()).toEqual(['anna expired']);
    test.clock.forward({ days: 2, seconds: 1 });
    expect(await names()).toEqual([]);
    expect(await test.bot.desk.entries()).toEqual([]);
  });

  it('show one more of those who waited in vain when one of the hundred shown is gone', async () => {
    await comes('anna');
    await nobodyComes();
    for (let number = 100; number < 200; number += 1) copyConversation(`${number}`);
    expect(await followed.read(true)).toHaveLength(100);
    const before = await names();
    // The newest of them asks again, so that 100 of the 101 are left.
    await comes('anna');
    const after = await names();
    expect(before).not.toContain('100 expired');
    expect(after.filter((name) => name.endsWith('expired'))).toHaveLength(100);
    expect(after).toContain('100 expired');
    expect(await followed.read(false)).toEqual(await test.bot.desk.entries());
  });

  it('are read whole on demand, also what nothing told of', async () => {
    await comes('anna');
    await followed.read(false);
    test.database.exec(`update conversations set "customerName" = 'Anna de Vries'`);
    expect(await names()).toEqual(['anna waiting']);
    expect(await names(true)).toEqual(['Anna de Vries waiting']);
  });
});

/** Keeps another conversation as the one that there is, of a customer of this name, which ended earlier the smaller its name. */
function copyConversation(name: string): void {
  test.database.exec(`
    create temp table c as select * from conversations where "channelConversationId" = 'anna';
    create temp table h as select * from handoffs where id = (select "handoffId" from c);
    update c set id = 'c${name}', "handoffId" = 'h${name}', "channelConversationId" = '${name}',
      "customerId" = '${name}', "customerName" = '${name}';
    update h set id = 'h${name}', "conversationId" = 'c${name}', "endedAt" = strftime('%Y-%m-%dT%H:%M:%S.${name}Z', "endedAt", '-1 hour');
    insert into conversations select * from c;
    insert into handoffs select * from h;
    drop table c;
    drop table h;`);
}
