import { readFileSync } from 'node:fs';
import type { z } from 'zod';

/**
 * Reads a file of the content team.
 * @param unreadable makes the error that says why it cannot be read
 */
export function readJsonFile(
  path: string,
  unreadable: (facts: { readonly path: string; readonly reason: string }, cause: unknown) => Error,
): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    const reason = error instanceof SyntaxError ? 'it is no JSON' : 'it is not there or may not be read';
    throw unreadable({ path, reason }, error);
  }
}

/**
 * What is wrong with such a file, a line each.
 * @param skipped steps of each path that the file itself does not have
 */
export function complaintsOf({ issues }: z.ZodError, skipped = 0): string {
  return issues.map(({ path, message }) => `- ${path.slice(skipped).join('.')}: ${message}`).join('\n');
}
