import type { Clock } from '../../../index/platform/clock.js';
import type { DeskArchive, PastContact } from '../../contracts/tools/desk-archive.js';
import { holderOf } from '../../store/handoffs/handoff-columns.js';
import { customerOf, pastContacts } from '../../store/handoffs/past-contacts.js';
import { type EntryParts, entriesWithBot } from '../desk-entries.js';
import { labelNames } from './label-names.js';
import { searchConversations } from './search-conversations.js';

export interface ArchiveParts extends EntryParts {
  readonly clock: Clock;
}

/** What was said before, from the conversation store. */
export function createArchive(parts: ArchiveParts): DeskArchive {
  const { store, clock } = parts;
  return {
    async history(conversationId) {
      const customer = await customerOf(store, conversationId);
      if (!customer) return null;
      const rows = await pastContacts(store, customer);
      const labels = await labelNames(
        store,
        rows.map((row) => row.conversationId),
      );
      return rows.map((row) => toContact(row, labels.get(row.conversationId) ?? []));
    },
    withBot: () => entriesWithBot(parts, clock.now()),
    search: (search) => searchConversations(store, search),
  };
}

function toContact(
  row: Awaited<ReturnType<typeof pastContacts>>[number],
  labels: readonly string[],
): PastContact {
  return {
    id: row.handoffId ?? row.conversationId,
    conversationId: row.conversationId,
    channelId: row.channelId,
    state: row.state ?? 'with-bot',
    reason: row.reason,
    question: (row.question ?? '').replaceAll(/\s+/g, ' ').trim(),
    holderName: holderOf(row)?.name ?? null,
    startedAt: row.startedAt ?? row.conversationAt,
    endedAt: row.endedAt,
    ...(row.reopenedAt === null ? {} : { wasReopened: true as const }),
    labels,
  };
}
