import { join } from 'node:path';
import type { Activity } from '../../../bot/contracts/activities.js';
import { type Database, openDatabase } from '../../../index/platform/database.js';
import type { Confirmed } from './kill-contracts.js';
import type { Edges } from './kill-customers.js';

/** What was said, by where it is. */
export interface KillLedger {
  /** The program was killed just now: what it had sent last, nothing may know to have arrived. */
  killed(): void;
  /** Of words that were confirmed: those that the store does not have, and those that it has twice. */
  stored(confirmed: readonly Confirmed[]): Misses;
  /**
   * Of agents' replies: those that their customer was not shown, and those that were shown twice. Teams tells nobody whether it took
   * what was cut off, so that it is sent again and may show twice: that is counted by `strangers`, and is none of these.
   */
  shown(confirmed: readonly Confirmed[]): Misses;
  /** Messages of customers that were not dealt with, and messages to them that are still to be sent. */
  open(): number;
  /** Messages to customers that failed. */
  failed(): number;
  /**
   * What the store says that Messenger, or Teams, was never given, though its customer sees it: it was given twice. Of Teams only what
   * the program was killed behind, before it sent anything else there: of what else is shown twice no kill is the cause.
   */
  strangers(): { readonly facebook: readonly string[]; readonly msteams: readonly string[] };
  /** The words of what Teams shows that the store says it was never given, and that no kill explains. */
  unexplained(): readonly string[];
  close(): void;
}

export interface Misses {
  readonly lost: readonly string[];
  readonly doubled: readonly string[];
}

/** The one chat of Teams. */
const CHAT = 'a:tess';

/** @param edges what was given to the channels */
export function openKillLedger(
  folder: string,
  { graph, connector }: Pick<Edges, 'graph' | 'connector'>,
): KillLedger {
  const database: Database = openDatabase(join(folder, 'conversations.sqlite'));
  const inStore = database.prepare(
    `select count(*) from messages join conversations on conversations.id = messages.conversationId
     where messages.text = ? and conversations.channelId = ? and direction = ?`,
  );
  const inChat = database.prepare('select count(*) from webchat_activities where instr(activity, ?) > 0');
  /** How many messages Teams had been given at each kill. */
  const givenAtKills: number[] = [];
  const inTeams = () => connector.shown(CHAT).filter(({ type }) => type === 'message');
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

  /** Ids that the store has of what was sent. */
  function knownIds(): ReadonlySet<string> {
    const rows = database.prepare('select sentIds from messages where sentIds is not null').pluck().all();
    return new Set(rows.flatMap((ids) => JSON.parse(String(ids)) as string[]));
  }

  /** What Teams shows and the store does not know: what was the last before a kill, and all else. */
  function strangersInTeams(): {
    readonly cutOff: readonly Activity[];
    readonly others: readonly Activity[];
  } {
    const known = knownIds();
    const cutOff: Activity[] = [];
    const others: Activity[] = [];
    for (const [place, activity] of inTeams().entries()) {
      if (known.has(activity.id ?? '')) continue;
      (givenAtKills.includes(place + 1) ? cutOff : others).push(activity);
    }
    return { cutOff, others };
  }

  /** How often words are shown: what was sent again because it was cut off counts once. */
  function timesShown({ channel, words }: Confirmed): number {
    if (channel === 'directline') return Number(inChat.pluck().get(words));
    if (channel === 'facebook') return graph.messages.filter(({ text = '' }) => text.includes(words)).length;
    const cutOff = new Set(strangersInTeams().cutOff);
    const shown = inTeams().filter(({ text = '' }) => text.includes(words));
    return shown.filter((activity) => !cutOff.has(activity)).length || Math.min(shown.length, 1);
  }

  return {
    killed: () => void givenAtKills.push(inTeams().length),
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
      const known = knownIds();
      return {
        facebook: graph.messages.map(({ id }) => id).filter((id) => !known.has(id)),
        msteams: strangersInTeams().cutOff.map(({ id = '' }) => id),
      };
    },
    unexplained: () => strangersInTeams().others.map(({ text = '' }) => text),
    close: () => database.close(),
  };
}
