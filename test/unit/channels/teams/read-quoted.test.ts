import { describe, expect, it } from 'vitest';
import type { Activity } from '../../../../bot/contracts/activities.js';
import { createTeamsForm } from '../../../../channels/teams/create-teams-form.js';

const { read } = createTeamsForm({ hasAiLabel: true });
const ID = '1700000000123';

function heard(fields: Partial<Activity>, conversationType = 'personal'): Activity {
  const activity: Activity = {
    type: 'message',
    id: '1700000000999',
    channelId: 'msteams',
    from: { id: '29:customer' },
    recipient: { id: '28:app', name: 'Helper' },
    conversation: { id: 'a:1', conversationType },
    ...fields,
  };
  const [reading] = read?.(activity) ?? [];
  if (reading?.kind !== 'activity') throw new Error('nothing was heard');
  return reading.activity;
}

const copyOf = (preview: string, own: string) => ({
  contentType: 'text/html',
  content:
    `<blockquote itemscope itemtype="http://schema.skype.com/Reply" itemid="${ID}">` +
    `<strong itemprop="mri" itemid="28:app">Helper</strong><p itemprop="preview">${preview}</p></blockquote>` +
    `<p>${own}</p>`,
});

describe('a message of Teams that quotes another', () => {
  it.each<[string, Partial<Activity>]>([
    [
      'an entity',
      { text: 'klopt dit nog?', entities: [{ type: 'quotedReply', quotedReply: { messageId: ID } }] },
    ],
    ['a placeholder', { text: `<quoted messageId="${ID}"/> klopt dit nog?` }],
    [
      'a block of HTML',
      { text: 'klopt dit nog?', attachments: [copyOf('Zet &amp; wacht', 'klopt dit nog?')] },
    ],
    [
      'a reference',
      {
        text: 'klopt dit nog?',
        attachments: [
          { contentType: 'messageReference', id: ID, content: JSON.stringify({ messageId: ID }) },
        ],
      },
    ],
    ['an answer to it', { text: 'klopt dit nog?', replyToId: ID }],
  ])('names it by %s, and its own words stay alone', (_how, fields) => {
    expect(heard(fields)).toMatchObject({
      text: 'klopt dit nog?',
      quoted: { activityId: ID },
      attachments: [],
    });
  });

  it('is heard without the words it quotes where a client puts them in front', () => {
    const given = heard({
      text: 'Helper Zet het modem uit en aan.\n\nklopt dit nog?',
      attachments: [copyOf('Zet het modem uit en aan.', 'klopt dit nog?')],
    });
    expect(given).toMatchObject({
      text: 'klopt dit nog?',
      quoted: { activityId: ID, text: 'Zet het modem uit en aan.' },
    });
  });

  it('is none where a tap or a thread names a message', () => {
    expect(heard({ replyToId: ID, value: { action: 'request-person' } }).quoted).toBeUndefined();
    const mention = { type: 'mention', text: '<at>Helper</at>', mentioned: { id: '28:app' } };
    const inChannel = { text: '<at>Helper</at> wifi?', entities: [mention], replyToId: ID };
    expect(heard(inChannel, 'channel').quoted).toBeUndefined();
  });

  it.each([
    '<blockquote',
    '<blockquote itemtype="schema.skype.com/Reply" itemid="<">',
    '<blockquote></blockquote>',
  ])('is heard whatever its mark-up is: %s', (content) => {
    expect(heard({ text: 'wifi?', attachments: [{ contentType: 'text/html', content }] }).text).toBe('wifi?');
  });
});
