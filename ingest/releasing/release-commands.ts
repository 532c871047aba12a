import { userInfo } from 'node:os';
import type { ReleaseStore } from '../../index/contracts/releases.js';
import { ingestErrors } from '../errors.js';
import { formatHistory, formatReleases } from '../reports/format-history.js';
import { formatTrace } from '../reports/format-trace.js';
import type { ReportLanguage, ReportWords } from '../reports/words/contracts.js';
import { reportWordsIn } from '../reports/words/report-words-in.js';
import { openReleaseHistory, type ReleaseHistory } from '../store/release-history.js';
import type { ReleaseDecision } from './contracts.js';
import { nameRelease, publishRelease, rollbackRelease } from './switch-release.js';

/** What stands behind a command about releases. */
interface ReleaseWords {
  /** The words behind the command's name. */
  readonly words: readonly string[];
  readonly values: { readonly by?: string | undefined; readonly why?: string | undefined };
  readonly settings: { readonly RUNTIME_DIR: string };
  readonly releases: ReleaseStore;
  readonly reportWords: ReportWords;
}

/** Releases that are listed. */
const MOST_LISTED = 50;

/**
 * The commands about releases that are there, each giving what to print.
 * Each @throws INGEST_COMMAND_INVALID where a word is missing; RELEASE_NOT_FOUND, RELEASE_DAMAGED, ROLLBACK_IMPOSSIBLE,
 * RELEASE_NOT_LIVE
 */
export const releaseCommands: Readonly<Record<string, (command: ReleaseWords) => string>> = {
  list: (command) =>
    onHistory(command, (history) => {
      const { releases, reportWords } = command;
      return formatReleases(releases.list(), history.find, releases.currentId(), reportWords);
    }),
  releases: (command) =>
    onHistory(command, (history) => {
      const { releases, reportWords } = command;
      const remembered = history.releases(MOST_LISTED);
      return formatHistory(remembered, releases.list(), releases.currentId(), reportWords);
    }),
  publish(command) {
    const { settings, releases, reportWords } = command;
    const wanted = first(command, 'publish needs the id of a release, or its name');
    return reportWords.isLive(
      publishRelease(wanted, settings.RUNTIME_DIR, releases, decisionOf(command.values)),
    );
  },
  rollback({ words, settings, releases, reportWords, values }) {
    const [from] = words;
    return reportWords.isLiveAgain(rollbackRelease(settings.RUNTIME_DIR, releases, decisionOf(values), from));
  },
  name(command) {
    const idOrName = first(command, 'name needs the id or name of a release');
    const name = command.words[1] ?? '';
    const id = nameRelease(idOrName, name, command.settings.RUNTIME_DIR);
    return command.reportWords.isNamed(id, name.trim());
  },
  trace(command) {
    const item = first(command, 'trace needs the id of an item');
    return onHistory(command, (history) =>
      formatTrace(item, command.words[1] ?? null, history, command.reportWords),
    );
  },
};

/** Who decides, and why: what was said, else who is signed in to this machine. */
export function decisionOf({ by, why }: ReleaseWords['values']): ReleaseDecision {
  return { by: by ?? signedIn(), why: why ?? '' };
}

/** @throws INGEST_COMMAND_INVALID for a language that reports are not written in */
export function reportWordsOf(word: string | undefined, setting: ReportLanguage): ReportWords {
  if (word === undefined) return reportWordsIn(setting);
  if (word === 'nl' || word === 'en') return reportWordsIn(word);
  throw ingestErrors.INGEST_COMMAND_INVALID({ reason: `--language is nl or en, not "${word}"` });
}

function onHistory<Result>({ settings }: ReleaseWords, work: (history: ReleaseHistory) => Result): Result {
  const history = openReleaseHistory(settings.RUNTIME_DIR);
  try {
    return work(history);
  } finally {
    history.close();
  }
}

function first({ words }: ReleaseWords, reason: string): string {
  const [word] = words;
  if (!word) throw ingestErrors.INGEST_COMMAND_INVALID({ reason });
  return word;
}

/** '' where the system knows no name, as for some users of containers. */
function signedIn(): string {
  try {
    return userInfo().username;
  } catch {
    return '';
  }
}
