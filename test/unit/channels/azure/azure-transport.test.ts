import { describe, expect, it } from 'vitest';
import type { Activity } from '../../../../bot/contracts/activities.js';
import { createAzureTransport } from '../../../../channels/azure/azure-transport.js';
import type { ConnectorReply } from '../../../../channels/azure/connector/contracts.js';
import { silentLog } from '../../../../index/platform/log.js';
import { teamsMessage } from '../../../support/azure-server.js';
import { NO_FILES } from '../../../support/test-files.js';

const FACTS = { speaker: { kind: 'bot', name: 'Zwaluw' } as const, customerWroteAt: null };

function scene({ isLocalOnly = false, replies = [] as ConnectorReply[] } = {}) {
  const sent: Activity[] = [];
  let at = Date.parse('2026-11-22T10:00:00Z');
  const call = async (activity: Activity): Promise<ConnectorReply> => {
    sent.push(activity);
    return replies.shift() ?? { kind: 'taken', id: `t${sent.length}` };
  };
  const transport = createAzureTransport({
    sending: { files: NO_FILES, publicUrl: null },
    isLocalOnly,
    log: silentLog,
    clock: { now: () => new Date(at) },
    connector: { send: call, update: call },
  });
  return {
    sent,
    transport,
    send: (changes: Partial<Activity> = {}) => transport.send(teamsMessage(changes), FACTS),
    pass: (ms: number) => {
      at += ms;
    },
  };
}

describe('the way out by Azure', () => {
  it('gives the id of the channel', async () => {
    expect(await scene().send()).toEqual({ kind: 'sent', id: 't1' });
  });

  it.each(['msteams', 'facebook', 'slack'])('sends no event into %s', async (channelId) => {
    const { send, sent } = scene();
    expect(await send({ type: 'event', name: 'handoff.status', id: 'e1', channelId })).toEqual({
      kind: 'sent',
      id: 'e1',
    });
    expect(sent).toEqual([]);
  });

  it.each(['directline', 'webchat', 'emulator'])('sends events into %s', async (channelId) => {
    const { send, sent } = scene();
    await send({ type: 'event', name: 'conversation/status', channelId });
    expect(sent).toHaveLength(1);
  });

  it('sends typing everywhere but where it would be a letter', async () => {
    const { send, sent } = scene();
    await send({ type: 'typing' });
    await send({ type: 'typing', channelId: 'email' });
    await send({ type: 'typing', channelId: 'sms' });
    expect(sent).toMatchObject([{ type: 'typing', channelId: 'msteams' }]);
  });

  it.each([undefined, 'nonsense', 'http://smba.example/', 'ftp://localhost/'])(
    'calls no address like %s',
    async (serviceUrl) => {
      const { send, sent } = scene();
      expect(await send({ serviceUrl })).toMatchObject({ kind: 'refused', problem: 'unreachable' });
      expect(sent).toEqual([]);
    },
  );

  it('calls only this machine without a registration', async () => {
    const { send, sent } = scene({ isLocalOnly: true });
    expect(await send()).toMatchObject({ kind: 'refused' });
    expect(await send({ serviceUrl: 'http://localhost:5000/' })).toEqual({ kind: 'sent', id: 't1' });
    expect(sent).toHaveLength(1);
  });
});

