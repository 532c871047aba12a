import { describe, expect, it } from 'vitest';
import type { Activity } from '../../../../bot/contracts/activities.js';
import { readPlainly } from '../../../../channels/azure/read-plainly.js';

const BOT = { id: 'B1:T1', name: 'Zwaluw (hulp)' };
const MESSAGE: Activity = {
  type: 'message',
  id: '1',
  channelId: 'slack',
  text: 'Waar is mijn pakje?',
  from: { id: 'U1' },
  recipient: BOT,
  conversation: { id: 'c1' },
};
const GROUP = { conversation: { id: 'c1', isGroup: true } };

function heard(changes: Partial<Activity>): Activity | null {
  const [reading, ...others] = readPlainly({ ...MESSAGE, ...changes });
  expect(others).toEqual([]);
  return reading?.kind === 'activity' ? reading.activity : null;
}

describe('a message on any other channel', () => {
  it('is taken as it is where two talk', () => {
    expect(heard({})).toEqual(MESSAGE);
    expect(heard({ text: '@Zwaluw (hulp)  twee  spaties' })?.text).toBe('@Zwaluw (hulp)  twee  spaties');
  });

  it('in a group is not taken without a mention', () => {
    expect(heard(GROUP)).toBeNull();
    const entities = [{ type: 'mention', text: '<@U2>', mentioned: { id: 'U2', name: 'Bea' } }, null];
    expect(heard({ ...GROUP, text: '<@U2> heb jij dat ook?', entities })).toBeNull();
    expect(heard({ ...GROUP, text: 'mail naar x@zwaluw (hulp)' })).toBeNull();
    expect(heard({ ...GROUP, text: '@Zwaluw (hulp)lijn' })).toBeNull();
  });

  it('in a group comes without the mention of the bot', () => {
    const entities = [{ type: 'mention', text: '<@B1>', mentioned: BOT }];
    const text = 'Hallo <@B1>, waar is mijn pakje?';
    expect(heard({ ...GROUP, text, entities })?.text).toBe('Hallo, waar is mijn pakje?');
    expect(heard({ ...GROUP, text: '@zwaluw (HULP) waar is het?' })?.text).toBe('waar is het?');
  });

  it('in a group is taken where a button was tapped', () => {
    expect(heard({ ...GROUP, text: 'Ja', channelData: { Payload: { type: 'block_actions' } } })?.text).toBe(
      'Ja',
    );
    expect(heard({ ...GROUP, text: 'Ja', value: { action: 'request-person' } })?.text).toBe('Ja');
  });
});

describe('the start of a chat in Telegram', () => {
  it.each(['/start', '/start abc123', '/START', '/start@zwaluw_bot'])('by %s is an arrival', (text) => {
    const { text: _, ...rest } = { ...MESSAGE, channelId: 'telegram' };
    expect(heard({ channelId: 'telegram', text })).toEqual({
      ...rest,
      type: 'conversationUpdate',
      membersAdded: [{ id: 'U1' }],
    });
  });

  it.each([
    ['slack', '/start'],
    ['telegram', '/starten lukt niet'],
    ['telegram', 'hoe werkt /start?'],
  ])('is none on %s by %s', (channelId, text) => {
    expect(heard({ channelId, text })).toMatchObject({ type: 'message', text });
  });
});
