import { describe, expect, it } from 'vitest';
import type { Activity } from '../../../../bot/contracts/activities.js';
import { readIncoming } from '../../../../bot/reception/incoming-message.js';
import { parseChoice } from '../../../../bot/reception/parse-choice.js';
import { customerSays } from '../support/samples.js';

describe('an incoming activity', () => {
  it('tells who spoke, where and what', () => {
    const message = readIncoming(
      customerSays('Hallo', { id: 'a1', serviceUrl: 'https://service.example' }),
      'test',
    );
    expect(message).toEqual({
      quoted: null,
      cameBy: null,
      reference: {
        door: 'test',
        channelId: 'test',
        serviceUrl: 'https://service.example',
        customer: { id: 'customer-1', name: 'Anna' },
        bot: { id: 'bot-1', name: 'Bot' },
        conversation: { id: 'c1' },
        locale: 'nl-NL',
      },
      customerName: 'Anna',
      activityId: 'a1',
      saidAt: null,
      isOverheard: false,
      rating: null,
      text: 'Hallo',
      details: { value: null, files: [], locale: 'nl-NL', replyToId: null },
    });
  });

  it.each(['channelId', 'conversation', 'from'])('is refused without %s', (field) => {
    const activity: Activity = { ...customerSays('Hallo'), [field]: undefined };
    expect(() => readIncoming(activity, 'test')).toThrow(
      expect.objectContaining({ code: 'ACTIVITY_MALFORMED', message: expect.stringContaining(field) }),
    );
  });

  it('may have fields of any form', () => {
    const hostile = {
      ...customerSays('x'),
      text: { $gt: '' },
      locale: 7,
      value: ['x'],
      attachments: [null, 5, { contentUrl: 'javascript:alert(1)', name: 'a.png', contentType: 'image/png' }],
      recipient: { id: 4 },
    } as unknown as Activity;
    const message = readIncoming(hostile, 'test');
    expect(message.text).toBe('');
    expect(message.reference.bot).toEqual({ id: 'bot' });
    expect(message.details).toEqual({
      value: null,
      files: [{ name: 'a.png', contentType: 'image/png', url: null }],
      replyToId: null,
      locale: null,
    });
  });

  it('keeps no more than 10,000 characters and no null character', () => {
    expect(readIncoming(customerSays(`a\0${'b'.repeat(300_000)}`), 'test').text).toBe(
      `a${'b'.repeat(9_999)}`,
    );
  });
});

describe('the value of an activity', () => {
  it.each([
    { action: 'pick-item', turnId: 't', itemId: 'i' },
    { action: 'none-of-these', turnId: 't' },
    { action: 'request-person' },
    { action: 'decline-person' },
    { action: 'cancel-request' },
    { action: 'feedback', turnId: 't', isHelpful: false },
  ])('is a choice: $action', (value) => {
    expect(parseChoice(value)).toEqual(value);
  });

  it.each([
    undefined,
    null,
    'request-person',
    [],
    {},
    { action: 'close' },
    { action: 'feedback', turnId: 't' },
    { action: 'feedback', turnId: 't', isHelpful: 'yes' },
    { action: 'pick-item', turnId: '', itemId: 'i' },
    { action: 'pick-item', turnId: 't', itemId: 'x'.repeat(301) },
  ])('is no choice: %j', (value) => {
    expect(parseChoice(value)).toBeNull();
  });

  it('loses what does not belong to a choice', () => {
    expect(parseChoice({ action: 'request-person', agentId: 'x' })).toEqual({ action: 'request-person' });
  });
});
