import { describe, expect, it } from 'vitest';
import type { Activity } from '../../../../bot/contracts/activities.js';
import { createTeamsForm } from '../../../../channels/teams/create-teams-form.js';

const { channelId, downloads, read, isUpdatable } = createTeamsForm({ hasAiLabel: true });

const customer = { id: '29:customer', name: 'Ans de Vries', aadObjectId: 'a1' };
const bot = { id: '28:app', name: 'Helper' };
const personal = { conversationType: 'personal', id: 'a:1', tenantId: 't' };
const channel = {
  isGroup: true,
  conversationType: 'channel',
  id: '19:x@thread.tacv2;messageid=1481567603816',
  tenantId: 't',
};
const group = { isGroup: true, conversationType: 'groupChat', id: '19:y@thread.v2' };

function activity(fields: Partial<Activity>): Activity {
  return {
    type: 'message',
    id: '1700000000000',
    channelId: 'msteams',
    serviceUrl: 'https://smba.trafficmanager.net/emea/',
    from: customer,
    recipient: bot,
    conversation: personal,
    locale: 'nl-NL',
    ...fields,
  };
}

const mention = (id: string, name: string, text = `<at>${name}</at>`) => ({
  type: 'mention',
  text,
  mentioned: { id, name },
});

function readings(fields: Partial<Activity>) {
  return read?.(activity(fields)) ?? [];
}

function heard(fields: Partial<Activity>): Activity | undefined {
  const [reading, ...others] = readings(fields);
  expect(others).toEqual([]);
  return reading?.kind === 'activity' ? reading.activity : undefined;
}

describe('the form of Teams', () => {
  it('is the one of msteams, and can change what was said', () => {
    expect({ channelId, isUpdatable }).toEqual({ channelId: 'msteams', isUpdatable: true });
  });
});

describe('words from Teams', () => {
  it('come without the copy as HTML, all else unchanged', () => {
    const html = { contentType: 'text/html', content: '<div>Hallo</div>' };
    expect(heard({ text: 'Hallo', textFormat: 'plain', attachments: [html] })).toEqual(
      activity({ text: 'Hallo', textFormat: 'plain', attachments: [] }),
    );
  });

  it.each([
    ['<at>Helper</at> waar is mijn pakket?', 'waar is mijn pakket?'],
    ['<at>Helper</at>&nbsp;waar is mijn pakket? <at>Helper</at>', 'waar is mijn pakket?'],
    [
      'Vraag van <at>Bea Bos</at> aan <at>Helper</at>\r\n\r\nWaar is het?',
      'Vraag van Bea Bos aan\n\nWaar is het?',
    ],
    ['\u00a0 <at>Helper</at> ', ''],
    [
      'Hallo <at>Helper</at>, hoe gaat het? Weet u dat <at>Helper</at>&nbsp;?',
      'Hallo, hoe gaat het? Weet u dat?',
    ],
    ['<at>Helper</at>: waar is mijn pakket ?', 'waar is mijn pakket ?'],
    ['Vraag het <at>$& $1</at>', 'Vraag het $& $1'],
    ['Is 3 < 4?', 'Is 3 < 4?'],
  ])('%j are %j', (text, words) => {
    const entities = [
      mention('28:app', 'Helper'),
      mention('29:bea', 'Bea Bos'),
      mention('29:dollar', '$& $1'),
    ];
    expect(heard({ text, entities, conversation: channel })?.text).toBe(words);
  });

  it('keep the thread of a channel as their conversation', () => {
    const entities = [mention('28:app', 'Helper')];
    const said = heard({ text: '<at>Helper</at> x', conversation: channel, entities });
    expect(said?.conversation).toEqual(channel);
  });

  it('lose a mention whose tag has a number that the entity lacks', () => {
    const entities = [mention('28:app', 'Helper', ''), mention('29:kees', 'Kees')];
    const text = '<at id="0">Helper</at> kan <at id="1">Kees</at> erbij?';
    expect(heard({ text, entities })?.text).toBe('kan Kees erbij?');
  });

  it('survive entities of any shape', () => {
    const entities = [
      null,
      3,
      { type: 'mention' },
      { type: 'mention', text: '', mentioned: { id: '28:app' } },
    ];
    expect(heard({ text: 'Hallo', entities })?.text).toBe('Hallo');
  });

  it('know the language of the app where the activity does not tell', () => {
    const { locale: _, ...silent } = activity({
      text: 'x',
      entities: [{ type: 'clientInfo', locale: 'nl-BE' }],
    });
    const [reading] = read?.(silent) ?? [];
    expect(reading).toMatchObject({ kind: 'activity', activity: { locale: 'nl-BE' } });
  });

  it('of the bot itself are not heard', () => {
    expect(readings({ from: bot, text: 'Hallo' })).toEqual([]);
  });
});

