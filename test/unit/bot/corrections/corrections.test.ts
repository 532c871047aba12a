import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Activity } from '../../../../bot/contracts/activities.js';
import type { DeskAgent } from '../../../../bot/contracts/desk.js';
import { temporaryFolder } from '../../../support/temporary-folder.js';
import { RecordingTransport } from '../support/recording-transport.js';
import { customerSays } from '../support/samples.js';
import { TestBot } from '../support/test-bot.js';

const ASK = 'Ik wil een medewerker spreken. Mijn wachtwoord is Geheim123';
const WIFI = 'Waarom doet mijn wifi het niet?';
const WIFI_ANSWER = 'Zet het modem uit en aan.';
const ESIM_ANSWER = 'Scan de code.';
const SANNE: DeskAgent = { id: 'agent-1', name: 'Sanne', email: 'sanne@example.com', role: 'agent' };

/** A door that can show anew what was said. */
class ChangingDoor extends RecordingTransport {
  readonly updated: Activity[] = [];

  async update(activity: Activity) {
    this.updated.push(activity);
    return { kind: 'sent', id: activity.id ?? '' } as const;
  }
}

let test: TestBot;
let path: string;
let door: ChangingDoor;
beforeEach(async () => {
  path = join(temporaryFolder(), 'store.sqlite');
  door = new ChangingDoor();
  test = await TestBot.open({
    path,
    transport: door,
    form: { isUpdatable: true },
    redact: async (question) => question,
  });
});
afterEach(() => test.bot.stop());

const change = async (activity: Partial<Activity>) => {
  await test.bot.accept(customerSays('', activity), door);
  await test.bot.idle();
};
const takeBack = (id: string) => change({ type: 'messageDelete', id });
const correct = (id: string, text: string) => change({ type: 'messageUpdate', id, text });
const conversation = async () => {
  const [row] = test.rows('select id from conversations');
  return test.bot.desk.conversation(String(row?.id));
};
const rawFiles = () => ['', '-wal'].map((ending) => readFileSync(path + ending).toString('latin1')).join('');

describe('a message that the customer takes back', () => {
  it('leaves no word of it in the file, wherever it had come to', async () => {
    await test.say(ASK, { id: 'm1' });
    await test.say('Kan dat vandaag nog?', { id: 'm2' });
    expect(rawFiles()).toContain('Geheim123');
    await takeBack('m1');
    expect(rawFiles()).not.toContain('Geheim123');
    expect(rawFiles()).not.toContain('geheim123');
  });

  it('is a line at the desk that says so, and names the queue no more', async () => {
    await test.say('Hallo', { id: 'm0' });
    await test.say(ASK, { id: 'm1' });
    await takeBack('m1');
    const shown = await conversation();
    expect(shown?.entry.question).toBe('Hallo');
    expect(shown?.messages.filter(({ from }) => from === 'customer')).toMatchObject([
      { text: 'Hallo' },
      { text: '', change: 'taken-back' },
    ]);
  });

  it('tells the live desk at once', async () => {
    await test.say(ASK, { id: 'm1' });
    const changed: string[] = [];
    test.bot.desk.onChange((id) => changed.push(id));
    await takeBack('m1');
    expect(changed.length).toBeGreaterThan(0);
  });

  it('takes verdicts on its words with it, and no others', async () => {
    const rate = async () => {
      const value = { action: 'feedback', turnId: lastTurn(), isHelpful: true };
      await test.say('Ja', { value });
      await test.bot.idle();
    };
    await test.say(WIFI, { id: 'm1' });
    await rate();
    await test.say('Hoe krijg ik een esim?', { id: 'm2' });
    await rate();
    expect(await test.verdicts.verdicts()).toHaveLength(2);
    await takeBack('m1');
    const left = await test.verdicts.verdicts();
    expect(left.map(({ question }) => question)).toEqual(['Hoe krijg ik een esim?']);
  });

  it('is not heard when it comes after it was taken back', async () => {
    await test.say('Hallo', { id: 'm0' });
    await takeBack('m1');
    test.newTexts();
    await test.say(ASK, { id: 'm1' });
    expect(test.newTexts()).toEqual([]);
    expect(rawFiles()).not.toContain('Geheim123');
  });

  it('changes nothing a second time, nor where nothing of it is known', async () => {
    await takeBack('m1');
    expect(test.rows('select * from conversations')).toEqual([]);
    await test.say(ASK, { id: 'm1' });
    await takeBack('m1');
    const before = test.rows('select * from messages');
    await takeBack('m1');
    expect(test.rows('select * from messages')).toEqual(before);
  });
});

