import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { Activity } from '../../../bot/contracts/activities.js';
import { indexErrors } from '../../../index/errors.js';
import { temporaryFolder } from '../../support/temporary-folder.js';
import { customerSays } from './support/samples.js';
import { TestBot, type TestBotOptions } from './support/test-bot.js';

const WIFI_ANSWER = 'Zet het modem uit en aan.';

describe('the support bot', () => {
  let test: TestBot;
  const open = async (options: TestBotOptions = {}) => {
    test = await TestBot.open(options);
    return test;
  };
  afterEach(() => test.bot.stop());

  it('answers a question and keeps what it decided and why', async () => {
    await open();
    await test.say('Waarom doet mijn wifi het niet?', { id: 'a1' });
    expect(test.newTexts().join('\n')).toContain(WIFI_ANSWER);
    expect(test.rows('select * from turns')).toMatchObject([
      {
        question: 'Waarom doet mijn wifi het niet?',
        decisionKind: 'answer',
        reason: 'clear',
        probability: 0.97,
        itemId: 'test:wifi',
        hits: JSON.stringify([{ itemId: 'test:wifi', probability: 0.97, reason: 'clear' }]),
        releaseId: 'r1',
      },
    ]);
  });

  it('keeps searches to what the company set for the page that the chat stands on', async () => {
    const file = join(temporaryFolder(), 'filters.json');
    writeFileSync(
      file,
      JSON.stringify([{ pages: ['https://www.example.com/internet/*'], topics: ['wifi'] }]),
    );
    await open({ settings: { SEARCH_FILTERS: file } });
    const { filters } = test.knowledgeBase;
    const page = (address: string) => ({ channelData: { page: { address, campaign: null } } });
    await test.say('Waarom doet mijn wifi het niet?', page('https://www.example.com/internet/box?order=1'));
    expect(filters.splice(0)).toEqual([{ topics: ['wifi'] }]);
    await test.say('Hoe krijg ik een esim?', page('https://www.example.com/tv'));
    expect(new Set(filters)).toEqual(new Set([null]));
  });

  it('introduces itself for the company that the tag of the page names', async () => {
    await open();
    const page = { address: 'https://www.noordnet.example/', campaign: null, company: 'Noordnet' };
    await test.say('hallo', { channelData: { page } });
    expect(test.newTexts().join()).toContain('de chatbot van Noordnet');
  });

  it('answers the activity that asked', async () => {
    await open();
    await test.say('Waarom doet mijn wifi het niet?', { id: 'a1' });
    expect(new Set(test.transport.messages.map((activity) => activity.replyToId))).toEqual(new Set(['a1']));
  });

  it('shows that it types before it answers, and keeps no trace of that', async () => {
    await open();
    await test.say('Waarom doet mijn wifi het niet?');
    expect(test.transport.sent[0]).toMatchObject({
      type: 'typing',
      from: { id: 'bot-1' },
      recipient: { id: 'customer-1' },
      conversation: { id: 'c1' },
    });
    const kept = test.rows("select id from messages where direction = 'out'");
    expect(kept).toHaveLength(test.transport.sent.length - 1);
  });

  it('welcomes a customer who comes back after a while', async () => {
    await open();
    const comesIn: Activity = {
      ...customerSays(''),
      type: 'conversationUpdate',
      membersAdded: [{ id: 'customer-1' }],
    };
    await test.bot.receive(comesIn, test.transport);
    test.clock.forward({ minutes: 59 });
    await test.bot.receive(comesIn, test.transport);
    expect(test.newTexts()).toHaveLength(1);
    test.clock.forward({ minutes: 2 });
    await test.bot.receive(comesIn, test.transport);
    expect(test.newTexts().join('')).toContain('chatbot');
  });

  it('tells a group that it hears only what mentions it', async () => {
    await open();
    const group = { conversation: { id: 'c1', isGroup: true } };
    await test.say('Waarom doet mijn wifi het niet?', group);
    expect(test.newTexts()[0]).toContain('Noem mij met @');
    await test.say('Ik wil graag een medewerker spreken', group);
    expect(test.newTexts().join('')).toContain('Noem mij met @');
    const [entry] = await test.bot.desk.entries();
    const sanne = { id: 'agent-1', name: 'Sanne', email: 'sanne@example.com', role: 'agent' as const };
    await test.bot.desk.claim(entry?.conversationId ?? '', sanne);
    await test.bot.idle();
    expect(test.newTexts().join('')).toMatch(/Sanne neemt het gesprek over.*Noem mij met @/s);
  });

  it('asks for words after a sticker', async () => {
    await open();
    await test.say('', { attachments: [{ contentType: 'image/sticker', name: 'sticker' }] });
    expect(test.decisions()).toEqual(['ask-for-words']);
    expect(test.newTexts().join('')).not.toContain('bestand');
  });

  it('welcomes a customer who comes in, once', async () => {
    await open();
    const comesIn: Activity = {
      ...customerSays(''),
      type: 'conversationUpdate',
      membersAdded: [{ id: 'bot-1' }, { id: 'customer-1' }],
    };
    await test.bot.receive(comesIn, test.transport);
    await test.bot.receive({ ...customerSays(''), type: 'event', name: 'webchat/join' }, test.transport);
    await test.bot.receive(comesIn, test.transport);
    expect(test.decisions()).toEqual(['welcome']);
    expect(test.newTexts().length).toBeGreaterThan(0);
  });

  describe('in the language of a page that is told a moment later', () => {
    const arrival = (fields: object): Activity => {
      const { locale: _, ...rest } = customerSays('');
      return { ...rest, type: 'conversationUpdate', membersAdded: [{ id: 'customer-1' }], ...fields };
    };
    const english = arrival({ locale: 'en-GB' });
    const joins = arrival({ type: 'event', name: 'webchat/join', value: { language: 'en-US' } });

    it.each([
      ['another arrival', english],
      ['the page itself', joins],
      ['a page in French', arrival({ locale: 'fr-FR' })],
    ])('waits with its welcome for %s, and says it once', async (_name, later) => {
      await open({ settings: { COLLECT_MESSAGES_MS: '10000' } });
      const first = test.bot.receive(arrival({}), test.transport);
      await test.bot.receive(later, test.transport);
      await first;
      expect(test.newMessages().map(({ language }) => language)).toEqual(['en']);
    });

    it('says the welcome anew where it was too early, and never after the customer wrote', async () => {
      await open();
      await test.bot.receive(arrival({}), test.transport);
      await test.bot.receive(joins, test.transport);
      await test.bot.receive(joins, test.transport);
      expect(test.newMessages().map(({ language }) => language)).toEqual(['nl', 'en']);
      await test.say('wifi', { locale: 'en-US' });
      test.newMessages();
      await test.bot.receive(arrival({ locale: 'nl-NL' }), test.transport);
      expect(test.newMessages()).toEqual([]);
    });
  });

  it.each([
    { type: 'conversationUpdate', membersAdded: [{ id: 'bot-1' }] },
    { type: 'event', name: 'something/else' },
    { type: 'typing' },
    { type: 'messageReaction' },
    { type: 'endOfConversation' },
    { type: 'never-heard-of' },
  ])('says nothing to %j', async (activity) => {
    await open();
    await test.bot.receive({ ...customerSays(''), ...activity }, test.transport);
    expect(test.transport.sent).toEqual([]);
  });

  it('names the language to the search where the words told it', async () => {
    await open();
    await test.say('wifi', { locale: 'en-GB' });
    await test.say('Waarom doet mijn wifi het niet?', { locale: 'en-GB' });
    expect(test.knowledgeBase.searched).toEqual(['wifi', 'Waarom doet mijn wifi het niet?']);
    expect(test.knowledgeBase.languages).toEqual([null, 'nl']);
  });

  it('searches what goes on alone and after the question before', async () => {
    await open();
    await test.say('Waarom doet mijn wifi het niet?');
    await test.say('en de esim?');
    expect(test.knowledgeBase.searched.slice(1)).toEqual([
      'en de esim?',
      'Waarom doet mijn wifi het niet? en de esim?',
    ]);
    expect(test.rows('select wholeQuestion from turns order by rowid desc limit 1')).toEqual([
      { wholeQuestion: 'en de esim?' },
    ]);
  });

  it('goes on with a conversation that an earlier version wrote', async () => {
    await open();
    await test.say('Waarom doet mijn wifi het niet?');
    test.database
      .prepare("update conversations set turnState = json_remove(turnState, '$.mood', '$.hasSympathised')")
      .run();
    test.newTexts();
    await test.say('jullie zijn echt waardeloos, ik ben het ZAT!!');
    expect(test.newTexts().join('\n')).toContain('Wat vervelend');
    expect(test.rows('select turnState from conversations')[0]?.turnState).toContain('"mood":"annoyed"');
  });

  it('answers an activity that is delivered twice once', async () => {
    await open();
    const question = customerSays('Waarom doet mijn wifi het niet?', { id: 'a1' });
    await Promise.all([
      test.bot.receive(question, test.transport),
      test.bot.receive(question, test.transport),
    ]);
    await test.bot.receive(question, test.transport);
    expect(test.decisions()).toHaveLength(1);
  });

  it('handles messages of one conversation in order, one at a time', async () => {
    await open();
    const questions = Array.from({ length: 20 }, (_, index) => `Hoe krijg ik nummer ${index} aan de wifi?`);
    const running: string[] = [];
    let most = 0;
    // A turn may search twice, with and without the question before: both end in its own question.
    test.knowledgeBase.beforeSearch = async (searched) => {
      const question = questions.find((known) => searched.endsWith(known)) ?? '';
      running.push(question);
      most = Math.max(most, new Set(running).size);
      await new Promise((resolve) => setImmediate(resolve));
      running.splice(running.indexOf(question), 1);
    };
    await Promise.all(questions.map((question) => test.say(question)));
    expect(most).toBe(1);
    expect(test.rows('select question from turns order by rowid').map((row) => row.question)).toEqual(
      questions,
    );
  });

  it('handles conversations side by side without mixing them up', async () => {
    await open();
    let release = () => {};
    const everybody = new Promise<void>((resolve) => {
      release = resolve;
    });
    let waiting = 0;
    test.knowledgeBase.beforeSearch = async () => {
      if (++waiting === 20) release();
      await everybody;
    };
    const ids = Array.from({ length: 20 }, (_, index) => `c${index}`);
    await Promise.all(
      ids.map((id, index) =>
        test.say(index % 2 ? 'Hoe werkt een esim precies?' : 'Waarom doet mijn wifi het niet?', {
          conversation: { id },
        }),
      ),
    );
    ids.forEach((id, index) => {
      expect(test.newTexts(id).join('\n')).toContain(index % 2 ? 'Scan de code.' : WIFI_ANSWER);
    });
  });

  it('takes several short messages in a row as one question', async () => {
    await open({ settings: { COLLECT_MESSAGES_MS: '10000' } });
    const first = test.say('mijn wifi,');
    const second = test.say('hier in de');
    await test.say('die doet het sinds gisteren niet meer, wat nu?');
    const searched = test.knowledgeBase.searched.map((text) => text.replaceAll(/\s+/g, ' '));
    expect(searched).toEqual(['mijn wifi, hier in de die doet het sinds gisteren niet meer, wat nu?']);
    expect(test.decisions()).toHaveLength(1);
    await test.bot.stop();
    await Promise.all([first, second]);
  });

  it('does not wait after the typed words of a choice', async () => {
    await open();
    await test.say('Welke kleur heeft de maan boven Urk eigenlijk?');
    const decline = test
      .newMessages()
      .flatMap((message) => message.choices)
      .find((choice) => choice.value.action === 'decline-person');
    await test.bot.stop();
    await open({ settings: { COLLECT_MESSAGES_MS: '10000' } });
    await test.say('Welke kleur heeft de maan boven Urk eigenlijk?');
    await test.say(decline?.title ?? 'missing');
    expect(test.decisions()).toEqual(['offer-person', 'keep-with-bot']);
  });

  it('hands a question over, and says why, while there is no index to search', async () => {
    await open();
    test.knowledgeBase.beforeSearch = async () => {
      throw indexErrors.KNOWLEDGE_NOT_READY({ directory: 'releases' });
    };
    await test.say('Waarom doet mijn wifi het niet?');
    expect(test.newTexts().join('\n')).toContain('Ik word op dit moment bijgewerkt');
    expect(test.rows('select state, reason, question from handoffs')).toEqual([
      { state: 'waiting', reason: 'not-ready', question: 'Waarom doet mijn wifi het niet?' },
    ]);
    expect(test.logLines.filter((line) => line.includes('"level":"error"'))).toEqual([]);
  });

  it.each(['hallo', 'Foutcode TV-203', 'mijn wifi', 'dank je'])(
    'answers "%s" without a pause',
    async (text) => {
      await open({ settings: { COLLECT_MESSAGES_MS: '10000' } });
      await test.say(text);
      expect(test.newTexts()).not.toEqual([]);
    },
  );

  it('waits no longer for more words when it stops', async () => {
    await open({ settings: { COLLECT_MESSAGES_MS: '10000' } });
    const said = test.say('mijn wifi,');
    await test.bot.stop();
    await said;
    expect(test.newTexts().join('\n')).toContain(WIFI_ANSWER);
  });

  it('finishes a running turn before it stops', async () => {
    await open();
    let release = () => {};
    const isSearching = new Promise<void>((searching) => {
      test.knowledgeBase.beforeSearch = () => {
        searching();
        return new Promise((resolve) => {
          release = resolve;
        });
      };
    });
    const said = test.say('Waarom doet mijn wifi het niet?');
    await isSearching;
    const stopped = test.bot.stop();
    release();
    await Promise.all([said, stopped]);
    expect(test.newTexts().join('\n')).toContain(WIFI_ANSWER);
    expect(test.database.open).toBe(false);
  });

  it('says sorry and offers a person when the search breaks', async () => {
    await open();
    test.knowledgeBase.beforeSearch = async () => {
      throw new Error('broken');
    };
    await test.say('Waarom doet mijn geheime wifi het niet?');
    expect(test.decisions()).toEqual(['apologise']);
    expect(
      test.newMessages().flatMap((message) => message.choices.map((choice) => choice.value.action)),
    ).toContain('request-person');
    expect(test.rows('select status from messages')).not.toContainEqual({ status: 'received' });
    test.knowledgeBase.beforeSearch = async () => {};
    await test.say('Waarom doet mijn wifi het niet?');
    expect(test.newTexts().join('\n')).toContain(WIFI_ANSWER);
  });

  it('says sorry even when the store cannot be written', async () => {
    await open();
    await test.say('Waarom doet mijn wifi het niet?');
    test.newTexts();
    test.database.pragma('query_only = ON');
    await test.say('Hoe werkt een esim precies?');
    expect(test.newTexts()).not.toEqual([]);
    test.database.pragma('query_only = OFF');
  });

  it('leaves out an activity that nobody can be answered for', async () => {
    await open();
    await test.bot.receive({ type: 'message', text: 'Hallo?' }, test.transport);
    expect(test.transport.sent).toEqual([]);
  });

  it('logs nothing of what was said', async () => {
    await open();
    test.knowledgeBase.beforeSearch = async () => {
      throw new Error('broken');
    };
    test.transport.failNext(1);
    await test.say('Mijn wachtwoord van de wifi is kanariepiet', {
      from: { id: 'customer-1', name: 'Annabel' },
    });
    expect(test.logLines.length).toBeGreaterThan(0);
    expect(test.logLines.join('\n')).not.toMatch(/kanariepiet|annabel/i);
  });

  it('keeps feedback on its own turns only', async () => {
    await open();
    await test.say('Waarom doet mijn wifi het niet?');
    const turnId = String(test.rows('select id from turns')[0]?.id);
    const helpful = { action: 'feedback', turnId, isHelpful: true };
    await test.say('Ja', { value: helpful, conversation: { id: 'somebody-else' } });
    expect(test.rows('select * from feedback')).toEqual([]);
    await test.say('Ja', { value: helpful });
    expect(test.rows('select turnId, itemId, isHelpful, releaseId from feedback')).toEqual([
      { turnId, itemId: 'test:wifi', isHelpful: 1, releaseId: 'r1' },
    ]);
  });
});
