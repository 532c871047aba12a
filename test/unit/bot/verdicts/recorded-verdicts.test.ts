import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { DeskAgent } from '../../../../bot/contracts/desk.js';
import type { ChoiceValue } from '../../../../bot/contracts/messages.js';
import type { RedactQuestion } from '../../../../bot/verdicts/verdict-recorder.js';
import type { Item } from '../../../../index/contracts/items.js';
import type { SearchResult } from '../../../../index/contracts/search.js';
import { redactQuestion } from '../../../../ingest/learning/redact-question.js';
import { shownOf } from '../../../support/hit-trees.js';
import { temporaryFolder } from '../../../support/temporary-folder.js';
import { FakeKnowledgeBase } from '../support/fake-knowledge-base.js';
import { customerSays } from '../support/samples.js';
import { TestBot } from '../support/test-bot.js';

const SANNE: DeskAgent = { id: 'agent-1', name: 'Sanne', email: 'sanne@example.com', role: 'agent' };
const WIFI = 'Waarom doet mijn wifi het niet?';
const ANSWERS = { wifi: 'Zet het modem uit en aan.', esim: 'Scan de code.' };

let test: TestBot;

const redacted: RedactQuestion = async (text, language) => redactQuestion(text, language, []);

/** A bot that keeps verdicts. */
async function open(knowledgeBase = new FakeKnowledgeBase(ANSWERS), redact: RedactQuestion = redacted) {
  test = await TestBot.open({ knowledgeBase, redact });
}

/** Taps the first choice shown that fits. */
async function tap(fits: (value: ChoiceValue) => boolean): Promise<void> {
  const choices = test
    .newMessages()
    .flatMap(({ choices, feedback }) => [...choices, ...(feedback ? [feedback.yes, feedback.no] : [])]);
  const choice = choices.find(({ value }) => fits(value));
  if (!choice) throw new Error('no such choice was shown');
  await test.say(choice.title, { value: choice.value });
  await test.bot.idle();
}

const isFeedback = (isHelpful: boolean) => (value: ChoiceValue) =>
  value.action === 'feedback' && value.isHelpful === isHelpful;

afterEach(async () => {
  await test.bot.stop();
});

describe('feedback on an answer', () => {
  it('holds nothing of who the website says that its customer is, nor does the search', async () => {
    await open();
    const identity = { id: 'klant-31415', email: 'anna@example.com' };
    const from = { id: 'customer-1', name: 'Anna', identity };
    await test.say(WIFI, { from });
    const [yes] = test.newMessages().flatMap(({ feedback }) => (feedback ? [feedback.yes] : []));
    await test.say('Ja', { from, value: yes?.value });
    await test.bot.idle();
    const kept = await test.verdicts.verdicts();
    expect(kept).toHaveLength(1);
    for (const word of Object.values(identity))
      expect(JSON.stringify([kept, test.knowledgeBase.searched])).not.toContain(word);
  });

  it.each([true, false])('is kept with the question that led to it: %s', async (isHelpful) => {
    await open();
    await test.say(WIFI);
    await tap(isFeedback(isHelpful));
    expect(await test.verdicts.verdicts()).toEqual([
      {
        question: WIFI,
        itemId: 'test:wifi',
        isRight: isHelpful,
        by: 'customer',
        visitor: test.verdicts.pseudonym('customer', 'test', 'customer-1'),
        isIdentified: false,
        address: test.verdicts.pseudonym('address', 'test', 'customer-1'),
        conversation: expect.stringMatching(/^[\da-f]{64}$/),
        at: '2026-03-02T09:00:00.000Z',
      },
    ]);
  });

  it('belongs to the question of its turn, also when it comes late', async () => {
    await open();
    await test.say(WIFI);
    const messages = test.newMessages();
    await test.say('Hoe werkt een esim precies?');
    const no = messages.find(({ feedback }) => feedback)?.feedback?.no;
    await test.say('Nee', no ? { value: no.value } : {});
    await test.bot.idle();
    expect(await test.verdicts.verdicts()).toMatchObject([
      { question: WIFI, itemId: 'test:wifi', isRight: false },
    ]);
  });

  it('on a follow-up is kept with what it follows', async () => {
    await open();
    await test.say('Ik heb een vraag over mijn esim, hoe werkt dat?');
    test.newMessages();
    await test.say('en kan dat ook later?');
    await tap(isFeedback(true));
    expect((await test.verdicts.verdicts())[0]?.question).toMatch(/esim.* kan dat ook later/);
  });

  it('is kept with a key of where it came from, the same for two users of one address', async () => {
    await open();
    const users = ['anna', 'bram', 'cees'];
    for (const user of users) {
      const own = { conversation: { id: user }, from: { id: user } };
      const origin = { addressKey: user === 'cees' ? 'key-2' : 'key-1' };
      await test.bot.receive(customerSays(WIFI, own), test.transport, origin);
      const [turn] = test.rows('select id from turns order by rowid desc');
      const value = { action: 'feedback', turnId: turn?.id, isHelpful: true };
      await test.bot.receive(customerSays('Ja', { ...own, value }), test.transport, origin);
    }
    await test.bot.idle();
    const addresses = (await test.verdicts.verdicts()).map(({ address }) => address);
    expect(addresses).toHaveLength(3);
    expect(new Set(addresses).size).toBe(2);
    expect(addresses.join()).not.toMatch(/key-/);
    expect(JSON.stringify(test.transport.sent)).not.toContain('key-1');
  });

  it('replaces what the customer said before', async () => {
    await open();
    await test.say(WIFI);
    const shown = test.newMessages().find(({ feedback }) => feedback)?.feedback;
    for (const choice of [shown?.yes, shown?.no, shown?.yes, shown?.no]) {
      test.clock.forward({ seconds: 1 });
      await test.say('x', choice ? { value: choice.value } : {});
    }
    await test.bot.idle();
    expect(await test.verdicts.verdicts()).toMatchObject([
      { isRight: false, at: '2026-03-02T09:00:04.000Z' },
    ]);
  });

  it('on a turn of somebody else is not kept', async () => {
    await open();
    await test.say(WIFI);
    const yes = test.newMessages().find(({ feedback }) => feedback)?.feedback?.yes;
    await test.say('Ja', {
      conversation: { id: 'c2' },
      from: { id: 'stranger' },
      ...(yes ? { value: yes.value } : {}),
    });
    await test.bot.idle();
    expect(await test.verdicts.verdicts()).toEqual([]);
  });
});

