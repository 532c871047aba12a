import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { oneQueue } from '../../../../bot/assignment/routing.js';
import { readCompanyFacts } from '../../../../bot/company/read-company-facts.js';
import { readSafetyTexts } from '../../../../bot/company/safety-texts.js';
import type { Activity } from '../../../../bot/contracts/activities.js';
import { createBackground } from '../../../../bot/conversations/background.js';
import { createConversationChanges } from '../../../../bot/conversations/conversation-changes.js';
import { UNWATCHED } from '../../../../bot/operations/unwatched.js';
import { createDoors, type Doors } from '../../../../bot/outbox/doors.js';
import { recordIncoming, recordVisit } from '../../../../bot/reception/inbox.js';
import {
  createInboxWorker,
  type InboxWorker,
  type InboxWorkerParts,
} from '../../../../bot/reception/inbox-worker.js';
import { botSettings } from '../../../../bot/settings.js';
import { pendingMessages } from '../../../../bot/store/messages/inbox.js';
import { countAttempt } from '../../../../bot/store/messages/messages.js';
import { migrations } from '../../../../bot/store/migrations.js';
import { openTables } from '../../../../bot/store/sqlite/open-sqlite-store.js';
import type { Store } from '../../../../bot/store/store.js';
import { type Database, openDatabase } from '../../../../index/platform/database.js';
import { createLanes } from '../../../../index/platform/lanes.js';
import { silentLog } from '../../../../index/platform/log.js';
import { parseSettings } from '../../../../index/platform/settings.js';
import { ears } from '../../../support/ears.js';
import { FakeKnowledgeBase } from '../support/fake-knowledge-base.js';
import { RecordingTransport } from '../support/recording-transport.js';
import { customerSays, incoming } from '../support/samples.js';
import { SetClock } from '../support/set-clock.js';

