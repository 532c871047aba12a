import { type CodedError, isCoded } from '../../index/platform/errors.js';
import type { GoneRow, Source, Thread, ThreadRow } from '../sources/contracts.js';
import { CLEANING_VERSION } from '../steps/clean-item.js';
import { sha256 } from '../steps/fingerprint.js';
import type { ReadRules } from '../steps/make-item.js';
import { toPhrasing } from '../steps/to-item.js';
import type { IncomingItems } from '../store/incoming-items.js';
import type { KeptReadings } from '../store/kept-readings.js';
import type { MadeThreads } from '../store/made/made-threads.js';
import type { Tally } from './create-tally.js';
import { type MadeThread, makeThread } from './made-thread.js';
import { planReading, type ReadingMode } from './plan-reading.js';
import type { WithdrawalWatch } from './watched-threads.js';

/** Threads turned into items between two writes; few, so that a server that ingests at its first start stays awake. */
const BATCH = 25;

/** What a source gave. */
interface SourceCounts {
  readonly threads: number;
  /** Threads and rows that could not be read. */
  readonly failed: number;
  /** Why it was not read to its end; null where it was. */
  readonly brokenOff: string | null;
}

/** What a source is read with. */
export interface ReadingTools {
  readonly rules: ReadRules;
  readonly mode: ReadingMode;
  readonly now: Date;
  readonly incoming: IncomingItems;
  readonly readings: KeptReadings;
  /** What threads became before. */
  readonly made: MadeThreads;
  /** Tells one version of the steps from another. */
  readonly program: string;
  readonly tally: Tally;
  readonly watch: WithdrawalWatch;
}

/** Errors after which a source that tells changes keeps what it gave before; the next run goes on behind it. */
const BREAKING_OFF: readonly string[] = [
  ...['SOURCE_UNREACHABLE', 'SOURCE_ACCESS_DENIED', 'SOURCE_ANSWER_UNUSABLE', 'SOURCE_ADDRESS_REFUSED'],
];

/**
 * Reads a source into the incoming items, to its end or as far as it goes. Rows that cannot be used are counted and passed
 * over; what their source did not give this time stays as it was.
 * @throws the errors of a source that gave nothing before either
 */
export async function readSource(
  source: Source,
  tools: ReadingTools,
  advance: (read: number) => void,
): Promise<SourceCounts> {
  const { rules, mode, incoming, readings, tally, watch, now } = tools;
  const { name } = source;
  const rulesText = JSON.stringify([CLEANING_VERSION, rules]);
  const isKept = readings.find(name) !== null;
  const plan = planReading(source, mode, rulesText, readings, watch.hookedOf(name));
  if (plan.isOnTop) readings.restore(name);
  // Of others what is kept is restored, and a thread is read only where it may have changed.
  const make = plan.checkpoint === null ? remembering(name, tools) : making(name, rules);
  let batch: (ThreadRow | GoneRow)[] = [];
  const touched = new Set<string>();
  let [threads, failed] = [0, 0];
  let brokenOff: CodedError | null = null;
  const flush = () => {
    const rows = batch;
    batch = [];
    incoming.together(() => {
      for (const row of rows) {
        const id = `${name}:${row.kind === 'gone' ? row.threadId : row.thread.id}`;
        if (row.kind === 'gone' || plan.isOnTop) incoming.remove(id);
        const became =
          row.kind === 'gone' ? 'gone' : takeThread(row, make(row.thread), name, incoming, tally);
        // What a whole file no longer holds may be missing because it was cut off.
        if (became === 'item' || plan.checkpoint !== null) watch.note(id, became);
      }
    });
    advance(threads);
  };
  for await (const row of untilBrokenOff(plan.rows, (error) => {
    brokenOff = error;
  })) {
    if (row.kind === 'skipped') tally.unread(row);
    else if (row.kind === 'failed') {
      tally.unread(row);
      failed += 1;
      if (row.threadId === null || plan.checkpoint === null) continue;
      touched.add(row.threadId);
      readings.restoreThread(name, row.threadId);
      readings.addFailure(
        { source: name, threadId: row.threadId, reason: row.reason, detail: row.detail },
        now,
      );
    } else {
      batch.push(row);
      touched.add(row.kind === 'thread' ? row.thread.id : row.threadId);
      if (row.kind === 'thread') {
        threads += 1;
        tally.thread();
      }
      if (batch.length >= BATCH) flush();
    }
  }
  flush();
  const broken = brokenOff as CodedError | null;
  if (broken && (plan.checkpoint === null || (!isKept && threads === 0))) throw broken;
  if (broken && !plan.isOnTop) readings.restoreOthers(name, touched);
  if (plan.checkpoint) {
    if (plan.isOnTop || broken) readings.keepFailures(name, touched);
    readings.note(name, plan.checkpoint(), broken ? plan.rulesWhenBroken : rulesText);
  }
  return { threads, failed, brokenOff: broken?.message ?? null };
}