describe('files from Teams', () => {
  it('are kept with the address that stays', () => {
    const file = {
      contentType: 'application/vnd.microsoft.teams.file.download.info',
      contentUrl: 'https://contoso.sharepoint.example/personal/a/factuur.pdf',
      name: 'factuur.pdf',
      content: { downloadUrl: 'https://contoso.example/?tempauth=secret', fileType: 'pdf' },
    };
    const picture = { contentType: 'image/png', contentUrl: 'https://smba.example/v3/attachments/1' };
    const card = { contentType: 'application/vnd.microsoft.card.adaptive', contentUrl: 'https://x.example' };
    expect(heard({ text: '', attachments: [file, picture, card] })?.attachments).toEqual([
      {
        contentType: 'application/octet-stream',
        contentUrl: 'https://contoso.sharepoint.example/personal/a/factuur.pdf',
        name: 'factuur.pdf',
      },
      { contentType: 'image/png', name: 'image.png' },
    ]);
  });
});

describe('pictures in a chat of Teams', () => {
  it.each([
    [{ contentType: 'image/*' }, 'image'],
    [{ contentType: 'image/jpeg' }, 'image.jpeg'],
    [{ contentType: 'image/png', name: 'fout.png' }, 'fout.png'],
  ])('keep a name and no link, which opens for the bot alone: %j', (picture, name) => {
    const contentUrl = 'https://smba.example/v3/attachments/1/views/original';
    expect(heard({ text: '', attachments: [{ ...picture, contentUrl }] })?.attachments).toEqual([
      { contentType: picture.contentType, name },
    ]);
  });
});

describe('a tap in Teams', () => {
  const value = { action: 'pick-item', turnId: 't1', itemId: 'i1' };

  it('on a button says its title and means its value', () => {
    const { text: _, ...tap } = activity({ replyToId: '55', value: { ...value, title: 'Hoe reset ik?' } });
    expect(read?.(tap)).toEqual([
      { kind: 'activity', activity: { ...tap, text: 'Hoe reset ik?', value, attachments: [] } },
    ]);
  });

  it('by Action.Execute is the same', () => {
    const invoke = {
      type: 'invoke',
      name: 'adaptiveCard/action',
      replyToId: '55',
      value: { action: { type: 'Action.Execute', verb: 'x', data: { ...value, title: 'Hoe reset ik?' } } },
    };
    expect(heard(invoke)).toMatchObject({
      type: 'message',
      id: '1700000000000',
      text: 'Hoe reset ik?',
      value,
      replyToId: '55',
    });
  });

  it('that shows its words in the chat keeps them', () => {
    expect(heard({ text: 'Hoe reset ik?', value: { ...value, msteams: { type: 'imBack' } } })).toMatchObject({
      text: 'Hoe reset ik?',
      value,
    });
  });

  it('of another app on our cards means nothing', () => {
    expect(heard({ value: ['x'] })).toMatchObject({ text: '', value: ['x'] });
  });
});

describe('thumbs in Teams', () => {
  const rate = (reaction: unknown, feedback: unknown = '{}') => ({
    type: 'invoke',
    name: 'message/submitAction',
    replyToId: '1690000000000',
    value: { actionName: 'feedback', actionValue: { reaction, feedback } },
  });

  it('rate the message they stand below', () => {
    expect(heard(rate('like'))).toMatchObject({
      type: 'message',
      id: '1700000000000',
      text: '',
      value: { action: 'rate-message', activityId: '1690000000000', isHelpful: true },
    });
  });

  it('bring the words typed beside them', () => {
    expect(heard(rate('dislike', '{"feedbackText":" Werkt niet "}'))).toMatchObject({
      text: 'Werkt niet',
      value: { isHelpful: false },
    });
  });

  it.each(['', 'no json', '[]', '{"feedbackText":7}', 12])('survive %j as their words', (feedback) => {
    expect(heard(rate('like', feedback))).toMatchObject({ text: '' });
  });

  it('say nothing without a message or a direction', () => {
    expect(readings(rate('heart'))).toEqual([]);
    expect(readings({ ...rate('like'), replyToId: '' })).toEqual([]);
    expect(readings({ ...rate('like'), value: null })).toEqual([]);
  });
});

