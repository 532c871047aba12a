import { leansOn } from '../../bot/turn/replies/answer/quote-answer.js';
import { openAsides } from '../../index/asides/open-asides.js';
import type { Embedder } from '../../index/contracts/embedder.js';
import type { Item } from '../../index/contracts/items.js';
import { openEmbedder } from '../../index/embedder/open-embedder.js';
import { parseSettings } from '../../index/platform/settings.js';
import { embedderOptions, indexSettings } from '../../index/settings.js';
import { dropHeardAsides } from '../../ingest/asides/drop-heard-asides.js';
import { readRules } from '../../ingest/reading/read-rules.js';
import { ingestSettings } from '../../ingest/settings.js';
import { rowToThread } from '../../ingest/sources/rows/row-to-thread.js';
import { makeItem, type ReadRules } from '../../ingest/steps/make-item.js';
import { shownAnswer } from '../../ingest/steps/shown-answer.js';
import { isHeldOut } from './editor/is-held-out.js';
import { type EditedThread, type Judgement, judgeThread } from './editor/judge-thread.js';
import { readHalves } from './editor/read-halves.js';

interface EditorFigures {
  readonly threads: number;
  /** Shares of all threads. */
  readonly usedOrLeftRightly: number;
  readonly exact: number;
}

/** What the threads of the labelled set become, beside what an editor makes of them. */
export interface EditorResult {
  readonly fit: EditorFigures & {
    readonly byKind: Readonly<Record<string, string>>;
    /** How many threads have a fault of each sort. */
    readonly byFault: Readonly<Record<string, number>>;
    /** The third of the fit half that is not looked at row by row while steps are mended. */
    readonly heldOut: EditorFigures & { readonly byKind: Readonly<Record<string, string>> };
    readonly failing: readonly { readonly id: string; readonly faults: readonly string[] }[];
  };
  /** Totals only: nothing may be mended on its rows. */
  readonly report: EditorFigures | null;
}

const ADDRESS = 'https://community.example/t';

/** Runs the threads of both halves through the steps of a run of ingest, with its settings and models as they come. */
export async function measureEditor(): Promise<EditorResult> {
  const rules = readRules(parseSettings(ingestSettings, {}));
  const { fit, report } = readHalves<EditedThread>('data/evaluation', 'threads');
  const embedder = await openEmbedder(embedderOptions(parseSettings(indexSettings, {})));
  try {
    const hear = hearing(embedder);
    const judgeAll = async (rows: readonly EditedThread[]) => {
      const all: Judgement[] = [];
      for (const row of rows) all.push(await judge(row, rules, hear));
      return all;
    };
    return editorResult(await judgeAll(fit), report && (await judgeAll(report)));
  } finally {
    await embedder.close();
  }
}

/** Takes out of an item what is heard as an aside. */
function hearing(embedder: Embedder): (item: Item) => Promise<Item> {
  const ear = openAsides(embedder);
  return async (item) => {
    if (ear === null) return item;
    return (await dropHeardAsides(item, ear, (text) => embedder.embedPassage(text))).item;
  };
}

function editorResult(judged: readonly Judgement[], report: readonly Judgement[] | null): EditorResult {
  const heldOut = judged.filter(({ id }) => isHeldOut(id));
  return {
    fit: {
      ...figuresOf(judged),
      byKind: byKindOf(judged),
      byFault: byFaultOf(judged),
      heldOut: { ...figuresOf(heldOut), byKind: byKindOf(heldOut) },
      failing: judged
        .filter(({ id, isExact }) => !isExact && !isHeldOut(id))
        .map(({ id, faults }) => ({ id, faults })),
    },
    report: report && figuresOf(report),
  };
}

