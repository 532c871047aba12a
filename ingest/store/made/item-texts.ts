import type { Item } from '../../../index/contracts/items.js';
import type { Database } from '../../../index/platform/database.js';
import { itemTexts } from '../../../index/search/item-texts.js';
import { programSign } from '../../reading/program-sign.js';
import { sha256 } from '../../steps/fingerprint.js';
import { shownAnswer } from '../../steps/shown-answer.js';

/** An answer as it is shown, and what of an item is embedded beside its questions. */
interface AnswerTexts {
  readonly shown: ReturnType<typeof shownAnswer>;
  /** The item's question where it has no answer to show. */
  readonly passage: string;
  readonly sentences: readonly string[];
  readonly hasAnswer: boolean;
}

/** What answers are cut into. Parsing takes longer than all else that is done to an item that stays, so that it is kept. */
export interface ItemTexts {
  of(item: Item): AnswerTexts;
  /** Drops the texts of items that were not asked for. */
  prune(): void;
}

/**
 * The texts kept in `database`; nothing is asked for yet. What customers' wordings add to an item is not among them: those of people who are
 * erased must not stay here.
 */
export function openItemTexts(database: Database): ItemTexts {
  database.exec(
    'CREATE TEMP TABLE IF NOT EXISTS usedItem (id TEXT PRIMARY KEY) WITHOUT ROWID; DELETE FROM usedItem',
  );
  const select = database
    .prepare<[string, string], string>('SELECT texts FROM itemText WHERE id = ? AND sign = ?')
    .pluck();
  const insert = database.prepare('INSERT OR REPLACE INTO itemText VALUES (?, ?, ?)');
  const use = database.prepare('INSERT OR IGNORE INTO usedItem VALUES (?)');
  const program = programSign();
  return {
    of(item) {
      const { id, question, answer, earlier = [] } = item;
      const sign = sha256(JSON.stringify([program, question, answer, earlier.map(({ text }) => text)]));
      use.run(id);
      const known = select.get(id, sign);
      if (known !== undefined) return JSON.parse(known) as AnswerTexts;
      const texts = textsOf(item);
      insert.run(id, sign, JSON.stringify(texts));
      return texts;
    },
    prune: () => database.exec('DELETE FROM itemText WHERE id NOT IN (SELECT id FROM usedItem)'),
  };
}

function textsOf(item: Item): AnswerTexts {
  const shown = shownAnswer(item.answer);
  const { passage, sentences } = itemTexts(item, shown.tree);
  return { shown, passage: passage ?? item.question, sentences, hasAnswer: passage !== null };
}