describe('"did you mean …?"', () => {
  it('says that the chosen one is right, and nothing of the others', async () => {
    await open(new DoubtfulKnowledgeBase(ANSWERS));
    await test.say('Er is wat met mijn internet aan de hand');
    await tap((value) => value.action === 'pick-item' && value.itemId === 'test:esim');
    expect(await test.verdicts.verdicts()).toMatchObject([
      {
        question: 'Er is wat met mijn internet aan de hand',
        itemId: 'test:esim',
        isRight: true,
        by: 'choice',
      },
    ]);
  });

  it('says that all are wrong when it was none of them', async () => {
    await open(new DoubtfulKnowledgeBase(ANSWERS));
    await test.say('Er is wat met mijn internet aan de hand');
    await tap((value) => value.action === 'none-of-these');
    const said = (await test.verdicts.verdicts()).map(({ itemId, isRight, by }) => [itemId, isRight, by]);
    expect(said.toSorted()).toEqual([
      ['test:esim', false, 'choice'],
      ['test:wifi', false, 'choice'],
    ]);
  });

  it('says nothing of an item that was not shown', async () => {
    await open(new DoubtfulKnowledgeBase(ANSWERS));
    await test.say('Er is wat met mijn internet aan de hand');
    const [turn] = test.rows('select id from turns order by rowid desc');
    await test.say('x', { value: { action: 'pick-item', turnId: turn?.id, itemId: 'test:secret' } });
    await test.bot.idle();
    expect(await test.verdicts.verdicts()).toEqual([]);
  });
});

