import type { ReleaseManifest } from '../index/contracts.js';
import { percent } from './percent.js';

/** Items of one source that are in the live release, and of these how many a new one would not have. */
export interface SourceLoss {
  readonly source: string;
  readonly held: number;
  readonly gone: number;
}

/** A release that answers less than so much of what the live one answers is looked at by a person first. */
const LEAST_COVERAGE = 2 / 3;
/** What is expected of a community that asked itself fewer questions than this is chance, and no reason to stop anybody. */
const FEWEST_ASKED = 20;

/** More of a source than this does not go in one run by itself: that is an export that was cut off. */
const MOST_GONE = 0.2;
/** Of fewer items than this nobody need decide, or small sources would be held back all the time. */
const FEWEST_GONE = 10;

/** What of a manifest tells how much a release is expected to answer, and on what ground. */
type Expecting = Pick<ReleaseManifest, 'expected' | 'labels' | 'wordings'>;

/**
 * Why a new release should not take the place of the live one without a person's word, each in words; none where it may.
 * @param live null where none can be compared with; then what is lost alone counts
 */
export function guardRelease(
  next: Expecting,
  live: Expecting | null,
  losses: readonly SourceLoss[],
): string[] {
  const [before, after] = [live?.expected.coverage ?? 0, next.expected.coverage];
  return [
    ...losses
      .filter(({ held, gone }) => gone >= FEWEST_GONE && gone > held * MOST_GONE)
      .map(({ source, held, gone }) => `${gone} of the ${held} items of "${source}" would go`),
    ...(live && after < before * LEAST_COVERAGE && isTelling(live)
      ? [`it is expected to answer about ${percent(after)} of questions, the live one ${percent(before)}`]
      : []),
  ];
}

function isTelling({ labels, wordings }: Expecting): boolean {
  return labels + wordings >= FEWEST_ASKED;
}
