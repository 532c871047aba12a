import type { IngestReport } from '../contracts.js';
import { joinLines } from './format-joins.js';
import { formatPlan } from './format-plan.js';
import { againstLines, questionsLines } from './format-questions.js';
import { formatReport } from './format-report.js';
import type { ReportWords } from './words/contracts.js';

interface RunLook {
  readonly words: ReportWords;
  readonly isAll: boolean;
  /** Characters in a line. */
  readonly width: number;
}

/** Questions of a kind that are named where not all are. */
const NAMED = 10;

/** What a run did, or would do, as people read it: its counts, the questions it changes, and what speaks against it. */
export function tellRun(report: IngestReport, look: RunLook): string {
  const { outcome, questions, against = [] } = report;
  const { words, isAll } = look;
  const joins = report.joins ? joinLines(report.joins, words, isAll ? Number.POSITIVE_INFINITY : NAMED) : [];
  if (outcome === 'planned') {
    const plan = [formatPlan(report, look), ...joins].join('\n');
    return `${formatReport(report, words.language)}\n\n${plan}`;
  }
  const isForced = outcome === 'published';
  const head = isForced ? words.wasForced : words.isHeldBack(report.releaseId ?? '');
  return [
    formatReport(report, words.language),
    ...joins,
    ...(questions && (questions.kind === 'asked' || outcome === 'unchanged')
      ? ['', ...questionsLines(questions, words, isAll ? Number.POSITIVE_INFINITY : NAMED)]
      : []),
    ...(against.length > 0 ? ['', ...againstLines(head, against, words)] : []),
  ].join('\n');
}
