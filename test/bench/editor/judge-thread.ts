import { readerView } from '../../../ingest/steps/redaction/reader-view.js';

/** A thread with what an editor makes of it: a row of data/evaluation/threads-*.jsonl. */
export interface EditedThread {
  readonly id: string;
  readonly kind: string;
  /** As in data/samples/README.md. */
  readonly thread: Readonly<Record<string, unknown>>;
  readonly editor: {
    readonly isUsed: boolean;
    readonly reason?: string;
    readonly fromReplies: readonly string[];
    readonly must: readonly string[];
    readonly mustNot: readonly string[];
  };
}

/** What the product makes of a thread. */
interface MadeItem {
  /** All that is shown, in Markdown; null where nothing is. */
  readonly shown: string | null;
  /** Ids of the replies that the shown words stand in. */
  readonly replies: readonly string[];
  /** Why it was left; '' where it was used. */
  readonly why: string;
}

/** How what was made compares with what the editor wants. */
export interface Judgement {
  readonly id: string;
  readonly kind: string;
  /** Used where the editor uses it, left where the editor leaves it. */
  readonly isUsedRightly: boolean;
  /** The same, from the right replies, with all that must stand there and nothing that must not. */
  readonly isExact: boolean;
  /** What is otherwise, in words. */
  readonly faults: readonly string[];
}

/** Holds what was made of a thread against its editor. */
export function judgeThread({ id, kind, editor }: EditedThread, made: MadeItem): Judgement {
  const isUsed = made.shown !== null;
  const isUsedRightly = isUsed === editor.isUsed;
  const faults: string[] = [];
  if (!isUsedRightly)
    faults.push(isUsed ? `used, though ${editor.reason ?? 'it is no answer'}` : `left: ${made.why}`);
  if (isUsed && editor.isUsed) {
    const text = seen(made.shown ?? '');
    const replies = [...new Set(made.replies)].sort().join(' ');
    const wanted = [...editor.fromReplies].sort().join(' ');
    if (replies !== wanted) faults.push(`from ${replies} for ${wanted}`);
    faults.push(
      ...editor.must.filter((words) => !text.includes(seen(words))).map((words) => `lacks "${words}"`),
    );
    faults.push(
      ...editor.mustNot.filter((words) => text.includes(seen(words))).map((words) => `holds "${words}"`),
    );
  }
  return { id, kind, isUsedRightly, isExact: faults.length === 0, faults };
}

/** Words as a reader sees them, on one line. */
function seen(markdown: string): string {
  return readerView(markdown).text.replace(/\s+/g, ' ').trim();
}