async function judge(
  row: EditedThread,
  rules: ReadRules,
  hear: (item: Item) => Promise<Item>,
): Promise<Judgement> {
  const read = rowToThread(withAddresses(row.thread), 'html', row.id);
  if (read.kind !== 'thread') throw new Error(`${row.id} is no thread: ${read.detail}`);
  const made = makeItem(read.thread, 'labelled', rules);
  if (made.kind === 'skipped') return judgeThread(row, { shown: null, replies: [], why: made.reason });
  const item = await hear(made.item);
  const { answer, url, additions = [] } = item;
  const corrected = leansOn(item);
  const told = [{ text: answer, url }, ...additions, ...(corrected ? [corrected] : [])]
    .map((statement) => ({ url: statement.url, shown: shownAnswer(statement.text).answer }))
    .filter(({ shown }) => shown !== '');
  if (told.length === 0) return judgeThread(row, { shown: null, replies: [], why: 'withheld' });
  return judgeThread(row, {
    shown: told.map(({ shown }) => shown).join('\n\n'),
    replies: told.map((statement) => statement.url?.split('/').at(-1) ?? ''),
    why: '',
  });
}

/** The address of a reply tells which one an answer came from. */
function withAddresses(thread: EditedThread['thread']): Record<string, unknown> {
  const replies = thread.replies as readonly { readonly id: string }[];
  return {
    ...thread,
    replies: replies.map((reply) => ({ ...reply, url: `${ADDRESS}/${String(thread.id)}/${reply.id}` })),
  };
}

function figuresOf(judged: readonly Judgement[]): EditorFigures {
  const share = (is: (one: Judgement) => boolean) =>
    Math.round((judged.filter(is).length / judged.length) * 1_000) / 1_000;
  return {
    threads: judged.length,
    usedOrLeftRightly: share(({ isUsedRightly }) => isUsedRightly),
    exact: share(({ isExact }) => isExact),
  };
}

/** "2 of 3" by kind: exactly so. */
function byKindOf(judged: readonly Judgement[]): Record<string, string> {
  const kinds = [...new Set(judged.map(({ kind }) => kind))].sort();
  return Object.fromEntries(
    kinds.map((kind) => {
      const ofKind = judged.filter((one) => one.kind === kind);
      return [kind, `${ofKind.filter(({ isExact }) => isExact).length} of ${ofKind.length}`];
    }),
  );
}

/** Which of the two errors dominates: too much taken out, or too little; the wrong replies; used or left wrongly. */
function byFaultOf(judged: readonly Judgement[]): Record<string, number> {
  const sorts = ['used', 'left', 'from', 'lacks', 'holds'];
  const having =
    (sort: string) =>
    ({ faults }: Judgement) =>
      faults.some((fault) => fault.startsWith(sort));
  return Object.fromEntries(sorts.map((sort) => [sort, judged.filter(having(sort)).length]));
}

/** The figures for people, with what is otherwise than the editor's in the fit half. */
export function formatEditor({ fit, report }: EditorResult): string {
  const line = (name: string, { threads, usedOrLeftRightly, exact }: EditorFigures) =>
    `${name.padEnd(10)}${String(threads).padStart(8)}${usedOrLeftRightly.toFixed(3).padStart(24)}${exact.toFixed(3).padStart(10)}`;
  return [
    `${'half'.padEnd(10)}${'threads'.padStart(8)}${'used or left rightly'.padStart(24)}${'exact'.padStart(10)}`,
    line('fit', fit),
    line(' held out', fit.heldOut),
    report ? line('report', report) : 'report  (threads-report.jsonl is not there)',
    '',
    'Exactly so in the fit half:',
    ...Object.entries(fit.byKind).map(([kind, count]) => `  ${kind.padEnd(26)}${count}`),
    '',
    `Threads of the fit half by sort of fault: ${Object.entries(fit.byFault)
      .map(([sort, count]) => `${sort} ${count}`)
      .join(', ')}`,
    '',
    'Exactly so in the third that is held out:',
    ...Object.entries(fit.heldOut.byKind).map(([kind, count]) => `  ${kind.padEnd(26)}${count}`),
    '',
    'Otherwise in the rest of the fit half:',
    ...fit.failing.map(({ id, faults }) => `  ${id}: ${faults.join('; ')}`),
  ].join('\n');
}
