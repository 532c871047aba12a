import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { recordVisit } from '../../../../../bot/reception/inbox.js';
import { advanceSequence } from '../../../../../bot/store/conversations.js';
import {
  insertMessages,
  insertUnlessKnown,
  markFailed,
  markSent,
  markUncertain,
  type NewMessage,
  saveArrivals,
  saveFailedAttempt,
  saveSentIds,
} from '../../../../../bot/store/messages/messages.js';
import {
  arrivalsOfQueued,
  findSent,
  messagesOfTurn,
  queuedMessages,
} from '../../../../../bot/store/messages/outbox.js';
import type { Store, Write } from '../../../../../bot/store/store.js';
import { readProductFiles } from '../../../../support/product-files.js';
import { openTestStore } from '../../support/open-test-store.js';
import { botSays, incoming } from '../../support/samples.js';

const AT = '2026-03-02T09:00:00.000Z';
const LATER = '2026-03-02T09:05:00.000Z';

describe('messages in the store', () => {
  let store: Store;
  let conversationId: string;
  beforeEach(async () => {
    store = await openTestStore();
    conversationId = await recordVisit(store, incoming(''), AT);
  });
  afterEach(() => store.destroy());

  const write = <Result>(task: (transaction: Write) => Promise<Result>) => store.transaction().execute(task);
  const only = () => store.selectFrom('messages').selectAll().executeTakeFirstOrThrow();
  const outgoing = (more: Partial<NewMessage> = {}): NewMessage => ({
    conversationId,
    sequence: 1,
    direction: 'out',
    speakerKind: 'bot',
    speakerName: 'Testbot',
    text: 'Hallo',
    message: botSays('Hallo'),
    status: 'queued',
    createdAt: AT,
    ...more,
  });
  const queued = async () => {
    await write((transaction) => insertMessages(transaction, [outgoing()]));
    return (await only()).id;
  };

  it('are written by one file', () => {
    const writing = readProductFiles().filter(({ text }) =>
      /\b(insertInto|updateTable|deleteFrom|replaceInto|mergeInto)\('messages'\)/.test(text),
    );
    expect(writing.map(({ path }) => path)).toEqual(['bot/store/messages/messages.ts']);
  });

  it('begin empty but for what is given', async () => {
    const id = await queued();
    const { message, ...row } = await only();
    expect(JSON.parse(message)).toEqual(botSays('Hallo'));
    expect(row).toEqual({
      id,
      conversationId,
      sequence: 1,
      direction: 'out',
      speakerKind: 'bot',
      speakerName: 'Testbot',
      agentId: null,
      text: 'Hallo',
      activityId: null,
      turnId: null,
      status: 'queued',
      attempts: 0,
      nextAttemptAt: null,
      lastError: null,
      createdAt: AT,
      handledAt: null,
      sentAt: null,
      saidAt: null,
      sentIds: null,
      arrivals: null,
      uncertainUntil: null,
      problem: null,
      collapseKey: null,
      replacesId: null,
      replyKey: null,
    });
  });

  it('are numbered one after the other', async () => {
    expect(await write((transaction) => advanceSequence(transaction, conversationId, 3))).toBe(1);
    expect(await write((transaction) => advanceSequence(transaction, conversationId, 1))).toBe(4);
  });

  it('come in once under one id of the channel', async () => {
    const received = outgoing({
      direction: 'in',
      speakerKind: 'customer',
      activityId: 'a1',
      status: 'received',
    });
    expect(await write((transaction) => insertUnlessKnown(transaction, received))).toBe(true);
    expect(await write((transaction) => insertUnlessKnown(transaction, { ...received, sequence: 2 }))).toBe(
      false,
    );
    expect((await only()).sequence).toBe(1);
  });

  it('are sent with the ids that the channel told', async () => {
    const id = await queued();
    await write((transaction) => markUncertain(transaction, id, { sentAt: AT, uncertainUntil: LATER }));
    expect(await only()).toMatchObject({ status: 'queued', sentAt: AT, uncertainUntil: LATER });
    await write((transaction) => saveSentIds(transaction, id, ['m1']));
    expect(await only()).toMatchObject({ status: 'queued', sentIds: '["m1"]', uncertainUntil: null });
    await write((transaction) => markSent(transaction, id, { sentIds: ['m1', 'm2'], sentAt: LATER }));
    expect(await only()).toMatchObject({ status: 'sent', activityId: 'm2', sentAt: LATER });
    expect(await findSent(store, id)).toMatchObject({ id, sentIds: ['m1', 'm2'], turnId: null });
  });

  it('have their tree, also where an earlier version stored none', async () => {
    const { tree, ...words } = botSays('Hallo');
    await write((transaction) =>
      insertMessages(transaction, [outgoing({ message: words, sentIds: '["m1"]', turnId: 't1' })]),
    );
    expect((await findSent(store, (await only()).id))?.message.tree).toEqual(tree);
    expect((await messagesOfTurn(store, conversationId, 't1')).map((message) => message.tree)).toEqual([
      tree,
    ]);
  });

  it('have no id of the channel where it told none', async () => {
    const id = await queued();
    await write((transaction) => markSent(transaction, id, { sentIds: [''], sentAt: LATER }));
    expect(await only()).toMatchObject({ status: 'sent', activityId: null, sentIds: '[""]' });
  });

  it('keep why they did not get through, shortened', async () => {
    const id = await queued();
    const failure = { attempts: 2, reason: 'x'.repeat(400), nextAttemptAt: LATER, uncertainUntil: null };
    await write((transaction) => saveFailedAttempt(transaction, id, failure));
    expect(await only()).toMatchObject({ status: 'queued', attempts: 2, nextAttemptAt: LATER });
    expect((await only()).lastError).toHaveLength(300);
    const end = { problem: 'gave-up' as const, reason: 'HTTP 500', attempts: 3 };
    await write((transaction) => markFailed(transaction, id, end));
    expect(await only()).toMatchObject({
      status: 'failed',
      problem: 'gave-up',
      attempts: 3,
      lastError: 'HTTP 500',
      nextAttemptAt: null,
    });
    expect(await queuedMessages(store, conversationId)).toEqual([]);
  });

  it('keep what the channel told to have gone out while they wait', async () => {
    const id = await queued();
    expect(await arrivalsOfQueued(store, conversationId, id)).toEqual(new Map());
    await write((transaction) => saveArrivals(transaction, id, new Map([[1, 'm2']])));
    expect(await arrivalsOfQueued(store, conversationId, id)).toEqual(new Map([[1, 'm2']]));
    expect(await arrivalsOfQueued(store, 'another', id)).toBeNull();
    await write((transaction) => markSent(transaction, id, { sentIds: ['m1', 'm2'], sentAt: LATER }));
    expect(await arrivalsOfQueued(store, conversationId, id)).toBeNull();
  });
});