describe('a refusal that need not be the end', () => {
  const refused = (status: number, code: string): ConnectorReply => ({
    ...{ kind: 'answered', status, retryAfterMs: null, isTokenNew: true },
    body: { error: { code, message: '' } },
  });
  const card = (fallbackText?: string) => ({
    text: '',
    attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: { fallbackText } }],
  });
  const tooLarge = refused(413, 'RequestEntityTooLarge');

  it('of a card for its size sends its facts as plain words', async () => {
    const { send, sent } = scene({ replies: [tooLarge] });
    expect(await send(card('Antwoord van Pieter, 3 maart 2020'))).toEqual({ kind: 'sent', id: 't2' });
    expect(sent[1]).toMatchObject({ text: 'Antwoord van Pieter, 3 maart 2020', textFormat: 'plain' });
    expect(sent[1]).not.toHaveProperty('attachments');
  });

  it('of a card without words, or of its words as well, is one', async () => {
    expect(await scene({ replies: [tooLarge] }).send(card())).toMatchObject({ problem: 'not-accepted' });
    const { send, sent } = scene({ replies: [tooLarge, tooLarge] });
    expect(await send(card('Antwoord'))).toMatchObject({ problem: 'not-accepted' });
    expect(sent).toHaveLength(2);
  });

  const GONE = ['ConversationNotFound', 'NotFound'];
  it.each(GONE)('by 404 %s is tried again while the customer wrote just now', async (code) => {
    const wrote = (at: string) =>
      scene({ replies: [refused(404, code)] }).transport.send(teamsMessage(), {
        ...FACTS,
        customerWroteAt: at,
      });
    expect(await wrote('2026-11-22T09:59:00Z')).toMatchObject({ kind: 'later', scope: 'message' });
    expect(await wrote('2026-11-22T09:49:00Z')).toMatchObject({ kind: 'refused', problem: 'unreachable' });
  });

  it('by 404 of the message that is to be changed is one', async () => {
    const { transport } = scene({ replies: [refused(404, 'ActivityNotFoundInConversation')] });
    const facts = { ...FACTS, customerWroteAt: '2026-11-22T09:59:00Z' };
    expect(await transport.update?.(teamsMessage(), facts)).toMatchObject({ problem: 'not-accepted' });
  });
});

describe('a message to Messenger through Azure', () => {
  const quickReplies = { quick_replies: [] };
  const tag = { messaging_type: 'MESSAGE_TAG', tag: 'HUMAN_AGENT' };
  const [day, late] = ['2026-11-21T10:00:01Z', '2026-11-21T10:00:00Z'];
  it.each([
    ['an agent, within 24 hours', 'agent', day, 'facebook', undefined],
    ['an agent, later', 'agent', late, 'facebook', { ...quickReplies, ...tag }],
    ['the bot, later', 'bot', late, 'facebook', undefined],
    ['an agent on another channel', 'agent', late, 'slack', undefined],
    ['an agent, to who never wrote', 'agent', null, 'facebook', undefined],
  ] as const)(
    'of %s, is tagged only where it must be',
    async (_who, kind, customerWroteAt, channelId, tagged) => {
      const { transport, sent } = scene();
      const activity = teamsMessage({ channelId, channelData: quickReplies });
      await transport.send(activity, { speaker: { kind, name: 'Sanne' }, customerWroteAt });
      expect(sent).toEqual([{ ...activity, channelData: tagged ?? quickReplies }]);
    },
  );
});

describe('the pace in a conversation of Teams', () => {
  async function outcomes(count: number, send: () => Promise<unknown>): Promise<unknown[]> {
    const all: unknown[] = [];
    for (let index = 0; index < count; index += 1) all.push(await send());
    return all;
  }

  it('lets seven messages go in a second and asks to wait with the eighth', async () => {
    const { send, sent, pass } = scene();
    const all = await outcomes(8, send);
    expect(sent).toHaveLength(7);
    expect(all.at(-1)).toMatchObject({ kind: 'later', waitMs: 1_000, scope: 'message', alert: null });
    pass(1_000);
    expect(await send()).toEqual({ kind: 'sent', id: 't8' });
  });

  it('lets sixty go in thirty seconds', async () => {
    const { send, sent, pass } = scene();
    for (let index = 0; index < 61; index += 1) {
      await send();
      pass(400);
    }
    expect(sent).toHaveLength(60);
  });

  it('is counted for each conversation by itself', async () => {
    const { send, sent } = scene();
    await outcomes(7, send);
    await send({ conversation: { id: 'a:2' } });
    expect(sent).toHaveLength(8);
  });

  it('is not held in other channels', async () => {
    const { send, sent } = scene();
    await outcomes(20, () => send({ channelId: 'directline' }));
    expect(sent).toHaveLength(20);
  });
});
