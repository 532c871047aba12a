import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { SourceRow } from '../contracts.js';

/** What is remembered of a thread between two runs. */
export interface KnownThread {
  /** As the listing told it when the thread was read; null where it must be read again. */
  readonly version: string | null;
  /** Tells one content from another; begins with `t` where it was a thread. */
  readonly content: string;
  /** Number of the run in which it was read. */
  readonly readIn: number;
  readonly memo: string | null;
}

/** All that is remembered of a community. */
export interface ListedState {
  /** Number of the run that is under way. */
  readonly run: number;
  readonly threads: Map<string, KnownThread>;
}

const thread = z.tuple([z.string().nullable(), z.string(), z.number(), z.string().nullable()]);
const checkpointForm = z.object({
  form: z.literal(1),
  run: z.number(),
  threads: z.record(z.string(), thread),
});

/** The state as a checkpoint. */
export function writeState({ run, threads }: ListedState): string {
  const entries = [...threads].map(([id, { version, content, readIn, memo }]) => [
    id,
    [version, content, readIn, memo],
  ]);
  return JSON.stringify({ form: 1, run, threads: Object.fromEntries(entries) });
}

/** The state that a checkpoint holds, for the next run; null where it is of another form. */
export function readState(checkpoint: string): ListedState | null {
  let value: unknown;
  try {
    value = JSON.parse(checkpoint);
  } catch {
    return null;
  }
  const parsed = checkpointForm.safeParse(value);
  if (!parsed.success) return null;
  const entries = Object.entries(parsed.data.threads).map(
    ([id, [version, content, readIn, memo]]) => [id, { version, content, readIn, memo }] as const,
  );
  return { run: parsed.data.run + 1, threads: new Map(entries) };
}

/** Sign of a thread's content in `KnownThread`. */
export function contentOf(row: SourceRow): string {
  const told = row.kind === 'thread' ? row.thread : [row.kind, row.reason, row.detail];
  const hash = createHash('sha256').update(JSON.stringify(told)).digest('hex').slice(0, 16);
  return `${row.kind === 'thread' ? 't' : 'n'}${hash}`;
}

/** Whether a thread with this content was given, so that it must be taken back. */
export function wasGiven(known: KnownThread | undefined): boolean {
  return known?.content.startsWith('t') ?? false;
}

/** A short sign for what a listing says, whatever it holds. */
export function versionOf(...facts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(facts)).digest('hex').slice(0, 12);
}