describe('coming and going in Teams', () => {
  const welcome = { type: 'conversationUpdate', membersAdded: [customer] };
  const unreachable = {
    kind: 'event',
    event: { kind: 'unreachable', of: { channelId: 'msteams', conversationId: 'a:1' } },
  };

  it.each([
    ['the bot is added to a chat', { type: 'conversationUpdate', membersAdded: [bot] }],
    ['somebody comes into a personal chat', { type: 'conversationUpdate', membersAdded: [customer] }],
    ['the app is installed', { type: 'installationUpdate', action: 'add' }],
    ['the bot is added to a group', { type: 'conversationUpdate', membersAdded: [bot], conversation: group }],
  ])('welcomes once when %s', (_, fields) => {
    const greeted = heard(fields);
    expect(greeted).toMatchObject(welcome);
    expect(greeted).not.toHaveProperty('action');
  });

  it.each([
    [
      'the bot is added to a team',
      { type: 'conversationUpdate', membersAdded: [bot], conversation: channel },
    ],
    [
      'somebody joins a group',
      { type: 'conversationUpdate', membersAdded: [{ id: '29:bea' }], conversation: group },
    ],
    ['a channel is made', { type: 'conversationUpdate', channelData: { eventType: 'channelCreated' } }],
    ['the app gets a new version', { type: 'installationUpdate', action: 'add-upgrade' }],
    ['the old version goes', { type: 'installationUpdate', action: 'remove-upgrade' }],
    ['members have no shape', { type: 'conversationUpdate', membersAdded: [null] as never }],
  ])('is silent when %s', (_, fields) => {
    expect(readings(fields)).toEqual([]);
  });

  it.each([
    ['the app is removed', { type: 'installationUpdate', action: 'remove' }],
    ['the bot is removed', { type: 'conversationUpdate', membersRemoved: [bot] }],
  ])('knows that nothing arrives any more when %s', (_, fields) => {
    expect(readings(fields)).toEqual([unreachable]);
  });
});

describe('receipts in Teams', () => {
  const receipt = { type: 'event', name: 'application/vnd.microsoft.readReceipt' };
  const value = { lastReadMessageId: '1700000000123' };
  const of = { channelId: 'msteams', conversationId: 'a:1' };

  it('tell when everything before was read', () => {
    expect(readings({ ...receipt, value, timestamp: '2026-11-22T10:00:00.5Z' })).toEqual([
      { kind: 'event', event: { kind: 'read', of, until: '2026-11-22T10:00:00.500Z' } },
    ]);
  });

  it('take the time of the message where they have none', () => {
    expect(readings({ ...receipt, value })).toEqual([
      { kind: 'event', event: { kind: 'read', of, until: '2023-11-14T22:13:20.123Z' } },
    ]);
  });

  it('without a time tell nothing', () => {
    expect(readings({ ...receipt, value: { lastReadMessageId: 'x' } })).toEqual([]);
    expect(readings(receipt)).toEqual([]);
  });
});

describe('words of Teams that are not as they look', () => {
  const textOf = (fields: Partial<Activity>) => {
    const [reading] = readings(fields);
    return reading?.kind === 'activity' ? reading.activity.text : undefined;
  };
  const thumb = '<p><img itemtype="http://schema.skype.com/Emoji" alt="👍" src="x"></p>';
  const picture = { contentType: 'image/*', contentUrl: 'https://statics.teams.cdn.office.net/x/20_f.png' };

  it('lose a mention of the bot that is named by an entity without text', () => {
    const entity = { type: 'mention', mentioned: bot };
    expect(textOf({ text: '<at>Helper</at> Voicemail uit', entities: [entity] })).toBe('Voicemail uit');
  });

  it.each([
    ['<quoted messageId="1700000000123"/> Voicemail uit', 'Voicemail uit'],
    ['<quoted messageId="1700000000123"></quoted>', ''],
  ])('lose the placeholder of a quotation: %s', (text, words) => {
    expect(textOf({ text, entities: [{ type: 'quotedReply' }] })).toBe(words);
  });

  it('are the emoji where these came as pictures', () => {
    const attachments = [picture, { contentType: 'text/html', content: thumb }];
    const [reading] = readings({ text: '', attachments });
    expect(reading).toMatchObject({ activity: { text: '👍', attachments: [] } });
  });

  it('are not for the bot in a group that it may read, unless they mention it', () => {
    const kees = mention('29:kees', 'Kees');
    expect(readings({ conversation: group, text: '<at>Kees</at> wifi zwak?', entities: [kees] })).toEqual([]);
    expect(readings({ conversation: channel, text: 'wifi zwak?' })).toEqual([]);
    const both = [kees, mention('28:app', 'Helper')];
    const text = '<at>Helper</at> vraag <at>Kees</at> over wifi';
    expect(textOf({ conversation: group, text, entities: both })).toBe('vraag Kees over wifi');
  });
});

