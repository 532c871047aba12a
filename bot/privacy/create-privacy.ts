import { openErasureLedger } from '../../index/learning/erasure-ledger.js';
import type { Clock } from '../../index/platform/clock.js';
import type { PersonKey, Privacy, PrivacyActor } from '../contracts/privacy.js';
import { recordAudit } from '../store/audit.js';
import { deletePerson, type ErasingParts, leaveNoTrace, noteErasure } from './erase-person.js';
import { readPerson } from './person.js';
import { readableRow } from './readable-row.js';

export interface PrivacyParts extends ErasingParts {
  readonly clock: Clock;
}

/** So often it is looked whether something under way was written behind an erasure. */
const MOST_ROUNDS = 3;

/** Finds, hands out and erases what is kept of one person, beside whatever else the store is used for. */
export function createPrivacy(parts: PrivacyParts): Privacy {
  const { conversationStore, runtimeDirectory, clock } = parts;
  const { tables, verdicts } = conversationStore;
  const read = (key: PersonKey, onRow?: (table: string, row: Readonly<Record<string, unknown>>) => void) =>
    readPerson(conversationStore, runtimeDirectory, key, onRow);

  async function note(
    action: string,
    key: PersonKey,
    by: PrivacyActor,
    counts: Readonly<Record<string, number>>,
  ): Promise<void> {
    await recordAudit(tables, {
      at: clock.now().toISOString(),
      actorKind: by.kind,
      actorId: by.id,
      action: `privacy.${action}`,
      subjectKind: key.kind,
      subjectId: verdicts.pseudonym('privacy', ...nameOf(key)),
      details: { counts },
    });
  }

  return {
    async find(key, by) {
      const { found } = await read(key);
      await note('find', key, by, found.counts);
      return found;
    },

    async export(key, by) {
      const rows: Record<string, Readonly<Record<string, unknown>>[]> = {};
      const person = await read(key, (table, row) => {
        const theirs = rows[table] ?? [];
        theirs.push(readableRow(row));
        rows[table] = theirs;
      });
      await note('export', key, by, person.found.counts);
      if (person.verdicts.length > 0) {
        rows.verdicts = person.verdicts.map(
          ({ visitor: _, conversation: __, address: ___, ...said }) => said,
        );
      }
      return {
        ...person.found,
        exportedAt: clock.now().toISOString(),
        key,
        tables: rows,
        learnedWordings: person.wordings.map(({ itemId, wording }) => ({ itemId, wording })),
        files: person.files,
      };
    },

    async erase(key, by) {
      const startedAt = performance.now();
      const at = clock.now().toISOString();
      const person = await read(key);
      if (runtimeDirectory !== null) noteErasure(openErasureLedger(runtimeDirectory), key, person, at);
      await deletePerson(parts, person);
      // What a turn under way still wrote.
      for (let round = 1; round < MOST_ROUNDS; round++) {
        const more = await readPerson(conversationStore, runtimeDirectory, key);
        const before = { ...more, conversations: more.conversations.filter((one) => one.createdAt <= at) };
        if (before.conversations.length + more.verdicts.length === 0) break;
        await deletePerson(parts, before);
      }
      const leftovers = await leaveNoTrace(parts, person);
      await note('erase', key, by, person.found.counts);
      return {
        ...person.found,
        erasedAt: at,
        tookMs: Math.round(performance.now() - startedAt),
        isInRelease: person.wordings.some(({ standing }) => standing !== 'refused'),
        leftovers,
      };
    },
  };
}

function nameOf(key: PersonKey): string[] {
  switch (key.kind) {
    case 'customer':
      return [key.kind, key.channelId, key.customerId];
    case 'email':
      return [key.kind, key.email.trim().toLowerCase()];
    case 'conversation':
      return [key.kind, key.conversationId];
  }
}
