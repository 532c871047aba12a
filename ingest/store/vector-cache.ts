import type { Database } from '../../index/platform/database.js';
import { sha256 } from '../steps/fingerprint.js';

/** What a text is embedded as. */
export type VectorKind = 'question' | 'passage';

/** Every vector ever made, by embedder, kind and text: what was embedded once is not embedded again. */
export interface VectorCache {
  get(kind: VectorKind, text: string): Float32Array | null;
  /** Keeps a vector at once: a run that is killed goes on behind it. */
  put(kind: VectorKind, text: string, vector: Float32Array): void;
  /** Notes that a text is still in use. */
  use(kind: VectorKind, text: string): void;
  /** How many noted texts have no vector yet. */
  missing(): number;
  /** Drops this embedder's vectors of texts that were not noted. */
  prune(): void;
}

/** The vectors of one embedder in `database`; nothing is noted yet. */
export function openVectorCache(database: Database, embedderId: string): VectorCache {
  database.exec(`
    CREATE TEMP TABLE IF NOT EXISTS usedText (kind TEXT NOT NULL, textHash TEXT NOT NULL, PRIMARY KEY (kind, textHash)) WITHOUT ROWID;
    DELETE FROM usedText;
  `);
  const select = database
    .prepare<[string, string, string], Buffer>(
      'SELECT vector FROM vector WHERE embedder = ? AND kind = ? AND textHash = ?',
    )
    .pluck();
  const insert = database.prepare('INSERT OR REPLACE INTO vector VALUES (?, ?, ?, ?)');
  const note = database.prepare('INSERT OR IGNORE INTO usedText VALUES (?, ?)');
  const missing = database
    .prepare<[string], number>(
      `SELECT count(*) FROM usedText WHERE NOT EXISTS (
         SELECT 1 FROM vector WHERE embedder = ? AND vector.kind = usedText.kind AND vector.textHash = usedText.textHash)`,
    )
    .pluck();
  const prune = database.prepare(
    `DELETE FROM vector WHERE embedder = ? AND NOT EXISTS (
       SELECT 1 FROM usedText WHERE usedText.kind = vector.kind AND usedText.textHash = vector.textHash)`,
  );
  return {
    get(kind, text) {
      const bytes = select.get(embedderId, kind, sha256(text));
      // Copied, because a view on floats must begin at a multiple of four bytes.
      return bytes ? new Float32Array(new Uint8Array(bytes).buffer) : null;
    },
    put(kind, text, vector) {
      const bytes = Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength);
      insert.run(embedderId, kind, sha256(text), bytes);
    },
    use: (kind, text) => void note.run(kind, sha256(text)),
    missing: () => missing.get(embedderId) ?? 0,
    prune: () => void prune.run(embedderId),
  };
}
