import { cpSync, existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DeskAgent } from '../../../../bot/contracts/desk.js';
import type { PersonKey } from '../../../../bot/contracts/privacy.js';
import { applyErasures } from '../../../../bot/privacy/apply-erasures.js';
import { writeExport } from '../../../../bot/privacy/write-export.js';
import { newestAudit } from '../../../../bot/store/audit.js';
import { openErasureLedger } from '../../../../index/learning/erasure-ledger.js';
import { canariesIn, makeCanaries, plantCanaries } from '../../../support/canaries.js';
import { temporaryFolder } from '../../../support/temporary-folder.js';
import { signIn } from '../support/sign-in.js';
import { TestBot } from '../support/test-bot.js';

const ANNA: PersonKey = { kind: 'customer', channelId: 'test', customerId: 'anna' };
const WITHIN_MS = 60_000;

let folder: string;
let test: TestBot;
let agent: DeskAgent;
beforeEach(async () => {
  folder = temporaryFolder();
  test = await TestBot.open({ runtimeDirectory: folder, redact: async (question) => question });
  agent = (await signIn(test)).agent;
  await test.bot.desk.present(agent.id);
});
afterEach(() => test.bot.stop());

const privacy = () => test.bot.deskTools.privacy;
const by = () => ({ kind: 'agent' as const, id: agent.id });
const say = (customer: string, text: string, conversation = customer) =>
  test.say(text, { conversation: { id: conversation }, from: { id: customer, name: customer } });
const plant = (customer: string, canaries: readonly string[], first = 0) =>
  plantCanaries({ test, folder, agent }, customer, canaries, first);
const customers = () => test.rows('select customerId from conversations').map((row) => row.customerId);
const byEmail = (email: string): PersonKey => ({ kind: 'email', email });

