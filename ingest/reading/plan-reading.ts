import type { GoneRow, Source, SourceRow } from '../sources/contracts.js';
import type { KeptReadings } from '../store/kept-readings.js';

/**
 * How much of a source is read. `changes`: what is new, changed or gone; `everything`: all of it again; `sweep`: only what is
 * gone; `retry`: only what could not be read before. A source that cannot tell changes is always read whole.
 */
export type ReadingMode = 'changes' | 'everything' | 'sweep' | 'retry';

/** What is read of a source in a run. */
interface PlannedReading {
  readonly rows: AsyncIterable<SourceRow | GoneRow>;
  /** Whether the rows come on top of what was read before, instead of in its place. */
  readonly isOnTop: boolean;
  /** Where the next reading begins; null for a source that is always read whole. */
  readonly checkpoint: (() => string) | null;
  /** Rules to note where the reading breaks off: those before, where what is left was made by them. */
  readonly rulesWhenBroken: string;
}

/**
 * @param rules by which threads become items today, as one text
 * @param hooked ids of threads that web hooks told of: read again also where no list shows a change
 */
export function planReading(
  source: Source,
  mode: ReadingMode,
  rules: string,
  readings: KeptReadings,
  hooked: readonly string[] = [],
): PlannedReading {
  const kept = readings.find(source.name);
  const { name } = source;
  if (!kept || !source.readSince) {
    const { rows, checkpoint = null } = source.read();
    return { rows, isOnTop: false, checkpoint, rulesWhenBroken: rules };
  }
  const onTop = (rows: AsyncIterable<SourceRow | GoneRow>): PlannedReading => ({
    rows,
    isOnTop: true,
    checkpoint: () => kept.checkpoint,
    rulesWhenBroken: kept.rules,
  });
  if (mode === 'retry' && source.readAgain) {
    return onTop(source.readAgain(readings.failures(name).map(({ threadId }) => threadId)));
  }
  if (mode === 'sweep' && source.ids && source.readAgain) return onTop(swept(source, readings));
  const all = mode === 'everything' || kept.rules !== rules;
  const { covers, rows, checkpoint = null } = source.readSince(kept.checkpoint, all);
  const isOnTop = covers === 'changes' && !all;
  const isReadAgain = isOnTop && hooked.length > 0;
  return {
    rows: isReadAgain ? withHooked(rows, source, hooked) : rows,
    isOnTop,
    checkpoint,
    rulesWhenBroken: kept.rules,
  };
}

/** Threads that gave items and are not listed any more, as they are now: each is asked for by name before it counts as gone. */
async function* swept(source: Source, readings: KeptReadings): AsyncGenerator<SourceRow | GoneRow> {
  if (!source.ids || !source.readAgain) return;
  const absent = new Set(readings.threadIds(source.name));
  for await (const id of source.ids()) absent.delete(id);
  yield* source.readAgain([...absent]);
}

async function* withHooked(
  rows: AsyncIterable<SourceRow | GoneRow>,
  source: Source,
  hooked: readonly string[],
): AsyncGenerator<SourceRow | GoneRow> {
  yield* rows;
  if (source.readAgain) yield* source.readAgain(hooked);
}
