import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Activity } from '../../../bot/contracts/activities.js';
import { openDatabase } from '../../../index/platform/database.js';
import { type KillLedger, openKillLedger } from '../../bench/kills/kill-count.js';
import { type FakeConnector, startFakeConnector } from '../../support/fake-connector.js';
import { type FakeGraph, startFakeGraph } from '../../support/fake-graph.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

const REPLY = { channel: 'msteams', by: 'agent', words: 'Antwoord van Sanne nummer 1.' } as const;

describe('what eighty kills came to', () => {
  let connector: FakeConnector;
  let graph: FakeGraph;
  let ledger: KillLedger;
  let database: ReturnType<typeof openDatabase>;
  beforeEach(async () => {
    connector = await startFakeConnector();
    graph = await startFakeGraph({ appSecret: 'a', pageId: '1' });
    const folder = temporaryFolder();
    database = openDatabase(join(folder, 'conversations.sqlite'));
    database.exec(`create table messages (text, conversationId, direction, status, sentIds);
      create table conversations (id, channelId); create table webchat_activities (activity)`);
    ledger = openKillLedger(folder, { graph, connector });
  });
  afterEach(async () => {
    ledger.close();
    database.close();
    await connector.stop();
    await graph.stop();
  });

  /** Teams takes a message; returns its id. */
  async function teamsTakes(text: string): Promise<string> {
    const activity: Activity = { type: 'message', text };
    const answer = await fetch(`${connector.url}v3/conversations/a%3Atess/activities`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(activity),
    });
    return ((await answer.json()) as { readonly id: string }).id;
  }
  const notes = (id: string) =>
    database.prepare('insert into messages (sentIds) values (?)').run(JSON.stringify([id]));

  it('counts apart what Teams was sent again because a kill cut off its answer', async () => {
    notes(await teamsTakes('Hallo'));
    const cutOff = await teamsTakes(REPLY.words);
    ledger.killed();
    notes(await teamsTakes(REPLY.words));
    expect(ledger.shown([REPLY])).toEqual({ lost: [], doubled: [] });
    expect(ledger.strangers().msteams).toEqual([cutOff]);
    expect(ledger.unexplained()).toEqual([]);
  });

  it('counts as doubled what was sent again without a kill behind it', async () => {
    await teamsTakes(REPLY.words);
    notes(await teamsTakes(REPLY.words));
    ledger.killed();
    expect(ledger.shown([REPLY])).toEqual({ lost: [], doubled: [REPLY.words] });
    expect(ledger.strangers().msteams).toEqual([]);
    expect(ledger.unexplained()).toEqual([REPLY.words]);
  });

  it('counts as shown what was cut off and not sent again, and as lost what Teams never had', async () => {
    await teamsTakes(REPLY.words);
    ledger.killed();
    const other = { ...REPLY, words: 'Antwoord van Bram nummer 2.' };
    expect(ledger.shown([REPLY, other])).toEqual({ lost: [other.words], doubled: [] });
  });
});
