import { readJsonlRows } from '../../../index/evaluation/jsonl-rows.js';
import { type Dialogue, SEEN } from './dialogue.js';

/**
 * Reads labelled dialogues of rows `{id, language: nl|en, turns: [{text, relevant: ids, right, harmful}], kind, split:
 * fit|report}`; `data/evaluation/README.md` says what may be right and harmful.
 * @param split keeps the dialogues of this half only
 * @throws EVALUATION_FILE_INVALID
 */
export function readDialogues(path: string, split: string | null = null): Dialogue[] {
  return readJsonlRows(path)
    .map((row) => ({
      id: row.text('id'),
      language: row.name('language', ['nl', 'en']),
      turns: row.rows('turns').map((turn) => ({
        text: turn.text('text'),
        relevant: turn.texts('relevant'),
        right: turn.names('right', SEEN),
        harmful: turn.names('harmful', SEEN),
      })),
      kind: row.text('kind'),
      split: row.name('split', ['fit', 'report']),
    }))
    .filter((dialogue) => split === null || dialogue.split === split);
}
