import type { Item } from '../../../index/contracts/items.js';
import type { Database } from '../../../index/platform/database.js';
import { speaksOfChange } from '../../steps/corrections/find-overtaken.js';
import { sha256 } from '../../steps/fingerprint.js';

/**
 * Which answers speak of a change, as it was found for those words before: few do, and to find that out takes longer than all else that is
 * done with an answer that stays. No word is kept.
 * @param database `ingest.sqlite`
 * @param program tells one version of the steps from another
 */
export function openSpokenChanges(
  database: Database,
  program: string,
): (item: Pick<Item, 'id' | 'answer'>) => boolean {
  const select = database
    .prepare<[string, string], number>('SELECT speaks FROM spokenChange WHERE id = ? AND sign = ?')
    .pluck();
  const insert = database.prepare('INSERT OR REPLACE INTO spokenChange VALUES (?, ?, ?)');
  return ({ id, answer }) => {
    const sign = sha256(`${program} ${answer}`);
    const known = select.get(id, sign);
    if (known !== undefined) return known === 1;
    const speaks = speaksOfChange(answer);
    insert.run(id, sign, Number(speaks));
    return speaks;
  };
}

/** Drops what was found of answers that are there no more. Called within the transaction that makes incoming items the sources' items. */
export function dropGoneChanges(database: Database): void {
  database.exec('DELETE FROM spokenChange WHERE id NOT IN (SELECT id FROM item)');
}
