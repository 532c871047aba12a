import { join } from 'node:path';
import type { ContentEdits, ItemEdit, KeptEdit, SourceAnswer } from '../contracts/content-edits.js';
import { createCurrentReading, openDatabase } from '../platform/database.js';
import { openConfirmations } from './open-confirmations.js';
import { openPairDecisions } from './open-pair-decisions.js';

/** In the runtime folder, beside the folder of the releases. It cannot be made again. */
export const CONTENT_FILE = 'content.sqlite';

/** More edits than this would be a knowledge base of its own; each is read with every run. */
const MOST_EDITS = 5_000;

const CREATE = `
  CREATE TABLE IF NOT EXISTS edit (
    itemId TEXT PRIMARY KEY, at TEXT NOT NULL, byName TEXT NOT NULL, company TEXT NOT NULL,
    isHidden INTEGER NOT NULL, edit TEXT NOT NULL, original TEXT NOT NULL, source TEXT NOT NULL
  ) WITHOUT ROWID;
`;

interface Row {
  readonly itemId: string;
  readonly at: string;
  readonly byName: string;
  readonly company: string;
  readonly isHidden: number;
  /** `ItemEdit`, `SourceAnswer` and `SourceAnswer | null` as JSON. */
  readonly edit: string;
  readonly original: string;
  readonly source: string;
}

/**
 * Opens what content people changed. A server and a run of ingest may have it open at once; what one writes the other sees at its next
 * look.
 * @param runtimeDirectory such as `data/runtime`
 */
export function openContentEdits(runtimeDirectory: string): ContentEdits {
  const database = openDatabase(join(runtimeDirectory, CONTENT_FILE));
  database.exec(CREATE);
  const hidden = database.prepare<[], string>('SELECT itemId FROM edit WHERE isHidden = 1').pluck();
  const one = database.prepare<[string], Row>('SELECT * FROM edit WHERE itemId = ?');
  const all = database.prepare<[], Row>('SELECT * FROM edit ORDER BY at DESC, itemId');
  const count = database.prepare<[], number>('SELECT count(*) FROM edit').pluck();
  const put = database.prepare('INSERT OR REPLACE INTO edit VALUES (?, ?, ?, ?, ?, ?, ?, ?)');
  const remove = database.prepare('DELETE FROM edit WHERE itemId = ?');
  const noteSource = database.prepare('UPDATE edit SET source = ? WHERE itemId = ? AND source <> ?');
  // Asked for every hit of every search.
  const { get: hiddenIds, write } = createCurrentReading(database, () => new Set(hidden.all()));

  return {
    ...openConfirmations(database),
    ...openPairDecisions(database),
    hides: (itemId) => hiddenIds().has(itemId),
    find(itemId) {
      const row = one.get(itemId);
      return row ? keptEdit(row) : null;
    },
    all: () => all.all().map(keptEdit),
    keep: (itemId, edit, making) =>
      write(() => {
        const before = one.get(itemId);
        if ((before?.at ?? null) !== making.seen) return 'changed-meanwhile';
        if (!before && (count.get() ?? 0) >= MOST_EDITS) return 'too-many';
        const original = JSON.stringify(making.original);
        const at = later(making.at, before?.at);
        const kept = JSON.stringify(edit);
        put.run(itemId, at, making.by, making.company, Number(edit.isHidden), kept, original, original);
        return 'kept';
      }),
    drop: (itemId, wanted) =>
      write(() => {
        if (one.get(itemId)?.at !== wanted) return 'changed-meanwhile';
        remove.run(itemId);
        return 'kept';
      }),
    noteSources(find) {
      write(() => {
        for (const { itemId } of all.all()) {
          const source = JSON.stringify(find(itemId));
          noteSource.run(source, itemId, source);
        }
      });
    },
    close: () => void database.close(),
  };
}

/** A time behind the one before, also where the clock stands or was set back: it tells two edits apart. */
function later(now: Date, before = ''): string {
  const at = now.toISOString();
  return at > before ? at : new Date(Date.parse(before) + 1).toISOString();
}

function keptEdit({ itemId, at, byName, company, edit, original, source }: Row): KeptEdit {
  return {
    ...(JSON.parse(edit) as ItemEdit),
    itemId,
    company,
    by: byName,
    at,
    original: JSON.parse(original) as SourceAnswer,
    source: JSON.parse(source) as SourceAnswer | null,
  };
}