describe('what this conversation did not offer', () => {
  const lastTurn = () => String(test.rows('select id from turns order by rowid desc')[0]?.id);
  const pick = (turnId: string, itemId: string): ChoiceValue => ({ action: 'pick-item', turnId, itemId });
  const stateOf = (id = 'c1') =>
    JSON.parse(
      String(
        test.rows(`select turnState from conversations where channelConversationId = '${id}'`)[0]?.turnState,
      ),
    );

  it('cannot be chosen, and teaches nothing by the feedback after it', async () => {
    await open();
    await test.say('Waar kan ik mijn oude telefoon inruilen?');
    test.newMessages();
    const before = stateOf();
    for (const turnId of ['x', lastTurn()]) {
      await test.say('x', { value: pick(turnId, 'test:wifi') });
      const value = { action: 'feedback', turnId: lastTurn(), isHelpful: true };
      await test.say('Ja', { value });
    }
    await test.bot.idle();
    expect(test.decisions()).not.toContain('answer');
    expect(test.newTexts()[0]).toBe('Deze keuze is er niet meer. Wat wilt u weten?');
    expect(await test.verdicts.verdicts()).toEqual([]);
    const { question, answer, openChoices, misses } = stateOf();
    expect({ question, answer, openChoices, misses }).toEqual({
      ...{ question: before.question, answer: before.answer },
      ...{ openChoices: before.openChoices, misses: before.misses },
    });
  });

  it('cannot be chosen by the turn of somebody else, nor be rated', async () => {
    await open(new DoubtfulKnowledgeBase(ANSWERS));
    await test.say('Er is wat met mijn internet aan de hand');
    const turnId = lastTurn();
    const stranger = { conversation: { id: 'c2' }, from: { id: 'stranger' } };
    const values: ChoiceValue[] = [
      pick(turnId, 'test:wifi'),
      { action: 'none-of-these', turnId },
      { action: 'feedback', turnId, isHelpful: true },
    ];
    for (const value of values) await test.say('x', { ...stranger, value });
    await test.bot.idle();
    expect(test.decisions().slice(1)).toEqual(['say-lapsed', 'say-lapsed', 'say-lapsed']);
    expect(test.rows('select * from feedback')).toEqual([]);
    expect(await test.verdicts.verdicts()).toEqual([]);
    expect(stateOf('c2')).toMatchObject({ question: null, answer: null, openChoices: [] });
  });

  it('is read as a question where the words with it are one', async () => {
    await open();
    await test.say(WIFI, { value: pick('gone', 'test:esim') });
    expect(test.newMessages().map(({ source }) => source?.itemId)).toContain('test:wifi');
  });

  it('is no number in a list that stands open', async () => {
    await open(new DoubtfulKnowledgeBase(ANSWERS));
    await test.say('Er is wat met mijn internet aan de hand');
    const [shown] = test.newMessages();
    await test.say('2', { value: pick('gone', 'test:secret') });
    expect(test.decisions().at(-1)).toBe('say-lapsed');
    expect(test.newMessages()[0]?.choices).toEqual(shown?.choices);
  });
});

describe('an older list', () => {
  const DOUBTFUL = 'Er is wat met mijn internet aan de hand';
  const answered = () => test.newMessages().flatMap(({ source }) => source?.itemId ?? []);

  it('goes on working after other questions, and teaches the question it was for', async () => {
    await open(new DoubtfulKnowledgeBase(ANSWERS));
    await test.say(DOUBTFUL);
    const esim = test
      .newMessages()
      .flatMap(({ choices }) => choices)
      .find(({ value }) => value.action === 'pick-item' && value.itemId === 'test:esim');
    await test.say('Waar kan ik mijn oude telefoon inruilen?');
    test.newMessages();
    await test.say(esim?.title ?? '', esim ? { value: esim.value } : {});
    const shown = test.newMessages();
    expect(shown.flatMap(({ source }) => source?.itemId ?? [])).toEqual(['test:esim']);
    const yes = shown.find(({ feedback }) => feedback)?.feedback?.yes;
    await test.say('Ja', yes ? { value: yes.value } : {});
    await test.bot.idle();
    expect(
      (await test.verdicts.verdicts()).map(({ question, itemId, by }) => [question, itemId, by]),
    ).toEqual([[DOUBTFUL, 'test:esim', 'customer']]);
  });

  it('goes on working after a restart', async () => {
    const path = join(temporaryFolder(), 'conversations.sqlite');
    const parts = { path, knowledgeBase: new DoubtfulKnowledgeBase(ANSWERS) };
    const redact = async (text: string) => text;
    test = await TestBot.open({ ...parts, redact });
    await test.say(DOUBTFUL);
    const [wifi] = test.newMessages().flatMap(({ choices }) => choices);
    await test.bot.stop();
    test = await TestBot.open({ ...parts, redact });
    await test.say(wifi?.title ?? '', wifi ? { value: wifi.value } : {});
    await test.bot.idle();
    expect(answered()).toEqual(['test:wifi']);
    expect(await test.verdicts.verdicts()).toMatchObject([
      { question: DOUBTFUL, itemId: 'test:wifi', by: 'choice' },
    ]);
  });
});

