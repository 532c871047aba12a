import { isCoded } from '../../index/platform/errors.js';
import type { Source, Thread, ThreadRow } from '../sources/contracts.js';
import type { AnswerRule } from '../steps/choose-answer.js';
import { chooseAnswer } from '../steps/choose-answer.js';
import { findCorrections } from '../steps/corrections/find-corrections.js';
import { shownAnswer } from '../steps/shown-answer.js';
import { type ItemOrigin, type ItemResult, toAsked, toItem, toPhrasing } from '../steps/to-item.js';
import type { IncomingItems } from '../store/incoming-items.js';
import type { Tally } from './create-tally.js';

/** How threads become items. */
export interface ReadRules extends Omit<ItemOrigin, 'source'> {
  readonly answerRule: AnswerRule;
}

/** Threads turned into items between two writes; few, so that a server that ingests at its first start stays awake. */
const BATCH = 25;

/** What a source gave. */
interface SourceCounts {
  readonly threads: number;
  /** Threads and rows that could not be read. */
  readonly failed: number;
}

/** Reads a source to its end into the incoming items. Rows that cannot be used are counted and passed over. */
export async function readSource(
  source: Source,
  rules: ReadRules,
  incoming: IncomingItems,
  tally: Tally,
  advance: (read: number) => void,
): Promise<SourceCounts> {
  let batch: ThreadRow[] = [];
  let threads = 0;
  let failed = 0;
  const flush = () => {
    const rows = batch;
    batch = [];
    incoming.together(() => {
      for (const row of rows) takeThread(row, source.name, rules, incoming, tally);
    });
    advance(threads);
  };
  for await (const row of source.read().rows) {
    if (row.kind !== 'thread') {
      tally.unread(row);
      if (row.kind === 'failed') failed += 1;
      continue;
    }
    threads += 1;
    tally.thread();
    batch.push(row);
    if (batch.length >= BATCH) flush();
  }
  flush();
  return { threads, failed };
}

function takeThread(
  { thread, position }: ThreadRow,
  source: string,
  rules: ReadRules,
  incoming: IncomingItems,
  tally: Tally,
): void {
  const result = makeItem(thread, source, rules);
  const skipped = result.kind === 'skipped' ? result.reason : null;
  const isNewItem = result.kind === 'skipped' || incoming.add(result.item);
  const isNew = isNewItem && (thread.duplicateOf === null || noteDuplicate(thread.duplicateOf));
  if (!isNew) tally.skip({ reason: 'id-used-twice', position, detail: `id ${thread.id}` });
  else if (result.kind === 'item') {
    tally.redact(result.redacted);
    if (result.redacted.length > 0 && shownAnswer(result.item.answer).answer === '') tally.withhold(position);
  }
  // Whether a duplicate is skipped is known only when all threads were read.
  else if (thread.duplicateOf === null)
    tally.skip({ reason: result.reason, position, detail: result.detail ?? '' });

  function noteDuplicate(original: string): boolean {
    const wording = toPhrasing(thread, rules);
    const id = `${source}:${thread.id}`;
    const asked = toAsked(thread, rules);
    return incoming.addDuplicate({
      id,
      duplicateOf: `${source}:${original}`,
      wording,
      asked,
      position,
      skipped,
    });
  }
}

function makeItem(thread: Thread, source: string, rules: ReadRules): ItemResult {
  const choice = chooseAnswer(thread, rules.answerRule);
  if (choice.kind === 'skipped') return choice;
  try {
    const staffRanks = new Set(rules.answerRule.staffRanks.map((rank) => rank.toLowerCase()));
    const corrections = findCorrections(thread, choice.answer, staffRanks);
    return toItem(thread, choice.answer, { ...rules, source }, corrections);
  } catch (error) {
    // One text that a parser cannot take must not end the run. Only the name: the message may quote the text.
    if (isCoded(error)) throw error;
    return {
      kind: 'skipped',
      reason: 'broken-row',
      detail: error instanceof Error ? error.name : 'unusable',
    };
  }
}
