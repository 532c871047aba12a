import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where the link of the first administrator stands while there is none. */
const FILE = 'first-administrator.txt';

interface Place {
  /** RUNTIME_DIR, which only this program's user reads. */
  readonly directory: string;
  /** Address of the desk, without a slash at its end. */
  readonly desk: string;
  /** Whether what is printed is read at a terminal. */
  readonly isTerminal: boolean;
}

/**
 * Brings the one-time link of the first administrator to who started the program. Printed words are often collected, kept
 * and read by many, and the link opens everything: unless they go to a terminal, it is written to a file of its own (0600).
 * The file is gone with the first start that finds an administrator.
 * @param token of the first invitation; null where there is an administrator
 * @returns the line to print; null for nothing
 */
export function tellFirstInvitation(
  token: string | null,
  { directory, desk, isTerminal }: Place,
): string | null {
  const path = join(directory, FILE);
  // Made anew, not written over: a file that is there keeps the rights it was made with.
  rmSync(path, { force: true });
  if (token === null) return null;
  const link = `${desk}/invitation#${token}`;
  if (isTerminal) return `First administrator (one-time link): ${link}`;
  writeFileSync(path, `${link}\n`, { mode: 0o600 });
  return `First administrator: the one-time link is in ${path}`;
}