describe('an erasure', () => {
  it('leaves none of 60 words in any file, said through every door, and all of what others said', async () => {
    const [hers, his] = [makeCanaries(60, 1), makeCanaries(36, 2)];
    for (let place = 0; place < hers.length; place += 12) {
      // Beside each other, so that their rows share pages.
      await plant('anna', hers.slice(place, place + 12), place);
      await plant('bert', his.slice(place, place + 12), place);
    }
    const planted = canariesIn(folder, hers);
    expect(hers.filter((canary) => !planted.includes(canary))).toEqual([]);
    const before = canariesIn(folder, his);
    const { tookMs, leftovers } = await privacy().erase(ANNA, by());
    expect(canariesIn(folder, hers)).toEqual([]);
    expect(leftovers).toBe(0);
    expect(tookMs).toBeLessThan(WITHIN_MS);
    expect(canariesIn(folder, his).sort()).toEqual(before.sort());
  });

  it('leaves no copy that the store made of a row when its neighbours went', async () => {
    const [hers, his, theirs] = [makeCanaries(48, 11), makeCanaries(48, 12), makeCanaries(12, 13)];
    for (let place = 0; place < hers.length; place += 12) {
      await plant('anna', hers.slice(place, place + 12), place);
      await plant('bert', his.slice(place, place + 12), place);
    }
    await plant('carla', theirs);
    await privacy().erase(ANNA, by());
    const kept = canariesIn(folder, theirs);
    await privacy().erase({ kind: 'customer', channelId: 'test', customerId: 'bert' }, by());
    expect(canariesIn(folder, [...hers, ...his])).toEqual([]);
    expect(canariesIn(folder, theirs).sort()).toEqual(kept.sort());
  });

  it('finds nothing afterwards, and what the person says then is a conversation of its own', async () => {
    await say('anna', 'Ik wil een medewerker spreken');
    await privacy().erase(ANNA, by());
    await expect(privacy().find(ANNA, by())).resolves.toEqual({ conversations: [], counts: {} });
    await say('anna', 'Hallo daar');
    expect((await privacy().find(ANNA, by())).conversations).toHaveLength(1);
  });

  it('waits for the turn that is under way, and takes along what that wrote', async () => {
    let letGo = () => {};
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    await say('anna', 'Hallo');
    test.knowledgeBase.beforeSearch = () => held;
    const turn = say('anna', 'Hoe krijg ik een esim in mijn geheimtoestel?');
    const erased = privacy().erase(ANNA, by());
    letGo();
    await Promise.all([turn, erased]);
    await test.bot.idle();
    await privacy().erase(ANNA, by());
    expect(test.rows('select * from messages')).toEqual([]);
  });

  it('tells where a sentence is left because somebody else said the same', async () => {
    const both = 'Mijn kastje knippert de hele dag rood';
    await say('anna', both);
    await say('bert', both);
    expect((await privacy().erase(ANNA, by())).leftovers).toBeGreaterThan(0);
    expect(customers()).toEqual(['bert']);
  });

  it('keeps a wording that enough others used, and takes one that was theirs', async () => {
    const { verdicts, clock } = test;
    const at = clock.now().toISOString();
    const say = (visitor: string, question: string) =>
      verdicts.record({
        ...{ visitor, conversation: visitor, question, itemId: 'wifi', isRight: true },
        ...{ by: 'customer', at, isIdentified: true, address: '' },
      });
    for (const visitor of ['v1', 'v2', 'v3', verdicts.pseudonym('customer', 'test', 'anna')]) {
      await say(visitor, 'wifi doet niets');
    }
    await say(verdicts.pseudonym('customer', 'test', 'anna'), 'het kastje van tante knippert');
    const settled = { itemId: 'wifi', standing: 'accepted' as const, at };
    const votes = { confirmations: 3, rejections: 0, knownConfirmations: 3 };
    await verdicts.review([
      { id: 'w1', wording: 'wifi doet niets', ...settled, ...votes },
      { id: 'w2', wording: 'Het kastje van tante knippert!', ...settled, ...votes },
    ]);
    expect((await privacy().erase(ANNA, by())).isInRelease).toBe(true);
    expect((await verdicts.wordings()).map(({ id }) => id)).toEqual(['w1']);
    const ledger = openErasureLedger(folder);
    expect(ledger.isWordingErased('wifi', 'het kastje van tante knippert')).toBe(true);
    expect(ledger.isWordingErased('wifi', 'wifi doet niets')).toBe(false);
  });

  it('is written down with who did it and how much went, and nothing by which the person is known', async () => {
    await say('anna', 'Mijn adres is anna@example.com');
    await privacy().find(byEmail('anna@example.com'), by());
    await privacy().export(ANNA, by());
    await privacy().erase(ANNA, by());
    const rows = (await newestAudit(test.store)).filter(({ action }) => action.startsWith('privacy.'));
    expect(rows.map(({ action }) => action).sort()).toEqual([
      ...['privacy.erase', 'privacy.export', 'privacy.find'],
    ]);
    expect(rows[0]).toMatchObject({ actorKind: 'agent', actorId: agent.id });
    expect(JSON.stringify(rows)).not.toMatch(/anna/);
    expect(JSON.stringify(rows)).toMatch(/"messages":\d/);
  });
});

describe('a person', () => {
  it('is found by an address they wrote, with all their conversations, and by no longer address', async () => {
    await say('anna', 'U kunt mij bereiken op Anna.Jansen@example.com, dank u', 'a1');
    await say('anna', 'Hallo', 'a2');
    await say('bert', 'Ik ben johanna.jansen@example.com of anna.jansen@example.community', 'b1');
    const { conversations } = await privacy().find(byEmail('anna.jansen@EXAMPLE.com'), by());
    expect(conversations.map(({ customerId }) => customerId)).toEqual(['anna', 'anna']);
  });

  it('is found by an address that a colleague noted, not by one that agents name to everybody', async () => {
    await say('anna', 'Ik wil een medewerker spreken');
    await say('bert', 'Ik wil een medewerker spreken');
    for (const { conversationId, customerName } of await test.bot.desk.entries()) {
      if (customerName === 'anna')
        await test.bot.deskTools.notes.add(conversationId, agent, 'mail: x@example.com', 'note-key');
      await test.bot.desk.claim(conversationId, agent);
      await test.bot.desk.reply(conversationId, agent, 'Mail info@example.com', `key-${conversationId}`);
    }
    await test.bot.idle();
    const found = async (email: string) =>
      (await privacy().find(byEmail(email), by())).conversations.map(({ customerId }) => customerId);
    await expect(found('x@example.com')).resolves.toEqual(['anna']);
    await expect(found('info@example.com')).resolves.toEqual([]);
  });

  it('is found by one of their conversations, by our id and by the channel’s', async () => {
    await say('anna', 'Hallo', 'a1');
    await say('anna', 'Hallo', 'a2');
    const [row] = test.rows('select id from conversations');
    for (const conversationId of [String(row?.id), 'a2']) {
      const { conversations } = await privacy().find({ kind: 'conversation', conversationId }, by());
      expect(conversations).toHaveLength(2);
    }
  });

  it('is not six customers who wrote the same address', async () => {
    for (let n = 1; n <= 6; n++) await say(`c${n}`, 'Mail mij op samen@example.com', `c${n}`);
    await expect(privacy().erase(byEmail('samen@example.com'), by())).rejects.toMatchObject({
      code: 'PERSON_TOO_MANY',
    });
    expect(customers()).toHaveLength(6);
  });
});