describe('an agent', () => {
  /** A customer whose question is with Sanne, with a suggestion of the bot. */
  async function claimed(): Promise<string> {
    await open();
    await test.say(WIFI);
    await test.say('Ik wil graag een medewerker spreken');
    const id = (await test.bot.desk.entries())[0]?.conversationId ?? '';
    await test.bot.desk.claim(id, SANNE);
    return id;
  }
  const guessOf = async (id: string) => (await test.bot.desk.conversation(id))?.isGuessRight;

  it('who sends the suggestion says that it is right', async () => {
    const id = await claimed();
    await test.bot.desk.reply(id, SANNE, 'Dag! Zet het modem uit en aan. Lukt dat?', 'key-of-reply');
    await test.bot.idle();
    expect(await test.verdicts.verdicts()).toMatchObject([
      {
        ...{ question: WIFI, itemId: 'test:wifi', isRight: true, by: 'agent' },
        visitor: test.verdicts.pseudonym('agent', 'agent-1'),
      },
    ]);
    expect(await guessOf(id)).toBe(true);
  });

  it('who answers otherwise says nothing of it', async () => {
    const id = await claimed();
    await test.bot.desk.reply(id, SANNE, 'Dag, ik kijk het even na.', 'key-of-reply');
    await test.bot.idle();
    expect(await test.verdicts.verdicts()).toEqual([]);
    expect(await guessOf(id)).toBeNull();
  });

  it('can say so, and otherwise again; the last word counts', async () => {
    const id = await claimed();
    expect(await test.bot.desk.judge(id, SANNE, true)).toEqual({ kind: 'done' });
    test.clock.forward({ seconds: 1 });
    await test.bot.desk.judge(id, SANNE, false);
    await test.bot.desk.reply(id, SANNE, 'Zet het modem uit en aan.', 'key-of-reply');
    await test.bot.idle();
    expect(await test.verdicts.verdicts()).toMatchObject([
      { itemId: 'test:wifi', isRight: false, by: 'agent' },
    ]);
    expect(await guessOf(id)).toBe(false);
  });

  it('who does not have the conversation says nothing', async () => {
    const id = await claimed();
    const other = { ...SANNE, id: 'agent-2', name: 'Joris' };
    expect(await test.bot.desk.judge(id, other, true)).toMatchObject({
      kind: 'conflict',
      agentName: 'Sanne',
    });
    await test.bot.idle();
    expect(await test.verdicts.verdicts()).toEqual([]);
  });
});

describe('what is kept', () => {
  it('holds no personal data', async () => {
    await open();
    await test.say(
      'Mijn naam is Anna de Vries, bel 06 12345678 of anna@example.com, mijn wifi doet het niet',
    );
    await tap(isFeedback(true));
    const [kept] = await test.verdicts.verdicts();
    expect(kept?.question).toContain('wifi');
    expect(JSON.stringify(kept)).not.toMatch(/12345678|anna|vries|customer-1|"c1"/i);
  });

  it('goes when it is past its date', async () => {
    await open();
    await test.say(WIFI);
    await tap(isFeedback(true));
    test.clock.forward({ days: 89 });
    await test.bot.deleteExpired();
    expect(await test.verdicts.verdicts()).toHaveLength(1);
    test.clock.forward({ days: 2 });
    await test.bot.deleteExpired();
    expect(await test.verdicts.verdicts()).toEqual([]);
  });
});

describe('a verdict that cannot be kept', () => {
  it('costs nobody an answer, and its words are not in the log', async () => {
    await open();
    test.database.exec('DROP TABLE verdicts');
    await test.say(WIFI);
    await tap(isFeedback(true));
    expect(test.decisions()).toEqual(['answer', 'thank-for-feedback']);
    expect(test.newTexts().length).toBeGreaterThan(0);
    const complaint = test.logLines.find((line) => line.includes('A verdict could not be kept.'));
    expect(complaint).toContain('no such table');
    expect(test.logLines.join('\n')).not.toContain(WIFI);
  });

  it('is not waited for by the turn', async () => {
    let goOn = () => {};
    const slow = new Promise<string>((resolve) => {
      goOn = () => resolve('klaar');
    });
    await open(undefined, () => slow);
    await test.say(WIFI);
    const yes = test.newMessages().find(({ feedback }) => feedback)?.feedback?.yes;
    await test.say('Ja', yes ? { value: yes.value } : {});
    expect(test.decisions()).toEqual(['answer', 'thank-for-feedback']);
    expect(await test.verdicts.verdicts()).toEqual([]);
    goOn();
    await test.bot.idle();
    expect(await test.verdicts.verdicts()).toHaveLength(1);
  });
});

/** Finds everything, and is sure of nothing. */
class DoubtfulKnowledgeBase extends FakeKnowledgeBase {
  override async search(question: string): Promise<SearchResult> {
    const result = await super.search(question);
    const hits = ['test:wifi', 'test:esim'].map((id) => {
      const item = this.item(id) as Item;
      const confidence = { probability: 0.3, reason: 'near-tie' as const };
      return { item, confidence, ...shownOf(item.answer) };
    });
    return { ...result, hits };
  }
}
