import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SendFailure } from '../../../../bot/contracts/channels.js';
import { TestBot } from '../support/test-bot.js';

const WIFI = 'Waarom doet mijn wifi het niet?';
const DISABLED: SendFailure = { kind: 'refused', reason: '403 BotDisabledByAdmin', problem: 'unreachable' };
const I_AM = /chatbot|digitale assistent|ik ben Robin|ik ben een bot/i;

let test: TestBot;
beforeEach(async () => {
  test = await TestBot.open();
});
afterEach(() => test.bot.stop());

describe('that this is a bot', () => {
  it('is said with the first words that arrive', async () => {
    test.transport.failWith(DISABLED);
    await test.say(WIFI);
    expect(test.newTexts()).toEqual([]);
    await test.say('Hoe krijg ik een esim?');
    const [introduction] = test.newTexts();
    await test.say(WIFI);
    const again = test.newTexts();
    expect(introduction).toMatch(I_AM);
    expect(again.join('\n')).not.toMatch(I_AM);
  });

  it('is not said twice where a later message does not arrive', async () => {
    await test.say(WIFI);
    expect(test.newTexts().join('\n')).toMatch(I_AM);
    test.transport.failWith({ ...DISABLED, problem: 'not-accepted' });
    await test.say('Hoe krijg ik een esim?');
    await test.say(WIFI);
    expect(test.newTexts().join('\n')).not.toMatch(I_AM);
  });
});

describe('a message of which a part arrived', () => {
  it('says so at the desk', async () => {
    const render = () => [
      { type: 'message', text: 'een' },
      { type: 'message', text: 'twee' },
    ];
    const halves = await TestBot.open({ form: { render } });
    halves.transport.send = async (activity) =>
      activity.text === 'twee'
        ? { ...DISABLED, problem: 'not-accepted' }
        : { kind: 'sent', id: `sent-${activity.id}` };
    await halves.say('Ik wil een medewerker spreken');
    const [row] = halves.rows('select id from conversations');
    const shown = await halves.bot.desk.conversation(String(row?.id));
    expect(shown?.messages.at(-1)).toMatchObject({ delivery: 'failed', isPartlySent: true });
    await halves.bot.stop();
  });
});
