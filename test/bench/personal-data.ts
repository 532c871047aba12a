import { judgeSnippet, type LabelledSnippet, type SnippetJudgement } from './editor/judge-snippet.js';
import { readHalves } from './editor/read-halves.js';

interface PersonalDataFigures {
  readonly snippets: number;
  /** Spans hidden, of all of a kind. */
  readonly hidden: Readonly<Record<string, { readonly spans: number; readonly share: number }>>;
  /** All kinds but those that have a check digit or a form of their own, and names. */
  readonly rest: number;
  readonly cleanTexts: number;
  /** Share of clean texts in which something was hidden. */
  readonly falseAlarms: number;
  /** Share of what must stay that was hidden. */
  readonly publicDataHidden: number;
}

/** How much personal data redaction hides, and what it hides without need. */
export interface PersonalDataResult {
  readonly fit: PersonalDataFigures & {
    readonly failing: readonly { readonly id: string; readonly faults: readonly string[] }[];
  };
  readonly report: PersonalDataFigures | null;
}

const SURE_KINDS = new Set(['phone', 'e-mail', 'iban', 'card', 'bsn']);

/** Takes the snippets of both halves through cleaning and redaction, as the replies of a run of ingest. */
export function measurePersonalData(): PersonalDataResult {
  const { fit, report } = readHalves<LabelledSnippet>('data/evaluation', 'snippets');
  const judged = fit.map(judgeSnippet);
  return {
    fit: { ...figuresOf(judged), failing: judged.flatMap(faultsOf) },
    report: report && figuresOf(report.map(judgeSnippet)),
  };
}

function figuresOf(judged: readonly SnippetJudgement[]): PersonalDataFigures {
  const spans = judged.flatMap((one) => one.spans);
  const kinds = [...new Set(spans.map(({ kind }) => kind))].sort();
  const shareHidden = (some: typeof spans) =>
    rounded(some.filter(({ isHidden }) => isHidden).length / some.length);
  const clean = judged.filter(({ isClean }) => isClean);
  const kept = judged.reduce((sum, one) => sum + one.kept, 0);
  return {
    snippets: judged.length,
    hidden: Object.fromEntries(
      kinds.map((kind) => {
        const ofKind = spans.filter((span) => span.kind === kind);
        return [kind, { spans: ofKind.length, share: shareHidden(ofKind) }];
      }),
    ),
    rest: shareHidden(spans.filter(({ kind }) => !SURE_KINDS.has(kind) && kind !== 'name')),
    cleanTexts: clean.length,
    falseAlarms: rounded(clean.filter(({ isRedacted }) => isRedacted).length / clean.length),
    publicDataHidden: rounded(judged.reduce((sum, one) => sum + one.lost.length, 0) / kept),
  };
}

function faultsOf(one: SnippetJudgement): { id: string; faults: string[] }[] {
  const faults = [
    ...one.spans.filter(({ isHidden }) => !isHidden).map(({ kind, text }) => `shows ${kind} "${text}"`),
    ...(one.isClean && one.isRedacted ? ['false alarm'] : []),
    ...one.lost.map((words) => `hides "${words}"`),
  ];
  return faults.length > 0 ? [{ id: one.id, faults }] : [];
}

function rounded(value: number): number {
  return Math.round(value * 1_000) / 1_000;
}

/** The figures for people, with what went wrong in the fit half. */
export function formatPersonalData({ fit, report }: PersonalDataResult): string {
  const kinds = [...new Set([...Object.keys(fit.hidden), ...Object.keys(report?.hidden ?? {})])].sort();
  const cell = (value: string) => value.padStart(18);
  const row = (name: string, value: (figures: PersonalDataFigures) => string) =>
    `${name.padEnd(28)}${cell(value(fit))}${report ? cell(value(report)) : ''}`;
  return [
    `${'hidden'.padEnd(28)}${cell('fit')}${report ? cell('report') : '   (snippets-report.jsonl is not there)'}`,
    ...kinds.map((kind) =>
      row(kind, ({ hidden }) => {
        const figure = hidden[kind];
        return figure ? `${figure.share.toFixed(3)} of ${figure.spans}` : '-';
      }),
    ),
    row('the rest without names', ({ rest }) => rest.toFixed(3)),
    row('false alarms', ({ falseAlarms, cleanTexts }) => `${falseAlarms.toFixed(3)} of ${cleanTexts}`),
    row('public data hidden', ({ publicDataHidden }) => publicDataHidden.toFixed(3)),
    '',
    'Wrong in the fit half:',
    ...fit.failing.map(({ id, faults }) => `  ${id}: ${faults.join('; ')}`),
  ].join('\n');
}