/** Rows up to where their source breaks off, which is told and ends them. */
async function* untilBrokenOff<Row>(
  rows: AsyncIterable<Row>,
  tell: (error: CodedError) => void,
): AsyncGenerator<Row> {
  try {
    yield* rows;
  } catch (error) {
    if (!isCoded(error) || !BREAKING_OFF.includes(error.code)) throw error;
    tell(error);
  }
}

/** What a thread became, with what it is called in reports where it became no item. */
interface Made extends MadeThread {
  readonly titled: () => string | null;
}

type Make = (thread: Thread) => Made;

function making(source: string, rules: ReadRules): Make {
  return (thread) => ({
    ...makeThread(thread, source, rules),
    titled: () => toPhrasing(thread, rules),
  });
}

/** Makes threads that are new or have changed, and all where somebody wants everything read again. */
function remembering(source: string, { rules, mode, made, program }: ReadingTools): Make {
  return (thread) => {
    const sign = sha256(JSON.stringify([program, CLEANING_VERSION, rules, thread]));
    const known = mode === 'everything' ? null : made.find(source, thread.id, sign);
    const all = known ?? makeThread(thread, source, rules);
    if (!known) made.put(source, thread.id, sign, all);
    const named = () => {
      const title = toPhrasing(thread, rules);
      made.put(source, thread.id, sign, { ...all, title });
      return title;
    };
    return { ...all, titled: () => (all.title === undefined ? named() : all.title) };
  };
}

function takeThread(
  { thread, position }: ThreadRow,
  { result, isWithheld, duplicate, titled }: Made,
  source: string,
  incoming: IncomingItems,
  tally: Tally,
): 'item' | 'none' {
  const skipped = result.kind === 'skipped' ? result.reason : null;
  const isNewItem = result.kind === 'skipped' || incoming.add(result.item);
  const isNew = isNewItem && (thread.duplicateOf === null || noteDuplicate(thread.duplicateOf, duplicate));
  const place = {
    position,
    title: () => (result.kind === 'item' ? result.item.question : titled()),
    url: thread.url,
  };
  if (!isNew) tally.skip({ ...place, reason: 'id-used-twice', detail: `id ${thread.id}` });
  else if (result.kind === 'item') {
    tally.redact(result.redacted, place);
    if (isWithheld) tally.withhold(position);
  }
  // Whether a duplicate is skipped is known only when all threads were read.
  else if (thread.duplicateOf === null)
    tally.skip({ ...place, reason: result.reason, detail: result.detail ?? '' });
  return result.kind === 'item' ? 'item' : 'none';

  function noteDuplicate(original: string, said: MadeThread['duplicate']): boolean {
    const id = `${source}:${thread.id}`;
    const { wording = null, asked = [] } = said ?? {};
    const duplicateOf = `${source}:${original}`;
    return incoming.addDuplicate({ id, duplicateOf, wording, asked, position, skipped });
  }
}
