import type { PreviewSide } from '../../contracts/content/desk-releases.js';
import type { ShadowChange, ShadowCounts } from '../../contracts/content/desk-shadow.js';
import type { ShadowQuestion } from './collect-questions.js';

/** What both releases give to one question; `before` is null where there is nothing to compare with. */
export interface AskedBoth {
  readonly question: ShadowQuestion;
  readonly before: PreviewSide | null;
  readonly after: PreviewSide;
}

/** The more is told, the higher. */
const RANK: Readonly<Record<PreviewSide['verdict'], number>> = { answer: 3, doubt: 2, choices: 1, person: 0 };

/** Another answer counts as two steps of the rank: half as much as losing it wholly, and more than a doubt beside it. */
const OTHER_ANSWER = 2;
/** Other choices leave the choice to the customer. */
const OTHER_CHOICES = 1;

/** Of equal effect the loss comes first. */
const KIND_ORDER: readonly ShadowChange['kind'][] = ['lost', 'other', 'gained'];

/** How often customers would be given each kind of answer. */
export function countVerdicts(
  asked: readonly { readonly times: number; readonly side: PreviewSide }[],
): ShadowCounts {
  const counts = { answer: 0, doubt: 0, choices: 0, person: 0 };
  for (const { times, side } of asked) counts[side.verdict] += times;
  return counts;
}

/** The questions that customers would be answered otherwise, those with the most effect first: how much changes, times how often it was asked. */
export function rankChanges(asked: readonly AskedBoth[]): ShadowChange[] {
  return asked
    .flatMap(({ question: { text, language, times }, before, after }) => {
      const weight = before === null ? 0 : weightOf(before, after);
      if (before === null || weight === 0) return [];
      const change = { question: text, language, times, kind: kindOf(before, after), before, after };
      return [{ change, effect: weight * times }];
    })
    .sort(
      (one, other) =>
        other.effect - one.effect ||
        KIND_ORDER.indexOf(one.change.kind) - KIND_ORDER.indexOf(other.change.kind),
    )
    .map(({ change }) => change);
}

function kindOf(before: PreviewSide, after: PreviewSide): ShadowChange['kind'] {
  const steps = RANK[after.verdict] - RANK[before.verdict];
  if (steps === 0) return 'other';
  return steps < 0 ? 'lost' : 'gained';
}

/** 0 where a customer notices nothing; what is nearest beside the offer of a person they do not see. */
function weightOf(before: PreviewSide, after: PreviewSide): number {
  const steps = Math.abs(RANK[after.verdict] - RANK[before.verdict]);
  const isToldBoth = isTold(before) && isTold(after);
  const other = isToldBoth && told(before) !== told(after) ? OTHER_ANSWER : 0;
  if (steps > 0) return steps + other;
  if (after.verdict === 'choices') return titles(before) === titles(after) ? 0 : OTHER_CHOICES;
  return other;
}

function isTold({ verdict }: PreviewSide): boolean {
  return verdict === 'answer' || verdict === 'doubt';
}

function told({ hits: [first] }: PreviewSide): string {
  return JSON.stringify([first?.title, first?.passage, first?.author]);
}

function titles({ hits }: PreviewSide): string {
  return JSON.stringify(hits.map(({ title }) => title));
}