describe('an export', () => {
  it('holds every word and file, in a folder for its owner alone', async () => {
    const [hers, his] = [makeCanaries(12, 3), makeCanaries(12, 4)];
    await plant('anna', hers);
    await plant('bert', his);
    const target = join(temporaryFolder(), 'export');
    const path = writeExport(target, folder, await privacy().export(ANNA, by()));
    const found = canariesIn(target, hers);
    // What stands in the audit is about who looked, not of the person.
    expect(hers.filter((canary) => !found.includes(canary))).toHaveLength(1);
    expect(canariesIn(target, his)).toEqual([]);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(statSync(target).mode & 0o777).toBe(0o700);
    const { tables } = JSON.parse(readFileSync(path, 'utf8'));
    expect(tables.conversations[0].reference.customer.id).toBe('anna');
    for (const name of readdirSync(join(target, 'files'))) {
      expect(statSync(join(target, 'files', name)).mode & 0o777).toBe(0o600);
    }
  });
});

describe('a backup that is put back', () => {
  it('holds nothing that was erased after it was made, once erasures are applied again', async () => {
    const [hers, his] = [makeCanaries(24, 5), makeCanaries(12, 6)];
    await plant('anna', hers);
    await plant('bert', his);
    const backup = temporaryFolder();
    await test.bot.idle();
    test.database.pragma('wal_checkpoint(truncate)');
    cpSync(folder, backup, { recursive: true });
    const kept = canariesIn(backup, his);
    await privacy().erase(ANNA, by());
    test.clock.forward({ minutes: 1 });
    await say('anna', 'Dit zei ik pas later');
    // As a restore does: what was erased since stays known.
    for (const name of ['erasures.jsonl', 'erasure-key']) cpSync(join(folder, name), join(backup, name));
    const applied = await applyErasures(backup);
    expect(applied).toMatchObject({ conversations: 2, files: 2, wordings: 2 });
    expect(canariesIn(backup, hers)).toEqual([]);
    expect(canariesIn(backup, his).sort()).toEqual(kept.sort());
    await expect(applyErasures(backup)).resolves.toMatchObject({ conversations: 0, files: 0, wordings: 0 });
    await expect(applyErasures(folder)).resolves.toMatchObject({ conversations: 0 });
  });

  it('is changed by nothing where nothing was erased', async () => {
    await say('anna', 'Hallo');
    await expect(applyErasures(folder)).resolves.toMatchObject({ conversations: 0 });
    expect(existsSync(join(folder, 'erasure-key'))).toBe(false);
  });

  it('is cleared by a ledger of hashes, for its owner alone, that ends with its days', async () => {
    await say('anna', 'Ik ben anna@example.com');
    await privacy().erase(byEmail('anna@example.com'), by());
    const path = join(folder, 'erasures.jsonl');
    expect(readFileSync(path, 'utf8')).not.toMatch(/anna|test"/);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(statSync(join(folder, 'erasure-key')).mode & 0o777).toBe(0o600);
    test.clock.forward({ days: 401 });
    await test.bot.deleteExpired();
    expect(openErasureLedger(folder).things).toEqual([]);
    expect(await newestAudit(test.store)).toEqual([]);
  });
});
