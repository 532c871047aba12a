import type { AnonymousSay } from '../../index/contracts/labels.js';
import { ENOUGH } from '../../index/learning/anonymous-say.js';
import { ESTIMATE_LABELS } from '../../index/search/confidence/calibrate.js';
import type { ExpectedConfidence, IngestReport, LearningReport } from '../contracts.js';
import type { SkipReason } from '../sources/contracts.js';
import { labelCount, labelsThere } from './label-count.js';
import { percent } from './percent.js';

const REASONS: Readonly<Record<SkipReason, string>> = {
  'broken-row': 'cannot be read',
  'line-too-long': 'line too long',
  unreachable: 'not given this time by the source; what it gave before stays',
  'id-used-twice': 'id used twice',
  deleted: 'deleted',
  'not-a-question': 'posts of another kind',
  comment: 'comments',
  'no-accepted-answer': 'no accepted answer',
  'no-question': 'no question in the title',
  'answer-empty': 'nothing left of the answer',
  'answer-too-long': 'answer too long',
  'damaged-text': 'letters were lost from the text before it came here',
  'points-elsewhere': 'only points at another reply',
  'private-reply': 'answered in private',
  'dead-end': 'dead end',
  withdrawn: 'withdrawn by its author',
  joke: 'a joke',
  contradicted: 'members name different prices, decide which holds',
};

/** Reasons that somebody may want to look into, so that their places are told. */
const TOLD: ReadonlySet<SkipReason> = new Set([
  ...(['broken-row', 'line-too-long', 'unreachable', 'id-used-twice', 'no-question'] as const),
  ...(['answer-empty', 'answer-too-long', 'damaged-text', 'private-reply', 'points-elsewhere'] as const),
  ...(['dead-end', 'withdrawn', 'joke', 'contradicted'] as const),
]);

/** A report as lines for people. */
export function formatReport(report: IngestReport): string {
  const { read, added, changed, removed, unchanged, duplicates, items, embedded } = report;
  const skipped = Object.entries(report.skipped) as [SkipReason, IngestReport['skipped'][SkipReason]][];
  const redacted = Object.entries(report.redacted).map(([kind, count]) => `${kind} ${count}`);
  return [
    `Sources     ${report.sources.join(', ')}`,
    `Read        ${read} threads`,
    `Items       ${added} added, ${changed} changed, ${removed} removed, ${unchanged} unchanged; ${items} in all`,
    `Duplicates  ${duplicates} became further phrasings`,
    ...skipped.flatMap(([reason, entry]) => skippedLines(reason, entry)),
    ...(redacted.length > 0 ? [`Redacted    ${redacted.join(', ')}`] : []),
    ...(report.unfinished ?? []).map(
      ({ source, reason }) =>
        `Unfinished  ${source} was not read to its end and keeps what it had: ${reason}`,
    ),
    ...withheldLines(report.withheld),
    ...learningLines(report.learning),
    `Embedded    ${embedded} texts`,
    ...(report.confidence ? [confidenceLine(report.confidence)] : []),
    `Duration    ${(report.durationMs / 1000).toFixed(1)} s`,
    releaseLine(report),
  ].join('\n');
}

function skippedLines(reason: SkipReason, entry: IngestReport['skipped'][SkipReason]): string[] {
  if (!entry) return [];
  const head = `Skipped     ${entry.count}: ${REASONS[reason]}`;
  if (!TOLD.has(reason)) return [head];
  const more = entry.count > entry.examples.length ? ['              …'] : [];
  return [head, ...entry.examples.map((example) => `              ${example}`), ...more];
}

function withheldLines(withheld: IngestReport['withheld']): string[] {
  if (!withheld) return [];
  const more = withheld.count > withheld.examples.length ? ['              …'] : [];
  return [
    `Withheld    ${withheld.count}: without personal data no whole sentence is left, so a person answers`,
    ...withheld.examples.map((example) => `              ${example}`),
    ...more,
  ];
}

/** Nothing where nothing was learned and nothing stood in the way. */
function learningLines({
  wordings,
  open,
  labelsOfFiles,
  labelsOfVerdicts,
  anonymous,
  leftOut,
}: LearningReport): string[] {
  const learned = [
    ...(wordings > 0 ? [`${wordings} ${wordings === 1 ? 'wording' : 'wordings'} of customers in use`] : []),
    ...(open > 0 ? [`${open} for review ("npm run ingest -- review")`] : []),
  ];
  const labels = labelsOfFiles + labelsOfVerdicts;
  return [
    ...(learned.length > 0 ? [`Learned     ${learned.join('; ')}`] : []),
    ...(labels > 0 ? [`Labels      ${labelsOfFiles} of files, ${labelsOfVerdicts} of verdicts`] : []),
    ...(anonymous && anonymous.labels > 0 && !anonymous.isEnough ? [tooFewLine(anonymous)] : []),
    ...leftOut.map((reason) => `Labels      left out: ${reason}`),
  ];
}

function tooFewLine({ labels, days, addresses }: AnonymousSay): string {
  const from = `${days} of ${ENOUGH.days} days and ${addresses} of ${ENOUGH.addresses} addresses`;
  return `Labels      ${labels} of customers nobody knows do not count yet: from ${from}`;
}

function confidenceLine({ expected, wantedPrecision, labels }: ExpectedConfidence): string {
  if (expected === null)
    return `Confidence  how much it will answer is not known yet: that takes ${ESTIMATE_LABELS} labels, and ${labelsThere(labels)}`;
  const share = percent(expected.coverage);
  return `Confidence  answers about ${share} at ${percent(wantedPrecision)} precision; ${labelCount(labels)}`;
}

function releaseLine({ outcome, releaseId }: IngestReport): string {
  const lines = {
    published: `Release     ${releaseId} is live`,
    unchanged: `Release     unchanged, ${releaseId} stays live`,
    built: `Release     ${releaseId} is built; "npm run ingest -- publish ${releaseId}" makes it live`,
    'held-back': `Release     ${releaseId} holds this but was rolled back; "npm run ingest -- publish ${releaseId}" makes it live`,
    guarded: `Release     ${releaseId} is built and held back; "npm run ingest -- publish ${releaseId}" makes it live`,
    planned: 'Release     none: this was a plan',
  };
  return lines[outcome];
}
