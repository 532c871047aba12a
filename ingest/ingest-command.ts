import { parseArgs } from 'node:util';
import type { ReleaseStore } from '../index/contracts/releases.js';
import type { IndexSettings } from '../index/settings.js';
import { ingestErrors } from './errors.js';
import type { ReportWords } from './reports/words/contracts.js';
import type { IngestSettings } from './settings.js';

/** Commands that need the parts with which items are read and releases built; see `item-commands.ts`. */
const ITEM_COMMANDS = [
  'run',
  'plan',
  'sweep',
  'retry',
  'remove',
  'check',
  'failures',
  'links',
  'report',
  'review',
  'upgrade',
] as const;

export type ItemCommand = (typeof ITEM_COMMANDS)[number];

/** Whether a word of a command line names one of them. */
export function isItemCommand(name: string): name is ItemCommand {
  return (ITEM_COMMANDS as readonly string[]).includes(name);
}

/** What somebody asked for, and what is needed to do it. */
export interface IngestCommand {
  readonly name: string;
  readonly values: ReturnType<typeof readIngestWords>['values'];
  /** The words behind the name. */
  readonly words: readonly string[];
  readonly settings: IndexSettings & IngestSettings;
  /** Folder of the releases. */
  readonly directory: string;
  readonly releases: ReleaseStore;
  readonly reportWords: ReportWords;
  /** Writes what the command came to. */
  print(text: string): void;
  /** Writes what stands against it, where a program that reads the rest does not look. */
  complain(text: string): void;
}

/**
 * The words of a command line: options, and what stands beside them in order.
 * @throws INGEST_COMMAND_INVALID for an option that there is not, or one without its value
 */
export function readIngestWords(words: string[]) {
  try {
    return parseArgs({
      args: words,
      allowPositionals: true,
      options: {
        source: { type: 'string' },
        path: { type: 'string' },
        site: { type: 'string' },
        name: { type: 'string' },
        'allow-empty': { type: 'boolean', default: false },
        'no-publish': { type: 'boolean', default: false },
        full: { type: 'boolean', default: false },
        rebuild: { type: 'boolean', default: false },
        force: { type: 'boolean', default: false },
        by: { type: 'string' },
        why: { type: 'string' },
        all: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        progress: { type: 'string' },
        language: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw ingestErrors.INGEST_COMMAND_INVALID({ reason }, error);
  }
}
