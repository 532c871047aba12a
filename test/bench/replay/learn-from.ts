import type { Embedder } from '../../../index/contracts/embedder.js';
import type { Item } from '../../../index/contracts/items.js';
import type { EmbeddedLabel, Verdict } from '../../../index/contracts/labels.js';
import type { ReleaseManifest } from '../../../index/contracts/releases.js';
import { embedQuery } from '../../../index/embedder/embed-query.js';
import { openVerdictStore } from '../../../index/learning/open-verdict-store.js';
import { openLearning } from '../../../ingest/learning/open-learning.js';
import { redactQuestion } from '../../../ingest/learning/redact-question.js';
import { withPhrasings } from '../../../ingest/steps/with-phrasings.js';
import { CUSTOMERS, type Liars, voicesOf } from './liars.js';
import type { PastTurn } from './verdicts-of-turn.js';

/** A question that was asked, with what was said of the items shown. */
export interface AskedBefore extends PastTurn {
  readonly question: string;
}

export interface Lesson {
  /** The items with the wordings that were learned. */
  readonly items: readonly Item[];
  readonly wordings: number;
  readonly labels: readonly EmbeddedLabel[];
}

/**
 * Takes past turns through the product's own learning: three customers say what is so of each, liars beside them the
 * opposite, their verdicts are stored, and what ingest makes of the store comes back.
 * @param folder an empty one, for the store
 */
export async function learnFrom(
  turns: readonly AskedBefore[],
  items: readonly Item[],
  folder: string,
  embedder: Embedder,
  release: Pick<ReleaseManifest, 'languages'>,
  liars: Liars | null = null,
): Promise<Lesson> {
  const store = await openVerdictStore(folder);
  try {
    for (const verdict of verdictsIn(turns, release.languages[0] ?? 'und', liars))
      await store.record(verdict);
  } finally {
    await store.close();
  }
  const { wordings, labels } = await openLearning(() => items, {
    runtimeDirectory: folder,
    settings: { LEARN_CONFIRMATIONS: CUSTOMERS, INGEST_LABELS: [], INGEST_PUBLIC_CONTACTS: [] },
    now: LATER,
  });
  const embedded: EmbeddedLabel[] = [];
  for (const label of labels) {
    embedded.push({ ...label, ...(await embedQuery(embedder, label.question)) });
  }
  return {
    items: items.map((item) => withPhrasings(item, wordings.get(item.id) ?? [])),
    wordings: [...wordings.values()].flat().length,
    labels: embedded,
  };
}

const LATER = new Date('2026-01-12T09:00:00.000Z');

function verdictsIn(turns: readonly AskedBefore[], language: string, liars: Liars | null): Verdict[] {
  return voicesOf(turns, liars).flatMap(({ turn, isLying, ...voice }) => {
    const { question, said, lied } = turns[turn] as AskedBefore;
    return (isLying ? lied : said).map((each) => ({
      ...each,
      ...voice,
      question: redactQuestion(question, language, []),
      conversation: `conversation ${turn} ${voice.visitor}`,
    }));
  });
}