describe('the worker of the inbox', () => {
  const WIFI = 'Waarom doet mijn wifi het niet?';
  let database: Database;
  let store: Store;
  let clock: SetClock;
  let transport: RecordingTransport;
  let doors: Doors;
  let drained: { readonly id: string; readonly isLive: boolean }[];
  let announced: string[];
  let apologies: number;
  let timersRun: number;
  let knowledgeBase: FakeKnowledgeBase;
  let worker: InboxWorker;

  beforeEach(async () => {
    database = openDatabase(':memory:');
    store = await openTables(database, migrations);
    clock = new SetClock();
    transport = new RecordingTransport();
    doors = createDoors(clock);
    drained = [];
    announced = [];
    apologies = 0;
    timersRun = 0;
    knowledgeBase = new FakeKnowledgeBase({ wifi: 'Zet het modem uit en aan.' });
    const changes = createConversationChanges(() => {});
    changes.listen((id) => announced.push(id));
    const nothing = async () => {};
    const parts: InboxWorkerParts = {
      store,
      clock,
      log: silentLog,
      knowledgeBase,
      hear: ears.hear,
      verdicts: { record() {} },
      watch: UNWATCHED,
      addressBound: { isFull: async () => false },
      settings: parseSettings(botSettings, { COLLECT_MESSAGES_MS: '10000' }),
      doors,
      safetyTexts: readSafetyTexts(),
      companyFacts: readCompanyFacts(undefined, 'Zwaluw'),
      factFinder: { find: () => null },
      transcripts: { withFile: async (decision) => decision },
      promises: { run: (promised) => promised },
      filterFor: () => null,
      rules: { routing: oneQueue(null) },
      presence: {
        hereUntil: () => 0,
        attendance: async () => ({ isAttended: true, backAt: null, promise: null, promisedUntil: null }),
      },
      outbox: {
        drain: async (id, live) => void drained.push({ id, isLive: live !== undefined }),
        drainAll: nothing,
        resume: nothing,
        inTurn: (_id, task) => task(),
        isSending: () => false,
        idle: nothing,
      },
      timers: {
        runDue: async () => {
          timersRun += 1;
        },
      },
      changes,
      background: createBackground(silentLog),
      lanes: createLanes(),
      apologiseUnwritten: async () => {
        apologies += 1;
      },
    };
    worker = createInboxWorker(parts);
  });
  afterEach(() => store.destroy());

  /** Writes a message into the inbox; the worker has not seen it yet. */
  async function record(text: string, more: Partial<Activity> = {}) {
    const message = incoming(text, more);
    const recorded = await recordIncoming(store, message, clock.now().toISOString());
    if (!recorded) throw new Error('It was there before.');
    return { ...recorded, message };
  }
  const arrived = (text: string) => ({ activity: customerSays(text), transport });
  const turns = async () =>
    (await store.selectFrom('turns').select(['decisionKind', 'question']).orderBy('createdAt').execute()).map(
      ({ decisionKind, question }) => [decisionKind, question],
    );
  const waiting = async () =>
    (await store.selectFrom('messages').select('text').where('status', '=', 'received').execute()).map(
      ({ text }) => text,
    );

  it('handles a message, and has sent what is said to a customer who is there', async () => {
    const recorded = await record(WIFI);
    await worker.answer(recorded, arrived(WIFI));
    expect(await turns()).toEqual([['answer', WIFI]]);
    expect(await waiting()).toEqual([]);
    expect(drained).toEqual([{ id: recorded.conversation.id, isLive: true }]);
  });

  it('leaves later messages to their own turn', async () => {
    const first = await record(WIFI);
    await record('Dank je wel!');
    await worker.answer(first, arrived(WIFI));
    expect(await waiting()).toEqual(['Dank je wel!']);
  });

  it('leaves unfinished words to the message that ends them', async () => {
    const first = await record('mijn wifi,');
    const last = await record('die doet het niet, wat nu?');
    const answering = worker.answer(first, arrived('mijn wifi,'));
    await worker.answer(last, arrived('die doet het niet, wat nu?'));
    worker.stop();
    await answering;
    expect(knowledgeBase.searched.map((text) => text.replaceAll(/\s+/g, ' '))).toEqual([
      'mijn wifi, die doet het niet, wat nu?',
    ]);
    expect(await turns()).toHaveLength(1);
  });

  it('shows that the bot types before the answer, but not by a door that is held', async () => {
    await worker.answer(await record(WIFI), arrived(WIFI));
    expect(transport.sent.map(({ type }) => type)).toEqual(['typing']);
    doors.hold('webchat', new Date(clock.now().getTime() + 60_000), null, 'm1');
    await worker.answer(await record(WIFI), arrived(WIFI));
    expect(transport.sent).toHaveLength(1);
  });

  it('tells the desk, and looks at the timers, when the hand-off moved', async () => {
    const text = 'Ik wil een medewerker spreken';
    const recorded = await record(text);
    await worker.answer(recorded, arrived(text));
    expect(new Set(announced)).toEqual(new Set([recorded.conversation.id]));
    expect(timersRun).toBe(1);
  });

  it('handles what a stopped program left, without anybody there', async () => {
    const { conversation } = await record(WIFI);
    await worker.handleAll([conversation.id]);
    expect(await turns()).toEqual([['answer', WIFI]]);
    expect(drained).toEqual([{ id: conversation.id, isLive: false }]);
    expect(transport.sent).toEqual([]);
  });

  it('apologises for a message that was begun three times', async () => {
    const { conversation } = await record(WIFI);
    const [{ id } = { id: '' }] = await pendingMessages(store, conversation.id);
    // Once when it came, and twice after a start.
    for (let restart = 0; restart < 2; restart++) await countAttempt(store, [id]);
    await worker.handleAll([conversation.id], [conversation.id]);
    expect(await turns()).toEqual([['apologise', WIFI]]);
    expect(knowledgeBase.searched).toEqual([]);
  });

  it('suspects only what was begun, one by one, and last', async () => {
    const ids: string[] = [];
    for (const name of ['poison', 'innocent', 'fresh']) {
      const { conversation } = await record(WIFI, { id: `said-in-${name}`, conversation: { id: name } });
      ids.push(conversation.id);
    }
    for (const id of ids.slice(0, 2)) {
      const [message] = await pendingMessages(store, id);
      await countAttempt(store, [message?.id ?? '']);
    }
    const attemptsOf = async (id = '') => (await pendingMessages(store, id)).map(({ attempts }) => attempts);
    let seenAtPoison: unknown;
    const search = knowledgeBase.search.bind(knowledgeBase);
    let searches = 0;
    knowledgeBase.search = async (...asked) => {
      searches += 1;
      // The second that is searched for is the first of those under suspicion.
      if (searches === 2) seenAtPoison = await Promise.all(ids.map((id) => attemptsOf(id)));
      return search(...asked);
    };
    await worker.handleAll(ids, ids.slice(0, 2));
    expect(seenAtPoison).toEqual([[2], [1], []]);
    expect(await turns()).toHaveLength(3);
  });

  it('apologises unwritten where the store takes nothing, and handles it when it does again', async () => {
    const recorded = await record(WIFI);
    database.pragma('query_only = ON');
    await worker.answer(recorded, arrived(WIFI));
    expect(apologies).toBe(1);
    await worker.retry([]);
    expect(await waiting()).toEqual([WIFI]);
    database.pragma('query_only = OFF');
    await worker.retry([]);
    expect(await turns()).toEqual([['answer', WIFI]]);
    expect(apologies).toBe(1);
    await worker.retry([]);
    expect(await turns()).toHaveLength(1);
  });

  it('comes again to what a start could not even read', async () => {
    const recorded = await record(WIFI);
    database.exec('alter table messages rename to unreadable');
    await worker.handleAll([recorded.conversation.id]);
    database.exec('alter table unreadable rename to messages');
    await worker.retry([]);
    expect(await turns()).toEqual([['answer', WIFI]]);
  });

  it('welcomes whoever came in once', async () => {
    const id = await recordVisit(store, incoming(''), clock.now().toISOString());
    await worker.welcome(id, transport, null);
    await worker.welcome(id, transport, null);
    expect(await turns()).toEqual([['welcome', '']]);
  });
});