describe('what a customer of Teams does with words that were said', () => {
  const change = (type: string, eventType: string) => {
    const [reading] = readings({ type, id: '1700000000001', text: 'Wat nu?', channelData: { eventType } });
    return reading?.kind === 'activity' ? reading.activity : null;
  };

  it('is told under the id that they had', () => {
    expect(change('messageUpdate', 'editMessage')).toMatchObject({
      type: 'messageUpdate',
      id: '1700000000001',
      text: 'Wat nu?',
    });
  });

  it.each(['messageDelete', 'messageUpdate'])('takes them back by %s with softDeleteMessage', (type) => {
    expect(change(type, 'softDeleteMessage')).toMatchObject({ type: 'messageDelete', id: '1700000000001' });
  });

  it('is heard as new where what was taken back stands again', () => {
    const again = change('messageUpdate', 'undeleteMessage');
    expect(again).toMatchObject({ type: 'message', text: 'Wat nu?' });
    expect(again).not.toHaveProperty('id');
  });
});

describe('what says nothing in Teams', () => {
  it.each([
    ['typing', { conversation: { id: 'g', conversationType: 'groupChat', isGroup: true } }],
    ['messageReaction', { reactionsAdded: [{ type: 'like' }] }],
    ['messageReaction', { reactionsAdded: [{ type: 'like' }], replyToId: '1', conversation: group }],
    ['event', { name: 'application/vnd.microsoft.meetingStart' }],
    ['invoke', { name: 'composeExtension/query', value: {} }],
    ['invoke', { name: 'adaptiveCard/action', value: { action: null } }],
  ])('%s %j gives nothing', (type, fields) => {
    expect(readings({ type, ...fields })).toEqual([]);
  });
});

describe('files that can be fetched from Teams', () => {
  const picture = { contentType: 'image/*', contentUrl: 'https://smba.trafficmanager.net/v3/attachments/1' };
  const file = {
    contentType: 'application/vnd.microsoft.teams.file.download.info',
    contentUrl: 'https://contoso.sharepoint.com/brief.pdf',
    name: 'brief.pdf',
    content: { downloadUrl: 'https://contoso.sharepoint.com/download?tempauth=secret', fileType: 'pdf' },
  };
  const copy = { contentType: 'text/html', contentUrl: 'https://x.example', content: '<p>Kijk</p>' };

  it('are named by their places among what the customer sent', () => {
    const sent = activity({ attachments: [copy, picture, file] });
    expect(downloads?.(sent)).toEqual([
      { place: 0, url: picture.contentUrl, name: 'image', from: 'connector' },
      {
        place: 1,
        url: file.content.downloadUrl,
        name: 'brief.pdf',
        from: ['sharepoint.com', 'sharepoint.us'],
      },
    ]);
    expect(JSON.stringify(readings({ attachments: [copy, picture, file] }))).not.toContain('tempauth');
  });
});

describe('a reaction on a message of the bot', () => {
  it.each([
    [['like'], [], true],
    [['1f44d_thumbsup'], [], true],
    [['heart'], ['sad'], true],
    [['angry'], [], false],
    [['laugh'], [], null],
    [[], ['like'], null],
  ])('added %j, removed %j says %s', (added, removed, isHelpful) => {
    const typed = (types: readonly string[]) => types.map((type) => ({ type }));
    const fields = {
      reactionsAdded: typed(added),
      reactionsRemoved: typed(removed),
      replyToId: '1700000000009',
    };
    expect(readings({ type: 'messageReaction', ...fields })).toMatchObject([
      { kind: 'event', event: { kind: 'reacted', activityId: '1700000000009', isHelpful } },
    ]);
  });
});
