import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { renderMail } from '../../../../channels/azure/render-plain.js';
import { TestBot } from '../support/test-bot.js';

const WIFI = 'Waarom doet mijn wifi het niet?';

describe('a turn in a channel of letters', () => {
  let test: TestBot;
  beforeEach(async () => {
    test = await TestBot.open({ form: { isOneMessage: true, render: renderMail } });
  });
  afterEach(() => test.bot.stop());

  it('is one mail that holds all that was said, in order', async () => {
    await test.say(WIFI);
    const [mail, ...others] = test.transport.messages;
    expect(others).toEqual([]);
    expect(mail?.text).toMatch(/(chatbot|digitale assistent)[\s\S]*Zet het modem uit en aan\./i);
  });

  it('is one line at the desk, with all of its words', async () => {
    await test.say(WIFI);
    const [row] = test.rows('select id from conversations');
    const said = (await test.bot.desk.conversation(String(row?.id)))?.messages.slice(1) ?? [];
    expect(said).toHaveLength(1);
    expect(said[0]?.text).toContain('Zet het modem uit en aan.');
    expect(JSON.stringify(said[0]?.tree)).toMatch(/assistent|chatbot/i);
  });
});

describe('the sign that the bot types', () => {
  it('is not shown to somebody who waits and was told so: nothing will be said', async () => {
    const test = await TestBot.open();
    const signs = () => test.transport.sent.filter(({ type }) => type === 'typing').length;
    await test.say('ik wil een medewerker');
    await test.say('mijn klantnummer is 12345');
    await test.say('en het gaat om mijn contract');
    const before = { signs: signs(), messages: test.transport.messages.length };
    await test.say('ik ben thuis tot vijf uur');
    expect({ signs: signs(), messages: test.transport.messages.length }).toEqual(before);
    await test.bot.stop();
  });
});
