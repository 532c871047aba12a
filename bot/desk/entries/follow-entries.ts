import type { Clock } from '../../../index/platform/clock.js';
import type { DeskEntry } from '../../contracts/desk.js';
import type { FollowedList } from '../../contracts/tools/followed-list.js';
import type { ConversationChanges } from '../../conversations/conversation-changes.js';
import type { CustomerWindows } from '../../conversations/customer-windows.js';
import { MOST_EXPIRED } from '../../store/handoffs/desk-rows.js';
import { type EntryParts, listedEntries, listedOf } from '../desk-entries.js';
import { compareListed, isListed, type ListedEntry, shownEntry } from './listed-entry.js';

/** Of more conversations that changed since the read before, all are read: that costs about the same, and bounds what is kept. */
const MOST_BY_ID = 200;

/**
 * Follows the desk's entries. Who changed comes from the news of conversations; what depends on time or on memory is looked
 * at with each read. So a read costs what changed, not what is open.
 */
export function followEntries(
  parts: EntryParts & { readonly changes: Pick<ConversationChanges, 'listen'>; readonly clock: Clock },
): FollowedList<DeskEntry> {
  const { changes, clock, windows } = parts;
  /** Conversations that changed since they were read; null: all must be read. */
  let changed: Set<string> | null = null;
  /** As they were read last, in their order. */
  let listed: readonly ListedEntry[] = [];
  /** Whether there are more who waited in vain than are shown. */
  let isCut = false;
  const shown = new Map<string, Shown>();
  let turn: Promise<unknown> = Promise.resolve();

  changes.listen((conversationId) => {
    changed?.add(conversationId);
    if (changed && changed.size > MOST_BY_ID) changed = null;
  });

  async function readAll(now: Date): Promise<void> {
    changed = new Set();
    const all = await listedEntries(parts, now);
    isCut = all.filter(isExpired).length >= MOST_EXPIRED;
    listed = all;
  }

  async function readChanged(ids: ReadonlySet<string>, now: Date): Promise<void> {
    changed = new Set();
    const news = ids.size === 0 ? [] : await listedOf(parts, [...ids], now);
    const stay = listed.filter((entry) => !ids.has(entry.stored.conversationId) && isListed(entry, now));
    if (news.length === 0 && stay.length === listed.length) return;
    const all = [...stay, ...news].sort(compareListed);
    const expired = all.filter(isExpired);
    const wereExpired = listed.filter(isExpired).filter((entry) => isListed(entry, now));
    // One of those that were left out moves up, and nothing told of it.
    if (isCut && expired.length < wereExpired.length) return readAll(now);
    if (expired.length > MOST_EXPIRED) isCut = true;
    // They stand behind all others.
    listed = all.slice(0, all.length - Math.max(0, expired.length - MOST_EXPIRED));
  }

  async function read(isAnew: boolean): Promise<readonly DeskEntry[]> {
    const now = clock.now();
    try {
      if (isAnew || changed === null) await readAll(now);
      else await readChanged(changed, now);
    } catch (error) {
      changed = null;
      throw error;
    }
    return show();
  }

  function show(): readonly DeskEntry[] {
    const entries = listed.map((entry) => {
      const { conversationId } = entry.stored;
      const before = shown.get(conversationId);
      const after = showAfter(before, entry, windows);
      if (after !== before) shown.set(conversationId, after);
      return after.entry;
    });
    if (shown.size > entries.length) {
      const ids = new Set(entries.map(({ conversationId }) => conversationId));
      for (const id of shown.keys()) if (!ids.has(id)) shown.delete(id);
    }
    return entries;
  }

  return {
    read(isAnew) {
      const own = turn.then(() => read(isAnew));
      turn = own.catch(() => {});
      return own;
    },
  };
}

function isExpired({ stored: { state } }: ListedEntry): boolean {
  return state === 'expired';
}

/** A row as it was shown last, and what it was made of. */
interface Shown {
  readonly stored: DeskEntry;
  readonly entry: DeskEntry;
}

/** What was shown before, where nothing about it is other now. */
function showAfter(
  before: Shown | undefined,
  listed: ListedEntry,
  windows: Pick<CustomerWindows, 'goneSince'>,
): Shown {
  const { stored } = listed;
  const entry = shownEntry(listed, windows);
  if (before?.stored === stored && before.entry.goneSince === entry.goneSince) return before;
  return { stored, entry };
}