describe('a message that the customer changes', () => {
  it('gets no second answer where the answer is the same', async () => {
    await test.say('Waarom doet mijn wfi wifi het niet?', { id: 'm1' });
    expect(test.newTexts().at(-1)).toContain(WIFI_ANSWER);
    await correct('m1', WIFI);
    expect(test.newTexts()).toEqual([]);
    expect(door.updated).toEqual([]);
    expect(test.rows(`select text from messages where direction = 'in'`)).toEqual([{ text: WIFI }]);
  });

  it('is answered in the place of the answer before it, where the channel can', async () => {
    await test.say(WIFI, { id: 'm1' });
    test.newTexts();
    await correct('m1', 'Hoe krijg ik een esim?');
    expect(test.newTexts()).toEqual([]);
    expect(door.updated.map(({ text }) => text).join()).toContain(ESIM_ANSWER);
    expect(door.updated.map(({ id }) => id).every((id) => id?.startsWith('sent-'))).toBe(true);
  });

  it('is not answered once more when something was said after it', async () => {
    await test.say(WIFI, { id: 'm1' });
    await test.say('Hoe krijg ik een esim?', { id: 'm2' });
    test.newTexts();
    await correct('m1', 'Hoe krijg ik een esim?');
    expect(test.newTexts()).toEqual([]);
  });

  it('says at the desk that it was changed, with its new words alone', async () => {
    await test.say(ASK, { id: 'm1' });
    await test.bot.desk.claim((await conversation())?.entry.conversationId ?? '', SANNE);
    await correct('m1', 'Ik wil een medewerker spreken.');
    expect((await conversation())?.messages[0]).toMatchObject({
      text: 'Ik wil een medewerker spreken.',
      change: 'corrected',
    });
    expect(rawFiles()).not.toContain('Geheim123');
  });

  it('moves a customer up who tells danger by it', async () => {
    await test.say('Ik wil een medewerker spreken', { id: 'm1' });
    await correct('m1', 'Ik ruik gas in huis');
    expect((await conversation())?.entry.priority).toBe('urgent');
  });

  it('is heard where its first form never came in', async () => {
    await test.say('Hallo', { id: 'm0' });
    test.newTexts();
    await correct('m1', WIFI);
    expect(test.newTexts().join()).toContain(WIFI_ANSWER);
    await test.say(WIFI, { id: 'm1' });
    expect(test.newTexts()).toEqual([]);
  });

  it('lets what is said of the answer count for the question as it is now', async () => {
    await test.say('Waarom doet mijn wfi wifi het niet?', { id: 'm1' });
    const turnId = lastTurn();
    await correct('m1', WIFI);
    await test.say('Ja', { value: { action: 'feedback', turnId, isHelpful: true } });
    await test.bot.idle();
    expect((await test.verdicts.verdicts()).map(({ question }) => question)).toEqual([WIFI]);
  });
});

function lastTurn(): string {
  return String(test.rows('select id from turns order by rowid desc limit 1')[0]?.id);
}

describe('what the customer does while its turn is under way', () => {
  /** Does something while the bot looks for the answer to the next question. */
  function whileSearched(act: () => Promise<unknown>): void {
    test.knowledgeBase.beforeSearch = async () => {
      test.knowledgeBase.beforeSearch = async () => {};
      await act();
    };
  }

  it('answers a message as it was changed, and not as it was before', async () => {
    whileSearched(() =>
      test.bot.accept(customerSays('Hoe werkt esim?', { type: 'messageUpdate', id: 'm1' }), door),
    );
    await test.say(WIFI, { id: 'm1' });
    await test.bot.idle();
    const texts = test.newTexts().join('\n');
    expect(texts).toContain(ESIM_ANSWER);
    expect(texts).not.toContain(WIFI_ANSWER);
    expect(test.rows("select status from messages where direction = 'in'")).toEqual([{ status: 'handled' }]);
  });

  it('answers nothing that was taken back', async () => {
    whileSearched(() => test.bot.accept(customerSays('', { type: 'messageDelete', id: 'm1' }), door));
    await test.say(WIFI, { id: 'm1' });
    await test.bot.idle();
    expect(test.newTexts().join('\n')).not.toContain(WIFI_ANSWER);
    expect(test.decisions()).toEqual([]);
  });
});
