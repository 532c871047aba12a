import type { TextReading } from '../../index/contracts/embedder.js';
import type { Database } from '../../index/platform/database.js';
import { sha256 } from '../steps/fingerprint.js';
import { packReading, type ReadingDimensions, unpackReading } from './packed-reading.js';

/** What a text is embedded as; a sentence as a passage of which only the vector is kept. */
export type VectorKind = 'question' | 'passage' | 'sentence';

/** A text without a vector. */
interface MissingText {
  readonly kind: VectorKind;
  readonly text: string;
}

/** Everything one model ever read, by kind and text: what was embedded once is not embedded again. */
export interface VectorCache {
  get(kind: VectorKind, text: string): TextReading | null;
  /** Keeps a vector at once: a run that is killed goes on behind it. */
  put(kind: VectorKind, text: string, reading: TextReading): void;
  /** Notes that a text is in use. */
  use(kind: VectorKind, text: string): void;
  /** How many noted texts had no vector when they were noted. */
  missing(): number;
  /** Those texts, each once, in the order they were noted; others may be put between two of them. */
  missingTexts(): Generator<MissingText>;
  /** Drops this model's vectors of texts that were not noted. */
  prune(): void;
}

/** The vectors of one model in `database`; nothing is noted yet. */
export function openVectorCache(
  database: Database,
  embedderId: string,
  dimensions: ReadingDimensions,
): VectorCache {
  // On disk like everything that grows with the community. A text is kept until its vector is made, so that cutting the
  // answers into sentences, which takes a while, is not done once more for it.
  database.exec(`
    CREATE TEMP TABLE IF NOT EXISTS usedText (
      number INTEGER PRIMARY KEY, embedder TEXT NOT NULL, kind TEXT NOT NULL, textHash TEXT NOT NULL, missing TEXT,
      UNIQUE (embedder, kind, textHash)
    );
  `);
  database.prepare('DELETE FROM usedText WHERE embedder = ?').run(embedderId);
  const select = database
    .prepare<[string, string, string], Buffer>(
      'SELECT vector FROM vector WHERE embedder = ? AND kind = ? AND textHash = ?',
    )
    .pluck();
  const insert = database.prepare('INSERT OR REPLACE INTO vector VALUES (?, ?, ?, ?)');
  const note = database.prepare(`
    INSERT OR IGNORE INTO usedText (embedder, kind, textHash, missing) VALUES (@embedderId, @kind, @textHash,
      CASE WHEN EXISTS (SELECT 1 FROM vector WHERE embedder = @embedderId AND kind = @kind AND textHash = @textHash)
      THEN NULL ELSE @text END)`);
  const missing = database
    .prepare<[string], number>('SELECT count(*) FROM usedText WHERE embedder = ? AND missing IS NOT NULL')
    .pluck();
  // The plus keeps SQLite from taking the index by embedder, and so from sorting all rows for each one.
  const next = database.prepare<[string, number], MissingText & { number: number }>(`
    SELECT number, kind, missing AS text FROM usedText
    WHERE +embedder = ? AND number > ? AND missing IS NOT NULL ORDER BY number LIMIT 1`);
  const prune = database.prepare(
    `DELETE FROM vector WHERE embedder = @embedderId AND NOT EXISTS (
       SELECT 1 FROM usedText
       WHERE embedder = @embedderId AND usedText.kind = vector.kind AND usedText.textHash = vector.textHash)`,
  );
  return {
    get(kind, text) {
      const bytes = select.get(embedderId, kind, sha256(text));
      return bytes ? unpackReading(bytes, dimensions) : null;
    },
    put(kind, text, reading) {
      insert.run(embedderId, kind, sha256(text), packReading(reading));
    },
    use: (kind, text) => void note.run({ embedderId, kind, textHash: sha256(text), text }),
    missing: () => missing.get(embedderId) ?? 0,
    *missingTexts() {
      let row = next.get(embedderId, 0);
      for (; row; row = next.get(embedderId, row.number)) yield { kind: row.kind, text: row.text };
    },
    prune: () => void prune.run({ embedderId }),
  };
}
