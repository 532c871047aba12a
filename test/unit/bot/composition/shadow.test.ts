import { rmSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createRedaction } from '../../../../bot/composition/redaction.js';
import { formatShadow } from '../../../../bot/composition/shadow/format-shadow.js';
import { hideInQuestion } from '../../../../bot/composition/shadow/hide-in-question.js';
import { runShadow } from '../../../../bot/composition/shadow/run-shadow.js';
import { daysBack } from '../../../../bot/composition/shadow/shadow-days.js';
import { SHADOW_WORDS } from '../../../../bot/composition/shadow/words.js';
import { createFakeEmbedder } from '../../../support/embedding.js';
import { temporaryFolder } from '../../../support/temporary-folder.js';
import { makeTwoReleases, type TwoReleases } from '../../../support/two-releases.js';
import { TestBot } from '../support/test-bot.js';

let folder: string;
let made: TwoReleases;
let test: TestBot;

beforeAll(async () => {
  folder = temporaryFolder();
  made = await makeTwoReleases(folder);
});
afterAll(async () => {
  await made.close();
  rmSync(folder, { recursive: true });
});
beforeEach(async () => {
  test = await TestBot.open();
});
afterEach(async () => {
  await test.bot.stop();
});

const BILL = 'When is the bill sent?';

function customer(id: string, name = 'Anna') {
  return { conversation: { id }, from: { id, name }, locale: 'en-GB' };
}

interface Look {
  readonly days?: number;
  readonly releaseId?: string;
  readonly liveId?: string | null;
  readonly steps?: [number, number][];
}

function shadow({ days = 1, releaseId = made.waiting, liveId = made.live, steps = [] }: Look = {}) {
  const parts = {
    ...{ store: test.store, runtimeDirectory: folder, embedder: createFakeEmbedder() },
    hide: hideInQuestion(createRedaction([])),
    hidden: { hides: () => false },
    serving: { wantedPrecision: undefined, answerThreshold: undefined },
  };
  const since = daysBack(test.clock.now(), days);
  return runShadow(parts, { releaseId, liveId, since, onProgress: (...step) => steps.push(step) });
}

describe('questions of customers, put to a release that waits', () => {
  it('are those that the bot searched for, joined where they ask the same, old beside new', async () => {
    await test.say(BILL, customer('c1'));
    await test.say('when is the bill sent', customer('c2'));
    await test.say('Hello!', customer('c3'));
    await test.say('I want to talk to a person', customer('c4'));
    const steps: [number, number][] = [];
    const report = await shadow({ steps });
    expect(report).toMatchObject({ asked: 2, different: 1, leftOut: 0, changed: 1, liveId: made.live });
    const [change] = report.changes;
    expect(change).toMatchObject({ times: 2, kind: 'other', language: 'en' });
    expect([change?.before.releaseId, change?.after.releaseId]).toEqual([made.live, made.waiting]);
    expect(change?.before.hits[0]?.passage).toContain('Around the fifth');
    expect(change?.after.hits[0]?.passage).toContain('On the seventh');
    expect(steps).toEqual([
      [1, 2],
      [2, 2],
    ]);
  });

  it('hold no personal data, and not their customer’s own name', async () => {
    const said = 'This is Oxana, when is the bill sent to oxana@example.com, account NL91 ABNA 0417 1643 00?';
    await test.say(said, customer('c1', 'Oxana Vbrt'));
    await test.say(said.replace('oxana@', 'joe@').replace('Oxana', 'Ilkka'), customer('c2', 'Ilkka Vbrt'));
    const { different, asked, changes } = await shadow();
    // With all that is personal gone they are the same question.
    expect([different, asked]).toEqual([1, 2]);
    expect(JSON.stringify(changes)).not.toMatch(/oxana|ilkka|joe@|0417/i);
    expect(changes[0]?.question).toContain('when is the bill sent');
  });

  it('are taken from as many days as are asked for', async () => {
    await test.say(BILL, customer('c1'));
    test.clock.forward({ days: 2 });
    expect(await shadow()).toMatchObject({ asked: 0, different: 0, changed: 0 });
    expect((await shadow({ days: 3 })).asked).toBe(1);
  });

  it('leave nothing behind', async () => {
    await test.say(BILL, customer('c1'));
    const tables = ['turns', 'messages', 'verdicts', 'feedback', 'audit'];
    const rows = () => tables.map((table) => test.rows(`select * from ${table}`));
    const before = rows();
    await shadow();
    expect(rows()).toEqual(before);
    expect(made.releases.currentId()).toBe(made.live);
  });

  it('are told alone where nothing is live, and change nothing where the live one is asked', async () => {
    await test.say(BILL, customer('c1'));
    const alone = await shadow({ liveId: null });
    expect(alone).toMatchObject({ liveId: null, before: null, changed: 0, asked: 1 });
    const live = await shadow({ releaseId: made.live });
    expect(live.changed).toBe(0);
    expect(live.before).toEqual(live.after);
  });

  it('say at once that there is no such release', async () => {
    await test.say(BILL, customer('c1'));
    await expect(shadow({ releaseId: '20200101T000000000-00000000' })).rejects.toMatchObject({
      code: 'RELEASE_NOT_FOUND',
    });
  });
});

describe('the terminal', () => {
  const look = { days: 1, most: 20, width: 100 };

  it('shows how many are answered before and after, and what changes, in both languages', async () => {
    await test.say(BILL, customer('c1'));
    const report = await shadow();
    const english = formatShadow(report, SHADOW_WORDS.en, look).join('\n');
    expect(english).toContain('The last 24 hours: 1 question, 1 different, without personal data.');
    expect(english).toContain('1. 1× When is the bill sent? (something else)');
    expect(english).toMatch(/Around the fifth\. +│ On the seventh\./);
    const dutch = formatShadow(report, SHADOW_WORDS.nl, look).join('\n');
    expect(dutch).toContain('De laatste 24 uur: 1 vraag, 1 verschillend, zonder persoonsgegevens.');
    expect(dutch).toContain('1 vraag verandert:');
  });

  it('says so where nobody asked anything', async () => {
    const report = await shadow();
    expect(formatShadow(report, SHADOW_WORDS.en, look)).toEqual([
      'Customers asked nothing in the last 24 hours that the bot searched for. --days looks further back.',
    ]);
    expect(formatShadow(report, SHADOW_WORDS.nl, { ...look, days: 7 })[0]).toContain('in de laatste 7 dagen');
  });
});
