import { ENOUGH } from '../../index/learning/anonymous-say.js';
import { ESTIMATE_LABELS } from '../../index/search/confidence/calibrate.js';
import type { ExpectedConfidence, IngestReport, LearningReport, SkippedCount } from '../contracts.js';
import type { SkipReason } from '../sources/contracts.js';
import { percent } from './percent.js';
import type { ReportLanguage } from './words/contracts.js';
import { reportWordsIn } from './words/report-words-in.js';
import type { RunLabel, RunWords } from './words/run/contracts.js';
import { en } from './words/run/en.js';
import { nl } from './words/run/nl.js';

/** Reasons that somebody may want to look into, so that their places are told. */
const TOLD: ReadonlySet<SkipReason> = new Set([
  ...(['broken-row', 'line-too-long', 'unreachable', 'id-used-twice', 'no-question'] as const),
  ...(['answer-empty', 'answer-too-long', 'damaged-text', 'private-reply', 'points-elsewhere'] as const),
  ...(['dead-end', 'withdrawn', 'joke', 'contradicted'] as const),
]);

const WORDS: Readonly<Record<ReportLanguage, RunWords>> = { nl, en };

/** Characters before what a line says. */
const INDENT = 12;
const EXAMPLE = ' '.repeat(INDENT + 2);

/** A report as lines for people. */
export function formatReport(report: IngestReport, language: ReportLanguage = 'en'): string {
  const words = WORDS[language];
  const line = (label: RunLabel, text: string) => `${words.labels[label].padEnd(INDENT)}${text}`;
  const { read, duplicates, embedded } = report;
  const { skipReasons } = reportWordsIn(language);
  const skipped = Object.entries(report.skipped) as [SkipReason, SkippedCount][];
  const redacted = Object.entries(report.redacted).map(([kind, count]) => `${kind} ${count}`);
  return [
    line('sources', report.sources.join(', ')),
    line('read', words.threads(read)),
    line('items', words.changes(report)),
    line('duplicates', words.phrasings(duplicates)),
    ...skipped.flatMap(([reason, entry]) => [
      line('skipped', `${entry.count}: ${skipReasons[reason]}`),
      ...(TOLD.has(reason) ? exampleLines(entry) : []),
    ]),
    ...(redacted.length > 0 ? [line('redacted', redacted.join(', '))] : []),
    ...(report.unfinished ?? []).map(({ source, reason }) =>
      line('unfinished', words.brokeOff(source, reason)),
    ),
    ...(report.withheld
      ? [line('withheld', words.withheld(report.withheld.count)), ...exampleLines(report.withheld)]
      : []),
    ...learningLines(report.learning, words, line),
    line('embedded', words.texts(embedded)),
    ...(report.confidence ? [line('confidence', confidenceOf(report.confidence, words))] : []),
    line('duration', words.seconds((report.durationMs / 1000).toFixed(1))),
    line('release', words.outcomes[report.outcome](report.releaseId ?? '')),
  ].join('\n');
}

function exampleLines({ count, examples }: SkippedCount): string[] {
  return [...examples, ...(count > examples.length ? ['…'] : [])].map((example) => `${EXAMPLE}${example}`);
}

/** Nothing where nothing was learned and nothing stood in the way. */
function learningLines(
  { wordings, open, labelsOfFiles, labelsOfVerdicts, anonymous, leftOut }: LearningReport,
  words: RunWords,
  line: (label: RunLabel, text: string) => string,
): string[] {
  const learned = [
    ...(wordings > 0 ? [words.wordingsInUse(wordings)] : []),
    ...(open > 0 ? [words.wordingsOpen(open)] : []),
  ];
  const isWaiting = anonymous && anonymous.labels > 0 && !anonymous.isEnough;
  return [
    ...(learned.length > 0 ? [line('learned', learned.join('; '))] : []),
    ...(labelsOfFiles + labelsOfVerdicts > 0
      ? [line('labels', words.labelsFrom(labelsOfFiles, labelsOfVerdicts))]
      : []),
    ...(isWaiting ? [line('labels', words.labelsWaiting(anonymous, ENOUGH.days, ENOUGH.addresses))] : []),
    ...leftOut.map((reason) => line('labels', words.leftOut(reason))),
  ];
}

function confidenceOf({ expected, wantedPrecision, labels }: ExpectedConfidence, words: RunWords): string {
  if (expected === null) return words.unknown(ESTIMATE_LABELS, labels);
  return words.expected(percent(expected.coverage), percent(wantedPrecision), labels);
}
