import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A new empty folder outside the checkout. */
export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), 'support-bot-'));
}
