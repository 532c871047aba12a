import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { readDiscourseHook } from '../../../../ingest/sources/discourse/read-discourse-hook.js';
import { readZendeskHook } from '../../../../ingest/sources/zendesk/read-zendesk-hook.js';

const SECRET = 'shared';
const NOW = new Date('2026-03-01T10:00:00Z');

function hookCall(headers: Readonly<Record<string, string>>, body: Buffer) {
  return { header: (name: string) => headers[name], body, now: NOW };
}

describe('a call of Discourse', () => {
  const read = (text: string) => {
    const body = Buffer.from(text);
    const signature = createHmac('sha256', SECRET).update(body).digest('hex');
    const headers = { 'x-discourse-event-signature': `sha256=${signature}`, 'x-discourse-event-id': '7' };
    return readDiscourseHook(hookCall(headers, body), SECRET);
  };

  it.each([
    ['a topic', '{"topic":{"id":12,"title":"x"}}'],
    ['a post', '{"post":{"id":1,"topic_id":12}}'],
    ['a solution', '{"solved":{"id":1,"topic_id":12,"accepted_answer":false}}'],
    ['a solution under its event', '{"unaccepted_solution":{"post":{"topic_id":"12"}}}'],
  ])('leads to the topic of %s', (_what, text) => {
    expect(read(text)).toEqual({ kind: 'event', eventId: '7', threadIds: ['12'] });
  });

  it.each(['{"topic":{"id":"../12"}}', '{"topic":{"id":-1}}', '[12]', 'no JSON', ''])(
    'leads nowhere with %j',
    (text) => {
      expect(read(text)).toMatchObject({ kind: 'event', threadIds: [] });
    },
  );

  it('is off without a secret, and refused with a signature in another form', () => {
    const body = Buffer.from('{}');
    const headers = {
      'x-discourse-event-signature': createHmac('sha256', SECRET).update(body).digest('hex'),
    };
    expect(readDiscourseHook(hookCall(headers, body), null)).toEqual({ kind: 'off' });
    expect(readDiscourseHook(hookCall(headers, body), SECRET)).toEqual({ kind: 'refused' });
  });
});

describe('a call of Zendesk', () => {
  function read(event: unknown, { at = NOW, kind = 'posts', secret = SECRET } = {}) {
    const body = Buffer.from(JSON.stringify(event));
    const timestamp = at.toISOString();
    const signature = createHmac('sha256', secret).update(timestamp).update(body).digest('base64');
    const headers = {
      'x-zendesk-webhook-signature': signature,
      'x-zendesk-webhook-signature-timestamp': timestamp,
    };
    return readZendeskHook(hookCall(headers, body), SECRET, kind);
  }
  const POST = {
    type: 'zen:event-type:community_post.comment_changed',
    id: 'event-1',
    subject: 'zen:community_post:12',
    detail: { id: '12', topic_id: '5' },
  };

  it('leads to the post that it is about, also by its subject', () => {
    const event = { kind: 'event', eventId: 'event-1', threadIds: ['12'] };
    expect(read(POST)).toEqual(event);
    expect(read({ ...POST, detail: {} })).toEqual(event);
  });

  it('leads to an article where articles are read, and nowhere otherwise', () => {
    const article = { type: 'zen:event-type:article.unpublished', id: 'e', detail: { id: 9 } };
    expect(read(article, { kind: 'articles' })).toMatchObject({ threadIds: ['9'] });
    expect(read(article)).toMatchObject({ threadIds: [] });
    expect(read(POST, { kind: 'articles' })).toMatchObject({ threadIds: [] });
  });

  it('is refused where it was signed with another secret, or long ago', () => {
    expect(read(POST, { secret: 'guessed' })).toEqual({ kind: 'refused' });
    expect(read(POST, { at: new Date(NOW.getTime() - 16 * 60_000) })).toEqual({ kind: 'refused' });
    expect(read(POST, { at: new Date(NOW.getTime() - 14 * 60_000) })).toMatchObject({ threadIds: ['12'] });
  });
});
