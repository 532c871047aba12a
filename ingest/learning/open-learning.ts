import type { Item } from '../../index/contracts/items.js';
import type { AnonymousSay, Label, Verdict } from '../../index/contracts/labels.js';
import { anonymousSay } from '../../index/learning/anonymous-say.js';
import { openErasureLedger } from '../../index/learning/erasure-ledger.js';
import { labelsOf } from '../../index/learning/labels-of.js';
import { learnWordings } from '../../index/learning/learn-wordings.js';
import { hasVerdictStore, openVerdictStore } from '../../index/learning/open-verdict-store.js';
import type { SettledWording, VerdictStore } from '../../index/learning/verdict-store.js';
import { wordingKey } from '../../index/learning/wording-key.js';
import type { LearningReport } from '../contracts.js';
import type { IngestSettings } from '../settings.js';
import { type ChosenWordings, chooseWordings } from './choose-wordings.js';
import { findKnownWordings } from './known-wordings.js';
import { readLabelFiles } from './read-label-files.js';
import { redactQuestion } from './redact-question.js';

export interface LearningOptions {
  /** Folder of the conversation store. */
  readonly runtimeDirectory: string;
  readonly settings: Pick<IngestSettings, 'LEARN_CONFIRMATIONS' | 'INGEST_LABELS' | 'INGEST_PUBLIC_CONTACTS'>;
  readonly now: Date;
}

/** What customers and agents taught, as a run or a reviewer needs it. */
export interface Learning extends ChosenWordings {
  /** Texts that join an item, by its id. */
  readonly wordings: ReadonlyMap<string, readonly string[]>;
  readonly labels: readonly Label[];
  /** What people said whom the company does not know; without its labels above while it comes from too few. */
  readonly anonymous: AnonymousSay;
  readonly report: LearningReport;
  /** Keeps what was learned, so that it stays when the verdicts have passed their date. */
  keep(): Promise<void>;
}

/**
 * Reads the verdicts and label files, and chooses what joins the items. Without a conversation store nobody said
 * anything yet; it is not made.
 * @param items all items as the community gives them; gone through once
 * @throws EVALUATION_FILE_INVALID, DATABASE_UNUSABLE
 */
export async function openLearning(items: () => Iterable<Item>, options: LearningOptions): Promise<Learning> {
  const { settings, now } = options;
  const read = (await readStore(options)) ?? { verdicts: [], settled: [] };
  // A wording that somebody had erased stays out, also where a backup was put back, or others say it again.
  const ledger = openErasureLedger(options.runtimeDirectory);
  const isLeft = ({ itemId, wording }: { readonly itemId: string; readonly wording: string }) =>
    !ledger.isWordingErased(itemId, wording);
  const { verdicts } = read;
  const settled = read.settled.filter(isLeft);
  const proposals = learnWordings(verdicts, { confirmations: settings.LEARN_CONFIRMATIONS }).filter(isLeft);
  const known = findKnownWordings(
    items(),
    proposals.map(({ wording }) => wordingKey(wording)),
  );
  const chosen = chooseWordings(proposals, settled, known, now.toISOString());
  const said = labelsOf(verdicts).flatMap((label) => present(label, known.hasItem));
  const anonymous = anonymousSay(verdicts, said);
  const counted = said.filter(({ isAnonymous }) => !isAnonymous || anonymous.isEnough);
  const files = readLabelFiles(settings.INGEST_LABELS, known.hasItem);
  return {
    ...chosen,
    // An older version of redaction may have kept them.
    wordings: byItem(
      chosen.inUse.map((one) => ({
        ...one,
        wording: redactQuestion(
          one.wording,
          known.languageOf(one.itemId) ?? 'en',
          settings.INGEST_PUBLIC_CONTACTS,
        ),
      })),
    ),
    labels: [...files.labels, ...counted],
    anonymous,
    report: {
      wordings: chosen.inUse.length,
      open: chosen.open.length,
      labelsOfFiles: files.labels.length,
      labelsOfVerdicts: counted.length,
      anonymous,
      leftOut: files.leftOut,
    },
    async keep() {
      const learned = [...chosen.inUse, ...chosen.unvouched].filter(({ standing }) => standing === 'learned');
      await onStore(options, (store) => store.keepLearned(learned, known.hasItem));
    },
  };
}

/**
 * Works on the verdict store; null where there is none.
 * @throws DATABASE_UNUSABLE
 */
export async function onStore<Result>(
  { runtimeDirectory }: Pick<LearningOptions, 'runtimeDirectory'>,
  work: (store: VerdictStore) => Promise<Result>,
): Promise<Result | null> {
  if (!hasVerdictStore(runtimeDirectory)) return null;
  const store = await openVerdictStore(runtimeDirectory);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

function readStore(
  options: LearningOptions,
): Promise<{ verdicts: Verdict[]; settled: SettledWording[] } | null> {
  return onStore(options, async (store) => ({
    verdicts: await store.verdicts(),
    settled: await store.wordings(),
  }));
}

/** A label about the items that are there; none where nothing is left of it. */
function present(label: Label, hasItem: (itemId: string) => boolean): Label[] {
  const right = label.right.filter(hasItem);
  const wrong = label.wrong.filter(hasItem);
  return right.length + wrong.length === 0 ? [] : [{ ...label, right, wrong }];
}

function byItem(inUse: readonly SettledWording[]): Map<string, string[]> {
  const wordings = new Map<string, string[]>();
  for (const { itemId, wording } of inUse) wordings.set(itemId, [...(wordings.get(itemId) ?? []), wording]);
  return wordings;
}
