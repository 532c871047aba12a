import type { SourceCheck } from '../reading/check-sources.js';
import type { ThreadFailure } from '../store/kept-readings.js';

/** What was found out about sources, as lines for people. */
export function formatCheck(checks: readonly SourceCheck[]): string {
  return checks.flatMap(linesOf).join('\n');
}

function linesOf({ name, threads, accepted, example, problem }: SourceCheck): string[] {
  if (problem !== null) return [`${name}  cannot be read`, `  ${problem}`];
  const seen =
    accepted === null
      ? `${threads} threads with an answer to read`
      : `${accepted} of ${threads} threads have an accepted answer`;
  const answer = example?.replies.find(({ isAccepted }) => isAccepted);
  const trial = example
    ? `  read: "${example.title.slice(0, 100)}", answered by ${answer?.author.name ?? 'somebody'}${example.url ? `, ${example.url}` : ''}`
    : threads === 0
      ? '  nothing was found: check the address, and whether answers are accepted there and shown to this account'
      : '  no accepted answer was found in the first of them';
  return [`${name}  can be read: ${seen}`, trial];
}

/** Threads that could not be read, as lines for people. */
export function formatFailures(failures: readonly ThreadFailure[]): string {
  if (failures.length === 0) return 'Every thread could be read.';
  const lines = failures.map(({ source, threadId, reason, detail, firstAt, lastAt, times }) => {
    const often = times === 1 ? `at ${lastAt}` : `${times} times from ${firstAt} to ${lastAt}`;
    return `${source}:${threadId}  ${reason}, ${often}: ${detail}`;
  });
  return [...lines, '"npm run ingest -- retry" reads these alone again.'].join('\n');
}
