import { join } from 'node:path';
import { type Database, openDatabase } from '../../../index/platform/database.js';
import type { Confirmed } from './kill-contracts.js';
import type { Edges } from './kill-customers.js';

/** What was said, by where it is. */
export interface KillLedger {
  /** Of words that were confirmed: those that the store does not have, and those that it has twice. */
  stored(confirmed: readonly Confirmed[]): Misses;
  /**
   * Of agents' replies: those that their customer was not shown, and those that were shown twice. Teams tells nobody whether it took
   * what was cut off, so that it is sent again and may show twice: that is counted by `strangers`.
   */
  shown(confirmed: readonly Confirmed[]): Misses;
  /** Messages of customers that were not dealt with, and messages to them that are still to be sent. */
  open(): number;
  /** Messages to customers that failed. */
  failed(): number;
  /** What the store says that Messenger, or Teams, was never given, though its customer sees it: it was given twice. */
  strangers(): { readonly facebook: readonly string[]; readonly msteams: readonly string[] };
  close(): void;
}

export interface Misses {
  readonly lost: readonly string[];
  readonly doubled: readonly string[];
}

export function openKillLedger(folder: string, { graph, connector }: Edges): KillLedger {
  const database: Database = openDatabase(join(folder, 'conversations.sqlite'));
  const inStore = database.prepare(
    `select count(*) from messages join conversations on conversations.id = messages.conversationId
     where messages.text = ? and conversations.channelId = ? and direction = ?`,
  );
  const inChat = database.prepare('select count(*) from webchat_activities where instr(activity, ?) > 0');
  const count = (sql: string) => Number(database.prepare(sql).pluck().get());

  function missesOf(confirmed: readonly Confirmed[], timesOf: (said: Confirmed) => number): Misses {
    const lost: string[] = [];
    const doubled: string[] = [];
    for (const said of confirmed) {
      const times = timesOf(said);
      if (times === 0) lost.push(said.words);
      if (times > 1) doubled.push(said.words);
    }
    return { lost, doubled };
  }

  function timesShown({ channel, words }: Confirmed): number {
    if (channel === 'directline') return Number(inChat.pluck().get(words));
    const texts =
      channel === 'facebook'
        ? graph.messages.map(({ text = '' }) => text)
        : connector.shown('a:tess').map(({ text = '' }) => text);
    return texts.filter((text) => text.includes(words)).length;
  }

  return {
    stored: (confirmed) =>
      missesOf(confirmed, ({ words, channel, by }) =>
        Number(inStore.pluck().get(words, channel, by === 'customer' ? 'in' : 'out')),
      ),
    shown: (confirmed) =>
      missesOf(
        confirmed.filter(({ by }) => by === 'agent'),
        timesShown,
      ),
    open: () => count("select count(*) from messages where status in ('received', 'queued')"),
    failed: () => count("select count(*) from messages where direction = 'out' and status = 'failed'"),
    strangers() {
      const rows = database.prepare('select sentIds from messages where sentIds is not null').pluck().all();
      const known = new Set(rows.flatMap((ids) => JSON.parse(String(ids)) as string[]));
      const strange = (ids: readonly string[]) => ids.filter((id) => !known.has(id));
      return {
        facebook: strange(graph.messages.map(({ id }) => id)),
        msteams: strange(
          connector
            .shown('a:tess')
            .filter(({ type }) => type === 'message')
            .map(({ id = '' }) => id),
        ),
      };
    },
    close: () => database.close(),
  };
}
