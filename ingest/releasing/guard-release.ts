import type { ReleaseManifest } from '../../index/contracts/releases.js';
import type { HoldReason } from './questions/contracts.js';

/** Items of one source that are in the live release, and of these how many a new one would not have. */
export interface SourceLoss {
  readonly source: string;
  readonly held: number;
  readonly gone: number;
}

/** A release that answers less than so much of what the live one answers is looked at by a person first. */
const LEAST_COVERAGE = 2 / 3;
/** What a community answers that has fewer questions to ask itself than this is chance, and no reason to stop anybody. */
const FEWEST_ASKED = 20;

/** More of a source than this does not go in one run by itself: that is an export that was cut off. */
const MOST_GONE = 0.2;
/** Of fewer items than this nobody need decide, or small sources would be held back all the time. */
const FEWEST_GONE = 10;

/** What of a manifest tells how much of its own questions a release answers, and how many it could ask. */
type Expecting = Pick<ReleaseManifest, 'expected' | 'ownAnswered' | 'wordings'>;

/**
 * Why a new release should not take the place of the live one without a person's word; none where it may.
 * @param next null where it was not built yet: then what is lost alone counts
 * @param live null where none can be compared with
 */
export function guardRelease(
  next: Expecting | null,
  live: Expecting | null,
  losses: readonly SourceLoss[],
): HoldReason[] {
  const [before, after] = [live ? answeredOwn(live) : null, next ? answeredOwn(next) : null];
  return [
    ...losses
      .filter(({ held, gone }) => gone >= FEWEST_GONE && gone > held * MOST_GONE)
      .map(({ source, held, gone }) => ({ kind: 'items-go' as const, source, held, gone })),
    ...(live && before !== null && after !== null && after < before * LEAST_COVERAGE && isTelling(live)
      ? [{ kind: 'answers-less' as const, before, after }]
      : []),
  ];
}

function isTelling({ wordings }: Expecting): boolean {
  return wordings >= FEWEST_ASKED;
}

/** Null where it does not tell: only what rests on the same ground is compared. */
function answeredOwn({ ownAnswered, expected }: Expecting): number | null {
  return ownAnswered ?? (expected.from === 'own questions' ? expected.coverage : null);
}
